//! The way to the service, with somebody on it who writes down what passes, changes mirrors behind
//! the program's back, and takes the line away.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use mirrordeck::api::transport::{Transport, TransportError};
use mirrordeck::api::wire::{Method, WireRequest, WireResponse};
use mirrordeck::sim::service::{Answer, Reaction};
use mirrordeck::trash::journal::Journal;
use mirrordeck::trash::store::Trash;
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::others::{Change, change};
use crate::support::stage::LIMIT_MS;
use crate::support::world::World;

/// A mirror by the names that the service knows; none for the default one.
pub type Place = (String, Option<String>);

/// A request of the program, and what the service did about it.
#[derive(Debug, Clone)]
pub struct Sent {
    pub method: Method,
    pub path: String,
    /// Which mirror it is for; none for lists and devices.
    pub place: Option<Place>,
    pub body: Option<Value>,
    /// Whether the service did the work, whatever it answered.
    pub worked: bool,
    /// The version that stands since a change.
    pub left: Option<u64>,
    /// What came back; none while it is on the way, for ever where the program was killed.
    pub reply: Option<Result<WireResponse, TransportError>>,
    /// Bytes of the copies of that mirror which were on the disk when a change left.
    pub copies: Vec<Vec<u8>>,
    /// Actions that the journal held open when a change left.
    pub intended: usize,
}

impl fmt::Display for Sent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.trim_start_matches("/cloudiotcore/v1");
        write!(f, "{} {path}", self.method.as_str())?;
        if let Some(body) = &self.body {
            write!(f, " {body}")?;
        }
        let worked = if self.worked { "" } else { "not " };
        write!(f, " {worked}done")?;
        self.left
            .map_or(Ok(()), |left| write!(f, ", v{left} stands"))
    }
}

/// What happens the next time that the program sends a request of some sort.
#[derive(Debug, Clone)]
pub enum Plot {
    /// Another user or a device is faster.
    Change(Change),
    /// No connection comes about.
    Unreachable,
}

#[derive(Default)]
pub struct Notes {
    pub sent: Vec<Sent>,
    pub plots: Vec<(Method, Plot)>,
}

#[derive(Clone)]
pub struct Watched {
    world: World,
    pub notes: Arc<Mutex<Notes>>,
}

impl Watched {
    pub fn new(world: World) -> Self {
        Self {
            world,
            notes: Arc::default(),
        }
    }

    /// Lets the service work, and writes down what it did.
    fn arrive(&self, request: &WireRequest) -> (usize, Result<Reaction, TransportError>) {
        let notes = &mut *self.notes.lock().unwrap();
        let mut arrived = true;
        let plots = std::mem::take(&mut notes.plots);
        for (method, plot) in plots {
            match plot {
                _ if method != request.method => notes.plots.push((method, plot)),
                Plot::Change(planned) => change(&self.world, &planned),
                Plot::Unreachable if arrived => arrived = false,
                Plot::Unreachable => notes.plots.push((method, plot)),
            }
        }
        let place = place_of(&request.path_and_query);
        let changes = request.method != Method::Get;
        let (copies, intended) = if changes {
            (self.copies_of(place.as_ref()), self.intended())
        } else {
            (vec![], 0)
        };
        let service = &self.world.service;
        let reaction = if arrived {
            Ok(service.react(request))
        } else {
            let cause = "the line is down".to_owned();
            Err(TransportError::NotConnected { cause })
        };
        let (worked, left) = service.with_service(|service| {
            let place = place.as_ref().filter(|_| changes);
            let mirror = place.and_then(|(device, name)| service.mirror(device, name.as_deref()));
            let worked = service.requests().next_back().is_some_and(|it| it.worked);
            (arrived && worked, mirror.map(|mirror| mirror.version))
        });
        let body = request.body.as_deref();
        notes.sent.push(Sent {
            method: request.method,
            path: request.path_and_query.clone(),
            place,
            body: body.map(|body| serde_json::from_slice(body).unwrap()),
            worked,
            left,
            reply: None,
            copies,
            intended,
        });
        (notes.sent.len() - 1, reaction)
    }

    fn copies_of(&self, place: Option<&Place>) -> Vec<Vec<u8>> {
        let copies = copies(&self.world);
        let mine = copies.into_iter().filter(|(of, _)| Some(of) == place);
        mine.map(|(_, body)| body).collect()
    }

    /// A journal that is not there, because a disk fails, intends nothing.
    fn intended(&self) -> usize {
        let open = Journal::new(self.world.data().join("journal.jsonl")).open_ends();
        open.map_or(0, |open| open.actions.len())
    }
}

impl Transport for Watched {
    async fn send(&self, request: WireRequest) -> Result<WireResponse, TransportError> {
        let (place, reaction) = self.arrive(&request);
        let reply = match reaction {
            Ok(reaction) => wait(reaction).await,
            Err(error) => Err(error),
        };
        self.notes.lock().unwrap().sent[place].reply = Some(reply.clone());
        reply
    }
}

/// As the transport of the embedded service, whose reaction had to be seen before the wait.
async fn wait(Reaction { delay_ms, answer }: Reaction) -> Result<WireResponse, TransportError> {
    if delay_ms >= LIMIT_MS || answer == Answer::Hang {
        tokio::time::sleep(Duration::from_millis(LIMIT_MS)).await;
        return Err(TransportError::TimedOut { limit_ms: LIMIT_MS });
    }
    tokio::time::sleep(Duration::from_millis(delay_ms)).await;
    match answer {
        Answer::Respond(response) => Ok(response),
        Answer::CloseConnection | Answer::Hang => Err(TransportError::Broken {
            cause: "closed".to_owned(),
        }),
    }
}

/// Every readable copy, with the mirror that it is of.
pub fn copies(world: &World) -> Vec<(Place, Vec<u8>)> {
    let trash = Trash::new(world.data().join("trash"));
    let listed = trash.list().unwrap_or_default();
    let read = listed.iter().filter_map(|copy| trash.read(&copy.id).ok());
    read.map(|(head, body)| (place(&head.target), body))
        .collect()
}

/// The names of a mirror as the service knows them.
pub fn place(target: &mirrordeck::model::mirror::MirrorId) -> Place {
    use mirrordeck::model::mirror::MirrorName;
    let name = match &target.mirror {
        MirrorName::Default => None,
        MirrorName::Named(name) => Some(name.raw().to_owned()),
    };
    (target.device.raw().to_owned(), name)
}

/// The mirror that a request line names, by the rules of URLs and none of the program's.
fn place_of(path_and_query: &str) -> Option<Place> {
    let (path, query) = path_and_query
        .split_once('?')
        .unwrap_or((path_and_query, ""));
    let device = path
        .strip_prefix("/cloudiotcore/v1/devices/")?
        .strip_suffix("/mirror")?;
    let decoded = |text: &str| percent_decode_str(text).decode_utf8().unwrap().into_owned();
    let names: BTreeSet<_> = query
        .split('&')
        .filter_map(|pair| pair.strip_prefix("name="))
        .map(|name| decoded(&name.replace('+', " ")))
        .collect();
    assert!(names.len() <= 1, "one name or none: {path_and_query}");
    Some((decoded(device), names.into_iter().next()))
}
