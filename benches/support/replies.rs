//! Replies of the service at their larger sizes.

use mirrordeck::api::response::Asked;
use mirrordeck::api::wire::WireResponse;
use serde_json::{Map, Value, json};

/// The moment at which every reply comes, Unix milliseconds.
pub const NOW_MS: i64 = 1_700_000_000_000;

/// The circumstances of every reply.
pub const ASKED: Asked = Asked {
    correction_ms: 0,
    encoded: false,
    now_ms: NOW_MS,
};

/// A full page of the default size.
pub fn page_of_100_devices() -> WireResponse {
    let rows = (0..100).map(|row| {
        json!({
            "name": format!("greenhouse-{row:02}"),
            "description": format!("온실 {row}동 습도"),
            "modifyTime": "2023-11-02 09:41:30",
            "registerTime": "2023-10-30 17:05:12",
        })
    });
    success(&json!({
        "status": "SUCCESS",
        "body": {
            "content": rows.collect::<Vec<_>>(),
            "page": { "size": 100, "totalElements": 120, "totalPages": 2, "number": 0 },
        },
    }))
}

/// A mirror of 100 KiB: groups of ten keys, one of them differing, with their times.
pub fn mirror_of_100_kib() -> WireResponse {
    let (mut groups, mut reply) = (1, mirror_of(1));
    while reply.body.len() < 100 * 1024 {
        groups += 1;
        reply = mirror_of(groups);
    }
    reply
}

fn mirror_of(groups: usize) -> WireResponse {
    let tree = |leaf: &dyn Fn(usize) -> Value| -> Value {
        let group = || -> Map<String, Value> {
            (0..10)
                .map(|key| (format!("channel-{key}"), leaf(key)))
                .collect()
        };
        let groups = (0..groups).map(|nth| (format!("group-{nth:03}"), group().into()));
        groups.collect::<Map<_, _>>().into()
    };
    let times = tree(&|key| json!({ "timestamp": 1_699_999_000 + key }));
    success(&json!({
        "state": {
            "desired": tree(&|key| json!({ "on": true, "level": key })),
            "reported": tree(&|key| json!({ "on": key > 0, "level": key })),
        },
        "metadata": { "desired": times, "reported": times },
        "version": 14,
        "timestamp": 1_700_000_000,
    }))
}

fn success(body: &Value) -> WireResponse {
    WireResponse {
        status: 200,
        headers: Vec::new(),
        body: body.to_string().into_bytes(),
    }
}
