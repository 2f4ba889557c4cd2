//! The trash: open ends first, then every copy, newest first, and a preview of the selected one.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use tui_input::Input;

use super::cursor::Cursor;
use super::filtered::Filtered;
use super::slot::Slot;
use crate::model::difference::{Difference, difference};
use crate::model::mirror::{MirrorId, MirrorRead};
use crate::model::record::{ActionId, Head, Listed, OpenEnd, StorageProblem};
use crate::model::restore::KeptCopy;
use crate::model::text::contains;

/// Which half of the trash has the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrashFocus {
    /// The list.
    List,
    /// The preview.
    Preview,
}

/// What the preview shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preview {
    /// The copy as it was.
    Document,
    /// Where it differs from what the service has now.
    Difference,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// An action whose outcome is not known.
    Open(ActionId),
    /// A copy.
    Copy(ActionId),
}

impl Row {
    /// The action of the row.
    #[must_use]
    pub fn id(&self) -> &ActionId {
        match self {
            Self::Open(id) | Self::Copy(id) => id,
        }
    }
}

/// The copy that is selected.
#[derive(Debug)]
pub struct Selected {
    /// Which one.
    pub id: ActionId,
    /// Whether it was asked for.
    is_asked: bool,
    /// The copy, once it was read from the disk.
    pub copy: Option<Result<Arc<KeptCopy>, StorageProblem>>,
    /// What the service has now.
    pub now: Slot<MirrorRead>,
    /// Where they differ, once both are there.
    pub difference: Option<Difference>,
}

/// The trash while it is open.
#[derive(Debug)]
pub struct TrashView {
    listed: Vec<Listed>,
    /// Whether the listing has come.
    pub is_listed: bool,
    /// Why it has not.
    pub problem: Option<StorageProblem>,
    rows: Filtered<Row>,
    heads: HashMap<ActionId, Head>,
    asked: HashSet<ActionId>,
    filter: String,
    /// The line in which the filter is typed, while it is.
    pub input: Option<Input>,
    /// The selected row among those that match.
    pub cursor: Cursor,
    /// Which half has the focus.
    pub focus: TrashFocus,
    /// What the preview shows.
    pub preview: Preview,
    /// The line of the preview.
    pub lines: Cursor,
    /// The selected copy.
    pub selected: Option<Selected>,
}

/// Heads that are read in one go while a filter needs them all.
const HEADS_AT_ONCE: usize = 10_000;

impl TrashView {
    /// Opens; the listing is under way. Open ends are there at once.
    #[must_use]
    pub fn new(open_ends: &[OpenEnd]) -> Self {
        let mut trash = Self {
            listed: Vec::new(),
            is_listed: false,
            problem: None,
            rows: Filtered::default(),
            heads: HashMap::new(),
            asked: HashSet::new(),
            filter: String::new(),
            input: None,
            cursor: Cursor::default(),
            focus: TrashFocus::List,
            preview: Preview::Document,
            lines: Cursor::default(),
            selected: None,
        };
        trash.lay_out(open_ends, 1);
        trash
    }

    /// Takes the listing, or why there is none.
    pub fn take_listing(
        &mut self,
        answer: Result<Vec<Listed>, StorageProblem>,
        open_ends: &[OpenEnd],
        height: usize,
    ) {
        match answer {
            Ok(listed) => {
                self.listed = listed;
                self.problem = None;
                // Marks may have changed, so heads are read again; what is known stays until then.
                self.asked.clear();
            }
            Err(problem) => self.problem = Some(problem),
        }
        self.is_listed = true;
        self.lay_out(open_ends, height);
    }

    /// Takes heads of copies.
    pub fn take_heads(
        &mut self,
        heads: Vec<(ActionId, Head)>,
        open_ends: &[OpenEnd],
        height: usize,
    ) {
        self.heads.extend(heads);
        if !self.filter.is_empty() {
            self.lay_out(open_ends, height);
        }
    }

    /// The heads to be read next: those of the rows in view, and while there is a filter of all
    /// others, some at a time. They count as asked for from now on.
    pub fn heads_wanted(&mut self, height: usize) -> Vec<ActionId> {
        let view = self.cursor.offset..self.len().min(self.cursor.offset + height);
        let in_view = view.filter_map(|place| self.get(place));
        let mut wanted: Vec<_> = in_view
            .filter(|row| matches!(row, Row::Copy(_)))
            .map(|row| row.id().clone())
            .filter(|id| !self.asked.contains(id))
            .collect();
        if !self.filter.is_empty() {
            let room = HEADS_AT_ONCE.saturating_sub(wanted.len());
            let others = self.listed.iter().map(|listed| &listed.id);
            let unread: Vec<_> = others
                .filter(|id| !self.asked.contains(*id) && !wanted.contains(id))
                .take(room)
                .cloned()
                .collect();
            wanted.extend(unread);
        }
        self.asked.extend(wanted.iter().cloned());
        wanted
    }

    /// Whether a filter waits for heads that were not read yet.
    #[must_use]
    pub fn is_searching(&self) -> bool {
        !self.filter.is_empty() && self.heads.len() < self.listed.len()
    }

    /// What is known of a copy.
    #[must_use]
    pub fn head(&self, id: &ActionId) -> Option<&Head> {
        self.heads.get(id)
    }

    /// What the listing says of a copy.
    #[must_use]
    pub fn listed(&self, id: &ActionId) -> Option<&Listed> {
        // Newest first.
        let place = self
            .listed
            .binary_search_by(|listed| id.cmp(&listed.id))
            .ok()?;
        self.listed.get(place)
    }

