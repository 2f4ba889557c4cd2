//! Whatever is open, and wherever the mouse is used.

use mirrordeck::app::effect::Effect;
use mirrordeck::app::message::{Answer, Message};
use mirrordeck::app::mouse::{Mouse, MouseKind};
use mirrordeck::app::state::{End, Overlay};
use mirrordeck::model::record::Listed;
use mirrordeck::view::pointed;
use proptest::prelude::*;

use crate::support::fixtures::{Bench, found, kept_copy};
use crate::support::runs::{many, record};

/// Keys that lead to each screen and dialog; a run is under way, so that leaving asks first.
const WAYS: [&str; 19] = [
    "",
    "<Tab>",
    "<Tab><Tab>",
    "/green",
    "<Tab>jd",
    "<Tab> j d",
    "<Tab> j d<Tab>1",
    " S",
    "<Tab>jd<Tab><Tab><Tab>",
    "u",
    "u<Tab><Tab>",
    "t",
    "t<Tab>",
    "tu<Tab><Tab>",
    "T",
    "T<Enter>",
    "To",
    "?",
    "q",
];

fn bench(way: &str) -> Bench {
    let mut bench = Bench::open();
    let plan = record(1, &many(30), vec![]).plan;
    bench.state.tasks.begin(plan, false);
    bench.press(way);
    answer(&mut bench);
    bench
}

fn answer(bench: &mut Bench) {
    bench.answer_all(&Answer::Mirror(Ok(found(10))));
    bench.answer_all(&Answer::LastCopy(Ok(Some(kept_copy(1, 9)))));
    bench.answer_all(&Answer::Copies(Ok(vec![Listed {
        id: kept_copy(1, 9).head.id.clone(),
        restored: false,
        worded: false,
    }])));
    bench.answer_all(&Answer::Copy(Ok(kept_copy(1, 9))));
    bench.draw();
}

fn mice() -> impl Strategy<Value = (Mouse, bool)> {
    let kinds = [
        MouseKind::Press,
        MouseKind::Press,
        MouseKind::Drag,
        MouseKind::Release,
        MouseKind::WheelUp,
        MouseKind::WheelDown,
    ];
    let kind = prop::sample::select(kinds.to_vec());
    // More often where the dialogs and their buttons are; sometimes twice.
    let at = prop_oneof![(0..130_u16, 0..40_u16), (40..80_u16, 10..28_u16)];
    (kind, at, any::<bool>())
        .prop_map(|(kind, (column, row), twice)| (Mouse { kind, column, row }, twice))
}

fn changes(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::DeleteMirror { .. }
            | Effect::RestoreMirror { .. }
            | Effect::SaveFile { .. }
            | Effect::RunTask { .. }
            | Effect::ControlTask { .. }
            | Effect::CloseAction { .. }
            | Effect::CloseTask { .. }
            | Effect::Suspend
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn no_mouse_changes_or_ends_anything(
        way in prop::sample::select(WAYS.to_vec()),
        mice in prop::collection::vec(mice(), 1..60),
    ) {
        let mut bench = bench(way);
        let overwrites = |bench: &Bench| match &bench.state.overlay {
            Some(Overlay::Restore(dialog)) => dialog.overwrites,
            _ => false,
        };
        let asked = overwrites(&bench);
        for (mouse, twice) in mice {
            for _ in 0..=usize::from(twice) {
                let message = pointed(&bench.state, mouse);
                bench.send(message);
                for effect in &bench.effects {
                    prop_assert!(!changes(effect), "{way} {mouse:?}: {effect:?}");
                }
                prop_assert_eq!(bench.state.end, End::Running);
                prop_assert!(asked || !overwrites(&bench), "{} {:?}", way, mouse);
                prop_assert!(bench.state.action.is_none());
                answer(&mut bench);
            }
            bench.send(Message::Mouse(Mouse { kind: MouseKind::Release, ..mouse }));
        }
    }
}
