//! The terminal's ground: asked for after the first frame, never waited for.
//!
//! The answer comes in by the keyboard, and crossterm, which does not know it, makes keys of it:
//! `Alt-]`, `1`, `1`, `;`, `r`, ... This stream takes them out again. Whatever else begins like an
//! answer is handed on as it came.

use std::collections::VecDeque;
use std::io::{self, Write as _};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use futures_util::{FutureExt as _, Stream, StreamExt as _};
use tokio::time::{Sleep, sleep};

use crate::model::colour::Rgb;

/// The question: OSC 11.
///
/// Source: xterm's Control Sequences, "Operating System Commands", `Ps = 1 1`.
const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";

/// How long the beginning of an answer is held back that a user could have typed too. The keys of an
/// answer come all at once.
const PATIENCE: Duration = Duration::from_millis(100);

/// As much of an answer as nobody types.
const UNTYPED: &str = "]11;r";

/// Longer than any answer.
const LONGEST: usize = 40;

/// Asks the terminal for its ground. Where it cannot be written to, the next frame tells.
pub fn ask() {
    let mut out = io::stdout();
    let _ = out.write_all(QUESTION).and_then(|()| out.flush());
}

/// Events of a terminal without its answer about the ground.
pub struct WithoutAnswer<K, A, R> {
    events: K,
    /// Asks; taken when it has.
    ask: Option<A>,
    /// Takes the answer, unless there is no room for it yet.
    report: R,
    /// Taken away once the answer has come.
    listener: Option<Listener>,
    /// The answer, until it could be handed over.
    answer: Option<Rgb>,
    /// What is to be handed on before anything new.
    ready: VecDeque<Event>,
    /// When what is held back goes on its way.
    due: Option<Pin<Box<Sleep>>>,
}

impl<K, A, R> WithoutAnswer<K, A, R> {
    /// * `ask` - is called when somebody listens to the stream for the first time: the event loop
    ///   does so when the first frame stands.
    /// * `report` - is called with the answer until it returns true.
    pub fn new(events: K, ask: A, report: R) -> Self {
        Self {
            events,
            ask: Some(ask),
            report,
            listener: Some(Listener::default()),
            answer: None,
            ready: VecDeque::new(),
            due: None,
        }
    }
}

impl<K, A, R> Stream for WithoutAnswer<K, A, R>
where
    K: Stream<Item = io::Result<Event>> + Unpin,
    A: FnOnce() + Unpin,
    R: FnMut(Rgb) -> bool + Unpin,
{
    type Item = io::Result<Event>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        if let Some(ask) = this.ask.take() {
            ask();
        }
        loop {
            if let Some(ground) = this.answer
                && (this.report)(ground)
            {
                this.answer = None;
            }
            if let Some(event) = this.ready.pop_front() {
                return Poll::Ready(Some(Ok(event)));
            }
            let Some(listener) = &mut this.listener else {
                return this.events.poll_next_unpin(context);
            };
            match this.events.poll_next_unpin(context) {
                Poll::Ready(Some(Ok(event))) => {
                    match listener.hear(event) {
                        Heard::Held => {}
                        Heard::Others(events) => this.ready = events.into(),
                        Heard::Answer(ground) => this.answer = Some(ground),
                    }
                    let may_be_typed = listener.may_be_typed();
                    this.due = may_be_typed.then(|| Box::pin(sleep(PATIENCE)));
                    if this.answer.is_some() {
                        (this.due, this.listener) = (None, None);
                    }
                }
                Poll::Ready(end) => return Poll::Ready(end),
                Poll::Pending => {
                    let due = this.due.as_mut();
                    if due.is_none_or(|due| due.poll_unpin(context).is_pending()) {
                        return Poll::Pending;
                    }
                    this.due = None;
                    this.ready = listener.give_up().into();
                }
            }
        }
    }
}

/// What came of an event.
#[derive(Debug, PartialEq)]
enum Heard {
    /// It may be part of the answer.
    Held,
    /// These are not.
    Others(Vec<Event>),
    /// That was the last of the answer.
    Answer(Rgb),
}

/// Knows the answer when it comes.
#[derive(Default)]
struct Listener {
    held: Vec<Event>,
    /// What is held back, as it was before crossterm made keys of it.
    text: String,
    /// Escape came last: where the answer came in pieces, the first was taken for that key.
    after_escape: bool,
}

