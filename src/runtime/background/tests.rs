use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use futures_util::{StreamExt as _, stream};
use tokio::sync::mpsc;

use super::{Verdict, WithoutAnswer, verdict};
use crate::model::colour::Rgb;

fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

/// Keys as crossterm makes them of what a terminal sends: escape and a character are that with Alt.
fn keys(bytes: &str) -> Vec<Event> {
    let mut events = Vec::new();
    let mut alt = KeyModifiers::NONE;
    for c in bytes.chars() {
        let shift = if c.is_ascii_uppercase() {
            KeyModifiers::SHIFT
        } else {
            KeyModifiers::NONE
        };
        match c {
            '\u{1b}' => {
                alt = KeyModifiers::ALT;
                continue;
            }
            '\u{7}' => events.push(key(KeyCode::Char('g'), KeyModifiers::CONTROL)),
            c => events.push(key(KeyCode::Char(c), shift | alt)),
        }
        alt = KeyModifiers::NONE;
    }
    events
}

/// What comes out of the stream, and what it reports.
async fn filtered(events: Vec<Event>) -> (Vec<Event>, Option<Rgb>) {
    let reported = Cell::new(None);
    let inner = stream::iter(events.into_iter().map(Ok)).chain(stream::pending());
    let report = |ground| {
        reported.set(Some(ground));
        true
    };
    let mut stream = WithoutAnswer::new(inner, || (), report);
    let mut out = Vec::new();
    // The clock of these tests stands still and jumps to the next thing that is due.
    while let Ok(Some(event)) = tokio::time::timeout(Duration::from_secs(9), stream.next()).await {
        out.push(event.expect("it goes on"));
    }
    drop(stream);
    (out, reported.get())
}

const ANSWER: &str = "\u{1b}]11;rgb:1212/1717/1f1f\u{1b}\\";
const GROUND: Rgb = Rgb(0x12, 0x17, 0x1f);

#[tokio::test(start_paused = true)]
async fn an_answer_is_taken_out_and_reported() {
    for answer in [
        ANSWER,
        "\u{1b}]11;rgb:1212/1717/1f1f\u{7}",
        "\u{1b}]11;rgb:12/17/1f\u{7}",
        "\u{1b}]11;rgb:1212/1717/1F1F\u{7}",
        "\u{1b}]11;rgba:1212/1717/1f1f/ffff\u{1b}\\",
    ] {
        let events = keys(&format!("j{answer}k"));
        assert_eq!(
            filtered(events).await,
            (keys("jk"), Some(GROUND)),
            "{answer:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn whatever_else_begins_like_an_answer_is_handed_on() {
    for typed in [
        "\u{1b}]",
        "\u{1b}]j",
        "\u{1b}]1",
        "\u{1b}]11;",
        "\u{1b}]11;q",
        "\u{1b}]12;rgb:1212/1717/1f1f\u{7}",
        "\u{1b}]11;rgb:1212/1717\u{7}",
        "\u{1b}]11;rgb:12345/1/1\u{7}",
        "\u{1b}]11;rgb:zz",
        "\u{1b}]\u{1b}]",
        "]11;rgb:1212/1717/1f1f\u{7}",
        "\u{1b}]11;rgb:1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1",
    ] {
        assert_eq!(
            filtered(keys(typed)).await,
            (keys(typed), None),
            "{typed:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_first_false_beginning_does_not_hide_the_answer() {
    for typed in ["\u{1b}]x", "\u{1b}]", "\u{1b}]11;"] {
        let (out, ground) = filtered(keys(&format!("{typed}{ANSWER}"))).await;
        assert_eq!((out, ground), (keys(typed), Some(GROUND)), "{typed:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn other_events_go_through_in_the_middle_of_an_answer() {
    let mut events = keys(ANSWER);
    events.insert(7, Event::Resize(80, 24));
    let (out, ground) = filtered(events).await;
    assert_eq!((out, ground), (vec![Event::Resize(80, 24)], Some(GROUND)));
}

#[tokio::test(start_paused = true)]
async fn an_escape_that_came_by_itself_is_a_key_and_the_rest_is_an_answer() {
    let escape = key(KeyCode::Esc, KeyModifiers::NONE);
    let mut events = vec![escape.clone()];
    events.extend(keys("]11;rgb:1212/1717/1f1f"));
    events.extend([escape.clone(), key(KeyCode::Char('\\'), KeyModifiers::NONE)]);
    assert_eq!(filtered(events).await, (vec![escape], Some(GROUND)));
}

#[tokio::test(start_paused = true)]
async fn after_the_answer_nothing_is_held_back() {
    let again = format!("{ANSWER}{ANSWER}");
    let (out, ground) = filtered(keys(&again)).await;
    assert_eq!((out, ground), (keys(ANSWER), Some(GROUND)));
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_comes_in_pieces_is_waited_for_and_a_key_is_not() {
    let (events, inner) = mpsc::unbounded_channel();
    let inner = stream::unfold(inner, async |mut inner| Some((inner.recv().await?, inner)));
    let reported = Cell::new(None);
    let report = |ground| {
        reported.set(Some(ground));
        true
    };
    let mut stream = WithoutAnswer::new(Box::pin(inner), || (), report);
    let bytes = keys(ANSWER);
    let (first, second) = bytes.split_at(12);
    for event in first {
        events.send(Ok(event.clone())).expect("it goes on");
    }
    let waited = tokio::time::timeout(Duration::from_mins(1), stream.next()).await;
    assert!(waited.is_err(), "nobody types that much of an answer");
    for event in second {
        events.send(Ok(event.clone())).expect("it goes on");
    }
    events.send(Ok(keys("j").remove(0))).expect("it goes on");
    assert_eq!(
        stream
            .next()
            .await
            .expect("it goes on")
            .expect("it goes on"),
        keys("j")[0]
    );
    drop(stream);
    assert_eq!(reported.get(), Some(GROUND));

    let mut held = WithoutAnswer::new(
        stream::iter(keys("\u{1b}]").into_iter().map(Ok)).chain(stream::pending()),
        || (),
        |_| true,
    );
    let before = tokio::time::Instant::now();
    held.next().await.expect("it goes on").expect("it goes on");
    assert!(
        before.elapsed() <= Duration::from_millis(110),
        "a user's key comes soon"
    );
}

#[tokio::test(start_paused = true)]
async fn it_asks_when_somebody_listens_and_reports_until_there_is_room() {
    let told = Rc::new(RefCell::new(Vec::new()));
    let asked = Rc::clone(&told);
    let tries = Rc::clone(&told);
    let events = keys(&format!("{ANSWER}jk"));
    let mut stream = WithoutAnswer::new(
        stream::iter(events.into_iter().map(Ok)),
        move || asked.borrow_mut().push("asked"),
        move |_| {
            tries.borrow_mut().push("told");
            tries.borrow().len() > 3
        },
    );
    assert!(told.borrow().is_empty());
    while stream.next().await.is_some() {}
    assert_eq!(*told.borrow(), ["asked", "told", "told", "told"]);
}

#[test]
fn no_beginning_of_an_answer_is_refused() {
    let answer = "]11;rgb:1212/1717/1f1f\u{1b}\\";
    for end in 1..answer.len() {
        assert_eq!(verdict(&answer[..end]), Verdict::Perhaps, "{end}");
    }
    assert_eq!(verdict(answer), Verdict::Answer(GROUND));
}
