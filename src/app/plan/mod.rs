//! A plan: every mirror that a run would change, read afresh, before anything is changed.

mod row;
mod saved;
mod totals;

use std::collections::HashMap;

use tui_input::Input;

use super::cursor::Cursor;
use super::shown::Shown;
use crate::i18n::Text;
use crate::model::mirror::MirrorId;
use crate::model::record::ActionKind;
use crate::model::task::TaskItem;
use crate::text;

pub use row::{FreshFacts, PlanItem, PlanRow, RowState};
pub use saved::{MOST_ROWS, SavedPlan, parse};
pub use totals::Totals;

/// Fresh reads of a plan that are under way at once: enough to keep every connection busy.
pub const READS_AT_ONCE: usize = 48;

/// Where the rows of a plan came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The marks of the user, which are taken away when the plan is applied.
    Marks,
    /// Items of a run.
    Run,
    /// A saved plan: only the version that it names may fall.
    Saved,
}

/// The open plan.
#[derive(Debug)]
pub struct PlanView {
    /// Deletes or restores.
    pub kind: ActionKind,
    /// Where its rows came from.
    pub source: Source,
    /// Whether the field for the number has the focus, rather than the rows.
    pub in_count: bool,
    /// The field for the number.
    pub count: Input,
    /// What is wrong with the number, said after an attempt.
    pub problem: Option<Text>,
    /// The first drawing counts, and each that shows another set of rows to decide on.
    pub shown: Shown,
    /// The selected row among those in their order.
    pub cursor: Cursor,
    /// When the last fresh read was answered, Unix milliseconds.
    pub read_at_ms: i64,
    rows: Vec<PlanRow>,
    /// Rows as they are shown: once everything is read, what is left out first, then what is
    /// noteworthy.
    order: Vec<u32>,
    places: HashMap<MirrorId, u32>,
    counts: HashMap<RowState, usize>,
    totals: Totals,
    /// Rows that are to be read, the next one last.
    unread: Vec<u32>,
    asked: usize,
}

impl PlanView {
    /// A plan of which nothing was read. An item whose mirror came before is left out.
    #[must_use]
    pub fn new(
        kind: ActionKind,
        source: Source,
        items: impl IntoIterator<Item = PlanItem>,
    ) -> Self {
        let mut plan = Self {
            kind,
            source,
            in_count: false,
            count: Input::default(),
            problem: None,
            shown: Shown::default(),
            cursor: Cursor::default(),
            read_at_ms: 0,
            rows: Vec::new(),
            order: Vec::new(),
            places: HashMap::new(),
            counts: HashMap::new(),
            totals: Totals::default(),
            unread: Vec::new(),
            asked: 0,
        };
        for item in items {
            let number = u32::try_from(plan.rows.len()).unwrap_or(u32::MAX);
            if plan.places.contains_key(&item.target) {
                continue;
            }
            plan.places.insert(item.target.clone(), number);
            let row = PlanRow::new(item);
            *plan.counts.entry(row.state(kind)).or_default() += 1;
            plan.rows.push(row);
            plan.order.push(number);
        }
        plan.unread = plan.order.iter().rev().copied().collect();
        plan
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A row by its place on the screen.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&PlanRow> {
        self.rows.get(index(*self.order.get(place)?))
    }

    /// The selected row.
    #[must_use]
    pub fn selected(&self) -> Option<&PlanRow> {
        self.get(self.cursor.at)
    }

    /// Every row, by device and name.
    #[must_use]
    pub fn rows(&self) -> &[PlanRow] {
        &self.rows
    }

    /// How many rows are in this state.
    #[must_use]
    pub fn count(&self, state: RowState) -> usize {
        self.counts.get(&state).copied().unwrap_or(0)
    }

    /// Rows that are to be read or on their way.
    #[must_use]
    pub fn to_be_read(&self) -> usize {
        self.unread.len() + self.asked
    }

    /// Rows that go in, by the name of the mirror.
    #[must_use]
    pub fn totals(&self) -> &Totals {
        &self.totals
    }

    /// Whether everything is read, so that the number of mirrors is final.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.to_be_read() == 0
    }

    /// Whether the plan in its final form has stood on the screen, so that digits count.
    #[must_use]
    pub fn takes_number(&self) -> bool {
        self.is_read() && self.shown.to_be_drawn().is_none()
    }

    /// The next mirror to be read, if as many reads as may be are not under way yet.
    pub fn next_to_read(&mut self) -> Option<MirrorId> {
        if self.asked >= READS_AT_ONCE {
            return None;
        }
        let number = self.unread.pop()?;
        self.asked += 1;
        self.change(number, |row| row.fresh = FreshFacts::Asked);
        Some(self.rows.get(index(number))?.item.target.clone())
    }

    /// Takes the answer to a fresh read.
    pub fn take(&mut self, target: &MirrorId, fresh: FreshFacts, at_ms: i64) {
        let Some(number) = self.places.get(target).copied() else {
            return;
        };
        let asked = self.rows.get(index(number)).map(|row| &row.fresh);
        if asked != Some(&FreshFacts::Asked) {
            return;
        }
        self.asked -= 1;
        self.read_at_ms = self.read_at_ms.max(at_ms);
        self.change(number, |row| {
            row.fresh = fresh;
            row.is_taken_in = false;
        });
        if self.is_read() {
            self.sort();
            self.renew();
        }
    }

