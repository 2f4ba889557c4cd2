//! What holds after any sequence of messages.

use std::collections::HashSet;

use mirrordeck::app::dialog::FreshRead;
use mirrordeck::app::effect::Effect;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::key::Key;
use mirrordeck::app::message::{Answer, Message};
use mirrordeck::app::state::Overlay;
use mirrordeck::i18n::Text;
use mirrordeck::model::error::{ApiError, NoAnswer};
use mirrordeck::model::mirror::MirrorRead;
use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::Listed;
use mirrordeck::view::view;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::support::fixtures::{
    Bench, deletion_end, device_page, found, kept_copy, names, restore_end,
};

#[derive(Debug, Clone)]
enum Step {
    Press(Key),
    Paste(String),
    Resize(u16, u16),
    Drawn,
    AnswerReads(bool),
    AnswerDelete(bool),
}

fn keys() -> impl Strategy<Value = Key> {
    prop_oneof![
        4 => prop::sample::select(vec![
            Key::Enter, Key::Esc, Key::Tab, Key::BackTab, Key::Up, Key::Down, Key::Left, Key::Right,
            Key::PageUp, Key::PageDown, Key::Home, Key::End, Key::Delete, Key::Backspace,
            Key::Ctrl('u'), Key::Other,
        ]),
        4 => prop::sample::select("jkglGhd/r? utyva".chars().collect::<Vec<_>>()).prop_map(Key::Char),
        1 => any::<char>().prop_map(Key::Char),
    ]
}

fn steps() -> impl Strategy<Value = Step> {
    prop_oneof![
        12 => keys().prop_map(Step::Press),
        1 => ".{0,12}".prop_map(Step::Paste),
        1 => (0_u16..130, 0_u16..40).prop_map(|(columns, rows)| Step::Resize(columns, rows)),
        4 => Just(Step::Drawn),
        3 => any::<bool>().prop_map(Step::AnswerReads),
        1 => any::<bool>().prop_map(Step::AnswerDelete),
    ]
}

fn silence() -> ApiError {
    ApiError::NoAnswer {
        why: NoAnswer::Broken,
        cause: Text::verbatim("reset"),
    }
}

/// Every deletion and restore under way ends with these words.
fn end_actions(bench: &mut Bench, deleted: Word, restored: Word) -> &mut Bench {
    for effect in bench.effects.clone() {
        match effect {
            Effect::DeleteMirror { order, .. } => {
                let end = deletion_end(&order.target, deleted, "");
                bench.answer_all(&Answer::Deleted(end));
            }
            Effect::RestoreMirror { order, .. } => {
                let end = restore_end(&order, restored);
                bench.answer_all(&Answer::Restored(end));
            }
            _ => {}
        }
    }
    bench
}

fn apply(bench: &mut Bench, step: Step) {
    match step {
        Step::Press(key) => bench.send(Message::Pressed(key)),
        Step::Paste(text) => bench.send(Message::Pasted(text.into())),
        Step::Resize(columns, rows) => bench.send(Message::Resized(Size { columns, rows })),
        Step::Drawn => bench.draw(),
        Step::AnswerReads(true) => {
            bench.answer_all(&Answer::Devices(Ok(device_page(0, 40, 40))));
            bench.answer_all(&Answer::Mirrors(Ok(names(&["a", "b", "\u{202e}"]))));
            bench.answer_all(&Answer::Mirror(Ok(found(5))));
            bench.answer_all(&Answer::LastCopy(Ok(Some(kept_copy(1, 9)))));
            bench.answer_all(&Answer::Copies(Ok(vec![Listed {
                id: kept_copy(1, 9).head.id.clone(),
                restored: false,
                worded: false,
            }])));
            bench.answer_all(&Answer::Copy(Ok(kept_copy(1, 9))));
            bench.answer_all(&Answer::Heads(vec![]))
        }
        Step::AnswerReads(false) => {
            bench.answer_all(&Answer::Devices(Err(silence())));
            bench.answer_all(&Answer::Mirrors(Err(silence())));
            bench.answer_all(&Answer::Mirror(Ok(MirrorRead::Absent)));
            bench.answer_all(&Answer::LastCopy(Ok(None)))
        }
        Step::AnswerDelete(true) => end_actions(bench, Word::Deleted, Word::Restored),
        Step::AnswerDelete(false) => end_actions(bench, Word::OutcomeUnknown, Word::NotRestored),
    };
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn nothing_is_deleted_that_was_not_shown_and_confirmed(
        steps in prop::collection::vec(steps(), 1..120)
    ) {
        let mut bench = Bench::open();
        let mut sent = HashSet::new();
        for (nth, step) in steps.into_iter().enumerate() {
            let confirms = matches!(step, Step::Press(Key::Enter));
            // What the dialog shows now, its fresh read included, has been drawn.
            let shown = match &bench.state.overlay {
                Some(Overlay::Delete(dialog)) if dialog.shown.to_be_drawn().is_none() => {
                    matches!(dialog.fresh, FreshRead::Found(_)).then(|| dialog.target.clone())
                }
                _ => None,
            };
            // Where something stands, the question of overwriting it has been seen.
            let restorable = match &bench.state.overlay {
                Some(Overlay::Restore(dialog)) if dialog.shown.to_be_drawn().is_none() => {
                    match &dialog.now {
                        FreshRead::Absent => Some((dialog.copy.clone(), None)),
                        FreshRead::Found(now) if dialog.overwrites => {
                            Some((dialog.copy.clone(), now.document.version))
                        }
                        _ => None,
                    }
                }
                _ => None,
            };
            let waiting = bench.state.action.is_some();
            apply(&mut bench, step);
            for effect in &bench.effects {
                if let Effect::DeleteMirror { request, order } = effect
                    && sent.insert(*request)
                {
                    prop_assert!(confirms, "only Enter sends a DELETE");
                    prop_assert!(!waiting, "one at a time");
                    prop_assert_eq!(Some(&order.target), shown.as_ref());
                    prop_assert!(bench.state.size.is_enough());
                }
                if let Effect::RestoreMirror { request, order } = effect
                    && sent.insert(*request)
                {
                    prop_assert!(confirms, "only Enter sends a POST");
                    prop_assert!(!waiting, "one at a time");
                    let version = order.overwrite.as_ref().map(|over| over.version);
                    prop_assert_eq!(Some((order.copy.clone(), version)), restorable.clone());
                }
            }
            if nth % 8 != 0 {
                continue; // drawing is most of the cost
            }
            let Size { columns, rows } = bench.state.size;
            let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
            terminal.draw(|frame| view(&bench.state, frame)).unwrap();
            for cell in &terminal.backend().buffer().content {
                let bare = cell.symbol().chars().any(|c| c.is_control() || c == '\u{202e}');
                prop_assert!(!bare, "{:?}", cell.symbol());
            }
        }
    }
}
