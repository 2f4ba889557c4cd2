//! The watch of a mirror: read again and again while the user looks at it.

use super::reading;
use crate::app::effect::Effect;
use crate::app::message::{RequestId, Wake};
use crate::app::notice::Tone;
use crate::app::state::{AppState, End, Overlay, Question};
use crate::app::watch::{News, Run, Watch};
use crate::i18n::Text;
use crate::model::error::ApiError;
use crate::model::mirror::{MirrorId, MirrorRead};
use crate::model::time::clock_time;
use crate::text;

/// Reads that may fail one after the other before the watch ends.
const MOST_FAILURES: u32 = 3;

/// Begins the watch of the selected mirror, or ends it.
pub fn turn(state: &mut AppState) -> Vec<Effect> {
    let Some(target) = state.detail.target().cloned() else {
        state.say(Tone::Plain, text!("watch-nothing"));
        return vec![];
    };
    if state.watch_in_view().is_some_and(Watch::is_on) {
        let effects = stop(state);
        state.say(Tone::Plain, text!("watch-stopped", target = target.text()));
        return effects;
    }
    // What is on for another mirror was ended when the user left it.
    let mut watch = Watch::new(target.clone());
    let slot = state.mirrors.document(&target);
    if let Some(seen) = slot.and_then(|slot| slot.value.as_ref()) {
        watch.take(&seen.read, seen.at_ms);
    }
    state.watch = Some(Box::new(watch));
    let words = text!(
        "watch-began",
        target = target.text(),
        seconds = state.setup.watch_ms / 1000
    );
    state.say(Tone::Plain, words);
    read(state)
}

/// Asks for the mirror, unless that is under way.
fn read(state: &mut AppState) -> Vec<Effect> {
    let Some(watch) = state.watch.as_ref() else {
        return vec![];
    };
    if watch.run.is_none_or(|run| run.open.is_some()) {
        return vec![];
    }
    let target = watch.target.clone();
    let request = state.ask(Question::Watched(target.clone()));
    if let Some(run) = run_of(state) {
        run.open = Some(request);
    }
    vec![Effect::WatchMirror { request, target }]
}

fn run_of(state: &mut AppState) -> Option<&mut Run> {
    state.watch.as_mut()?.run.as_mut()
}

/// It is time to read again, for the watch whose last read this was.
pub fn due(state: &mut AppState, last: RequestId) -> Vec<Effect> {
    match run_of(state) {
        Some(run) if run.last == Some(last) && run.open.is_none() => {}
        _ => return vec![],
    }
    // Whoever decides about a deletion is not to be disturbed, and the dialog has read it afresh.
    let decides = matches!(
        state.overlay,
        Some(Overlay::Delete(_) | Overlay::Restore(_))
    );
    if decides { wake(state) } else { read(state) }
}

fn wake(state: &mut AppState) -> Vec<Effect> {
    let after_ms = state.setup.watch_ms;
    let last = run_of(state).and_then(|run| run.last);
    let wake = last.map(|last| Effect::WakeAfter {
        after_ms,
        wake: Wake::Watch(last),
    });
    wake.into_iter().collect()
}

/// The mirror was read for its watch, or could not be.
pub fn answered(
    state: &mut AppState,
    request: RequestId,
    target: &MirrorId,
    answer: Result<MirrorRead, ApiError>,
    at_ms: i64,
) -> Vec<Effect> {
    let problem = answer.as_ref().err().cloned();
    let every = state.setup.watch_ms / 1000;
    let Some(run) = run_of(state).filter(|run| run.open == Some(request)) else {
        return vec![];
    };
    (run.open, run.last) = (None, Some(request));
    run.failures = match problem {
        Some(_) => run.failures + 1,
        None => 0,
    };
    let failures = run.failures;
    super::answers::store(state, target, answer, at_ms);
    let Some(problem) = problem else {
        return wake(state);
    };
    let (target, cause) = (target.text(), problem.text());
    if failures >= MOST_FAILURES {
        let words = text!(
            "watch-gave-up",
            target = target,
            count = failures,
            cause = cause
        );
        say(state, Tone::Bad, words);
        return stop(state);
    }
    let words = text!(
        "watch-failed",
        target = target,
        cause = cause,
        seconds = every
    );
    say(state, Tone::Warning, words);
    wake(state)
}

