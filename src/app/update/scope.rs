//! Everything that the query of the devices pane finds, where an order is about all of it.

use super::{filter, marks, reading};
use crate::app::devices::{Order, Progress, Query, Wanted};
use crate::app::effect::Effect;
use crate::app::notice::Tone;
use crate::app::state::AppState;
use crate::model::count::grouped;

/// Wants every device that is listed, for marks or a sweep: what was not read yet is.
pub fn want(state: &mut AppState, wanted: Wanted) -> Vec<Effect> {
    match state.devices.query() {
        Query::Fuzzy(_) => {
            let words = "a fuzzy match is no scope for a deletion: take a text without ~, or mark \
                         devices with Space";
            state.say(Tone::Warning, words);
            return vec![];
        }
        Query::Wrong(problem) => {
            let words = format!("nothing was looked for: {problem}");
            state.say(Tone::Warning, words);
            return vec![];
        }
        Query::All | Query::Name(_) | Query::Description(_) | Query::Properties(_) => {}
    }
    let mut effects = filter::ask_service(state);
    state.devices.order = Some(Order::new(wanted));
    effects.extend(proceed(state));
    effects
}

/// Goes on with the order that waits, if one does.
pub fn proceed(state: &mut AppState) -> Vec<Effect> {
    let of = match state.devices.query() {
        Query::All => "all devices",
        _ => "what the service finds",
    };
    match state.devices.progress() {
        None => vec![],
        Some(Progress::Waits(read, total)) => {
            let read = grouped(read);
            let words = match total {
                Some(total) => {
                    format!(
                        "reading {of}: {read} of {}; Esc gives up",
                        grouped(usize::try_from(total).unwrap_or(usize::MAX))
                    )
                }
                None => format!("reading {of}; Esc gives up"),
            };
            state.say(Tone::Busy, words);
            reading::want_devices(state)
        }
        Some(Progress::TooMany(total)) => {
            let words = format!(
                "the service tells of {}: more than one order may be about; a filter narrows it",
                grouped(usize::try_from(total).unwrap_or(usize::MAX))
            );
            stop(state, &words)
        }
        Some(Progress::Done(names, has_moved)) => {
            let Some(order) = state.devices.order.take() else {
                return vec![];
            };
            if names.is_empty() {
                state.say(Tone::Plain, "there is no device here");
                return vec![];
            }
            let effects = marks::scope_is_here(state, order.wanted, names);
            if has_moved {
                state.say(
                    Tone::Warning,
                    "the fleet changed meanwhile: some devices may be missing",
                );
            }
            effects
        }
    }
}

/// The order ends without its devices.
pub fn stop(state: &mut AppState, words: &str) -> Vec<Effect> {
    let effects = end(state);
    state.say(Tone::Bad, words);
    effects
}

/// `Esc` while an order waits for its devices. Says whether there was anything to give up.
pub fn give_up(state: &mut AppState) -> Option<Vec<Effect>> {
    state.devices.order.as_ref()?;
    let effects = end(state);
    state.say(Tone::Plain, "given up: nothing was marked or swept");
    Some(effects)
}

/// What only the order waited for is no longer read.
fn end(state: &mut AppState) -> Vec<Effect> {
    state.devices.order = None;
    reading::abandon_unwanted(state)
}
