//! A sweep: its language, what it asks, and what it shows.

mod arrival;
mod demand;
mod export;
mod failing;
mod halting;
mod language;
mod marks;
mod order;
mod panes;
pub mod screens;
mod speed;

use mirrordeck::app::effect::Effect;
use mirrordeck::app::message::{Answer, RequestId};
use mirrordeck::app::sweep::Sweep;
use mirrordeck::i18n::Text;
use mirrordeck::model::device::DeviceName;
use mirrordeck::model::error::{ApiError, NotSent};
use mirrordeck::model::mirror::{MirrorId, MirrorName};
use mirrordeck::model::summary::{MirrorSummary, Summarized};
use mirrordeck::model::text::SafeText;

use crate::support::fixtures::{Bench, NOW_MS, names};

const DAY_MS: i64 = 86_400_000;

/// Facts with an age in days, and so many differing keys.
fn summary(version: u64, days: i64, differing: u32) -> MirrorSummary {
    MirrorSummary {
        version: Some(version),
        last_report_ms: Some(NOW_MS - days * DAY_MS),
        differing,
        bytes: 100 * version,
        read_at_ms: NOW_MS,
    }
}

fn sweep(bench: &Bench) -> &Sweep {
    bench.state.sweep.as_ref().expect("there is a sweep")
}

/// A sweep over these devices; nothing is answered yet.
fn over(devices: &[&str]) -> Bench {
    let mut bench = Bench::with_rows(devices);
    bench.press("S");
    bench
}

/// `device/mirror` of each row, as shown; the default mirror is `◆`.
fn rows(bench: &Bench) -> Vec<String> {
    sweep(bench)
        .rows_from(0)
        .map(|row| {
            let mirror = match row.mirror {
                MirrorName::Default => "◆",
                MirrorName::Named(name) => name.shown(),
            };
            format!("{}/{mirror}", row.device)
        })
        .collect()
}

/// Takes the questions for names that are out.
fn asked_names(bench: &mut Bench) -> Vec<(RequestId, DeviceName)> {
    let mut asked = Vec::new();
    bench.effects.retain(|effect| match effect {
        Effect::SweepNames { request, device } => {
            asked.push((*request, device.clone()));
            false
        }
        _ => true,
    });
    asked
}

/// Takes the questions for facts that are out.
fn asked_facts(bench: &mut Bench) -> Vec<(RequestId, MirrorId)> {
    let mut asked = Vec::new();
    bench.effects.retain(|effect| match effect {
        Effect::ReadFacts { request, target } => {
            asked.push((*request, target.clone()));
            false
        }
        _ => true,
    });
    asked
}

/// Answers everything that the sweep asks until it asks nothing more; counts both kinds of questions.
fn serve(
    bench: &mut Bench,
    list: impl Fn(&str) -> Vec<&'static str>,
    facts: impl Fn(&MirrorId) -> Result<Summarized, ApiError>,
) -> (usize, usize) {
    let mut asked = (0, 0);
    loop {
        let lists = asked_names(bench);
        let looks = asked_facts(bench);
        if lists.is_empty() && looks.is_empty() {
            return asked;
        }
        asked.0 += lists.len();
        asked.1 += looks.len();
        for (request, device) in lists {
            let list = names(&list(device.raw()));
            bench.answer(request, Answer::Mirrors(Ok(list)));
        }
        for (request, target) in looks {
            bench.answer(request, Answer::Facts(facts(&target)));
        }
    }
}

/// Every named mirror stands and no default one does.
#[allow(
    clippy::unnecessary_wraps,
    reason = "it stands for an answer of the service"
)]
fn only_named(target: &MirrorId) -> Result<Summarized, ApiError> {
    Ok(match target.mirror {
        MirrorName::Default => Summarized::Absent,
        MirrorName::Named(_) => Summarized::Found(summary(1, 1, 0)),
    })
}

fn unreachable() -> ApiError {
    ApiError::NotSent {
        why: NotSent::Unreachable,
        cause: Text::verbatim("connection refused"),
    }
}

/// A failure that is about one request only.
fn unreadable() -> ApiError {
    ApiError::Unreadable {
        status: 200,
        cause: Text::verbatim("no JSON"),
        excerpt: SafeText::default(),
    }
}
