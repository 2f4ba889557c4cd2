//! One program after the other in one world, every word and every request checked as it comes.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use mirrordeck::actions::points::{Point, Points};
use mirrordeck::api::wire::Method;
use mirrordeck::app::message::{Answer, Message};
use mirrordeck::model::action::Resolution;
use mirrordeck::model::mirror::MirrorId;
use mirrordeck::model::outcome::{Ending, Word};
use mirrordeck::model::record::{ActionId, Event, Record};
use mirrordeck::sim::service::Settings;
use mirrordeck::trash::journal::Journal;
use mirrordeck::trash::store::Trash;
use tempfile::TempDir;

use super::dice::Dice;
use super::faults::Part;
use super::order::Order;
use super::tally::Tally;
use super::truth::lie;
use super::watched::{Sent, Watched};
use crate::support::stage::{Stage, parse_keys};
use crate::support::world::World;

/// Longer than the selection must rest.
const RESTED: Duration = Duration::from_millis(200);
const QUIET: Duration = Duration::from_secs(1);
/// Seconds in which everything that was begun has ended, however many answers do not come.
const LONGEST: usize = 900;

/// Where the program is held next, and whether it is.
#[derive(Default)]
pub struct Hold {
    pub at: Option<Point>,
    pub held: bool,
}

pub struct Episode {
    pub dice: Dice,
    pub world: World,
    pub watched: Watched,
    pub stage: Option<Stage>,
    pub hold: Arc<Mutex<Hold>>,
    pub orders: Vec<Order>,
    /// Parts of the storage that fail now.
    pub failing: Vec<Part>,
    /// Whether the user does not wait for what is under way.
    pub hasty: bool,
    /// Whether any ever did: what is written beside the journal may be missing then.
    pub failed: bool,
    pub tally: Tally,
    /// Programs so far.
    runs: usize,
    /// Requests that were looked at.
    audited: usize,
    pub script: Script,
}

/// What was done, told when the test fails.
#[derive(Default, Clone)]
pub struct Script(pub Arc<Mutex<Vec<String>>>);

impl Script {
    pub fn note(&self, line: impl Into<String>) {
        self.0.lock().unwrap().push(line.into());
    }
}

impl Episode {
    pub fn new(seed: u64, script: Script) -> Self {
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() {
            TempDir::new_in(memory).unwrap()
        } else {
            TempDir::new().unwrap()
        };
        let world = World::in_folder(
            Settings {
                devices: 3,
                ..Settings::default()
            },
            folder,
        );
        let mut episode = Self {
            dice: Dice::new(seed),
            watched: Watched::new(world.clone()),
            world,
            stage: None,
            hold: Arc::default(),
            orders: vec![],
            failing: vec![],
            hasty: false,
            failed: false,
            tally: Tally::default(),
            runs: 0,
            audited: 0,
            script,
        };
        episode.begin();
        episode
    }

    pub fn stage(&mut self) -> &mut Stage {
        self.stage.as_mut().expect("a program runs")
    }

    pub fn sent(&self) -> Vec<Sent> {
        self.watched.notes.lock().unwrap().sent.clone()
    }

    pub fn journal(&self) -> Journal {
        Journal::new(self.world.data().join("journal.jsonl"))
    }

    pub fn trash(&self) -> Trash {
        Trash::new(self.world.data().join("trash"))
    }

    fn records(&self) -> Vec<Record> {
        self.journal().read().map_or(vec![], |read| read.records)
    }

    /// Starts the next program.
    pub fn begin(&mut self) {
        self.runs += 1;
        self.script.note(format!("start {}", self.runs));
        let hold = self.hold.clone();
        let points = Points::asking(move |point| {
            let hold = &mut *hold.lock().unwrap();
            hold.held |= hold.at == Some(point);
            !hold.held
        });
        let run = format!("md-{}", self.runs);
        let stage = Stage::begin_in(&self.world, self.watched.clone(), points, &run);
        self.stage = Some(stage);
    }

