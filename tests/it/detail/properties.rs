//! What holds for every document.

use mirrordeck::model::cell::{beginning, unescaped};
use mirrordeck::model::outline::{LineKind, Outline};
use mirrordeck::model::raw::{line_starts, pieces};
use mirrordeck::model::width::width;
use proptest::prelude::*;
use serde_json::{Map, Value};

use super::{line, rows, showing};

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(".{0,6}", inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

fn document(value: &Value) -> String {
    format!(r#"{{"state": {{"reported": {{"k": {value}}}}}}}"#)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_byte_has_its_place_in_one_line(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        text in ".{0,200}",
        columns in 10_usize..60,
    ) {
        for bytes in [bytes, text.into_bytes()] {
            let starts = line_starts(&bytes, columns);
            let ends = starts.iter().skip(1).map(|start| *start as usize).chain([bytes.len()]);
            let mut next = 0;
            for (start, end) in starts.iter().zip(ends) {
                prop_assert_eq!(*start as usize, next);
                let mut used = 0;
                for piece in pieces(&bytes, next).take_while(|piece| piece.bytes.end <= end) {
                    prop_assert_eq!(piece.bytes.start, next);
                    prop_assert!(!piece.shown.chars().any(char::is_control));
                    next = piece.bytes.end;
                    used += piece.columns;
                }
                prop_assert_eq!(next, end);
                prop_assert!(used <= columns);
            }
            prop_assert_eq!(next, bytes.len());
        }
    }

    #[test]
    fn every_value_of_a_document_has_its_line(value in json()) {
        for body in [value.to_string(), serde_json::to_string_pretty(&value).unwrap()] {
            let outline = Outline::of(body.as_bytes());
            prop_assert!(!outline.lines.is_empty());
            // The lines one after the other are the document again.
            let mut again = String::new();
            for line in &outline.lines {
                if let Some(key) = line.key() {
                    again.push_str(&body[key]);
                    again.push(':');
                }
                again.push_str(&body[line.value()]);
                if line.comma {
                    again.push(',');
                }
            }
            prop_assert_eq!(serde_json::from_str::<Value>(&again).unwrap(), value.clone());
        }
    }

    #[test]
    fn what_is_unfolded_again_is_as_it_was(value in json(), places in prop::collection::vec(0_usize..60, 1..6)) {
        let mut bench = showing(&document(&value));
        let all = rows(&bench);
        bench.press("zz");
        prop_assert_eq!(&rows(&bench), &all);
        bench.press("v");
        let length = bench.state.detail.len();
        for place in &places {
            bench.press(&"j".repeat(*place)).press("<Enter>").press("<Enter>g");
        }
        prop_assert_eq!(bench.state.detail.len(), length);
        for place in &places {
            bench.press(&"j".repeat(*place)).press("<Enter>g");
        }
        // Whatever is folded, a row knows its line and a line its row.
        let detail = &bench.state.detail;
        for row in 0..detail.len() {
            prop_assert_eq!(detail.document.row(detail.document.line(row)), row);
        }
        bench.press("z");
        if bench.state.detail.len() != length {
            bench.press("z");
        }
        prop_assert_eq!(bench.state.detail.len(), length);
        prop_assert_eq!(line(&bench), bench.state.detail.cursor.at);
    }

    #[test]
    fn every_value_is_found(value in json()) {
        let body = document(&value);
        let mut bench = showing(&body);
        bench.press("v");
        let reading = bench.state.reading().unwrap().clone();
        let outline = reading.outline();
        let texts = outline.lines.iter().enumerate().filter(|(_, line)| line.kind == LineKind::Text);
        for (nth, text) in texts.take(3) {
            let shown = unescaped(&body.as_bytes()[text.value()]);
            bench.press("/").send(mirrordeck::app::message::Message::Pasted(shown.as_str().into()));
            let search = &bench.state.detail.search;
            let hits: Vec<_> = (0..search.len()).filter_map(|nth| search.hit(nth)).collect();
            prop_assert!(hits.contains(&nth) || shown.contains('\\'), "{shown} in {hits:?}");
            bench.press("<Esc>");
        }
    }

    #[test]
    fn the_beginning_of_a_text_can_be_read_by_itself(text in ".{0,60}", most in 1_usize..80) {
        let json = serde_json::to_string(&text).unwrap();
        let units = text.encode_utf16().map(|unit| format!("\\u{unit:04x}"));
        let ascii = units.collect::<Vec<_>>().concat();
        for json in [json, format!("\"{ascii}\"")] {
            let part = beginning(json.as_bytes(), most);
            prop_assert!(part.len() <= most);
            if part.len() < json.len() {
                let mut whole = part.to_vec();
                whole.push(b'"');
                let read: String = serde_json::from_slice(&whole).unwrap();
                prop_assert!(text.starts_with(&read));
            }
        }
    }
}

#[test]
fn only_lines_in_view_are_made_whatever_the_document() {
    use mirrordeck::view::view;
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;
    // 400,000 lines, each of which would take a SafeText of its own if it were made.
    let items = "1,".repeat(399_999);
    let mut bench = showing(&format!(
        r#"{{"state": {{"reported": {{"k": [{items}1]}}}}}}"#
    ));
    for keys in ["v", "v", "v"] {
        bench.press(keys);
        let mut terminal = Terminal::new(TestBackend::new(120, 36)).unwrap();
        for _ in 0..200 {
            terminal.draw(|frame| view(&bench.state, frame)).unwrap();
        }
    }
    let lines = bench.state.reading().unwrap().outline().lines.len();
    assert_eq!(lines, 400_000 + 8);
}

#[test]
fn a_text_is_as_wide_as_its_pieces() {
    let text = "온실 a\u{301} \u{202e}";
    let columns: usize = pieces(text.as_bytes(), 0).map(|piece| piece.columns).sum();
    let shown: String = pieces(text.as_bytes(), 0)
        .map(|piece| piece.shown.into_owned())
        .collect();
    assert_eq!(columns, width(&shown));
}

#[test]
fn a_value_that_looks_like_what_parts_it_from_its_key_is_found() {
    let mut bench = showing(&document(&serde_json::json!({ "": ":" })));
    bench.press("v/\":\"");
    assert_eq!(bench.state.detail.search.len(), 1);
}
