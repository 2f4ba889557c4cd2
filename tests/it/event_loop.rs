//! The loop with a terminal of cells and a keyboard that is played.

use std::io;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use futures_util::StreamExt as _;
use futures_util::stream::{self, Stream};
use mirrordeck::app::effect::Effect;
use mirrordeck::app::message::{Answer, Answered, Message, Wake};
use mirrordeck::app::state::AppState;
use mirrordeck::i18n::Text;
use mirrordeck::model::outcome::Word;
use mirrordeck::model::task::{ItemNews, ItemState, RunEvent, TaskMode};
use mirrordeck::runtime::event_loop::{Ends, LoopError};
use mirrordeck::runtime::job::Job;
use ratatui::Terminal;
use ratatui::backend::{Backend, ClearType, TestBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::Position;
use tokio::sync::mpsc;

use mirrordeck::model::clipboard::Clipboard;
use mirrordeck::runtime::clipboard::ClipboardWriter;

use crate::support::fixtures::{NOW_MS, device_page, empty_state};
use crate::support::runs::{end, many, record};

fn key(c: char) -> Event {
    Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE))
}

/// Plays events on the devices `device-0` to `device-999` until the loop ends.
async fn play(
    events: impl Stream<Item = io::Result<Event>> + Unpin,
) -> (Result<(), LoopError>, AppState) {
    play_as((), events).await
}

/// As `play`, among the jobs of a shell.
async fn play_as(
    job: impl Job,
    events: impl Stream<Item = io::Result<Event>> + Unpin,
) -> (Result<(), LoopError>, AppState) {
    let mut state = empty_state(80, 24);
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let (effects, mut asked) = mpsc::unbounded_channel();
    let (answers, messages) = mpsc::channel(8);
    let service = tokio::spawn(async move {
        let first: Effect = asked.recv().await.unwrap();
        let answer = Answer::Devices(Ok(device_page(0, 1_000, 1_000)));
        let request = first.asks().unwrap();
        let answered = Answered {
            request,
            at_ms: NOW_MS,
            took_ms: 1,
            clock_correction_s: 0,
            answer,
        };
        // The loop may have ended; the other questions stay open.
        let _ = answers.send(Message::Answered(answered)).await;
        while asked.recv().await.is_some() {}
    });
    let ends = Ends {
        events,
        signals: stream::pending(),
        job,
        messages,
        effects,
        clipboard: ClipboardWriter::of_terminal(Clipboard::Missing),
    };
    let outcome = ends.run(&mut terminal, &mut state, || {}).await;
    service.await.unwrap();
    (outcome, state)
}

#[tokio::test]
async fn no_key_of_a_flood_is_lost() {
    // More than one batch; the answer with the devices comes before them.
    let keys = stream::iter((0..700).map(|_| key('j')).chain([key('q')])).map(Ok);
    let waiting = stream::once(Box::pin(async {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        Ok(Event::FocusGained)
    }));
    let (outcome, state) = play(Box::pin(waiting.chain(keys))).await;
    outcome.unwrap();
    assert_eq!(state.devices.loaded(), 1_000);
    assert_eq!(state.devices.cursor.at, 700);
}

#[tokio::test]
async fn a_keyboard_that_is_gone_ends_the_loop() {
    let (outcome, _) = play(stream::iter([Ok(key('j'))])).await;
    assert!(matches!(outcome, Err(LoopError::Read(_))), "{outcome:?}");
}

#[tokio::test]
async fn keys_that_come_in_one_go_with_text_confirm_nothing() {
    let keys = [
        key('T'),
        key('o'),
        key('x'),
        Event::Key(KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE)),
        Event::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL)),
    ];
    let (outcome, state) = play(stream::iter(keys.map(Ok))).await;
    outcome.unwrap();
    let notice = state.notice.expect("something is said").text.to_string();
    assert!(notice.contains("press it by itself"), "{notice}");
}

/// A shell that has the terminal from Ctrl-Z on.
#[derive(Default)]
struct Shell(bool);

impl Job for Shell {
    fn stop(&mut self) -> bool {
        self.0 = true;
        true
    }

