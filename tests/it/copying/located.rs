//! From a row of the comparison back to the document.

use mirrordeck::model::mirror::MirrorReading;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::fixtures::{NOW_MS, document};

fn reading(desired: Value, reported: Value) -> MirrorReading {
    MirrorReading::new(document(Some(1), desired, reported), NOW_MS)
}

/// Path and values of every row.
fn rows(reading: &MirrorReading) -> Vec<(String, Option<&Value>, Option<&Value>)> {
    let rows = 0..reading.comparison.rows.len();
    let located = rows.map(|row| {
        let found = reading.comparison.locate(&reading.document, row).unwrap();
        (found.path, found.desired, found.reported)
    });
    located.collect()
}

#[test]
fn every_row_leads_back_to_its_values() {
    let reading = reading(
        json!({ "net": { "ssid": "a" }, "stops": [1, { "x": null }], "a.b": { "": 1 } }),
        json!({ "net": { "rssi": -61 }, "stops": [1], "열쇠": "\u{1b}", "two words": 2 }),
    );
    let rows = rows(&reading);
    let paths: Vec<_> = rows.iter().map(|(path, ..)| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            r#"["a.b"]"#,
            r#"["a.b"][""]"#,
            "net",
            "net.rssi",
            "net.ssid",
            "stops",
            "stops[0]",
            "stops[1]",
            "stops[1].x",
            r#"["two words"]"#,
            "열쇠",
        ]
    );
    assert_eq!(rows[3], ("net.rssi".to_owned(), None, Some(&json!(-61))));
    assert_eq!(rows[8].1, Some(&Value::Null));
    assert_eq!(rows[10].2, Some(&json!("\u{1b}")));
}

#[test]
fn halves_that_are_no_trees_are_found_whole() {
    let reading = reading(json!("text"), json!({ "a": 1 }));
    assert_eq!(
        rows(&reading),
        [(
            String::new(),
            Some(&json!("text")),
            Some(&json!({ "a": 1 }))
        )]
    );
}

#[test]
fn rows_of_another_document_lead_nowhere() {
    let one = reading(json!({ "a": 1, "b": 2 }), json!({}));
    let other = reading(json!({ "b": 1, "c": 2 }), json!({}));
    assert_eq!(one.comparison.locate(&other.document, 0), None);
    assert_eq!(one.comparison.locate(&one.document, 2), None);
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<i32>().prop_map(Value::from),
        "[a-c\"\\. 온]{0,3}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-c\\. 온]{0,2}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn every_leaf_of_any_document_shows_what_is_located(
        desired in any_json(),
        reported in any_json(),
    ) {
        let reading = reading(desired, reported);
        for (nth, row) in reading.comparison.rows.iter().enumerate() {
            let found = reading.comparison.locate(&reading.document, nth).unwrap();
            prop_assert_eq!(found.desired.is_some(), row.desired.is_some());
            prop_assert_eq!(found.reported.is_some(), row.reported.is_some());
        }
        let mut paths: Vec<_> = rows(&reading).into_iter().map(|(path, ..)| path).collect();
        let all = paths.len();
        paths.sort_unstable();
        paths.dedup();
        prop_assert_eq!(paths.len(), all);
    }
}
