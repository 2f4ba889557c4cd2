//! The plans of runs: a file each, written whole before the first item, and a mark where the user
//! has ended one. How far the items are is in the journal alone.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _};
use std::path::PathBuf;
use std::sync::Arc;

use super::error::{TrashError, shown};
use super::files::{Existing, create_folder, make_private, place, remove, sync_folder};
use super::plan_file::{decode, encode};
use crate::model::record::ActionId;
use crate::model::task::TaskPlan;

/// The largest plan that is read: over a million items.
const LARGEST: u64 = 512 << 20;
const PLAN: &str = "plan";
const CLOSED: &str = "closed";
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// The folder of the plans. Clones share it, and so may other programs.
#[derive(Debug, Clone)]
pub struct Tasks {
    folder: Arc<PathBuf>,
}

/// What the folder holds.
#[derive(Debug, Default)]
pub struct Planned {
    /// Plans with whether the user has ended them, newest first.
    pub plans: Vec<(Arc<TaskPlan>, bool)>,
    /// Files that are damaged or of a newer version; they are left out.
    pub unreadable: usize,
}

impl Tasks {
    /// The plans in that folder. Touches nothing.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self {
            folder: Arc::new(folder),
        }
    }

    /// Writes a plan down: when this returns, it is on the disk. One that stands already stays.
    ///
    /// # Errors
    /// Nothing may be done then, and nothing is left behind.
    pub fn keep(&self, plan: &TaskPlan) -> Result<(), TrashError> {
        create_folder(&self.folder)
            .and_then(|()| make_private(&self.folder))
            .map_err(|error| TrashError::cannot_write(&self.folder, &error))?;
        match place(&self.path(&plan.id, PLAN), &[&encode(plan)], Existing::Keep) {
            Err(TrashError::AlreadyThere { .. }) => Ok(()),
            placed => placed,
        }
    }

    /// Marks a run as ended by the user.
    ///
    /// # Errors
    /// Where the mark cannot be written.
    pub fn close(&self, id: &ActionId) -> Result<(), TrashError> {
        place(&self.path(id, CLOSED), &[b"\n"], Existing::Replace)
    }

    /// Every plan, newest first. A folder that was never made holds none.
    ///
    /// # Errors
    /// Where the folder cannot be read. Single files that cannot are counted.
    pub fn list(&self) -> Result<Planned, TrashError> {
        let cannot = |error: io::Error| TrashError::cannot_read(&self.folder, &error);
        let entries = match fs::read_dir(&*self.folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Planned::default()),
            entries => entries.map_err(cannot)?,
        };
        let mut planned = Planned::default();
        for found in entries {
            let name = found.map_err(cannot)?.file_name();
            let Some(id) = name.to_str().and_then(id_of_plan) else {
                continue;
            };
            match self.read(&id) {
                Some(plan) => {
                    let is_closed = self.path(&id, CLOSED).exists();
                    planned.plans.push((Arc::new(plan), is_closed));
                }
                None => planned.unreadable += 1,
            }
        }
        planned
            .plans
            .sort_unstable_by(|(one, _), (other, _)| other.id.cmp(&one.id));
        Ok(planned)
    }

    /// Drops plans that are older than so many days, but never one of `protected`.
    ///
    /// # Errors
    /// Where the folder cannot be read, or a file not be taken away.
    pub fn prune(
        &self,
        days: u32,
        now_ms: i64,
        is_protected: &dyn Fn(&ActionId) -> bool,
    ) -> Result<(), TrashError> {
        let entries = match fs::read_dir(&*self.folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            entries => entries.map_err(|error| TrashError::cannot_read(&self.folder, &error))?,
        };
        let mut dropped = false;
        for found in entries.flatten() {
            let Some(id) = found.file_name().to_str().and_then(id_of_plan) else {
                continue;
            };
            let age_ms = now_ms.saturating_sub(id.at_ms());
            if age_ms <= i64::from(days) * DAY_MS || is_protected(&id) {
                continue;
            }
            // The plan first: a mark without its plan says nothing.
            for ending in [PLAN, CLOSED] {
                let path = self.path(&id, ending);
                dropped |=
                    remove(&path).map_err(|error| TrashError::cannot_write(&path, &error))?;
            }
        }
        if dropped {
            // Should the names come back after a power cut, they are dropped once more.
            let _ = sync_folder(&self.folder);
        }
        Ok(())
    }

    fn read(&self, id: &ActionId) -> Option<TaskPlan> {
        let path = self.path(id, PLAN);
        let mut bytes = Vec::new();
        let read = fs::metadata(&path)
            .and_then(|metadata| {
                // Opening a pipe would wait for ever.
                if metadata.is_file() {
                    File::open(&path)
                } else {
                    Err(ErrorKind::InvalidInput.into())
                }
            })
            .and_then(|file| file.take(LARGEST).read_to_end(&mut bytes));
        let plan = match read {
            Ok(_) => decode(&bytes, id),
            Err(_) => None,
        };
        if plan.is_none() {
            tracing::warn!(path = %shown(&path), "a plan could not be read");
        }
        plan
    }

    fn path(&self, id: &ActionId, ending: &str) -> PathBuf {
        self.folder.join(format!("{id}.{ending}"))
    }
}

fn id_of_plan(name: &str) -> Option<ActionId> {
    name.strip_suffix(PLAN)?.strip_suffix('.')?.parse().ok()
}