    fn is_away(&self) -> bool {
        self.0
    }

    fn take_again(&mut self) -> io::Result<()> {
        self.0 = false;
        Ok(())
    }
}

#[tokio::test]
async fn what_is_typed_after_ctrl_z_is_for_the_shell() {
    let stop = Event::Key(KeyEvent::new(KeyCode::Char('z'), KeyModifiers::CONTROL));
    let events = [stop, key('T'), Event::Paste("text".to_owned()), key('q')];
    let (outcome, state) = play_as(Shell::default(), stream::iter(events.map(Ok))).await;
    assert!(matches!(outcome, Err(LoopError::Read(_))), "q left");
    assert_eq!(state.screen(), None);
    assert!(state.notice.is_none());
}

#[tokio::test]
async fn a_held_key_goes_on_moving() {
    let keys = ["j", "j", "j", "q"].map(|keys| key(keys.chars().next().unwrap()));
    let waiting = stream::once(Box::pin(async {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        Ok(Event::FocusGained)
    }));
    let (outcome, state) = play(Box::pin(waiting.chain(stream::iter(keys.map(Ok))))).await;
    outcome.unwrap();
    assert_eq!(state.devices.cursor.at, 3);
}

/// A terminal of cells that counts the frames drawn on it.
struct Counted {
    cells: TestBackend,
    frames: std::rc::Rc<std::cell::Cell<usize>>,
}

impl Backend for Counted {
    type Error = <TestBackend as Backend>::Error;

    fn draw<'a, I>(&mut self, content: I) -> Result<(), Self::Error>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        self.frames.set(self.frames.get() + 1);
        self.cells.draw(content)
    }

    fn hide_cursor(&mut self) -> Result<(), Self::Error> {
        self.cells.hide_cursor()
    }

    fn show_cursor(&mut self) -> Result<(), Self::Error> {
        self.cells.show_cursor()
    }

    fn get_cursor_position(&mut self) -> Result<Position, Self::Error> {
        self.cells.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), Self::Error> {
        self.cells.set_cursor_position(position)
    }

    fn clear(&mut self) -> Result<(), Self::Error> {
        self.cells.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> Result<(), Self::Error> {
        self.cells.clear_region(clear_type)
    }

    fn size(&self) -> Result<ratatui::layout::Size, Self::Error> {
        self.cells.size()
    }

    fn window_size(&mut self) -> Result<WindowSize, Self::Error> {
        self.cells.window_size()
    }

    fn flush(&mut self) -> Result<(), Self::Error> {
        self.cells.flush()
    }
}

/// Frames that a number of messages lead to, which come one by one, a millisecond apart.
async fn frames_of(messages: usize, keys: bool) -> usize {
    let frames = std::rc::Rc::default();
    let backend = Counted {
        cells: TestBackend::new(80, 24),
        frames: std::rc::Rc::clone(&frames),
    };
    let mut terminal = Terminal::new(backend).unwrap();
    let mut state = empty_state(80, 24);
    let (effects, _asked) = mpsc::unbounded_channel();
    let (sender, received) = mpsc::channel(1);
    tokio::spawn(async move {
        for nth in 0..messages {
            tokio::time::sleep(std::time::Duration::from_millis(1)).await;
            let message = if keys {
                Message::Pressed(mirrordeck::app::key::Key::Char('j'))
            } else {
                Message::Warned(Text::verbatim(format!("warning {nth}")))
            };
            let _ = sender.send(message).await;
        }
        // The last frame that waits is drawn before the end.
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        let _ = sender.send(Message::EndRequested).await;
    });
    let ends = Ends {
        events: Box::pin(stream::pending::<io::Result<Event>>()),
        signals: stream::pending(),
        job: (),
        messages: received,
        effects,
        clipboard: ClipboardWriter::of_terminal(Clipboard::Missing),
    };
    let mut has_begun = false;
    let begin = || {
        has_begun = true;
        assert_eq!(frames.get(), 1, "the first frame waits for nothing");
    };
    ends.run(&mut terminal, &mut state, begin).await.unwrap();
    assert!(has_begun);
    frames.get()
}

