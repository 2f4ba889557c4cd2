//! The document of a mirror as a file.

mod journeys;
mod writing;

use std::sync::Arc;

use mirrordeck::app::effect::Effect;
use mirrordeck::app::message::{Answer, RequestId};
use mirrordeck::app::prompt::Overwrite;
use mirrordeck::app::state::Overlay;
use mirrordeck::model::mirror::{MirrorRead, MirrorReading};
use mirrordeck::model::user_file::{Contents, FileProblem};
use serde_json::json;

use crate::support::fixtures::{Bench, NOW_MS, document};

/// The file that is to be written: question, path, contents, and whether over another one.
fn file(bench: &mut Bench) -> (RequestId, String, Contents, bool) {
    let place = bench
        .effects
        .iter()
        .position(|effect| matches!(effect, Effect::SaveFile { .. }))
        .expect("a file is written");
    match bench.effects.remove(place) {
        Effect::SaveFile {
            request,
            path,
            contents,
            overwrite,
        } => (request, path, contents, overwrite),
        _ => unreachable!(),
    }
}

fn question(bench: &Bench) -> Option<&Overwrite> {
    match &bench.state.overlay {
        Some(Overlay::Prompt(prompt)) => prompt.overwrite.as_ref(),
        other => panic!("no line but {other:?}"),
    }
}

/// A bench on which the file is there already.
fn asked() -> Bench {
    let mut bench = Bench::open();
    bench.press("<Tab>jx<Enter>");
    let (request, _, _, overwrite) = file(&mut bench);
    assert!(!overwrite);
    bench.answer(request, Answer::Saved(Err(FileProblem::AlreadyThere)));
    bench
}

#[test]
fn the_bytes_of_the_reply_go_to_the_file_under_a_name_that_says_what_it_is() {
    let mut bench = Bench::open();
    bench.press("<Tab>jx");
    let body = bench.state.reading().unwrap().document.body.clone();
    // What is read meanwhile is not what the user saw.
    let other = MirrorReading::new(document(Some(11), json!({ "a": 1 }), json!({})), NOW_MS);
    bench.answer_all(&Answer::Mirror(Ok(MirrorRead::Found(Arc::new(other)))));
    bench.press("<Enter>");
    let (request, path, contents, overwrite) = file(&mut bench);
    assert_eq!(path, "greenhouse-06.firmware.v10.json");
    assert_eq!(contents.bytes(), *body);
    assert!(!overwrite);
    bench.answer(request, Answer::Saved(Ok(format!("/home/me/{path}"))));
    assert!(bench.state.overlay.is_none());
    assert_eq!(
        bench.notice(),
        "saved /home/me/greenhouse-06.firmware.v10.json"
    );
}

#[test]
fn the_detail_saves_what_it_shows() {
    let mut bench = Bench::open();
    bench.press("<Tab><Tab>x<Enter>");
    assert_eq!(file(&mut bench).1, "greenhouse-06.v10.json");
}

#[test]
fn without_a_document_there_is_nothing_to_save() {
    let mut bench = Bench::with_rows(&[]);
    bench.press("<Tab>x");
    assert!(bench.state.overlay.is_none());
    assert!(bench.notice().starts_with("there is no document to save"));
}

#[test]
fn no_run_of_enter_alone_overwrites() {
    let mut bench = asked();
    for _ in 0..50 {
        bench.press("<Enter>");
        let there = FileProblem::AlreadyThere;
        for effect in std::mem::take(&mut bench.effects) {
            if let Effect::SaveFile {
                request, overwrite, ..
            } = effect
            {
                assert!(!overwrite);
                bench.answer(request, Answer::Saved(Err(there.clone())));
            }
        }
    }
}

#[test]
fn the_other_button_overwrites_once_the_question_could_be_read() {
    let mut bench = asked();
    // Keys that were on their way before it stood on the screen.
    for key in crate::support::stage::parse_keys("<Tab><Enter>") {
        bench.send(mirrordeck::app::message::Message::Pressed(key));
    }
    let saves = |effect: &Effect| matches!(effect, Effect::SaveFile { .. });
    assert!(!bench.effects.iter().any(saves));
    assert!(!question(&bench).unwrap().is_chosen);
    bench.draw().press("<Tab><Enter>");
    let (request, path, _, overwrite) = file(&mut bench);
    assert!(overwrite);
    bench.answer(request, Answer::Saved(Ok(path)));
    assert!(bench.state.overlay.is_none());
}

#[test]
fn another_name_is_asked_about_anew() {
    for keys in [
        "<Tab>x<Enter>",
        "<Enter>x<Enter>",
        "<Esc>x<Enter>",
        "<Right>x<Enter>",
    ] {
        let mut bench = asked();
        bench.draw().press(keys);
        let (_, path, _, overwrite) = file(&mut bench);
        assert_eq!(path, "greenhouse-06.firmware.v10.jsonx", "{keys}");
        assert!(!overwrite, "{keys}");
    }
    let mut bench = asked();
    bench.draw().press("<Esc>");
    assert_eq!(question(&bench), None);
    bench.press("<Esc>");
    assert!(bench.state.overlay.is_none());
}

#[test]
fn an_answer_for_a_line_that_was_closed_is_none_for_the_next_one() {
    let mut bench = Bench::open();
    bench.press("<Tab>jx<Enter>");
    let (first, ..) = file(&mut bench);
    bench.press("<Esc>x<Ctrl-U>other.json");
    bench.answer(first, Answer::Saved(Err(FileProblem::AlreadyThere)));
    assert_eq!(question(&bench), None, "nobody asked about other.json");
    assert!(bench.notice().contains("it is there already"));
    bench.press("<Esc>x<Enter>");
    let (second, ..) = file(&mut bench);
    bench.press("<Esc>x");
    bench.answer(second, Answer::Saved(Ok("/home/me/a.json".to_owned())));
    assert!(bench.state.overlay.is_some(), "the third line stays open");
    assert_eq!(bench.notice(), "saved /home/me/a.json");
}

#[test]
fn a_question_that_was_answered_halfway_is_seen_again_after_a_stop() {
    let mut bench = asked();
    bench.draw().press("<Tab>");
    assert!(question(&bench).unwrap().is_chosen);
    bench.send(mirrordeck::app::message::Message::Continued);
    let enter = || mirrordeck::app::message::Message::Pressed(mirrordeck::app::key::Key::Enter);
    bench.send(enter());
    let saves = |effect: &Effect| matches!(effect, Effect::SaveFile { .. });
    assert!(!bench.effects.iter().any(saves), "typed at the shell");
    bench.draw().send(enter());
    assert!(bench.effects.iter().any(saves));
}
