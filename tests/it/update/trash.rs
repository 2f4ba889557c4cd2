//! The trash: listing, heads, preview, filter.

use std::sync::Arc;

use mirrordeck::app::effect::Effect;
use mirrordeck::app::message::{Answer, Message, Wake};
use mirrordeck::app::state::Overlay;
use mirrordeck::app::trash::TrashView;
use mirrordeck::i18n::Text;
use mirrordeck::model::mirror::MirrorRead;
use mirrordeck::model::record::{ActionId, Listed, StorageProblem};
use mirrordeck::model::restore::KeptCopy;

use crate::support::fixtures::{Bench, NOW_MS, found, kept_copy_of, mirror_id};

fn id(nth: u64) -> ActionId {
    ActionId::new(NOW_MS + i64::try_from(nth).unwrap(), nth)
}

/// The copy of a mirror named after its number.
fn copy(nth: u64) -> Arc<KeptCopy> {
    let target = mirror_id(&format!("device-{nth}"), Some("legacy"));
    let mut copy = (*kept_copy_of(&target, nth, 10)).clone();
    copy.head.id = id(nth);
    Arc::new(copy)
}

fn trash(bench: &Bench) -> &TrashView {
    bench.state.trash.as_ref().expect("the trash is open")
}

/// Answers what the trash asks of the disk.
fn serve(bench: &mut Bench) {
    loop {
        let found = bench.effects.iter().position(|effect| {
            matches!(effect, Effect::ReadHeads { .. } | Effect::FetchCopy { .. })
        });
        let Some(place) = found else { return };
        match bench.effects.remove(place) {
            Effect::ReadHeads { request, ids } => {
                let head = |id: ActionId| {
                    let copy = copy(u64::try_from(id.at_ms() - NOW_MS).unwrap());
                    (id, Ok((copy.head.clone(), copy.fate.clone())))
                };
                let heads = ids.into_iter().map(head).collect();
                bench.answer(request, Answer::Heads(heads));
            }
            Effect::FetchCopy { request, id } => {
                let copy = copy(u64::try_from(id.at_ms() - NOW_MS).unwrap());
                bench.answer(request, Answer::Copy(Ok(copy)));
            }
            other => panic!("{other:?}"),
        }
    }
}

/// The trash with so many copies, the newest selected.
fn opened(copies: u64) -> Bench {
    let mut bench = Bench::open();
    bench.press("t");
    let listed = (0..copies).rev().map(|nth| Listed {
        id: id(nth),
        restored: false,
        worded: false,
    });
    bench.answer_all(&Answer::Copies(Ok(listed.collect())));
    rest(&mut bench);
    bench
}

fn rest(bench: &mut Bench) {
    let generation = bench.state.generation;
    bench.send(Message::Woke(Wake::Rested(generation)));
}

#[test]
fn only_the_heads_in_view_are_read() {
    let mut bench = opened(100_000);
    let asked: usize = bench
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::ReadHeads { ids, .. } => Some(ids.len()),
            _ => None,
        })
        .sum();
    assert!(asked > 10 && asked < 60, "{asked}");
    serve(&mut bench);
    bench.press("G");
    serve(&mut bench);
    assert!(trash(&bench).head(&id(0)).is_some());
    assert!(trash(&bench).head(&id(50_000)).is_none());
}

#[test]
fn a_filter_finds_what_was_not_read_yet() {
    let mut bench = opened(5_000);
    bench.press("/device-12<Enter>");
    serve(&mut bench);
    let trash = trash(&bench);
    assert!(!trash.is_searching());
    // device-12, device-120 to 129, device-1200 to 1299
    assert_eq!(trash.len(), 111);
    bench.press("<Esc>");
    assert_eq!(
        bench.state.trash.as_ref().unwrap().len(),
        5_000,
        "Esc clears the filter"
    );
}

#[test]
fn the_preview_reads_what_stands_now_once_the_selection_rests() {
    let mut bench = opened(3);
    serve(&mut bench);
    bench.effects.clear();
    bench.press("jk");
    let reads = |effect: &Effect| matches!(effect, Effect::FetchCopy { .. });
    assert!(
        !bench.effects.iter().any(reads) && bench.viewed().is_empty(),
        "nothing is read while the selection moves"
    );
    rest(&mut bench);
    serve(&mut bench);
    assert_eq!(bench.viewed(), [mirror_id("device-2", Some("legacy"))]);
    bench.answer_all(&Answer::Mirror(Ok(found(12))));
    let difference = trash(&bench).selected.as_ref().unwrap().difference.clone();
    assert_eq!(
        difference.unwrap().total,
        0,
        "the same state at another version"
    );
    bench.press("j");
    rest(&mut bench);
    serve(&mut bench);
    bench.answer_all(&Answer::Mirror(Ok(MirrorRead::Absent)));
    assert!(
        trash(&bench)
            .selected
            .as_ref()
            .unwrap()
            .difference
            .is_none()
    );
}

#[test]
fn u_and_enter_open_the_restore_dialog_on_the_selected_copy() {
    for key in ["u", "<Enter>"] {
        let mut bench = opened(3);
        serve(&mut bench);
        bench.press("j");
        rest(&mut bench);
        serve(&mut bench);
        bench.press(key);
        let Some(Overlay::Restore(dialog)) = &bench.state.overlay else {
            panic!("{key}: {:?}", bench.state.overlay)
        };
        assert_eq!(dialog.copy.head.id, id(1));
        bench.press("<Esc>");
        assert!(bench.state.trash.is_some(), "the trash is still there");
    }
}

#[test]
fn a_damaged_copy_is_shown_as_such_and_not_brought_back() {
    let mut bench = opened(1);
    let problem = StorageProblem(Text::verbatim("the copy is cut short"));
    bench.answer_all(&Answer::Copy(Err(problem)));
    bench.press("u");
    assert!(bench.state.overlay.is_none());
    assert!(bench.notice().contains("cut short"), "{}", bench.notice());
}

#[test]
fn esc_leads_out_step_by_step() {
    let mut bench = opened(3);
    serve(&mut bench);
    bench.press("/legacy<Enter><Tab>");
    bench.press("<Esc>");
    assert!(bench.state.trash.is_some(), "out of the preview");
    bench.press("<Esc>");
    assert_eq!(trash(&bench).filter(), "");
    bench.press("<Esc>");
    assert!(bench.state.trash.is_none());
}

#[test]
fn a_trash_that_cannot_be_listed_says_why() {
    let mut bench = Bench::open();
    bench.press("t");
    let problem = StorageProblem(Text::verbatim("permission denied"));
    bench.answer_all(&Answer::Copies(Err(problem.clone())));
    assert_eq!(trash(&bench).problem, Some(problem));
}

#[test]
fn the_selection_stays_with_its_copy_when_the_list_changes() {
    let mut bench = opened(3);
    serve(&mut bench);
    bench.press("j");
    let before = trash(&bench).current().cloned();
    bench.press("r");
    let listed = (0..6).rev().map(|nth| Listed {
        id: id(nth),
        restored: false,
        worded: false,
    });
    bench.answer_all(&Answer::Copies(Ok(listed.collect())));
    assert_eq!(trash(&bench).current().cloned(), before);
}
