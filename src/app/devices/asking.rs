//! Which pages of a list are asked for, and the questions that are open.

use std::collections::BTreeMap;
use std::ops::Range;

use super::window::{MENDS, Open, Shape, Window};
use crate::app::effect::Rank;
use crate::app::message::RequestId;
use crate::model::error::ApiError;

impl Window {
    /// The pages that are to be asked for, the most urgent first; those that are open too.
    ///
    /// * `view` - the rows in view.
    /// * `at` - the selected row.
    /// * `up` - whether the selection moves towards the start.
    #[must_use]
    pub fn wanted(&self, view: Range<usize>, at: usize, up: bool) -> Vec<(u64, Rank)> {
        match &self.shape {
            Shape::Unread if self.has_failed(0) => vec![],
            Shape::Unread => vec![(0, Rank::InView)],
            Shape::List { next, .. } => {
                let near_the_end = at + 2 * view.len().max(1) >= self.len();
                let next = next.filter(|next| near_the_end && !self.has_failed(*next));
                next.map(|next| (next, Rank::InView)).into_iter().collect()
            }
            Shape::Pages { size } => {
                let last = (view.end.min(self.len())).saturating_sub(1).max(view.start) as u64;
                let pages = (view.start as u64 / size)..=(last / size);
                let (first, last) = (*pages.start(), *pages.end());
                let selected = at as u64 / size;
                let in_view = std::iter::once(selected)
                    .filter(|page| pages.contains(page))
                    .chain(pages.clone().filter(|page| *page != selected));
                let mut wanted: Vec<_> = in_view
                    .filter(|page| !self.has_failed(*page) && self.is_due(*page))
                    .map(|page| (page, Rank::InView))
                    .collect();
                let ahead = if *size < view.len() as u64 { 2 } else { 1 };
                let ahead = (1..=ahead).filter_map(|step| {
                    if up {
                        first.checked_sub(step)
                    } else {
                        Some(last + step).filter(|page| *page < self.page_count())
                    }
                });
                let missing = ahead.filter(|page| {
                    !self.pages.contains_key(page) && !self.failed.contains_key(page)
                });
                wanted.extend(missing.map(|page| (page, Rank::Ahead)));
                wanted
            }
        }
    }

    /// Whether a page could not be read while somebody looked.
    fn has_failed(&self, page: u64) -> bool {
        matches!(self.failed.get(&page), Some((_, Rank::InView)))
    }

    /// Whether a page is not here, or was cut out of a list that has moved since.
    fn is_due(&self, page: u64) -> bool {
        match self.pages.get(&page) {
            None => true,
            Some(held) => held.epoch < self.epoch && self.mends > 0,
        }
    }

    /// The rows of the page of a row and of its neighbours.
    #[must_use]
    pub fn around(&self, at: usize) -> Range<usize> {
        let Shape::Pages { size } = self.shape else {
            return at..at.saturating_add(1);
        };
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        let first = (at / size).saturating_sub(1).saturating_mul(size);
        let end = (at / size).saturating_add(2).saturating_mul(size);
        first..end.min(self.len()).max(first + 1)
    }

    /// Whether any page around a row is about to be read, or read again.
    #[must_use]
    pub fn is_unsettled(&self, at: usize) -> bool {
        let Shape::Pages { size } = self.shape else {
            return false;
        };
        let page = at as u64 / size;
        let mut around = page.saturating_sub(1)..(page + 2).min(self.page_count());
        around.any(|page| self.is_due(page) && !self.failed.contains_key(&page))
    }

    /// The next pages that an order about the whole list waits for.
    ///
    /// * `since` - the state of the list when the order was given: what is not older will do.
    /// * `from` - a page before which none is missing; moved on.
    /// * `most` - how many.
    pub(super) fn missing(&self, since: u32, from: &mut u64, most: usize) -> Vec<u64> {
        match &self.shape {
            Shape::Unread => vec![0],
            Shape::List { next, .. } => next.iter().copied().collect(),
            Shape::Pages { .. } => {
                let is_here =
                    |page: &u64| self.pages.get(page).is_some_and(|held| held.epoch >= since);
                while *from < self.page_count() && is_here(from) {
                    *from += 1;
                }
                (*from..self.page_count())
                    .filter(|page| !is_here(page))
                    .take(most)
                    .collect()
            }
        }
    }

    /// A question for a page is out.
    pub fn ask(&mut self, page: u64, request: RequestId, rank: Rank) {
        if self.pages.contains_key(&page) {
            self.mends = self.mends.saturating_sub(1);
        }
        self.failed.remove(&page);
        let slow = false;
        self.open.insert(
            page,
            Open {
                request,
                rank,
                slow,
            },
        );
    }

    /// The questions that are open, by page.
    #[must_use]
    pub fn open(&self) -> &BTreeMap<u64, Open> {
        &self.open
    }

    /// Nobody waits for a page any more.
    pub fn abandon(&mut self, page: u64) -> Option<RequestId> {
        self.open.remove(&page).map(|open| open.request)
    }

    /// A page could not be read.
    pub fn fail(&mut self, page: u64, error: ApiError) -> Rank {
        let rank = self
            .open
            .remove(&page)
            .map_or(Rank::InView, |open| open.rank);
        self.failed.insert(page, (error, rank));
        rank
    }

    /// Why a page in view could not be read, the first of them.
    #[must_use]
    pub fn problem(&self) -> Option<&ApiError> {
        let mut seen = self
            .failed
            .values()
            .filter(|(_, rank)| *rank == Rank::InView);
        seen.next().map(|(error, _)| error)
    }

    /// A question has been open for some time.
    pub fn mark_slow(&mut self, request: RequestId) {
        for open in self.open.values_mut() {
            open.slow |= open.request == request;
        }
    }

    /// Whether somebody has waited for a page in view for some time.
    #[must_use]
    pub fn is_slow(&self) -> bool {
        let mut open = self.open.values();
        open.any(|open| open.slow && open.rank == Rank::InView)
    }

    /// Everything is to be read again when it is looked at; until then it is shown as it was.
    pub fn expire(&mut self) {
        self.epoch += 1;
        self.failed.clear();
        self.touch();
    }

    /// The user did something, so pages may be read again by themselves.
    pub fn touch(&mut self) {
        self.mends = MENDS;
    }
}
