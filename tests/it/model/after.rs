//! What must hold when an episode is over.

use std::collections::BTreeSet;

use mirrordeck::api::wire::Method;
use mirrordeck::app::state::Overlay;
use mirrordeck::app::trash::Row;
use mirrordeck::model::mirror::MirrorId;
use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::{ActionId, ActionKind, Event, Record};
use serde_json::json;

use super::episode::Episode;
use super::order::{Order, View, views};
use super::watched::{Sent, copies, place};
use super::wire::{readings, stands_as};

impl Episode {
    /// Ends the trouble, starts the program once more, and looks at everything that is left.
    pub fn finish(&mut self) {
        self.repair();
        self.service_forgets_faults();
        if !self.is_held() {
            self.settle();
        }
        self.restart_in_peace();
        self.check_listed();
        self.check_copies();
        self.check_records();
        self.bring_one_back();
        self.kill();
        self.count();
    }

    fn restart_in_peace(&mut self) {
        self.kill();
        self.service_forgets_faults();
        self.begin();
        self.settle();
        assert!(self.stage().state.action.is_none(), "nothing is under way");
    }

    /// Nothing is left pending without being listed.
    fn check_listed(&mut self) {
        let open = self.journal().open_ends().unwrap();
        assert_eq!(open.unreadable, 0, "every line of the journal is whole");
        let ids = |ends: &[mirrordeck::model::record::OpenEnd]| -> BTreeSet<ActionId> {
            ends.iter().map(|end| end.id.clone()).collect()
        };
        let listed = ids(&self.stage().state.open_ends);
        assert_eq!(
            ids(&open.actions),
            listed,
            "what the journal has open is listed"
        );
        for end in &open.actions {
            let word = end.end.as_ref().map(|end| end.word);
            assert_eq!(word, Some(Word::OutcomeUnknown), "{:?}", end.intent);
        }
    }

    /// Whatever we deleted or overwrote has a copy that can be read.
    fn check_copies(&mut self) {
        let sent = self.sent();
        let kept = copies(&self.world);
        for order in &self.orders {
            for (at, it) in sent.iter().enumerate() {
                let own = at >= order.from && order.until.is_none_or(|until| at < until);
                if !own || it.method != order.method() || !it.worked {
                    continue;
                }
                let is_kept = |bodies: &[&Vec<u8>]| {
                    kept.iter()
                        .any(|(place, body)| *place == order.place() && bodies.contains(&body))
                };
                let what = format!("{:?} {} {:?}", it.method, it.path, it.body);
                if order.kind == ActionKind::Delete {
                    assert!(
                        is_kept(&readings(&sent, order, at)),
                        "{what}: its copy is gone"
                    );
                } else if order.lock.is_some() {
                    let readings = readings(&sent, order, at);
                    assert!(
                        is_kept(&readings),
                        "{what}: the copy of what it overwrote is gone"
                    );
                }
            }
        }
    }

    /// What journal and marks say is what was said.
    fn check_records(&mut self) {
        if self.failed {
            return;
        }
        let records = self.journal().read().unwrap().records;
        self.check_returns(&records);
        for order in &self.orders {
            let (Some(id), Some(said)) = (&order.id, order.said.last()) else {
                continue;
            };
            let ends = records.iter().filter(|record| record.id == *id);
            let mut ends = ends.filter_map(|record| match &record.event {
                Event::Ended(end) => Some(end.word),
                _ => None,
            });
            let Some(last) = ends.next_back() else {
                // Nothing was intended where nothing could be sent.
                let fell = order.changes(&self.sent()).iter().any(|it| it.worked);
                assert!(!fell, "{} has no end in the journal", order.target);
                continue;
            };
            assert_eq!(
                last, *said,
                "{}: the journal beside what was said",
                order.target
            );
            self.check_marks(order, id, last);
        }
    }

    /// What came back was not brought back by us.
    fn check_returns(&self, records: &[Record]) {
        let sent = self.sent();
        for record in records {
            let Event::CameBack { version } = record.event else {
                continue;
            };
            let order = self
                .orders
                .iter()
                .find(|order| order.id.as_ref() == Some(&record.id));
            let place = order.expect("it was confirmed").place();
            let ours = sent.iter().any(|it| {
                let posted = it.method == Method::Post && it.worked;
                posted && it.place.as_ref() == Some(&place) && it.left == version
            });
            assert!(
                !ours,
                "{place:?} came back at {version:?}, but we brought it back"
            );
        }
    }

