//! The views of the detail, and the watch.

mod journeys;
mod properties;
mod screens;
mod versions;
mod views;
mod watch;

use std::sync::Arc;

use mirrordeck::app::detail::View;
use mirrordeck::app::message::Answer;
use mirrordeck::model::mirror::{MirrorDocument, MirrorRead, MirrorReading};
use serde_json::Value;

use crate::support::fixtures::{Bench, NOW_MS};

/// A mirror that came as these bytes.
pub fn read(body: &str) -> MirrorRead {
    let value: Value = serde_json::from_str(body).unwrap();
    let part = |path: &str| value.pointer(path).cloned();
    let document = MirrorDocument {
        version: value["version"].as_u64(),
        timestamp_ms: None,
        desired: part("/state/desired"),
        reported: part("/state/reported"),
        metadata_desired: part("/metadata/desired"),
        metadata_reported: part("/metadata/reported"),
        body: body.as_bytes().into(),
    };
    MirrorRead::Found(Arc::new(MirrorReading::new(document, NOW_MS)))
}

pub const BODY: &str = r#"{"version": 7, "state": {
  "desired": {"net": {"ssid": "plant-3", "band": {"ghz": 5.00}}, "power": "on", "mode": "eco"},
  "reported": {"net": {"ssid": "plant-2", "band": {"ghz": 5}}, "power": "on", "mode": "eco",
    "stops": [1, [2, 3], {}]}}}"#;

/// This mirror in the detail, which is in focus.
pub fn showing(body: &str) -> Bench {
    let mut bench = Bench::open();
    bench.press("<Tab><Tab>r");
    bench.answer_all(&Answer::Mirror(Ok(read(body))));
    // The key that was selected stays so; these begin at the top.
    bench.press("g");
    bench
}

/// Keys of the rows in view, with their marks.
pub fn rows(bench: &Bench) -> Vec<String> {
    let detail = &bench.state.detail;
    let row = |place| {
        let (index, row) = detail.row(place)?;
        let fold = if detail.tree.is_folded(index) {
            "+"
        } else {
            ""
        };
        Some(format!("{}{}{fold}", " ".repeat(row.depth), row.key))
    };
    (0..detail.len()).filter_map(row).collect()
}

/// The line of the document that is selected.
pub fn line(bench: &Bench) -> usize {
    let detail = &bench.state.detail;
    assert_eq!(detail.view(), View::Document);
    detail.document.line(detail.cursor.at)
}
