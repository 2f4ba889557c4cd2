//! However rows arrive: the order is that of a full sort of all that match.

use mirrordeck::app::message::Answer;
use mirrordeck::app::sweep::Column;
use mirrordeck::model::summary::{MirrorSummary, Summarized};
use proptest::prelude::*;

use super::{asked_facts, asked_names, over, summary, sweep};
use crate::support::fixtures::{Bench, NOW_MS, names};

const FILTERS: [&str; 5] = ["", "m", "mirror:m*", "drift:yes", "-mirror:n age:>3d"];

/// What may happen, in any order.
#[derive(Debug, Clone, Copy)]
enum Step {
    Names(usize, u8),
    Facts(usize, Option<(u8, i8, u8)>),
    Press(&'static str),
    Filter(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (any::<usize>(), 0_u8..8).prop_map(|(nth, mask)| Step::Names(nth, mask)),
        6 => (any::<usize>(), any::<Option<(u8, i8, u8)>>())
            .prop_map(|(nth, facts)| Step::Facts(nth, facts)),
        3 => prop::sample::select(vec!["s", "o", "c", "j", "G", "k", " ", "g"])
            .prop_map(Step::Press),
        1 => (0..FILTERS.len()).prop_map(Step::Filter),
    ];
    prop::collection::vec(step, 1..80)
}

fn apply(bench: &mut Bench, step: Step, open: &mut Open) {
    match step {
        Step::Names(nth, mask) if !open.names.is_empty() => {
            let (request, _) = open.names.remove(nth % open.names.len());
            let all = ["m", "mm", "n"];
            let list: Vec<_> = (0..3)
                .filter(|bit| mask & (1 << bit) != 0)
                .map(|bit| all[bit])
                .collect();
            bench.answer(request, Answer::Mirrors(Ok(names(&list))));
        }
        Step::Facts(nth, facts) if !open.facts.is_empty() => {
            let (request, _) = open.facts.remove(nth % open.facts.len());
            let found = match facts {
                None => Summarized::Absent,
                Some((version, days, differing)) => Summarized::Found(MirrorSummary {
                    last_report_ms: (days != 0).then_some(NOW_MS - i64::from(days) * 86_400_000),
                    bytes: u64::from(version % 4),
                    ..summary(u64::from(version), 0, u32::from(differing % 2))
                }),
            };
            bench.answer(request, Answer::Facts(Ok(found)));
        }
        Step::Press(keys) => {
            bench.press(keys);
        }
        Step::Filter(nth) => {
            bench.press(&format!("/<Ctrl-U>{}<Enter>", FILTERS[nth]));
        }
        _ => {}
    }
    open.names.extend(asked_names(bench));
    open.facts.extend(asked_facts(bench));
}

#[derive(Default)]
struct Open {
    names: Vec<(
        mirrordeck::app::message::RequestId,
        mirrordeck::model::device::DeviceName,
    )>,
    facts: Vec<(
        mirrordeck::app::message::RequestId,
        mirrordeck::model::mirror::MirrorId,
    )>,
}

fn shown(bench: &Bench) -> Vec<(String, bool)> {
    let rows = sweep(bench).rows_from(0);
    rows.map(|row| {
        (
            format!("{:?}", (row.device, row.mirror, row.facts)),
            row.is_marked,
        )
    })
    .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_order_is_that_of_a_full_sort(steps in steps()) {
        let devices: Vec<_> = (0..12).map(|nth| format!("d{}", (nth * 7) % 12)).collect();
        let mut bench = over(&devices.iter().map(String::as_str).collect::<Vec<_>>());
        let mut open = Open::default();
        open.names.extend(asked_names(&mut bench));
        for step in steps {
            let chosen = sweep(&bench).selected();
            let was_chosen = sweep(&bench).cursor.at > 0;
            let moves = matches!(step, Step::Press("j" | "G" | "k" | "g" | " "));
            apply(&mut bench, step, &mut open);
            // Whoever has chosen a row keeps it while it is shown.
            let still = chosen.as_ref().is_some_and(|chosen| {
                sweep(&bench).rows_from(0).any(|row| {
                    row.device == &chosen.device && row.mirror == &chosen.mirror
                })
            });
            if was_chosen && !moves && still {
                prop_assert_eq!(sweep(&bench).selected(), chosen);
            }
        }
        let arrived = shown(&bench);
        let progress = sweep(&bench).progress();
        let column = sweep(&bench).sort().column;
        // Two turns sort everything anew, twice.
        bench.press("oo");
        prop_assert_eq!(&shown(&bench), &arrived, "{:?}", column);
        let again = sweep(&bench).progress();
        prop_assert_eq!(
            (again.rows, again.shown, again.unknown),
            (progress.rows, progress.shown, progress.unknown)
        );
        if column == Column::Device && !sweep(&bench).sort().down {
            prop_assert!(sweep(&bench).rows_from(0).map(|row| row.device).is_sorted());
        }
    }
}
