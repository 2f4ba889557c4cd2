//! Which pages the devices pane wants, and what comes of the answers.

use super::window::Open;
use super::{Devices, Found, Source, Window};
use crate::app::cursor::Cursor;
use crate::app::effect::Rank;
use crate::app::message::RequestId;
use crate::model::device::{DevicePage, Listing};
use crate::model::error::ApiError;

/// A page that is to be asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Want {
    /// Of which list.
    pub listing: Listing,
    /// Which page.
    pub page: u64,
    /// How urgent it is.
    pub rank: Rank,
    /// The question, where it is asked for already.
    pub open: Option<Open>,
}

impl Devices {
    /// The pages that are to be asked for, the most urgent first; those that are open too.
    #[must_use]
    pub fn wanted(&self, height: usize) -> Vec<Want> {
        let Cursor { at, offset } = self.cursor;
        let view = offset..offset.saturating_add(height.max(1));
        let mut wanted = Vec::new();
        let mut add = |window: &Window, pages: Vec<(u64, Rank)>| {
            for (page, rank) in pages {
                let known = |want: &Want| want.page == page && want.listing == *window.listing();
                if !wanted.iter().any(known) {
                    wanted.push(Want {
                        listing: window.listing().clone(),
                        page,
                        rank,
                        open: window.open().get(&page).copied(),
                    });
                }
            }
        };
        match (&self.again, &self.found, &self.hits) {
            (Some(again), ..) => add(again, again.wanted(0..0, 0, false)),
            (None, Some(found), Some(hits)) => {
                let pages = self.hits_wanted(found, hits, height);
                add(hits, pages);
            }
            (None, None, _) if self.is_lost => {
                let around = self.all.around(at);
                let view = view.start.min(around.start)..view.end.max(around.end);
                add(&self.all, self.all.wanted(view, at, self.up));
            }
            (None, None, _) => add(&self.all, self.all.wanted(view, at, self.up)),
            (None, Some(_), None) => {}
        }
        if !self.all.has_begun() && self.again.is_none() {
            add(&self.all, self.all.wanted(0..1, 0, false));
        }
        if let Some(order) = &self.order {
            let window = self.scope();
            let pages = order.pages(window);
            let pages = pages.into_iter().map(|page| (page, Rank::Ahead));
            add(window, pages.collect());
        }
        wanted
    }

    /// Pages of the hits in view, then those behind them.
    fn hits_wanted(&self, found: &Found, hits: &Window, height: usize) -> Vec<(u64, Rank)> {
        if !hits.has_begun() {
            return hits.wanted(0..1, 0, false);
        }
        let first = self.cursor.offset;
        let view = first..first.saturating_add(height);
        if hits.is_list() {
            return hits.wanted(view, self.cursor.at, self.up);
        }
        let mut pages: Vec<(u64, Rank)> = Vec::new();
        for place in first..first.saturating_add(2 * height).min(found.len()) {
            let Some(Source::Hit(index)) = found.source(place) else {
                continue;
            };
            let at = usize::try_from(index).unwrap_or(usize::MAX);
            let rank = if view.contains(&place) {
                Rank::InView
            } else {
                Rank::Ahead
            };
            for (page, _) in hits
                .wanted(at..at.saturating_add(1), at, false)
                .into_iter()
                .take(1)
            {
                if index >= hits.first_of(page)
                    && index - hits.first_of(page) < hits.rows_of(page)
                    && !pages.iter().any(|(known, _)| *known == page)
                {
                    pages.push((page, rank));
                }
            }
        }
        pages
    }

    /// The list that a page belongs to, if anybody still looks at it.
    pub fn window_mut(&mut self, listing: &Listing) -> Option<&mut Window> {
        match listing {
            Listing::All => Some(self.again.as_deref_mut().unwrap_or(&mut self.all)),
            Listing::Search { .. } => self.hits.as_mut().filter(|hits| hits.listing() == listing),
        }
    }

    /// Every list that is read.
    pub fn windows_mut(&mut self) -> impl Iterator<Item = &mut Window> {
        let again = self.again.as_deref_mut();
        std::iter::once(&mut self.all)
            .chain(again)
            .chain(&mut self.hits)
    }

    /// Every list that is read.
    pub fn windows(&self) -> impl Iterator<Item = &Window> {
        let again = self.again.as_deref();
        std::iter::once(&self.all).chain(again).chain(&self.hits)
    }

    /// Takes a page that was asked for. The selection follows the device, not the row number.
    pub fn take(&mut self, listing: &Listing, number: u64, page: DevicePage, height: usize) {
        let Some(window) = self.window_mut(listing) else {
            return;
        };
        window.take(number, page);
        let is_all = *listing == Listing::All;
        if is_all && let Some(again) = self.again.take() {
            // Where pages have places again, the others are read as they come into view.
            let is_long = again.loaded() >= self.all.loaded() || again.is_complete();
            if !again.is_list() || is_long {
                self.all = *again;
            } else {
                self.again = Some(again);
                return;
            }
        }
        if is_all {
            self.find();
        } else {
            self.list_hits(Some(number));
        }
        self.reselect(height);
    }

    /// A page could not be read. Says how urgent it was, if anybody still looks at its list.
    pub fn fail(
        &mut self,
        listing: &Listing,
        page: u64,
        error: ApiError,
        height: usize,
    ) -> Option<Rank> {
        let rank = self.window_mut(listing)?.fail(page, error);
        self.again = None;
        self.reselect(height);
        Some(rank)
    }

    /// Everything is to be read again, what is in view first; the rows on the screen stay until the
    /// new ones are there. Returns the questions that nobody asks any more.
    pub fn read_again(&mut self) -> Vec<RequestId> {
        let mut left = Vec::new();
        for window in self.windows_mut() {
            let open: Vec<u64> = window.open().keys().copied().collect();
            left.extend(open.into_iter().filter_map(|page| window.abandon(page)));
            window.expire();
        }
        self.again = self
            .all
            .is_list()
            .then(|| Box::new(Window::unread(Listing::All)));
        if let Some(hits) = self.hits.take() {
            self.hits = Some(if hits.is_list() {
                Window::unread(hits.listing().clone())
            } else {
                hits
            });
        }
        left
    }

    /// Why nothing is listed that should be.
    #[must_use]
    pub fn problem(&self) -> Option<&ApiError> {
        let mut windows = self.windows();
        windows.find_map(Window::problem)
    }

    /// Whether somebody has waited for a page in view for some time.
    #[must_use]
    pub fn is_slow(&self) -> bool {
        self.windows().any(Window::is_slow)
    }

    /// Rows that came without a usable name.
    #[must_use]
    pub fn unnamed(&self) -> usize {
        self.all.unnamed()
    }
}
