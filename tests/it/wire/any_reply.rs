//! Whatever comes, no reply may end the program.

use mirrordeck::api::response::{self, Asked};
use mirrordeck::api::wire::WireResponse;
use mirrordeck::model::error::ApiError;
use mirrordeck::model::mirror::{MirrorName, MirrorReading};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::ASKED;
use crate::support::scripted::device;

/// Reads a reply as an answer to every operation, and uses what it says.
fn read_as_everything(reply: &WireResponse, asked: Asked) {
    fn speak<R>(result: Result<R, ApiError>) {
        if let Err(error) = result {
            assert!(!error.advice().is_empty());
            assert!(!error.to_string().contains(char::is_control), "{error}");
        }
    }
    speak(response::device_page(reply, asked, 0));
    speak(response::device_detail(reply, asked, &device("bulb-01")));
    speak(response::mirror_list(reply, asked));
    speak(response::receipt(reply, asked));
    speak(response::updated(reply, asked));
    for name in [MirrorName::Default, MirrorName::named("a").unwrap()] {
        let found = response::mirror(reply, asked, &name);
        if let Ok(Some(document)) = &found {
            let _ = MirrorReading::new(document.clone(), asked.now_ms);
        }
        speak(found);
    }
}

fn statuses() -> impl Strategy<Value = u16> {
    prop_oneof![
        3 => prop::sample::select(vec![200_u16, 201, 202, 204, 302, 400, 401, 403, 404, 409, 429]),
        1 => any::<u16>(),
    ]
}

/// JSON made of the keys and values that mean something somewhere.
fn likely_json() -> impl Strategy<Value = Value> {
    let keys = prop::sample::select(vec![
        "status",
        "body",
        "content",
        "page",
        "size",
        "number",
        "totalPages",
        "totalElements",
        "name",
        "device",
        "deviceProperties",
        "createUpdateList",
        "key",
        "value",
        "description",
        "modifyTime",
        "results",
        "state",
        "desired",
        "reported",
        "metadata",
        "version",
        "timestamp",
        "timstamp",
        "clientToken",
        "error",
        "errorCode",
        "message",
        "details",
    ]);
    let leaf = prop::sample::select(vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(1.5),
        json!(""),
        json!("SUCCESS"),
        json!("FAIL"),
        json!("14"),
        json!("a\u{1b}[2J\u{202e}"),
        json!("2023-11-02 09:41:30"),
    ]);
    leaf.prop_recursive(5, 40, 6, move |inner| {
        let members = prop::collection::vec((keys.clone(), inner.clone()), 0..6);
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(Value::Array),
            members.prop_map(|members| {
                let members = members
                    .into_iter()
                    .map(|(key, value)| (key.to_owned(), value));
                Value::Object(members.collect())
            }),
        ]
    })
}

proptest! {
    #[test]
    fn any_bytes_with_any_status_are_survived(
        status in statuses(),
        body in prop::collection::vec(any::<u8>(), 0..200),
        date in "\\PC{0,40}",
        now_ms: i64,
        encoded: bool,
    ) {
        let headers = ["date", "location", "retry-after"].map(|name| (name.to_owned(), date.clone()));
        let reply = WireResponse { status, headers: headers.to_vec(), body };
        read_as_everything(&reply, Asked { encoded, now_ms, correction_ms: 0 });
    }

    #[test]
    fn any_likely_json_is_survived(status in statuses(), value in likely_json(), cut in 0_usize..8) {
        let mut body = value.to_string().into_bytes();
        // Most are whole, some break off.
        if cut > 5 {
            body.truncate(body.len() / 2);
        }
        let reply = WireResponse { status, headers: Vec::new(), body };
        read_as_everything(&reply, ASKED);
    }
}