    /// Ends the program, wherever it is.
    pub fn kill(&mut self) {
        let Some(stage) = self.stage.take() else {
            return;
        };
        self.check_last_words(&stage);
        stage.kill();
        self.script.note("kill");
        self.audit();
        let point = std::mem::take(&mut *self.hold.lock().unwrap());
        let requests = self.watched.notes.lock().unwrap().sent.len();
        let records = self.records();
        let Some(order) = self.orders.last_mut().filter(|order| order.until.is_none()) else {
            return;
        };
        order.until = Some(requests);
        order.cut_off = true;
        self.tally.cut_off(point.at.filter(|_| point.held));
        // Actions go one after the other, so the last one in the journal is this, if it got so far.
        let known: Vec<_> = self
            .orders
            .iter()
            .filter_map(|order| order.id.clone())
            .collect();
        let last = records
            .iter()
            .rfind(|it| matches!(it.event, Event::Intended(_)));
        let Some(last) = last.filter(|it| !known.contains(&it.id)) else {
            return;
        };
        self.orders.last_mut().unwrap().id = Some(last.id.clone());
        let end = records.iter().rfind(|it| it.id == last.id);
        if let Some(Event::Ended(end)) = end.map(|it| &it.event) {
            let id = last.id.clone();
            self.check_word(&id, end.word, &end.reason, "the journal says");
        }
    }

    /// What the program says when it leaves in the middle of an action must be so too.
    fn check_last_words(&self, stage: &Stage) {
        if !stage.has_left() {
            return;
        }
        let words = stage
            .state
            .last_words()
            .map_or_else(String::new, |words| words.to_string());
        self.script.note(format!("left: {words}"));
        if let Some(action) = &stage.state.action
            && self.failing.is_empty()
        {
            let records = self.records();
            let last = records.iter().rev().find_map(|it| match &it.event {
                Event::Intended(intent) => Some(intent),
                _ => None,
            });
            let intended = last.is_some_and(|intent| intent.target == action.target);
            let promises = words.contains("the next start looks");
            assert!(
                intended || !promises,
                "\"{words}\", and nothing in the journal"
            );
        }
    }

    /// Presses keys one after the other, with nothing between them.
    pub fn press(&mut self, keys: &str) {
        if !keys.is_empty() {
            self.script.note(format!("press {keys}"));
        }
        self.audit();
        for key in parse_keys(keys) {
            let requests = self.watched.notes.lock().unwrap().sent.len();
            let stage = self.stage();
            if stage.has_left() {
                return;
            }
            let shown = Order::shown(&stage.state);
            let before = stage.state.action.as_ref().map(|action| action.request);
            stage.apply(Message::Pressed(key));
            let after = stage.state.action.as_ref().map(|action| action.request);
            let begun = after.is_some() && after != before;
            stage.draw();
            if begun {
                let enter = key == mirrordeck::app::key::Key::Enter;
                let shown = shown
                    .filter(|_| enter)
                    .expect("only Enter on what is shown begins");
                let order = Order {
                    from: requests,
                    ..shown
                };
                let (kind, target) = (order.kind, &order.target);
                self.script
                    .note(format!("  confirmed {kind:?} {target} at {:?}", order.lock));
                self.orders.push(order);
            }
        }
    }

    /// Lets so much time pass.
    pub fn pass(&mut self, time: Duration) {
        let end = self.stage().after(time);
        while let Some(message) = self.stage().next_message(end) {
            self.audit();
            let words = self.hear(&message);
            self.stage().apply(message);
            self.stage().draw();
            self.check_said(&words);
        }
        self.audit();
    }

    /// Lets time pass until nothing is under way, or the program is held.
    pub fn settle(&mut self) {
        self.pass(RESTED);
        for _ in 0..LONGEST {
            if self.stage().state.questions.is_empty() || self.stage().has_left() || self.is_held()
            {
                return self.pass(RESTED);
            }
            self.pass(QUIET);
        }
        panic!("these wait for ever: {:?}", self.stage().state.questions);
    }

