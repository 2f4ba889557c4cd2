//! Plans that are saved, and opened again.

use mirrordeck::app::effect::Effect;
use mirrordeck::app::message::Answer;
use mirrordeck::app::plan::{RowState, Source};
use mirrordeck::app::state::{Overlay, Screen};
use mirrordeck::model::mirror::MirrorId;
use serde_json::{Value, json};

use crate::support::fixtures::{Bench, mirror_id};
use crate::support::runs::{facts, many};

fn targets() -> Vec<MirrorId> {
    vec![
        mirror_id("온실-7", None),
        mirror_id("온실-7", Some("default")),
        mirror_id("test\u{202e}bench", Some("예전 것")),
    ]
}

/// The bytes of a plan of [`targets`], each at version 7, as `e` saves it.
fn saved() -> Vec<u8> {
    let mut bench = Bench::open();
    bench.plan(&targets(), |_| Ok(facts(7)));
    save(&mut bench)
}

/// The bytes of the open plan, as `e` saves it.
pub fn save(bench: &mut Bench) -> Vec<u8> {
    bench.press("e<Enter>");
    let contents = bench.effects.iter().find_map(|effect| match effect {
        Effect::SaveFile { contents, .. } => Some(contents.clone()),
        _ => None,
    });
    contents.expect("a file").bytes()
}

/// A bench on which these bytes were opened as a plan.
fn opened(bytes: &[u8]) -> Bench {
    let mut bench = Bench::open();
    bench.press("To<Enter>");
    bench.answer_all(&Answer::FileRead(Ok(bytes.to_vec())));
    bench
}

fn refusal(bytes: &[u8]) -> String {
    let bench = opened(bytes);
    assert!(bench.state.plan.is_none());
    match &bench.state.overlay {
        Some(Overlay::Prompt(prompt)) => prompt.problem.as_ref().expect("words").to_string(),
        other => panic!("no prompt but {other:?}"),
    }
}

/// The saved plan with a change.
fn changed(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut plan: Value = serde_json::from_slice(&saved()).unwrap();
    change(&mut plan);
    plan.to_string().into_bytes()
}

#[test]
fn a_saved_plan_names_format_account_and_every_mirror_with_its_version() {
    let plan: Value = serde_json::from_slice(&saved()).unwrap();
    assert_eq!(plan["format"], "mirrordeck plan");
    assert_eq!(plan["version"], 1);
    assert_eq!(plan["account"]["base_url"], "https://host/v1");
    assert_eq!(
        plan["mirrors"],
        json!([
            { "device": "test\u{202e}bench", "mirror": "예전 것", "version": 7, "in": true },
            { "device": "온실-7", "mirror": null, "version": 7, "in": true },
            { "device": "온실-7", "mirror": "default", "version": 7, "in": true },
        ])
    );
}

#[test]
fn a_saved_plan_is_read_afresh_and_applied() {
    let mut bench = opened(&saved());
    assert_eq!(bench.state.screen(), Some(Screen::Plan));
    assert_eq!(bench.state.plan.as_ref().unwrap().source, Source::Saved);
    bench.read_facts(|_| Ok(facts(7))).draw();
    bench.press("<Tab>3<Enter>");
    assert_eq!(bench.the_run().1.items.len(), 3);
}

#[test]
fn a_saved_plan_never_takes_a_mirror_that_has_moved() {
    let mut bench = opened(&saved());
    let moved = mirror_id("온실-7", None);
    bench
        .read_facts(|target| Ok(facts(if *target == moved { 8 } else { 7 })))
        .draw();
    bench.press(" ");
    assert!(bench.notice().contains("stays out"), "{}", bench.notice());
    let plan = bench.state.plan.as_ref().unwrap();
    assert_eq!(plan.count(RowState::Moved), 1);
    bench.press("<Tab>2<Enter>");
    let (_, run, _) = bench.the_run();
    assert!(run.items.iter().all(|item| item.target != moved));
}

