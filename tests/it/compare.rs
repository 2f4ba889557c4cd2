//! Desired beside reported.

use std::sync::Arc;

use mirrordeck::model::compare::{Comparison, compare};
use mirrordeck::model::mirror::MirrorDocument;
use serde_json::{Value, json};

fn compared(desired: Value, reported: Value) -> Comparison {
    with_metadata(desired, reported, Value::Null, Value::Null)
}

fn with_metadata(
    desired: Value,
    reported: Value,
    metadata_desired: Value,
    metadata_reported: Value,
) -> Comparison {
    let given = |value: Value| Some(value).filter(|value| !value.is_null());
    compare(&MirrorDocument {
        version: None,
        timestamp_ms: None,
        desired: given(desired),
        reported: given(reported),
        metadata_desired: given(metadata_desired),
        metadata_reported: given(metadata_reported),
        body: Arc::from(*b""),
    })
}

/// Keys with a mark where they differ, indented by depth.
fn sketch(comparison: &Comparison) -> Vec<String> {
    let line = |row: &mirrordeck::model::compare::CompareRow| {
        let mark = if row.differs { "!" } else { "" };
        format!("{}{}{mark}", " ".repeat(row.depth), row.key)
    };
    comparison.rows.iter().map(line).collect()
}

#[test]
fn a_key_differs_when_it_was_asked_for_and_not_reported_so() {
    for (desired, reported, differing) in [
        (json!({"a": 1}), json!({"a": 1}), 0),
        (json!({"a": 1}), json!({"a": 2}), 1),
        (json!({"a": 1}), json!({}), 1),
        (json!({"a": 1}), Value::Null, 1),
        (json!({}), json!({"a": 1}), 0),
        (Value::Null, json!({"a": 1}), 0),
        (json!({"a": 1}), json!({"a": "1"}), 1),
        (json!({"a": null}), json!({"a": null}), 0),
        (json!({"a": {"b": 1}}), json!({"a": 1}), 1),
        (json!({"a": {}}), json!({"a": {"b": 1}}), 0),
    ] {
        let comparison = compared(desired.clone(), reported.clone());
        assert_eq!(comparison.differing, differing, "{desired} {reported}");
    }
}

#[test]
fn numbers_differ_by_value_and_not_by_writing() {
    let tree = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    for (desired, reported, differing) in [
        (r#"{"a": 20}"#, r#"{"a": 2.0e1}"#, 0),
        (r#"{"a": [20]}"#, r#"{"a": [20.0]}"#, 0),
        (
            r#"{"a": 9007199254740993}"#,
            r#"{"a": 9007199254740992}"#,
            1,
        ),
    ] {
        let comparison = compared(tree(desired), tree(reported));
        assert_eq!(comparison.differing, differing, "{desired}");
    }
}

#[test]
fn an_array_is_equal_as_a_whole_or_not_at_all() {
    for (desired, reported, differing) in [
        (json!([1, 2]), json!([1, 2]), 0),
        (json!([1]), json!([1, 2]), 1),
        (json!([1, 2]), json!([1]), 1),
        (json!([]), json!([1]), 1),
        (json!([]), json!([]), 0),
        (json!([{"x": 1}]), json!([{"x": 1, "y": 2}]), 1),
        (Value::Null, json!([1]), 1),
    ] {
        let comparison = compared(json!({"a": desired}), json!({"a": reported}));
        assert_eq!(comparison.differing, differing, "{desired} {reported}");
    }
    // Reported only, and not part of anything asked for.
    assert_eq!(compared(json!({}), json!({"a": [1]})).differing, 0);
}

#[test]
fn rows_stand_depth_first_with_keys_in_order() {
    let comparison = compared(
        json!({"b": {"y": 1, "x": {"deep": true}}, "한": 1}),
        json!({"b": {"y": 2}, "a": [1, {"k": 0}], "한": 1}),
    );
    assert_eq!(
        sketch(&comparison),
        [
            "a", " [0]", " [1]", "  k", "b", " x", "  deep!", " y!", "한"
        ]
    );
    assert_eq!((comparison.keys, comparison.differing), (5, 2));
}

#[test]
fn values_show_their_type() {
    let comparison = compared(
        json!({"a": "on", "b": "7", "c": "", "d": " x", "e": [], "f": {}, "g": null, "h": "\u{1b}"}),
        json!({"a": {"k": 1}, "b": [1, 2]}),
    );
    let cell = |text: Option<&mirrordeck::model::cell::Cell>| {
        text.map_or_else(String::new, |text| text.in_words().into_owned())
    };
    let desired: Vec<_> = comparison
        .rows
        .iter()
        .map(|row| cell(row.desired.as_ref()))
        .collect();
    assert_eq!(
        desired,
        [
            "on", "\"7\"", "\"\"", "\" x\"", "[]", "{}", "null", "\\u{1b}"
        ]
    );
    assert_eq!(cell(comparison.rows[0].reported.as_ref()), "{1 key}");
    assert_eq!(cell(comparison.rows[1].reported.as_ref()), "[2 items]");
}

#[test]
fn a_half_that_is_no_object_is_one_row() {
    assert_eq!(compared(json!({}), Value::Null).rows, []);
    assert_eq!(compared(json!([]), json!({})).rows, []);
    for (desired, reported) in [
        (json!(7), Value::Null),
        (json!({}), json!("odd")),
        (json!([]), json!({"a": 1})),
    ] {
        assert_eq!(compared(desired, reported).rows.len(), 1);
    }
}

#[test]
fn times_come_from_the_metadata() {
    let comparison = with_metadata(
        json!({"a": 1, "timestamp": 2}),
        json!({"a": 1, "list": [1]}),
        json!({"a": {"timestamp": 1_700_000_100}, "timestamp": {"timestamp": "1700000101"}}),
        json!({"a": {"timstamp": 1_700_000_088_000_u64}, "list": [{"timestamp": 1_700_000_089}]}),
    );
    let times: Vec<_> = comparison
        .rows
        .iter()
        .map(|row| (row.desired_ms, row.reported_ms))
        .collect();
    assert_eq!(
        times,
        [
            (Some(1_700_000_100_000), Some(1_700_000_088_000)),
            (None, None),
            (None, Some(1_700_000_089_000)),
            (Some(1_700_000_101_000), None),
        ]
    );
    assert_eq!(comparison.last_report_ms, Some(1_700_000_089_000));
}

#[test]
fn a_huge_array_is_counted_in_full_and_kept_in_part() {
    let items = vec![json!(0); 50_000];
    let comparison = compared(json!({ "list": items }), json!({ "list": [] }));
    assert_eq!((comparison.keys, comparison.differing), (50_000, 50_000));
    assert_eq!(comparison.rows.len() + comparison.left_out, 50_001);
    assert!(comparison.rows.len() <= 20_000);
}
