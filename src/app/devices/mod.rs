//! The devices pane: a window over the pages of the service, one row selected, perhaps a query.

mod asking;
mod found;
mod pages;
mod query;
mod rows;
mod scope;
mod taking;
mod window;

use super::cursor::{Cursor, Step};
use super::message::RequestId;
use crate::model::device::{DeviceName, Listing};

pub use found::{Found, Source, marked};
pub use pages::Want;
pub use query::Query;
pub use rows::{Part, Row, Rows};
pub use scope::{Order, Progress};
pub use window::{Open, Spot, Window};

/// What every device of the current filter is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// They are marked.
    Marks,
    /// A sweep begins over them.
    Sweep,
}

/// What is known of the devices, and what of it is listed.
#[derive(Debug)]
pub struct Devices {
    all: Window,
    /// A list that is being read again from the start, until it is as long as the old one: only
    /// where pages have no places of their own.
    again: Option<Box<Window>>,
    filter: String,
    query: Query,
    /// What the query finds; absent where all devices are listed.
    found: Option<Found>,
    /// The hits of the service, once it is asked.
    hits: Option<Window>,
    /// The selected row among those that are listed.
    pub cursor: Cursor,
    /// The device that is selected, wherever its row goes.
    selected: Option<DeviceName>,
    /// Whether the selected device is not where it was, and the pages around are still to be read:
    /// it may turn up there, and until then no other is taken for it.
    is_lost: bool,
    /// The device that was selected before there was a query.
    home: Option<DeviceName>,
    /// Whether the selection moves towards the start.
    up: bool,
    /// Counts queries, so that only the last one is asked.
    pub asked_for: u64,
    /// An order that waits for all that is listed.
    pub order: Option<Order>,
}

impl Devices {
    /// A list of which nothing was read.
    #[must_use]
    pub fn unread() -> Self {
        Self {
            all: Window::unread(Listing::All),
            again: None,
            filter: String::new(),
            query: Query::All,
            found: None,
            hits: None,
            cursor: Cursor::default(),
            selected: None,
            is_lost: false,
            home: None,
            up: false,
            asked_for: 0,
            order: None,
        }
    }

    /// All devices, whatever the query.
    #[must_use]
    pub fn all(&self) -> &Window {
        &self.all
    }

    /// The hits of the service, once it is asked.
    #[must_use]
    pub fn hits(&self) -> Option<&Window> {
        self.hits.as_ref()
    }

    /// What the query finds; absent where all devices are listed.
    #[must_use]
    pub fn found(&self) -> Option<&Found> {
        self.found.as_ref()
    }

