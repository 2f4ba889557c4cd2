//! The service itself: a function of request, state and time.

use serde_json::Value;

use super::fault::{Fault, Plans};
use super::order::Moment;
use super::reply::Outcome;
use super::request_log::{LoggedRequest, RequestLog, body_text};
use super::route::{Call, Operation, OperationKind};
use super::seed::SEEDED_DEVICES;
use super::store::Fleet;
use super::throttle::{Meter, Throttle};
use super::{auth, devices, errors::Failure, mirrors, reply, route};
use crate::api::wire::{Method, WireRequest, WireResponse};

/// How the service is set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Devices in the fleet: the sample's first, then generated ones.
    pub devices: usize,
    /// Rows that a page holds at most, at least 1. Not documented; assumed is the limit that is
    /// customary with the framework which the shape of the answers points to.
    pub max_page_size: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            devices: SEEDED_DEVICES,
            max_page_size: 2_000,
        }
    }
}

/// What a transport is to do about a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reaction {
    /// Milliseconds to wait first.
    pub delay_ms: u64,
    /// What then comes.
    pub answer: Answer,
}

/// What comes of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A reply.
    Respond(WireResponse),
    /// The end of the connection, without a reply.
    CloseConnection,
    /// Nothing, ever.
    Hang,
}

impl From<Answer> for Reaction {
    fn from(answer: Answer) -> Self {
        Self {
            delay_ms: 0,
            answer,
        }
    }
}

/// What the service knows of a mirror.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownMirror {
    /// Its version.
    pub version: u64,
    /// What was asked of the device, if anything was.
    pub desired: Option<Value>,
    /// What the device reported, if it did.
    pub reported: Option<Value>,
}

/// The embedded service.
#[derive(Debug)]
pub struct Service {
    fleet: Fleet,
    max_page_size: usize,
    plans: Plans,
    meter: Option<Meter>,
    log: RequestLog,
}

impl Service {
    /// Starts the service at `start_ms` (Unix milliseconds), from which the ages in the sample
    /// fleet count.
    #[must_use]
    pub fn new(start_ms: u64, settings: Settings) -> Self {
        Self {
            fleet: Fleet::new(settings.devices, start_ms),
            max_page_size: (settings.max_page_size as usize).max(1),
            plans: Plans::default(),
            meter: None,
            log: RequestLog::default(),
        }
    }

    /// Answers one request at `now_ms` (Unix milliseconds). Every mischief was planned before.
    pub fn handle(&mut self, request: &WireRequest, now_ms: u64) -> Reaction {
        let call = route::decode(request.method, &request.path_and_query);
        let operation = call.as_ref().ok().map(|call| call.operation.kind());
        let refusal = operation.and(self.meter.as_mut());
        let refusal = refusal.and_then(|meter| meter.refusal(now_ms));
        // A request that was not let in uses up no plan.
        let fault = match refusal {
            Some(_) => None,
            None => operation.and_then(|operation| self.plans.take(operation)),
        };
        let clock_ms = fault
            .as_ref()
            .map_or(now_ms, |fault| fault.clock_ms(now_ms));
        let instead = fault.as_ref().and_then(|fault| fault.instead(clock_ms));
        let (worked, reaction) = if let Some(reaction) = refusal.or(instead) {
            (false, reaction)
        } else {
            let at = Moment { now_ms, clock_ms };
            let outcome = call.and_then(|call| self.perform(&call, request, at));
            let response = reply::json(&outcome, clock_ms);
            let reaction = match fault {
                Some(fault) => fault.afterwards(response, clock_ms),
                None => Answer::Respond(response).into(),
            };
            (outcome.is_ok(), reaction)
        };
        self.log.push(LoggedRequest {
            at_ms: now_ms,
            method: request.method.as_str(),
            path_and_query: request.path_and_query.clone(),
            operation,
            body: request.body.as_deref().map(body_text),
            worked,
            status: match &reaction.answer {
                Answer::Respond(response) => Some(response.status),
                Answer::CloseConnection | Answer::Hang => None,
            },
        });
        reaction
    }

