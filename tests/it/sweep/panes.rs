//! What the panes know from a sweep, and what the sweep learns from elsewhere.

use mirrordeck::app::effect::Effect;
use mirrordeck::app::message::{Answer, Message, Wake};
use mirrordeck::app::state::Pane;
use mirrordeck::model::mirror::MirrorId;
use mirrordeck::model::outcome::Word;
use mirrordeck::model::summary::Summarized;

use super::{only_named, over, rows, serve, summary, sweep};
use crate::support::fixtures::{Bench, deletion_end, found, mirror_id};
use crate::support::glass::Glass;

fn rest(bench: &mut Bench) {
    let generation = bench.state.generation;
    bench.send(Message::Woke(Wake::Rested(generation)));
}

fn screen(bench: &Bench) -> String {
    let mut glass = Glass::new(120, 36);
    glass.draw(&bench.state);
    glass.text()
}

fn swept_with_facts() -> Bench {
    let mut bench = over(&["a", "b"]);
    bench.press("c");
    let facts = |target: &MirrorId| {
        Ok(match target.mirror.shown() {
            "default" => Summarized::Absent,
            _ => Summarized::Found(summary(77, 214, 2)),
        })
    };
    serve(&mut bench, |_| vec!["firmware", "legacy", "tuning"], facts);
    bench.effects.clear();
    bench
}

#[test]
fn names_that_a_sweep_has_are_not_asked_for_again() {
    let mut bench = swept_with_facts();
    bench.press("<Esc>j");
    rest(&mut bench);
    let lists = bench
        .effects
        .iter()
        .filter(|effect| matches!(effect, Effect::ListMirrors { .. }));
    assert_eq!(lists.count(), 0);
    assert_eq!(
        bench.state.mirrors.rows(),
        4,
        "the default one and three named"
    );
    assert_eq!(
        bench.viewed(),
        [mirror_id("b", None)],
        "only the selected one"
    );
    let screen = screen(&bench);
    assert!(screen.contains("v77  214 d ago  ≠ 2"), "{screen}");
}

#[test]
fn r_still_reads_afresh() {
    let mut bench = swept_with_facts();
    bench.press("<Esc>j");
    rest(&mut bench);
    bench.answer_all(&Answer::Mirror(Ok(found(3))));
    bench.press("<Tab>r");
    let lists = bench
        .effects
        .iter()
        .filter(|effect| matches!(effect, Effect::ListMirrors { .. }));
    assert_eq!(lists.count(), 1);
    assert_eq!(bench.viewed().len(), 4);
}

#[test]
fn what_the_panes_read_the_table_knows() {
    let mut bench = over(&["a", "b"]);
    serve(&mut bench, |_| vec!["firmware"], only_named);
    bench.press("<Esc>j");
    rest(&mut bench);
    bench.press("<Tab>j");
    rest(&mut bench);
    bench.answer_all(&Answer::Mirror(Ok(found(42))));
    let known = sweep(&bench).known(&mirror_id("b", Some("firmware")));
    assert!(matches!(known, Some(Summarized::Found(facts)) if facts.version == Some(42)));
    assert_eq!(
        rows(&bench),
        ["a/firmware", "b/◆", "b/firmware"],
        "the default one was seen"
    );
}

#[test]
fn a_deleted_mirror_leaves_the_table_and_takes_its_mark_along() {
    let mut bench = Bench::open();
    bench.press("S");
    serve(&mut bench, |_| vec!["firmware", "legacy"], only_named);
    bench.press(" j <Esc>");
    assert_eq!(bench.state.marks.mirror_count(), 2);
    let target = mirror_id("greenhouse-06", Some("firmware"));
    let request = bench.state.ask(mirrordeck::app::state::Question::Action);
    bench.answer(
        request,
        Answer::Deleted(deletion_end(&target, Word::Deleted, "")),
    );
    assert!(!rows(&bench).contains(&"greenhouse-06/firmware".to_owned()));
    assert_eq!(bench.state.marks.mirror_count(), 1);
    assert_eq!(sweep(&bench).hidden_marks(1), 0);
    assert!(sweep(&bench).known(&target).is_none());
}

#[test]
fn enter_goes_to_the_mirror_in_the_panes() {
    let mut bench = swept_with_facts();
    bench.press("/device:b mirror:legacy<Enter><Enter>");
    assert!(bench.state.screens.is_empty());
    assert_eq!(bench.state.focus, Pane::Mirrors);
    assert_eq!(
        bench.state.mirrors.selected(),
        Some(mirror_id("b", Some("legacy")))
    );
    assert_eq!(
        bench.viewed(),
        [mirror_id("b", Some("legacy"))],
        "its detail is read"
    );
}

#[test]
fn a_device_outside_the_filter_of_the_pane_is_found() {
    let mut bench = over(&["qa", "qb"]);
    serve(&mut bench, |_| vec!["firmware"], only_named);
    // The second device is marked, and swept alone.
    bench.press("<Esc>gj S");
    assert_eq!(sweep(&bench).devices(), 1);
    serve(&mut bench, |_| vec!["firmware"], only_named);
    bench.press("<Esc>/qa<Enter>");
    bench
        .state
        .open_screen(mirrordeck::app::state::Screen::Sweep);
    bench.press("<Enter>");
    assert_eq!(bench.selected_device(), "qb");
}
