//! After a run: whether devices have written back what was deleted.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinSet;

use super::{OnRunEvent, RunControl};
use crate::actions::Actions;
use crate::api::transport::Transport;
use crate::model::device::DeviceName;
use crate::model::mirror::{MirrorId, MirrorName, MirrorRead};
use crate::model::outcome::Word;
use crate::model::record::ActionId;
use crate::model::task::{ItemEnd, ItemNews, ItemState, RunEvent, TaskMode, TaskPlan};

/// Devices that are looked at at the same time.
const AT_ONCE: usize = 32;

/// What was deleted of one device.
type Deleted = Vec<(u32, ActionId, MirrorId)>;

impl<T: Transport> Actions<T> {
    /// Looks once at everything that was deleted: the named mirrors of a device in one request.
    /// A failure says nothing, and a run that is cancelled is not looked after any more.
    pub(super) async fn watch_run(
        &self,
        plan: &Arc<TaskPlan>,
        deleted: Vec<(u32, ActionId)>,
        after: Duration,
        control: &RunControl,
        on_event: &OnRunEvent,
    ) {
        if deleted.is_empty() {
            return;
        }
        tokio::select! {
            () = tokio::time::sleep(after) => {}
            () = cancelled(control) => return,
        }
        let mut devices: BTreeMap<DeviceName, Deleted> = BTreeMap::new();
        for (item, action) in deleted {
            let place = usize::try_from(item).unwrap_or(usize::MAX);
            if let Some(planned) = plan.items.get(place) {
                let target = planned.target.clone();
                let of_device = devices.entry(target.device.clone()).or_default();
                of_device.push((item, action, target));
            }
        }
        let mut devices = devices.into_iter();
        let mut looks = JoinSet::new();
        while control.mode() != TaskMode::Cancelled {
            while looks.len() < AT_ONCE
                && let Some((device, deleted)) = devices.next()
            {
                let actions = self.clone();
                looks.spawn(async move { actions.returned(&device, deleted).await });
            }
            let Some(found) = looks.join_next().await else {
                return;
            };
            for (item, action, version) in found.unwrap_or_default() {
                self.record_return(&action, version).await;
                let end = ItemEnd {
                    word: Word::Deleted,
                    reason: "a device has written it back".into(),
                    action: Some(action),
                };
                let state = ItemState::CameBack(end);
                on_event(RunEvent::Item(ItemNews { item, state }));
            }
        }
    }

    async fn returned(
        &self,
        device: &DeviceName,
        deleted: Deleted,
    ) -> Vec<(u32, ActionId, Option<u64>)> {
        let client = self.client.background();
        let is_named = |target: &MirrorId| target.mirror != MirrorName::Default;
        let names = if deleted.iter().any(|(_, _, target)| is_named(target)) {
            client.list_mirrors(device).await.ok()
        } else {
            None
        };
        let mut returned = Vec::new();
        for (item, action, target) in deleted {
            let may_stand = !is_named(&target)
                || names
                    .as_ref()
                    .is_some_and(|list| list.names.contains(&target.mirror));
            // A list may lag behind: the mirror itself has the last word.
            if may_stand && let Ok(MirrorRead::Found(reading)) = client.view_mirror(&target).await {
                returned.push((item, action, reading.document.version));
            }
        }
        returned
    }
}

async fn cancelled(control: &RunControl) {
    while control.mode() != TaskMode::Cancelled {
        control.left(control.mode()).await;
    }
}
