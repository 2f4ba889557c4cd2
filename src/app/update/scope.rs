//! Everything that the query of the devices pane finds, where an order is about all of it.

use super::{filter, marks, reading};
use crate::app::devices::{Order, Progress, Query, Wanted};
use crate::app::effect::Effect;
use crate::app::notice::Tone;
use crate::app::state::AppState;
use crate::i18n::Text;
use crate::text;

/// Wants every device that is listed, for marks or a sweep: what was not read yet is.
pub fn want(state: &mut AppState, wanted: Wanted) -> Vec<Effect> {
    match state.devices.query() {
        Query::Fuzzy(_) => {
            state.say(Tone::Warning, text!("notice-fuzzy-scope"));
            return vec![];
        }
        Query::Wrong(problem) => {
            let words = text!("notice-not-looked-for", problem = *problem);
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
    let what = match state.devices.query() {
        Query::All => text!("notice-all-devices"),
        _ => text!("notice-what-is-found"),
    };
    match state.devices.progress() {
        None => vec![],
        Some(Progress::Waits(read, total)) => {
            let words = match total {
                Some(total) => {
                    text!(
                        "notice-reading-scope-of",
                        what = what,
                        read = read,
                        total = total
                    )
                }
                None => text!("notice-reading-scope", what = what),
            };
            state.say(Tone::Busy, words);
            reading::want_devices(state)
        }
        Some(Progress::TooMany(total)) => stop(state, text!("notice-too-many", total = total)),
        Some(Progress::Done(names, has_moved)) => {
            let Some(order) = state.devices.order.take() else {
                return vec![];
            };
            if names.is_empty() {
                state.say(Tone::Plain, text!("notice-no-device"));
                return vec![];
            }
            let effects = marks::scope_is_here(state, order.wanted, names);
            if has_moved {
                state.say(Tone::Warning, text!("notice-fleet-changed"));
            }
            effects
        }
    }
}

/// The order ends without its devices.
pub fn stop(state: &mut AppState, words: Text) -> Vec<Effect> {
    let effects = end(state);
    state.say(Tone::Bad, words);
    effects
}

/// `Esc` while an order waits for its devices. Says whether there was anything to give up.
pub fn give_up(state: &mut AppState) -> Option<Vec<Effect>> {
    state.devices.order.as_ref()?;
    let effects = end(state);
    state.say(Tone::Plain, text!("notice-given-up"));
    Some(effects)
}

/// What only the order waited for is no longer read.
fn end(state: &mut AppState) -> Vec<Effect> {
    state.devices.order = None;
    reading::abandon_unwanted(state)
}