    /// `u` offers what was deleted last and is not brought back.
    pub fn check_offered(&self, offered: &ActionId) {
        if self.failed {
            return;
        }
        let restored = |id: &ActionId| {
            self.orders.iter().any(|order| {
                order.copy.as_ref().is_some_and(|copy| copy.head.id == *id)
                    && order.said.contains(&Word::Restored)
            })
        };
        let deleted = self.orders.iter().filter(|order| {
            order.kind == ActionKind::Delete && order.said.last() == Some(&Word::Deleted)
        });
        let ids = deleted.filter_map(|order| order.id.clone());
        let last = ids.filter(|id| !restored(id)).max();
        assert_eq!(last.as_ref(), Some(offered), "what u offers");
    }

    fn check_marks(&self, order: &Order, id: &ActionId, word: Word) {
        let fate = |id: &ActionId| self.trash().head(id).map(|(_, fate)| fate);
        match (order.kind, word) {
            (ActionKind::Delete, word) => {
                if let Ok(fate) = fate(id) {
                    let marked = fate.word.unwrap_or(Word::Deleted);
                    assert_eq!(marked, word, "{}: the mark of its copy", order.target);
                }
            }
            (ActionKind::Restore, Word::Restored) => {
                let copy = &order.copy.as_ref().expect("of a restore").head.id;
                let marked = fate(copy).unwrap().restored.is_some();
                assert!(
                    marked,
                    "{}: it was restored, and its copy is not marked",
                    order.target
                );
            }
            _ => {}
        }
    }

    /// One of the copies, brought back as a user does.
    fn bring_one_back(&mut self) {
        self.press("t");
        self.settle();
        let copies: Vec<(usize, ActionId)> = {
            let trash = self.stage().state.trash.as_ref().expect("it is open");
            let rows = (0..trash.len()).filter_map(|at| Some((at, trash.get(at)?)));
            rows.filter_map(|(at, row)| match row {
                Row::Copy(id) => Some((at, id.clone())),
                Row::Open(_) => None,
            })
            .collect()
        };
        if copies.is_empty() {
            return;
        }
        let (row, id) = self.dice.pick(&copies).clone();
        let (head, body) = self.trash().read(&id).unwrap();
        self.press(&"j".repeat(row));
        // A device may write meanwhile: then what is brought back is refused for its version.
        for _ in 0..4 {
            self.settle();
            self.press("<Enter>");
            self.settle();
            let state = &self.stage().state;
            let Some(Overlay::Restore(dialog)) = &state.overlay else {
                panic!("the dialog opens on {}", head.target);
            };
            if dialog.obstacle(state.size).is_some() {
                self.press("<Esc>");
                break;
            }
            let asked = self.orders.len();
            self.press("<Tab><Tab><Enter>");
            if self.orders.len() == asked {
                self.press("<Tab><Tab><Enter>");
            }
            assert_eq!(self.orders.len(), asked + 1, "it is confirmed");
            self.settle();
            if self
                .orders
                .last()
                .is_some_and(|order| order.said.last() == Some(&Word::Restored))
            {
                self.check_standing(&head.target, &body);
                return;
            }
        }
        let seen = views(&self.sent(), &place(&head.target));
        let Some(View::Stands { state, .. }) = seen.last() else {
            panic!("{} stands again", head.target);
        };
        assert!(stands_as(&body, state), "{}: {state}", head.target);
    }

    /// The service has this state since it was changed last.
    fn check_standing(&mut self, target: &MirrorId, copy: &[u8]) {
        let (device, name) = place(target);
        let service = &self.world.service;
        let known = service.with_service(|service| service.mirror(&device, name.as_deref()));
        let known = known.unwrap_or_else(|| panic!("{target} stands again"));
        let state = json!({ "desired": known.desired, "reported": known.reported });
        assert!(stands_as(copy, &state), "{target}: {state}");
        self.tally.count("brought back at the end");
    }

    fn count(&mut self) {
        let sent = self.sent();
        let worked = |method: Method| move |it: &&Sent| it.method == method && it.worked;
        for it in sent.iter().filter(worked(Method::Delete)) {
            self.tally.count("DELETE worked");
            if matches!(it.place, Some((_, None))) {
                self.tally.count("default fell");
            }
        }
        for order in &self.orders {
            let posts = order.changes(&sent);
            let posts: Vec<_> = posts.into_iter().filter(worked(Method::Post)).collect();
            if posts.len() == 2 {
                self.tally.count("in halves");
            }
            if !posts.is_empty() {
                self.tally.count("POST worked");
            }
            if !posts.is_empty() && order.lock.is_some() {
                self.tally.count("overwritten");
            }
        }
    }
}