    pub fn is_held(&self) -> bool {
        self.hold.lock().unwrap().held
    }

    /// Checks every request that has left since the last time.
    pub fn audit(&mut self) {
        let sent = &self.watched.notes.lock().unwrap().sent;
        for (place, it) in sent.iter().enumerate().skip(self.audited) {
            self.script.note(format!("    {it}"));
            if it.method != Method::Get {
                super::wire::check(&self.orders, sent, place);
            }
        }
        self.audited = sent.len();
    }

    /// Checks what a message says before the program knows it, and returns the words that must be
    /// seen when it does.
    fn hear(&mut self, message: &Message) -> Vec<Said> {
        let answered = match message {
            Message::FoundOut { resolution, .. } => return vec![self.resolved(resolution)],
            Message::Answered(answered) => answered,
            _ => return vec![],
        };
        match &answered.answer {
            Answer::Deleted(end) => {
                let kept = self.trash().read(&end.id).is_ok();
                assert!(
                    kept || !end.is_kept,
                    "a copy that is said to be kept is there"
                );
                vec![self.ended(&end.id, &end.target, &end.ending)]
            }
            Answer::Restored(end) => vec![self.ended(&end.id, &end.target, &end.ending)],
            Answer::LookedAgain(found) => vec![self.resolved(found)],
            Answer::Crashed => panic!("a task crashed"),
            _ => vec![],
        }
    }

    fn ended(&mut self, id: &ActionId, target: &MirrorId, ending: &Ending) -> Said {
        let requests = self.watched.notes.lock().unwrap().sent.len();
        let order = self.orders.last_mut().expect("it was confirmed");
        assert_eq!(order.until, None, "it ends once");
        assert_eq!(order.target, *target);
        order.until = Some(requests);
        order.id = Some(id.clone());
        self.say(id, target, ending, "the program says")
    }

    fn resolved(&mut self, found: &Resolution) -> Said {
        self.say(&found.id, &found.target, &found.ending, "found out later")
    }

    fn say(&mut self, id: &ActionId, target: &MirrorId, ending: &Ending, who: &str) -> Said {
        self.check_word(id, ending.word, &ending.reason.to_string(), who);
        Said {
            id: id.clone(),
            word: ending.word,
            target: target.to_string(),
        }
    }

    fn check_word(&mut self, id: &ActionId, word: Word, reason: &str, who: &str) {
        self.script.note(format!("  {who} {word}: {reason}"));
        let sent = self.sent();
        let has_copy = self.trash().read(id).is_ok() || self.failing.contains(&Part::Trash);
        let order = self
            .orders
            .iter_mut()
            .find(|order| order.id.as_ref() == Some(id));
        let order =
            order.unwrap_or_else(|| panic!("{who} {word} about what nobody confirmed: {id}"));
        if let Some(lie) = lie(order, &sent, word, reason, has_copy) {
            panic!("{who} {lie}");
        }
        order.said.push(word);
        self.tally.said(word);
    }

    /// What was said must stand on the screen, and what stays unknown must be listed.
    fn check_said(&mut self, words: &[Said]) {
        let state = &self.stage().state;
        let notice = state.notice.as_ref();
        let notice = notice.map_or_else(String::new, |notice| notice.text.to_string());
        for Said { id, word, target } in words {
            assert!(
                notice.contains(word.as_str()) && notice.contains(target),
                "{word} {target} was not told: {notice}"
            );
            let listed = state.open_ends.iter().any(|end| end.id == *id);
            assert_eq!(
                *word == Word::OutcomeUnknown,
                listed,
                "{word} {target}: whether it is listed"
            );
        }
    }
}

/// A word that the user must hear.
struct Said {
    id: ActionId,
    word: Word,
    target: String,
}