    /// Rows that are listed, read or not.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.found {
            None => self.all.len(),
            Some(found) => found.len(),
        }
    }

    /// Whether nothing is listed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the account is known to have no device at all, whatever is looked for.
    #[must_use]
    pub fn is_account_empty(&self) -> bool {
        let is_whole = self.found().is_none() && self.problem().is_none();
        is_whole && self.is_empty() && self.all.has_begun()
    }

    /// Devices that were read, whatever the query.
    #[must_use]
    pub fn loaded(&self) -> usize {
        self.all.loaded()
    }

    /// Where the row at a place comes from.
    #[must_use]
    pub fn source(&self, place: usize) -> Option<Source> {
        match &self.found {
            None => (place < self.all.len()).then_some(Source::Loaded(place as u64)),
            Some(found) => found.source(place),
        }
    }

    /// What stands at a place of the list.
    #[must_use]
    pub fn spot(&self, place: usize) -> Option<Spot<'_>> {
        Some(match self.source(place)? {
            Source::Loaded(index) => self.all.spot(index),
            Source::Hit(index) => self.hits.as_ref()?.spot(index),
        })
    }

    /// The device at a place, where it was read.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<Row<'_>> {
        match self.spot(place)? {
            Spot::Device(row) => Some(row),
            Spot::Unnamed | Spot::Waiting | Spot::Failed => None,
        }
    }

    /// Whether the row at a place stands for a device that another row stands for too.
    #[must_use]
    pub fn is_double(&self, place: usize) -> bool {
        match (self.source(place), self.get(place)) {
            (Some(Source::Loaded(index)), Some(row)) => {
                self.all.is_double(index, row.name().fingerprint())
            }
            _ => false,
        }
    }

    /// The selected device; none where its row was not read yet.
    #[must_use]
    pub fn selected(&self) -> Option<Row<'_>> {
        self.get(self.cursor.at).filter(|_| !self.is_lost)
    }

    /// The name of the selected device.
    #[must_use]
    pub fn selected_name(&self) -> Option<DeviceName> {
        self.selected().map(Row::name)
    }

    /// What was typed; empty without a query.
    #[must_use]
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// What is looked for.
    #[must_use]
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Looks for something else, among what is loaded at first. The selection stays where its device
    /// is found. Returns the questions that nobody asks any more.
    pub fn set_filter(&mut self, filter: &str, height: usize) -> Vec<RequestId> {
        if self.query == Query::All {
            self.home = self.selected.clone();
        }
        filter.clone_into(&mut self.filter);
        self.query = Query::parse(filter);
        self.asked_for += 1;
        let hits = self.hits.take();
        let left = hits.iter().flat_map(|hits| hits.open().values());
        let left = left.map(|open| open.request).collect();
        self.find();
        if self.query == Query::All && self.place_of_selected().is_none() {
            self.selected = self.home.take();
        }
        self.reselect(height);
        left
    }

    /// Asks the service too. Says whether it was not asked before.
    pub fn ask_service(&mut self) -> bool {
        let listing = self.query.listing().filter(|_| self.hits.is_none());
        self.hits = listing.map(Window::unread).or(self.hits.take());
        self.hits.as_ref().is_some_and(|hits| !hits.has_begun())
    }

    /// Whether the service is to be asked, once the user pauses.
    #[must_use]
    pub fn may_ask_service(&self) -> bool {
        self.hits.is_none() && self.query.listing().is_some()
    }

    fn find(&mut self) {
        self.found = (self.query != Query::All).then(|| Found::among(&self.query, &self.all));
        self.list_hits(None);
    }

    fn list_hits(&mut self, changed: Option<u64>) {
        if let (Some(found), Some(hits)) = (&mut self.found, &self.hits) {
            let covers = matches!(self.query, Query::Name(_) | Query::Description(_));
            found.list_hits(&self.all, hits, changed, covers);
        }
    }

    /// Moves the selection. Says whether it has moved.
    pub fn step(&mut self, step: Step, height: usize) -> bool {
        self.up = matches!(step, Step::Up | Step::PageUp | Step::Last);
        self.touch();
        let moved = self.cursor.step(step, self.len(), height);
        if moved {
            self.is_lost = false;
            self.selected = self.selected_name();
        }
        moved
    }

    /// Goes to a row.
    pub fn go_to(&mut self, place: usize, height: usize) {
        self.cursor.go_to(place, self.len(), height);
        self.is_lost = false;
        self.selected = self.selected_name();
    }

    /// Shows the list from a row on; the selection goes along where it would leave the view.
    pub fn view_from(&mut self, offset: usize, height: usize) {
        self.up = offset < self.cursor.offset;
        self.touch();
        let before = self.cursor.at;
        self.cursor.view_from(offset, self.len(), height);
        if self.cursor.at != before {
            self.is_lost = false;
            self.selected = self.selected_name();
        }
    }

    /// Selects a device that is here. Says whether it is.
    pub fn select(&mut self, name: &DeviceName, height: usize) -> bool {
        let before = self.selected.replace(name.clone());
        let place = self.place_of_selected();
        match place {
            Some(place) => self.cursor.go_to(place, self.len(), height),
            None => self.selected = before,
        }
        place.is_some()
    }

    /// Lists that have moved may be looked at again.
    fn touch(&mut self) {
        self.all.touch();
        if let Some(hits) = &mut self.hits {
            hits.touch();
        }
    }

    fn place_of_selected(&self) -> Option<usize> {
        let name = self.selected.as_ref()?;
        let is_there = |place: &usize| self.get(*place).is_some_and(|row| row.raw() == name.raw());
        if is_there(&self.cursor.at) {
            return Some(self.cursor.at);
        }
        let index = self.all.find(name.raw(), name.fingerprint());
        let place = index.and_then(|index| match &self.found {
            // The list may have become shorter than what was read of it.
            None => usize::try_from(index)
                .ok()
                .filter(|at| *at < self.all.len()),
            Some(found) => found.place(Source::Loaded(index)),
        });
        place.or_else(|| {
            let hits = self.hits.as_ref()?;
            let index = hits.find(name.raw(), name.fingerprint())?;
            self.found.as_ref()?.place(Source::Hit(index))
        })
    }

    /// Brings the selection in line with the rows: it follows its device. Where that is gone, the
    /// device on its row is the selected one; where that row is not here, none is for now.
    fn reselect(&mut self, height: usize) {
        self.is_lost = false;
        if let Some(place) = self.place_of_selected() {
            self.cursor.go_to(place, self.len(), height);
            return;
        }
        self.cursor.fit(self.len(), height);
        let may_turn_up = self.found.is_none() && self.all.is_unsettled(self.cursor.at);
        self.is_lost = self.selected.is_some() && may_turn_up;
        if let Some(name) = self.selected_name() {
            self.selected = Some(name);
        }
    }
}