/// A mirror was read, by the watch or otherwise.
pub fn seen(state: &mut AppState, target: &MirrorId, read: &MirrorRead, at_ms: i64) {
    let Some(watch) = state.watch.as_mut().filter(|watch| watch.target == *target) else {
        return;
    };
    let news = watch.take(read, at_ms);
    if !watch.is_on() {
        return;
    }
    let time = clock_time(at_ms, &state.setup.zone);
    let target = target.text();
    let (tone, words) = match news {
        News::None => return,
        News::Gone => (
            Tone::Warning,
            text!("watch-gone", target = target, time = time),
        ),
        News::Back => (
            Tone::Warning,
            text!("watch-back", target = target, time = time),
        ),
        News::Version(counts) => {
            let version = match read {
                MirrorRead::Found(reading) => reading.document.version,
                MirrorRead::Absent => None,
            };
            let changes = Text::joined(counted(counts), ", ");
            let words = match version {
                Some(version) => {
                    text!(
                        "watch-version",
                        version = version.to_string(),
                        time = time,
                        changes = changes
                    )
                }
                None => text!("watch-unnumbered", time = time, changes = changes),
            };
            (Tone::Plain, words)
        }
    };
    say(state, tone, words);
}

/// How many keys have another value, are new and are gone; only what there is.
fn counted([changed, added, removed]: [usize; 3]) -> Vec<Text> {
    let mut texts = Vec::new();
    if changed > 0 {
        texts.push(text!("watch-changed", count = changed));
    }
    if added > 0 {
        texts.push(text!("watch-added", count = added));
    }
    if removed > 0 {
        texts.push(text!("watch-removed", count = removed));
    }
    if texts.is_empty() {
        texts.push(text!("watch-same-values"));
    }
    texts
}

/// What a watch finds takes no outcome off the status line, and no word of what is under way.
fn say(state: &mut AppState, tone: Tone, words: Text) {
    let notice = state.notice.as_ref();
    if state.action.is_none() && !notice.is_some_and(|notice| notice.is_outcome) {
        state.say(tone, words);
    }
}

/// Ends the watch; what was seen stays.
fn stop(state: &mut AppState) -> Vec<Effect> {
    let run = state.watch.as_mut().and_then(|watch| watch.run.take());
    let open = run.and_then(|run| run.open);
    open.map(|request| reading::abandon(state, request))
        .into_iter()
        .collect()
}

/// Ends the watch where the user looks elsewhere, and says so after what was said of the key.
///
/// * `said_before` - what the status line said before the last message.
pub fn look(state: &mut AppState, said_before: Option<&Text>) -> Vec<Effect> {
    let Some(watch) = state.watch.as_ref().filter(|watch| watch.is_on()) else {
        return vec![];
    };
    let why = if Some(&watch.target) != state.detail.target()
        || state.trash.is_some()
        || state.screen().is_some()
    {
        text!("watch-elsewhere")
    } else if state.end != End::Running {
        text!("watch-ending")
    } else {
        return vec![];
    };
    leave(state, why, said_before)
}

/// The terminal has got the focus, or lost it: what nobody looks at is not watched.
pub fn focused(state: &mut AppState, has_focus: bool) -> Vec<Effect> {
    let is_on = state.watch.as_ref().is_some_and(|watch| watch.is_on());
    if has_focus || !is_on {
        return vec![];
    }
    let said = state.notice.as_ref().map(|notice| notice.text.clone());
    leave(state, text!("watch-unfocused"), said.as_ref())
}

fn leave(state: &mut AppState, why: Text, said_before: Option<&Text>) -> Vec<Effect> {
    let Some(watch) = &state.watch else {
        return vec![];
    };
    let words = text!("watch-left", target = watch.target.text(), why = why);
    let effects = stop(state);
    let notice = state.notice.as_mut();
    match notice.filter(|notice| Some(&notice.text) != said_before) {
        Some(notice) if notice.is_outcome => {}
        // The key has led to words of its own.
        Some(notice) => notice.text = Text::joined([notice.text.clone(), words], "; "),
        None => say(state, Tone::Plain, words),
    }
    effects
}

/// Goes to the version that was seen before, or after.
pub fn walk(state: &mut AppState, older: bool) -> Vec<Effect> {
    let target = state.detail.target();
    let watch = state.watch.as_mut();
    let Some(watch) = watch.filter(|watch| Some(&watch.target) == target) else {
        state.say(Tone::Plain, text!("watch-no-versions"));
        return vec![];
    };
    let is_there = if older { watch.older() } else { watch.newer() };
    let words = match (is_there, older) {
        (true, _) => return vec![],
        (false, true) => text!("watch-oldest"),
        (false, false) => text!("watch-newest"),
    };
    state.say(Tone::Plain, words);
    vec![]
}

/// What is to be done next concerns the mirror as it stands: an older version is left.
pub fn show_newest(state: &mut AppState) {
    if let Some(watch) = &mut state.watch
        && watch.newest()
    {
        super::selection::lay_out_detail(state);
    }
}
