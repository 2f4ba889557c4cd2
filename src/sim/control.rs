//! Control of a served simulator, without a signature: it is reachable on loopback only.
//!
//! | Request | Does |
//! |---|---|
//! | `POST /_sim/faults` | plans one fault or an array of them (see [`super::fault::Fault`]) |
//! | `DELETE /_sim/faults` | forgets all planned faults |
//! | `POST /_sim/throttle` | answers 429 above a rate (see [`super::throttle::Throttle`]) |
//! | `DELETE /_sim/throttle` | does so no longer |
//! | `GET /_sim/requests` | lists the last 200 requests, oldest first |

use serde_json::json;

use super::errors::Failure;
use super::fault::Fault;
use super::reply::Outcome;
use super::throttle::Throttle;
use super::transport::SimTransport;

const PREFIX: &str = "/_sim/";
/// Requests that are listed.
const LISTED: usize = 200;

/// Does what a control request asks for; nothing for other paths.
pub(super) fn perform(
    transport: &SimTransport,
    method: &str,
    path_and_query: &str,
    body: &[u8],
) -> Option<Outcome> {
    let what = path_and_query.strip_prefix(PREFIX)?;
    Some(match (method, what) {
        ("POST", "faults") => plan(transport, body),
        ("DELETE", "faults") => {
            let cleared = transport.with_service(super::service::Service::clear_faults);
            Ok(json!({ "cleared": cleared }))
        }
        ("POST", "throttle") => throttle(transport, body),
        ("DELETE", "throttle") => Ok(set_throttle(transport, Throttle::per_second(0))),
        ("GET", "requests") => Ok(requests(transport)),
        _ => Err(Failure::no_control()),
    })
}

/// Plans all of them, or none where one cannot be read.
fn plan(transport: &SimTransport, body: &[u8]) -> Outcome {
    let is_array = body.trim_ascii_start().starts_with(b"[");
    let faults = if is_array {
        serde_json::from_slice::<Vec<Fault>>(body)
    } else {
        serde_json::from_slice(body).map(|fault| vec![fault])
    };
    let faults = faults.map_err(|error| Failure::unusable(error.to_string()))?;
    let planned = faults.len();
    transport.with_service(|service| {
        for fault in faults {
            service.plan(fault);
        }
    });
    Ok(json!({ "planned": planned }))
}

fn throttle(transport: &SimTransport, body: &[u8]) -> Outcome {
    let throttle: Throttle =
        serde_json::from_slice(body).map_err(|error| Failure::unusable(error.to_string()))?;
    if !throttle.is_sendable() {
        return Err(Failure::unusable("retry_after is not printable ASCII"));
    }
    Ok(set_throttle(transport, throttle))
}

fn set_throttle(transport: &SimTransport, throttle: Throttle) -> serde_json::Value {
    let per_second = throttle.per_second;
    let now_ms = transport.now_ms();
    transport.with_service(|service| service.throttle(throttle, now_ms));
    json!({ "per_second": per_second })
}

fn requests(transport: &SimTransport) -> serde_json::Value {
    transport.with_service(|service| {
        let all = service.requests();
        let earlier = all.len().saturating_sub(LISTED);
        json!(all.skip(earlier).collect::<Vec<_>>())
    })
}
