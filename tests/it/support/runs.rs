//! Plans and runs on a bench: marked mirrors, fresh reads by target, news of a run.

use mirrordeck::i18n::Text;
use std::sync::Arc;

use mirrordeck::app::effect::Effect;
use mirrordeck::app::message::{Answer, Message, RequestId};
use mirrordeck::model::error::{ApiError, NoAnswer};
use mirrordeck::model::mirror::MirrorId;
use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::{ActionId, ActionKind, Origin};
use mirrordeck::model::summary::{MirrorSummary, Summarized};
use mirrordeck::model::task::{
    ItemEnd, ItemNews, ItemState, RunEvent, TaskItem, TaskPlan, TaskRecord,
};

use super::fixtures::{Bench, NOW_MS, mirror_id, setup};

/// Facts of a quiet mirror at this version.
pub fn facts(version: u64) -> Summarized {
    Summarized::Found(summary(Some(version)))
}

pub fn summary(version: Option<u64>) -> MirrorSummary {
    MirrorSummary {
        version,
        last_report_ms: Some(NOW_MS - 214 * 86_400_000),
        differing: 0,
        bytes: 312,
        read_at_ms: NOW_MS,
    }
}

pub fn silence() -> ApiError {
    ApiError::NoAnswer {
        why: NoAnswer::Broken,
        cause: Text::verbatim("reset"),
    }
}

/// `device-00000 › legacy` and so on.
pub fn many(count: usize) -> Vec<MirrorId> {
    (0..count)
        .map(|nth| mirror_id(&format!("device-{nth:05}"), Some("legacy")))
        .collect()
}

/// The end of an item with this word; its deletion bears the number of the item.
pub fn end(number: u32, word: Word) -> ItemState {
    ItemState::Ended(item_end(number, word))
}

pub fn item_end(number: u32, word: Word) -> ItemEnd {
    ItemEnd {
        word,
        reason: Text::empty(),
        action: Some(ActionId::new(NOW_MS, 1000 + u64::from(number))),
    }
}

/// A run that is kept on this computer, at version 7 throughout.
pub fn record(nth: u64, targets: &[MirrorId], states: Vec<ItemState>) -> TaskRecord {
    let item = |target: &MirrorId| TaskItem {
        target: target.clone(),
        version: Some(7),
        copy: None,
    };
    TaskRecord {
        plan: Arc::new(TaskPlan {
            id: ActionId::new(NOW_MS - 1000, nth),
            kind: ActionKind::Delete,
            origin: Origin {
                base_url: setup().base_url,
                key_tail: setup().account.key_tail,
                source: "test".to_owned(),
            },
            created_ms: NOW_MS - 1000,
            token_prefix: "md-before-t1".to_owned(),
            items: targets.iter().map(item).collect(),
        }),
        states,
        is_closed: false,
    }
}

impl Bench {
    /// Marks mirrors as they stood at version 7.
    pub fn mark(&mut self, targets: &[MirrorId]) -> &mut Self {
        let marked = targets.iter().map(|target| (target.clone(), Some(7)));
        self.state.marks.add_mirrors(marked);
        self
    }

    /// Marks mirrors, opens the plan on them, and reads each; all of it is seen.
    pub fn plan(
        &mut self,
        targets: &[MirrorId],
        read: impl Fn(&MirrorId) -> Result<Summarized, ApiError>,
    ) -> &mut Self {
        self.mark(targets).press("<Tab>d").read_facts(read).draw()
    }

    /// Answers every fresh read of the plan, those that follow too.
    pub fn read_facts(
        &mut self,
        read: impl Fn(&MirrorId) -> Result<Summarized, ApiError>,
    ) -> &mut Self {
        loop {
            let is_read = |effect: &Effect| matches!(effect, Effect::ReadFacts { .. });
            let Some(place) = self.effects.iter().position(is_read) else {
                return self;
            };
            let Effect::ReadFacts { request, target } = self.effects.remove(place) else {
                return self;
            };
            self.answer(request, Answer::Facts(read(&target)));
        }
    }

    /// Plans and applies; returns the run.
    pub fn apply_plan(&mut self, targets: &[MirrorId]) -> Arc<TaskPlan> {
        self.plan(targets, |_| Ok(facts(7)));
        self.press(&format!("<Tab>{}<Enter>", targets.len()));
        self.the_run().1
    }

    /// The last run that was begun.
    pub fn the_run(&self) -> (RequestId, Arc<TaskPlan>, Vec<u32>) {
        let mut runs = self.effects.iter().rev().filter_map(|effect| match effect {
            Effect::RunTask {
                request,
                plan,
                todo,
                ..
            } => Some((*request, Arc::clone(plan), todo.clone())),
            _ => None,
        });
        runs.next().expect("a run")
    }

    pub fn runs(&self) -> usize {
        let is_run = |effect: &&Effect| matches!(effect, Effect::RunTask { .. });
        self.effects.iter().filter(is_run).count()
    }

    /// An item of a run has another state.
    pub fn item(&mut self, plan: &TaskPlan, item: u32, state: ItemState) -> &mut Self {
        self.news(plan, vec![RunEvent::Item(ItemNews { item, state })])
    }

    pub fn news(&mut self, plan: &TaskPlan, events: Vec<RunEvent>) -> &mut Self {
        self.send(Message::TaskNews {
            task: plan.id.clone(),
            events,
            at_ms: NOW_MS,
        })
    }
}

/// A fresh read for a plan over a fleet of every kind: some mirrors have moved or are gone, have no
/// version or cannot be read.
///
/// * `moved` - the device whose mirrors have moved.
pub fn read_of(target: &MirrorId, moved: &str) -> Result<Summarized, ApiError> {
    let quiet = summary(Some(7));
    Ok(match (target.device.raw(), target.mirror.shown()) {
        ("온실-7 밸브 A", "default") => Summarized::Found(MirrorSummary {
            last_report_ms: Some(NOW_MS - 4000),
            differing: 2,
            ..quiet
        }),
        (device, _) if device == moved => facts(9),
        ("tab\tbed", _) => Summarized::Absent,
        ("device-00003", _) => return Err(silence()),
        ("device-00004", _) => Summarized::Found(summary(None)),
        _ => facts(7),
    })
}
