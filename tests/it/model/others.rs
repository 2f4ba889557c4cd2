//! Other users and devices, who change mirrors meanwhile.

use mirrordeck::api::sign::sign;
use mirrordeck::api::wire::{
    ACCESS_KEY_HEADER, Method, SIGNATURE_HEADER, TIMESTAMP_HEADER, WireRequest,
};
use mirrordeck::sim::{DEMO_ACCESS_KEY, demo_credentials};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::dice::Dice;
use super::watched::Place;
use crate::support::world::World;

/// What somebody else does to a mirror.
#[derive(Debug, Clone)]
pub enum Change {
    /// A device reports, and creates the mirror where there is none.
    Report(Place, Value),
    /// Another user changes it or creates it.
    Update(Place, Value),
    /// Another user deletes it.
    Delete(Place),
}

/// Values with digits, types and shapes that a careless copy would change.
const VALUES: [&str; 12] = [
    "1.50",
    "9007199254740993",
    "1e400",
    "-0.0",
    "18446744073709551616",
    "\"온실 \\u0000 \\\"\"",
    "[1, null, {\"a\": []}]",
    "{}",
    "{\"rssi\": -61, \"ssid\": \"plant-3\"}",
    "{\"a\": {\"b\": {\"c\": 1.10}}}",
    "true",
    "null",
];

const KEYS: [&str; 6] = ["power", "net", "position", "온도", "a", "version"];

fn state(dice: &mut Dice) -> Value {
    let keys = dice.below(4);
    let pairs = (0..keys).map(|_| {
        let value = serde_json::from_str(dice.pick::<&str>(&VALUES)).unwrap();
        ((*dice.pick(&KEYS)).to_owned(), value)
    });
    Value::Object(pairs.collect())
}

/// A change of one of these mirrors.
pub fn any_change(dice: &mut Dice, place: Place) -> Change {
    match dice.below(10) {
        0..4 => Change::Report(place, state(dice)),
        4..8 => {
            let mut halves = json!({});
            for half in ["desired", "reported"] {
                if dice.percent(60) {
                    halves[half] = if dice.percent(10) {
                        Value::Null
                    } else {
                        state(dice)
                    };
                }
            }
            Change::Update(place, halves)
        }
        _ => Change::Delete(place),
    }
}

/// Changes a mirror, inside the runtime of a program. A fault that waits for such a request strikes
/// this one.
pub fn change(world: &World, change: &Change) {
    let now_ms = world.clock.now_ms();
    world.service.with_service(|service| match change {
        Change::Report((device, name), reported) => {
            let _ = service.device_reports(device, name.as_deref(), reported, now_ms);
        }
        Change::Update(place, state) => {
            let body = json!({ "state": state }).to_string().into_bytes();
            service.handle(&signed(Method::Post, place, Some(body), now_ms), now_ms);
        }
        Change::Delete(place) => {
            service.handle(&signed(Method::Delete, place, None, now_ms), now_ms);
        }
    });
}

fn signed(
    method: Method,
    (device, name): &Place,
    body: Option<Vec<u8>>,
    now_ms: u64,
) -> WireRequest {
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let query = name
        .as_ref()
        .map_or(String::new(), |name| format!("?name={}", encoded(name)));
    let path = format!("/cloudiotcore/v1/devices/{}/mirror{query}", encoded(device));
    let signature = sign(method, &path, now_ms, &demo_credentials());
    WireRequest {
        method,
        path_and_query: path,
        headers: vec![
            ("content-type", "application/json".to_owned()),
            (TIMESTAMP_HEADER, now_ms.to_string()),
            (ACCESS_KEY_HEADER, DEMO_ACCESS_KEY.to_owned()),
            (SIGNATURE_HEADER, signature),
        ],
        body,
    }
}