    fn perform(&mut self, call: &Call, request: &WireRequest, at: Moment) -> Outcome {
        auth::check(request, at.clock_ms)?;
        check_content_type(request)?;
        let (query, body) = (&call.query, request.body.as_deref());
        let fleet = &mut self.fleet;
        match &call.operation {
            Operation::ListDevices => devices::list(fleet, query, self.max_page_size),
            Operation::SearchDevices(by) => devices::search(fleet, *by, query, self.max_page_size),
            Operation::ViewDevice(device) => devices::view(fleet, device),
            Operation::ListMirrors(device) => mirrors::list(fleet, device, at),
            Operation::ViewMirror(device) => mirrors::view(fleet, device, query, body, at),
            Operation::UpdateMirror(device) => mirrors::update(fleet, device, query, body, at),
            Operation::DeleteMirror(device) => mirrors::delete(fleet, device, query, body, at),
        }
    }

    /// Plans a fault; it waits behind those planned before.
    pub fn plan(&mut self, fault: Fault) {
        self.plans.add(fault);
    }

    /// Forgets all planned faults and says how many there were.
    pub fn clear_faults(&mut self) -> usize {
        self.plans.clear()
    }

    /// Answers 429 to what comes faster from `now_ms` (Unix milliseconds) on; a rate of 0 ends that.
    pub fn throttle(&mut self, throttle: Throttle, now_ms: u64) {
        self.meter = (throttle.per_second > 0).then(|| Meter::new(throttle, now_ms));
    }

    /// The newest 10,000 requests, oldest first.
    #[must_use]
    pub fn requests(&self) -> impl DoubleEndedIterator<Item = &LoggedRequest> + ExactSizeIterator {
        self.log.iter()
    }

    /// How often an operation was asked for, among the requests remembered.
    #[must_use]
    pub fn count(&self, operation: OperationKind) -> usize {
        self.requests()
            .filter(|request| request.operation == Some(operation))
            .count()
    }

    /// Forgets the requests so far.
    pub fn forget_requests(&mut self) {
        self.log.clear();
    }

    /// What stands at a device under a name (none for the default mirror), as the last request or
    /// report left it; nothing where there is no such mirror or device.
    #[must_use]
    pub fn mirror(&self, device: &str, name: Option<&str>) -> Option<KnownMirror> {
        let slots = self.fleet.slots_as_left(self.fleet.find(device)?);
        let slot = slots
            .into_iter()
            .find(|slot| slot.name.as_deref() == name)?;
        let document = slot.document?;
        Some(KnownMirror {
            version: slot.version,
            desired: document.desired.map(|section| section.state.into()),
            reported: document.reported.map(|section| section.state.into()),
        })
    }

    /// Does what a device does over MQTT: merges an object into its `reported`, and creates the
    /// mirror where there is none. Returns the new version; nothing for an unknown device or a value
    /// that is no object.
    pub fn device_reports(
        &mut self,
        device: &str,
        name: Option<&str>,
        reported: &Value,
        now_ms: u64,
    ) -> Option<u64> {
        let reported = reported.as_object()?.clone();
        mirrors::report(&mut self.fleet, device, name, reported, now_ms).ok()
    }
}

/// A POST needs `application/json` (`iot-cloudiotcore`); that it is the gateway which refuses
/// another is assumed.
fn check_content_type(request: &WireRequest) -> Result<(), Failure> {
    let is_json = || {
        request
            .header("content-type")
            .and_then(|value| value.split(';').next())
            .is_some_and(|media| media.trim().eq_ignore_ascii_case("application/json"))
    };
    if request.method == Method::Post && !is_json() {
        return Err(Failure::BAD_REQUEST);
    }
    Ok(())
}