    /// Reads again what could not be read. Says how many rows that are.
    pub fn read_failed_again(&mut self) -> usize {
        let failed = |row: &&u32| {
            let row = self.rows.get(index(**row));
            row.is_some_and(|row| matches!(row.fresh, FreshFacts::Failed(_)))
        };
        let failed: Vec<_> = self.order.iter().rev().filter(failed).copied().collect();
        for number in &failed {
            self.change(*number, |row| row.fresh = FreshFacts::Unread);
        }
        self.unread.extend(&failed);
        if !failed.is_empty() {
            self.renew();
        }
        failed.len()
    }

    /// Takes the selected row out or in.
    ///
    /// # Errors
    /// A sentence that says why it stays as it is.
    pub fn turn_selected(&mut self) -> Result<(), Text> {
        let Some(number) = self.order.get(self.cursor.at).copied() else {
            return Ok(());
        };
        let Some(row) = self.rows.get(index(number)) else {
            return Ok(());
        };
        let unlocked = self.source == Source::Saved && row.item.version.is_none();
        match row.state(self.kind) {
            RowState::Reading | RowState::OutByUser if unlocked => {
                return Err(text!("plan-stays-no-version"));
            }
            RowState::Reading | RowState::In | RowState::OutByUser => {
                self.change(number, |row| row.is_out = !row.is_out);
            }
            RowState::Moved if self.source == Source::Saved => {
                return Err(text!("plan-stays-moved"));
            }
            RowState::Moved => self.change(number, |row| {
                row.is_taken_in = true;
                row.is_out = false;
            }),
            RowState::Gone => return Err(text!("plan-stays-gone")),
            RowState::NoVersion => return Err(text!("plan-stays-unlocked")),
            RowState::Standing => return Err(text!("plan-stays-standing")),
            RowState::Failed => return Err(text!("plan-stays-unread")),
            RowState::TooLong => return Err(text!("plan-stays-too-long")),
        }
        self.renew();
        Ok(())
    }

    /// The items of the run that the number confirms.
    ///
    /// # Errors
    /// A sentence that says why there is no run.
    pub fn confirmed(&self) -> Result<Vec<TaskItem>, Text> {
        if !self.is_read() {
            return Err(text!("plan-still-reading"));
        }
        if self.shown.to_be_drawn().is_some() {
            return Err(text!("plan-just-changed"));
        }
        let going_in = self.count(RowState::In);
        if going_in == 0 {
            return Err(text!("plan-nothing-in"));
        }
        let typed = self.count.value().trim();
        let digits = !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_digit());
        match typed.parse::<usize>() {
            _ if typed.is_empty() => Err(text!("plan-no-number")),
            _ if !digits => Err(text!("plan-no-digits")),
            Ok(number) if number == going_in => Ok(self.items()),
            _ => Err(text!("plan-other-number")),
        }
    }

    /// Says in how many columns and lines the selected mirror is named in full. One whose name does
    /// not fit stays out: what falls must have been readable to its last character.
    pub fn fit_names(&mut self, columns: usize, lines: usize) {
        let mut has_changed = false;
        for number in self.order.clone() {
            let Some(row) = self.rows.get(index(number)) else {
                continue;
            };
            let is_too_long = !row.item.fits(columns, lines);
            if row.is_too_long != is_too_long {
                let before = row.state(self.kind);
                self.change(number, |row| row.is_too_long = is_too_long);
                let after = self.rows.get(index(number)).map(|row| row.state(self.kind));
                has_changed |= after != Some(before);
            }
        }
        if has_changed && self.is_read() {
            self.sort();
            self.renew();
        }
    }

    fn items(&self) -> Vec<TaskItem> {
        let rows = self.rows.iter();
        rows.filter(|row| row.state(self.kind) == RowState::In)
            .map(|row| row.task_item(self.kind))
            .collect()
    }

    /// What is decided on has changed: it must be seen, and a number typed for it anew.
    fn renew(&mut self) {
        self.shown.renew();
        self.count = Input::default();
        self.problem = None;
    }

    /// Brings what needs a look to the top, the same row selected.
    fn sort(&mut self) {
        let selected = self.order.get(self.cursor.at).copied();
        let rank = |row: &PlanRow| match row.state(self.kind) {
            RowState::In if row.is_noteworthy() => 1,
            RowState::In => 2,
            _ => 0,
        };
        let rows = &self.rows;
        self.order
            .sort_by_cached_key(|number| (rows.get(index(*number)).map(rank), *number));
        if self.cursor.at > 0 {
            let place = self
                .order
                .iter()
                .position(|number| Some(*number) == selected);
            self.cursor.at = place.unwrap_or(0);
        }
    }

    fn change(&mut self, number: u32, change: impl FnOnce(&mut PlanRow)) {
        let Some(row) = self.rows.get_mut(index(number)) else {
            return;
        };
        let before = row.state(self.kind);
        change(row);
        let after = row.state(self.kind);
        if before == after {
            return;
        }
        let name = &row.item.target.mirror;
        if before == RowState::In {
            self.totals.remove(name);
        }
        if after == RowState::In {
            self.totals.add(name);
        }
        if let Some(count) = self.counts.get_mut(&before) {
            *count = count.saturating_sub(1);
        }
        *self.counts.entry(after).or_default() += 1;
    }
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
