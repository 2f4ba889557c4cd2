//! The built program under SIGKILL: what it left is found out by the next start, told and closed,
//! and nothing is sent again.
//!
//! A build for tests holds an action at a marked point if its environment says so; see `points` in
//! `src/runtime/dashboard.rs`. Everything here is on `greenhouse-07 › firmware` at version 10, which
//! no device changes by itself.

mod deleting;
mod hanging;
mod restoring;
mod running;
mod together;

use std::time::{Duration, Instant};

use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::{ActionKind, Event};
use mirrordeck::sim::OperationKind::{DeleteMirror, UpdateMirror};
use mirrordeck::trash::journal::Journal;
use mirrordeck::trash::store::Trash;

use super::{BACK_TAB, Home, Served, Session, go_to_firmware, open_dialog, quit};
use crate::support::pty::PATIENCE;

const DEVICE: &str = "greenhouse-07";
const MIRROR: &str = "firmware";

/// The data folder of the program in its home.
const DATA: &str = if cfg!(target_os = "macos") {
    "Library/Application Support/mirrordeck"
} else {
    "data/mirrordeck"
};

/// What is known of an action when the program is dead: what it was, and with which word it ended.
type Told = (ActionKind, Vec<Word>);

/// A service and a home, in which programs come and go.
struct Scene {
    served: Served,
    home: Home,
}

impl Scene {
    fn new() -> Self {
        let served = Served::start();
        let home = served.home();
        Self { served, home }
    }

    /// A program with its devices read.
    fn start(&self) -> Session {
        let session = Session::start(self.home.in_terminal(&[]), 120, 36);
        session.wait_for("1 of 120");
        session
    }

    /// A program whose actions are held at a point, its devices read.
    fn start_holding(&self, point: &str) -> Session {
        let mut command = self.home.in_terminal(&[]);
        let file = self.home.path("held").display().to_string();
        command.env("MIRRORDECK_HOLD_AT", format!("{point}:{file}"));
        let session = Session::start(command, 120, 36);
        session.wait_for("1 of 120");
        session
    }

    /// Waits until an action is at the point.
    fn wait_until_held(&self) {
        let file = self.home.path("held");
        let limit = Instant::now() + PATIENCE;
        while !file.exists() {
            assert!(Instant::now() < limit, "no action comes to the point");
            std::thread::sleep(Duration::from_millis(5));
        }
        std::fs::remove_file(file).unwrap();
    }

    /// Confirms the deletion in a program that is held at a point, and kills it there.
    fn kill_deleting_at(&self, point: &str) {
        let mut session = self.start_holding(point);
        delete(&mut session);
        self.wait_until_held();
        session.kill();
    }

    /// The journal: every action with the words that were written about it, oldest first.
    fn journal(&self) -> Vec<Told> {
        let journaled = self.journal_file().read().unwrap();
        assert_eq!(journaled.unreadable, 0);
        let mut actions = Vec::new();
        let mut told: Vec<Told> = Vec::new();
        for record in journaled.records {
            let place = actions.iter().position(|id| *id == record.id);
            match (record.event, place) {
                (Event::Intended(intent), None) => {
                    actions.push(record.id);
                    told.push((intent.kind, vec![]));
                }
                (Event::Ended(end), Some(place)) => told[place].1.push(end.word),
                (event, place) => panic!("{event:?} of {place:?}"),
            }
        }
        told
    }

    fn journal_file(&self) -> Journal {
        Journal::new(self.home.path(DATA).join("journal.jsonl"))
    }

    /// Actions that are still to be found out.
    fn open_ends(&self) -> usize {
        self.journal_file().open_ends().unwrap().actions.len()
    }

    /// The trash, newest first: every copy is whole, and this is what is written beside it.
    fn copies(&self) -> Vec<(Option<Word>, bool)> {
        let trash = Trash::new(self.home.path(DATA).join("trash"));
        let listed = trash.list().unwrap();
        let read = |id| {
            let (head, body) = trash.read(id).unwrap();
            assert_eq!(head.target.to_string(), "greenhouse-07 › firmware");
            assert_eq!(head.bytes, body.len() as u64);
            let (_, fate) = trash.head(id).unwrap();
            (fate.word, fate.restored.is_some())
        };
        listed.iter().map(|copy| read(&copy.id)).collect()
    }

    fn stands(&self) -> bool {
        self.served.stands(DEVICE, MIRROR)
    }

    fn deletes(&self) -> usize {
        self.served.count(DeleteMirror)
    }

    fn posts(&self) -> usize {
        self.served.count(UpdateMirror)
    }

    /// The next start tells these words, and quits in good order.
    fn next_start_tells(&self, words: &[&str]) {
        let mut session = self.start();
        for words in words {
            session.wait_for(words);
        }
        quit(&mut session);
    }

    /// The next start has nothing to tell: its journal is as it was, and so is the trash.
    fn next_start_tells_nothing(&self) {
        let before = (self.journal(), self.copies());
        let mut session = self.start();
        session.send("t").wait_for("Trash");
        session.wait_for("greenhouse-07 › firmware");
        let words = session.output().words();
        assert!(!words.contains("mirrordeck was ended"), "{words}");
        quit(&mut session);
        assert_eq!((self.journal(), self.copies()), before);
    }
}

/// Goes to the mirror and confirms its deletion.
fn delete(session: &mut Session) {
    go_to_firmware(session);
    open_dialog(session);
    session.send(format!("{BACK_TAB}\r"));
}

/// Confirms that the mirror deleted last is brought back where none stands.
fn restore(session: &mut Session) {
    ask_for_the_last(session);
    session.wait_for("none stands there");
    press_last_button(session, "Restore mirror");
}

/// Confirms that the mirror deleted last is brought back over the one that stands there.
fn overwrite(session: &mut Session) {
    ask_for_the_last(session);
    session.wait_for("stands there:");
    press_last_button(session, "Restore mirror");
    session.wait_for("Overwrite mirror");
    press_last_button(session, "Overwrite mirror");
}

/// Opens the dialog on the mirror deleted last; a program that still finds out what earlier runs
/// left open asks for `u` in a moment.
fn ask_for_the_last(session: &mut Session) {
    session.send_until("u", "Restore mirror");
}

/// Presses the button on which no dialog starts, as often as the dialog wants to be looked at first.
fn press_last_button(session: &mut Session, dialog: &str) {
    session.send_until("\x15", "none sent");
    session.send(BACK_TAB);
    loop {
        // Away and back: an Enter right after an Enter is taken for one that is held down.
        session.send(format!("\t{BACK_TAB}\r"));
        session.wait_until("the end of the dialog", |output| {
            let words = output.words();
            !words.contains(dialog) || words.contains("look at it first")
        });
        if !session.output().words().contains(dialog) {
            return;
        }
    }
}