#[test]
fn what_was_taken_out_stays_out_and_without_a_version_for_good() {
    let bytes = changed(|plan| {
        plan["mirrors"][0]["in"] = json!(false);
        plan["mirrors"][1]["in"] = json!(false);
        plan["mirrors"][1]["version"] = Value::Null;
    });
    let mut bench = opened(&bytes);
    bench.read_facts(|_| Ok(facts(7))).draw();
    let count = |bench: &Bench, state| bench.state.plan.as_ref().unwrap().count(state);
    assert_eq!(count(&bench, RowState::OutByUser), 2);
    bench.press("  ");
    assert_eq!(count(&bench, RowState::OutByUser), 1);
    assert_eq!(count(&bench, RowState::In), 2);
}

#[test]
fn whatever_is_wrong_with_a_file_is_said_and_nothing_of_it_is_taken() {
    let row = json!({ "device": "a", "mirror": null, "version": 1, "in": true });
    for (bytes, words) in [
        (b"{".to_vec(), "no plan of mirrordeck"),
        (vec![0xff, 0xfe], "no plan of mirrordeck"),
        (b"[]".to_vec(), "no plan of mirrordeck"),
        (changed(|plan| plan["format"] = json!("x")), "no plan"),
        (changed(|plan| plan["kind"] = json!("restore")), "no plan"),
        (changed(|plan| plan["version"] = json!(2)), "form 2"),
        (
            changed(|plan| plan["account"]["base_url"] = json!("https://other/v1")),
            "another account",
        ),
        (
            changed(|plan| plan["account"]["key"] = json!("…9999")),
            "another account",
        ),
        (changed(|plan| plan["mirrors"] = json!([])), "no mirror"),
        (changed(|plan| plan["mirrors"] = json!([row, row])), "twice"),
        (
            changed(|plan| plan["mirrors"][0]["device"] = json!("")),
            "empty or too long",
        ),
        (
            changed(|plan| plan["mirrors"][0]["mirror"] = json!("")),
            "empty or too long",
        ),
        (
            changed(|plan| plan["mirrors"][0]["version"] = json!(-1)),
            "no plan of mirrordeck",
        ),
        (
            changed(|plan| plan["mirrors"][0]["version"] = json!(1.5)),
            "no plan of mirrordeck",
        ),
        (
            changed(|plan| plan["mirrors"][0]["version"] = Value::Null),
            "no version",
        ),
        (
            changed(|plan| plan["mirrors"][0]["force"] = json!(true)),
            "no plan of mirrordeck",
        ),
    ] {
        let said = refusal(&bytes);
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn a_name_that_got_lost_does_not_mean_the_default_mirror() {
    let bytes = changed(|plan| {
        plan["mirrors"][0].as_object_mut().unwrap().remove("mirror");
    });
    assert!(refusal(&bytes).contains("mirror"));
}

#[test]
fn names_in_a_refusal_are_safe_to_draw() {
    let bytes = changed(|plan| {
        plan["account"]["base_url"] = json!("\u{1b}]0;x\u{7}\u{202e}");
    });
    let said = refusal(&bytes);
    assert!(!said.chars().any(|c| c.is_control() || c == '\u{202e}'));
}

#[test]
fn a_plan_is_saved_only_once_everything_is_read() {
    let mut bench = Bench::open();
    bench.mark(&many(2)).press("<Tab>de<Enter>");
    let Some(Overlay::Prompt(prompt)) = &bench.state.overlay else {
        panic!("a prompt");
    };
    assert!(
        prompt
            .problem
            .as_ref()
            .unwrap()
            .to_string()
            .contains("still reading")
    );
}

#[test]
fn a_file_that_comes_after_its_line_was_closed_opens_nothing() {
    let mut bench = Bench::open();
    bench.press("To<Enter><Esc>");
    bench.answer_all(&Answer::FileRead(Ok(saved())));
    assert!(bench.state.plan.is_none());
}