impl Listener {
    fn hear(&mut self, event: Event) -> Heard {
        let Event::Key(key) = event else {
            // A resize is no part of what is typed.
            return Heard::Others(vec![event]);
        };
        let begins = self.text.is_empty();
        let Some(c) = spelt(key, begins && self.after_escape, begins) else {
            self.after_escape = key.code == KeyCode::Esc;
            return if begins {
                Heard::Others(vec![event])
            } else {
                self.others_and(event)
            };
        };
        self.after_escape = false;
        self.held.push(event);
        self.text.push(c);
        match verdict(&self.text) {
            Verdict::Answer(ground) => Heard::Answer(ground),
            Verdict::Perhaps if self.held.len() <= LONGEST => Heard::Held,
            Verdict::Perhaps | Verdict::No => Heard::Others(self.give_up()),
        }
    }

    /// What is held back is no answer, but what came now may begin one.
    fn others_and(&mut self, event: Event) -> Heard {
        let mut events = self.give_up();
        if let Heard::Others(others) = self.hear(event) {
            events.extend(others);
        }
        Heard::Others(events)
    }

    /// Whether something is held back that a user could have typed.
    fn may_be_typed(&self) -> bool {
        (1..UNTYPED.len()).contains(&self.text.len())
    }

    fn give_up(&mut self) -> Vec<Event> {
        self.text.clear();
        std::mem::take(&mut self.held)
    }
}

/// The character that the terminal sent, where it can stand in an answer.
fn spelt(key: KeyEvent, after_escape: bool, begins: bool) -> Option<char> {
    let KeyEvent {
        code, modifiers, ..
    } = key;
    if key.kind != KeyEventKind::Press {
        return None;
    }
    if begins {
        let escaped = modifiers == KeyModifiers::ALT || (after_escape && modifiers.is_empty());
        return (code == KeyCode::Char(']') && escaped).then_some(']');
    }
    match (code, modifiers) {
        (KeyCode::Char(c), KeyModifiers::NONE | KeyModifiers::SHIFT) => Some(c),
        (KeyCode::Char('\\'), KeyModifiers::ALT) | (KeyCode::Char('g'), KeyModifiers::CONTROL) => {
            Some('\u{7}')
        }
        (KeyCode::Esc, _) => Some('\u{1b}'),
        _ => None,
    }
}

#[derive(Debug, PartialEq)]
enum Verdict {
    No,
    Perhaps,
    Answer(Rgb),
}

/// Whether a text is an answer, or the beginning of one: `]11;rgb:hhhh/hhhh/hhhh` and its end.
fn verdict(text: &str) -> Verdict {
    let beginnings = ["]11;rgb:", "]11;rgba:"];
    let Some(rest) = beginnings.iter().find_map(|start| text.strip_prefix(start)) else {
        let is_part = beginnings.iter().any(|start| start.starts_with(text));
        return if is_part {
            Verdict::Perhaps
        } else {
            Verdict::No
        };
    };
    let is_in = |c: char| c.is_ascii_hexdigit() || c == '/';
    let (numbers, end) = rest.split_at(rest.find(|c| !is_in(c)).unwrap_or(rest.len()));
    match end {
        "" | "\u{1b}" => Verdict::Perhaps,
        "\u{7}" | "\u{1b}\\" => ground(numbers).map_or(Verdict::No, Verdict::Answer),
        _ => Verdict::No,
    }
}

/// Three numbers of one to four digits each, and perhaps a fourth for how opaque it is.
fn ground(numbers: &str) -> Option<Rgb> {
    let parts: Vec<u8> = numbers.split('/').map(part).collect::<Option<_>>()?;
    match parts[..] {
        [red, green, blue] | [red, green, blue, _] => Some(Rgb(red, green, blue)),
        _ => None,
    }
}

/// A number of some digits, scaled to two.
fn part(digits: &str) -> Option<u8> {
    let most = match digits.len() {
        1 => 0xf,
        2 => 0xff,
        3 => 0xfff,
        4 => 0xffff,
        _ => return None,
    };
    let number = u32::from_str_radix(digits, 16).ok()?;
    u8::try_from((number * 255 + most / 2) / most).ok()
}

#[cfg(test)]
mod tests;