#[tokio::test(start_paused = true)]
async fn a_flood_of_answers_is_drawn_some_thirty_times_a_second() {
    let frames = frames_of(1_000, false).await;
    assert!((25..40).contains(&frames), "{frames} for a second");
}

#[tokio::test(start_paused = true)]
async fn no_key_waits_for_its_frame() {
    let frames = frames_of(1_000, true).await;
    assert!(frames >= 1_000, "{frames} for 1,000 keys");
}

#[tokio::test]
async fn what_a_run_has_on_the_wire_is_waited_for_where_the_terminal_is_lost() {
    let mut state = empty_state(80, 24);
    let plan = record(1, &many(3), vec![]).plan;
    state.tasks.begin(plan.clone(), false);
    let run = state.tasks.run_mut(&plan.id).unwrap();
    run.set(0, ItemState::Sent);
    let (effects, mut asked) = mpsc::unbounded_channel();
    let (answers, messages) = mpsc::channel(8);
    let task = plan.id.clone();
    let engine = tokio::spawn(async move {
        loop {
            let effect = asked
                .recv()
                .await
                .expect("the run is told to begin no more");
            if let Effect::ControlTask { mode, .. } = effect {
                assert_eq!(mode, TaskMode::Paused);
                break;
            }
        }
        let item = ItemNews {
            item: 0,
            state: end(0, Word::Deleted),
        };
        let news = Message::TaskNews {
            task,
            events: vec![RunEvent::Item(item)],
            at_ms: NOW_MS,
        };
        answers.send(news).await.unwrap();
        let settled = Message::Woke(Wake::RunSettled);
        answers.send(settled).await.unwrap();
        asked
    });
    let ends = Ends {
        events: stream::empty(),
        signals: stream::pending(),
        job: (),
        messages,
        effects,
        clipboard: ClipboardWriter::of_terminal(Clipboard::Missing),
    };
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let outcome = ends.run(&mut terminal, &mut state, || {}).await;
    assert!(matches!(outcome, Err(LoopError::Read(_))), "{outcome:?}");
    drop(engine.await.unwrap());
    let words = state.last_words().unwrap().to_string();
    assert!(
        words.starts_with("run stopped: 1 deleted, 2 not begun"),
        "{words}"
    );
}

/// What was written to the clipboard, and whether it still can be.
#[derive(Clone, Default)]
struct Written {
    bytes: std::rc::Rc<std::cell::RefCell<Vec<u8>>>,
    is_gone: bool,
}

impl io::Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_gone {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        self.bytes.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Copies the name of the first device, then quits.
async fn copy_to(out: Written) -> Result<(), LoopError> {
    let mut bench = crate::support::fixtures::Bench::open();
    let mut terminal = Terminal::new(TestBackend::new(120, 36)).unwrap();
    let (effects, mut asked) = mpsc::unbounded_channel();
    let (_answers, messages) = mpsc::channel(8);
    let keys = stream::iter(['y', '1', 'q'].map(|c| Ok(key(c))));
    let ends = Ends {
        events: keys.chain(stream::pending()),
        signals: stream::pending(),
        job: (),
        messages,
        effects,
        clipboard: ClipboardWriter::new(Clipboard::Direct, Box::new(out)),
    };
    let outcome = ends.run(&mut terminal, &mut bench.state, || {}).await;
    while let Ok(effect) = asked.try_recv() {
        assert!(!matches!(effect, Effect::Copy { .. }), "the worker copies");
    }
    outcome
}

#[tokio::test]
async fn the_loop_itself_writes_to_the_clipboard() {
    let out = Written::default();
    copy_to(out.clone()).await.unwrap();
    let bytes = out.bytes.borrow();
    assert_eq!(*bytes, b"\x1b]52;c;Z3JlZW5ob3VzZS0wNg==\x07");
}

#[tokio::test]
async fn a_terminal_that_is_gone_when_something_is_copied_ends_the_loop() {
    let out = Written {
        is_gone: true,
        ..Written::default()
    };
    let outcome = copy_to(out).await;
    assert!(matches!(outcome, Err(LoopError::Draw(_))), "{outcome:?}");
}