    /// Rows that match the filter.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no row matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Rows whatever the filter.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows.total()
    }

    /// A row that matches, by its place among those.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&Row> {
        self.rows.get(place)
    }

    /// The selected row.
    #[must_use]
    pub fn current(&self) -> Option<&Row> {
        self.get(self.cursor.at)
    }

    /// The text that rows must contain; empty without a filter.
    #[must_use]
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// Filters by device and mirror, letter case aside; keeps the selection where it matches.
    pub fn set_filter(&mut self, filter: &str, open_ends: &[OpenEnd], height: usize) {
        filter.clone_into(&mut self.filter);
        self.lay_out(open_ends, height);
    }

    /// Shows the copy of another row. Says whether it is another one.
    pub fn follow(&mut self, open_ends: &[OpenEnd]) -> bool {
        let copy = self.current().map(|row| copy_of(row, open_ends));
        if copy.as_ref() == self.selected.as_ref().map(|selected| &selected.id) {
            return false;
        }
        self.lines = Cursor::default();
        self.selected = copy.map(|id| Selected {
            id,
            is_asked: false,
            copy: None,
            now: Slot::default(),
            difference: None,
        });
        true
    }

    /// The selected copy, where it is to be read from the disk. It counts as asked for from now on.
    pub fn copy_wanted(&mut self) -> Option<ActionId> {
        let selected = self
            .selected
            .as_mut()
            .filter(|selected| !selected.is_asked)?;
        selected.is_asked = true;
        Some(selected.id.clone())
    }

    /// What is known of the selected copy may be out of date: it is read again, and shown until then.
    pub fn renew_selected(&mut self) {
        if let Some(selected) = &mut self.selected {
            selected.is_asked = false;
            selected.now = Slot::default();
        }
    }

    /// Takes the selected copy.
    pub fn take_copy(&mut self, id: &ActionId, copy: Result<Arc<KeptCopy>, StorageProblem>) {
        if let Some(selected) = self.selected.as_mut().filter(|selected| selected.id == *id) {
            selected.copy = Some(copy);
            selected.compare();
        }
    }

    /// What stands where the selected copy came from, if that is this mirror.
    pub fn now_of(&mut self, target: &MirrorId) -> Option<&mut Selected> {
        let selected = self.selected.as_mut()?;
        let of_target = matches!(&selected.copy, Some(Ok(copy)) if copy.head.target == *target);
        of_target.then_some(selected)
    }

    /// Lines of the preview below its head.
    #[must_use]
    pub fn preview_lines(&self) -> usize {
        let Some(selected) = &self.selected else {
            return 0;
        };
        match (self.preview, &selected.copy, &selected.difference) {
            (Preview::Difference, _, Some(difference)) => difference.rows.len(),
            (Preview::Document, Some(Ok(copy)), _) => copy.reading.comparison.rows.len(),
            _ => 0,
        }
    }

    /// Makes the rows anew from what is known, the same one selected where it is still there.
    pub fn lay_out(&mut self, open_ends: &[OpenEnd], height: usize) {
        let selected = self.current().map(|row| row.id().clone());
        let open: HashSet<_> = open_ends.iter().map(|end| &end.id).collect();
        let copies = self.listed.iter().filter(|copy| !open.contains(&copy.id));
        let newest_first = open_ends.iter().rev();
        let rows = newest_first
            .map(|end| Row::Open(end.id.clone()))
            .chain(copies.map(|copy| Row::Copy(copy.id.clone())))
            .collect();
        let needle = self.filter.to_lowercase();
        self.rows = if needle.is_empty() {
            Filtered::all(rows)
        } else {
            Filtered::matching(rows, |row| {
                let target = self.target(row, open_ends);
                target.is_some_and(|target| contains(&target.to_string(), &needle))
            })
        };
        let place = selected.and_then(|id| self.rows.position(|row| *row.id() == id));
        self.cursor
            .go_to(place.unwrap_or(self.cursor.at), self.len(), height);
    }

    /// The mirror of a row, where it is known.
    #[must_use]
    pub fn target<'a>(&'a self, row: &Row, open_ends: &'a [OpenEnd]) -> Option<&'a MirrorId> {
        match row {
            Row::Open(id) => open_end(id, open_ends).map(|end| &end.intent.target),
            Row::Copy(id) => match self.heads.get(id)? {
                Ok((head, _)) => Some(&head.target),
                Err(_) => None,
            },
        }
    }
}

impl Selected {
    /// Whether what stands now holds the same state as the copy.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.difference
            .as_ref()
            .is_some_and(|difference| difference.total == 0)
    }

    /// Takes what stands now.
    pub fn take_now(&mut self, answer: Result<MirrorRead, crate::model::error::ApiError>) {
        self.now.settle(answer);
        self.compare();
    }

    fn compare(&mut self) {
        self.difference = match (&self.copy, &self.now.value) {
            (Some(Ok(copy)), Some(MirrorRead::Found(now))) => {
                Some(difference(&copy.reading.document, &now.document))
            }
            _ => None,
        };
    }
}

/// The open end with this id.
#[must_use]
pub fn open_end<'a>(id: &ActionId, open_ends: &'a [OpenEnd]) -> Option<&'a OpenEnd> {
    open_ends.iter().find(|end| end.id == *id)
}

/// The copy that belongs to a row: for a restore, the one that was to be brought back.
fn copy_of(row: &Row, open_ends: &[OpenEnd]) -> ActionId {
    match row {
        Row::Copy(id) => id.clone(),
        Row::Open(id) => {
            open_end(id, open_ends).map_or_else(|| id.clone(), |end| end.intent.copy.clone())
        }
    }
}
