//! What a query finds: rows that are loaded, then hits of the service that are not among them.

use std::collections::{BTreeMap, HashSet};

use frizbee::{CaseMatching, Config, Matcher, Pattern, PatternConfig};
use memchr::memmem::Finder;

use super::query::Query;
use super::rows::{Part, Row};
use super::window::Window;

/// Bytes of a name that is matched fuzzily: the service's own names are shorter, and a long one takes
/// longer than a frame.
const LONGEST_FUZZY: usize = 512;

/// Hits that stand one after the other: what is listed of a page, or rows that were not read yet.
#[derive(Debug, Clone, PartialEq)]
struct Run {
    /// The first place of the run.
    place: usize,
    /// How many rows.
    length: usize,
    /// The number of its first row among the hits.
    first: u64,
    /// The page, where it is here; absent for rows that were not read.
    page: Option<u64>,
}

/// What of a page of hits is listed.
#[derive(Debug, Default)]
struct Listed {
    /// Its rows that are listed, by number among the hits.
    rows: Vec<u64>,
    /// Its rows that are loaded rows, and listed as those.
    loaded: usize,
}

/// Which row stands at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A row of all devices.
    Loaded(u64),
    /// A hit of the service, by its number among them.
    Hit(u64),
}

/// What a query finds, in the order in which it is listed.
#[derive(Debug, Default)]
pub struct Found {
    /// Loaded rows that match, by number; for a fuzzy text the best first.
    loaded: Vec<u64>,
    /// Their numbers in order, where `loaded` has another order.
    sorted: Option<Vec<u64>>,
    runs: Vec<Run>,
    /// Pages of hits that were looked through.
    pages: BTreeMap<u64, Listed>,
    length: usize,
}

impl Found {
    /// Looks through what is loaded.
    #[must_use]
    pub fn among(query: &Query, all: &Window) -> Self {
        let loaded = match query {
            Query::Name(text) => containing(all, text, Part::Name),
            Query::Description(text) => containing(all, text, Part::Description),
            Query::Fuzzy(text) => fuzzy(all, text),
            Query::All | Query::Properties(_) | Query::Wrong(_) => Vec::new(),
        };
        let sorted = matches!(query, Query::Fuzzy(_)).then(|| {
            let mut sorted = loaded.clone();
            sorted.sort_unstable();
            sorted
        });
        Self {
            length: loaded.len(),
            loaded,
            sorted,
            ..Self::default()
        }
    }

    /// Lists the hits of the service behind the loaded rows.
    ///
    /// * `changed` - the page that came; absent where all are to be looked through.
    /// * `covers` - whether the service finds what is found among the loaded rows too.
    pub fn list_hits(&mut self, all: &Window, hits: &Window, changed: Option<u64>, covers: bool) {
        match changed {
            Some(page) => drop(self.pages.remove(&page)),
            None => self.pages.clear(),
        }
        let is_here: HashSet<u64> = hits.pages().map(|(number, _)| number).collect();
        self.pages.retain(|number, _| is_here.contains(number));
        self.runs.clear();
        let mut place = self.loaded.len();
        let mut next = 0;
        for (number, rows) in hits.pages() {
            let first = hits.first_of(number);
            self.run(&mut place, next, to_len(first.saturating_sub(next)), None);
            if !self.pages.contains_key(&number) {
                let listed = self.look_through(all, hits, rows.iter().zip(first..));
                self.pages.insert(number, listed);
            }
            let length = self.pages[&number].rows.len();
            self.run(&mut place, first, length, Some(number));
            next = first.saturating_add(hits.rows_of(number));
        }
        let rest = to_len((hits.len() as u64).saturating_sub(next));
        self.run(&mut place, next, rest, None);
        self.length = place;
        // Hits that were not read may be loaded rows, and then they are not listed again: so many rows
        // fewer. One stays, or what is not here could not be reached.
        let seen: usize = self.pages.values().map(|listed| listed.loaded).sum();
        let unseen = self.loaded.len().saturating_sub(seen);
        if covers && let Some(last) = self.runs.last_mut().filter(|run| run.page.is_none()) {
            let fewer = unseen.min(last.length - 1);
            last.length -= fewer;
            self.length -= fewer;
        }
    }

    fn run(&mut self, place: &mut usize, first: u64, length: usize, page: Option<u64>) {
        if length > 0 {
            self.runs.push(Run {
                place: *place,
                length,
                first,
                page,
            });
        }
        *place = place.saturating_add(length);
    }

    fn look_through<'a>(
        &self,
        all: &Window,
        hits: &Window,
        rows: impl Iterator<Item = (Row<'a>, u64)>,
    ) -> Listed {
        let mut listed = Listed::default();
        for (row, index) in rows {
            let fingerprint = row.name().fingerprint();
            let known = all.find_fast(row.raw(), fingerprint);
            if known.is_some_and(|at| Self::has(&self.loaded, self.sorted.as_ref(), at)) {
                listed.loaded += 1;
            } else if !hits.is_double(index, fingerprint) {
                listed.rows.push(index);
            }
        }
        listed
    }

    fn has(loaded: &[u64], sorted: Option<&Vec<u64>>, index: u64) -> bool {
        sorted
            .map_or(loaded, |sorted| sorted)
            .binary_search(&index)
            .is_ok()
    }

    /// Rows in the list.
    #[must_use]
    pub fn len(&self) -> usize {
        self.length
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Loaded rows that match.
    #[must_use]
    pub fn loaded(&self) -> &[u64] {
        &self.loaded
    }

    /// Hits of the service that are not among the loaded rows, read or not.
    #[must_use]
    pub fn hits(&self) -> usize {
        self.length - self.loaded.len()
    }

    /// Where the row at a place comes from.
    #[must_use]
    pub fn source(&self, place: usize) -> Option<Source> {
        if let Some(index) = self.loaded.get(place) {
            return Some(Source::Loaded(*index));
        }
        if place >= self.length {
            return None;
        }
        let run = self.runs.partition_point(|run| run.place <= place);
        let run = self.runs.get(run.checked_sub(1)?)?;
        let within = place - run.place;
        Some(Source::Hit(match &run.page {
            Some(page) => *self.pages.get(page)?.rows.get(within)?,
            None => run.first + within as u64,
        }))
    }

    /// The place of a row.
    #[must_use]
    pub fn place(&self, source: Source) -> Option<usize> {
        match source {
            Source::Loaded(index) if self.sorted.is_some() => {
                self.loaded.iter().position(|at| *at == index)
            }
            Source::Loaded(index) => self.loaded.binary_search(&index).ok(),
            Source::Hit(index) => {
                let run = self.runs.partition_point(|run| run.first <= index);
                let run = self.runs.get(run.checked_sub(1)?)?;
                let rows = &self.pages.get(&run.page?)?.rows;
                rows.binary_search(&index).ok().map(|at| run.place + at)
            }
        }
    }
}

fn to_len(rows: u64) -> usize {
    usize::try_from(rows).unwrap_or(usize::MAX)
}

fn containing(all: &Window, text: &str, part: Part) -> Vec<u64> {
    let finder = Finder::new(text);
    let mut found = Vec::new();
    for (number, rows) in all.pages() {
        let first = all.first_of(number);
        rows.matching(&finder, part, |row| found.push(first + row as u64));
    }
    found
}

/// A fuzzy text over names; white space in it is text, and no character has a meaning of its own.
fn matcher(text: &str) -> Matcher {
    let config = Config::default().casing(CaseMatching::Ignore);
    Matcher::new(Pattern::new(text, PatternConfig::default()), &config)
}

fn fuzzy(all: &Window, text: &str) -> Vec<u64> {
    let mut names = Vec::with_capacity(all.loaded());
    let mut indices = Vec::with_capacity(all.loaded());
    for (number, rows) in all.pages() {
        for (row, index) in rows.iter().zip(all.first_of(number)..) {
            if row.raw().len() <= LONGEST_FUZZY {
                names.push(row.raw());
                indices.push(index);
            }
        }
    }
    let found = matcher(text).match_list(&names);
    let index = |nth: u32| usize::try_from(nth).ok().and_then(|nth| indices.get(nth));
    found
        .into_iter()
        .filter_map(|found| index(found.index).copied())
        .collect()
}

/// The characters of a text that a query looks for, by number.
#[must_use]
pub fn marked(query: &Query, part: Part, text: &str) -> HashSet<usize> {
    match (query, part) {
        (Query::Name(needle), Part::Name) | (Query::Description(needle), Part::Description) => {
            let before = |at: usize| text[..at].chars().count();
            let hits = text.match_indices(&**needle);
            hits.flat_map(|(at, hit)| {
                let first = before(at);
                first..first + hit.chars().count()
            })
            .collect()
        }
        (Query::Fuzzy(needle), Part::Name) if text.len() <= LONGEST_FUZZY => {
            // Bytes, all of those that a character has.
            let found = matcher(needle).match_one_indices(text, 0);
            let bytes: HashSet<u32> = found.into_iter().flat_map(|found| found.indices).collect();
            let is_hit = |at: usize| u32::try_from(at).is_ok_and(|at| bytes.contains(&at));
            let characters = text.char_indices().enumerate();
            characters
                .filter(|(_, (at, _))| is_hit(*at))
                .map(|(nth, _)| nth)
                .collect()
        }
        _ => HashSet::new(),
    }
}

/// Every device once, in the order of first mention.
#[must_use]
pub fn names_of<'a>(rows: impl Iterator<Item = Row<'a>>) -> Vec<crate::model::device::DeviceName> {
    let mut seen = HashSet::new();
    rows.map(Row::name)
        .filter(|name| seen.insert(name.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Part, Query, marked};

    #[test]
    fn the_letters_that_match_are_known() {
        let marks = |query: &str, text: &str| {
            let mut marks: Vec<_> = marked(&Query::parse(query), Part::Name, text)
                .into_iter()
                .collect();
            marks.sort_unstable();
            marks
        };
        assert_eq!(
            marks("pump", "east-pump-pump"),
            [5, 6, 7, 8, 10, 11, 12, 13]
        );
        assert_eq!(marks("실-", "온실-7"), [1, 2]);
        assert_eq!(marks("~ep", "east-pump"), [0, 5]);
        assert_eq!(marks("~온7", "온실-7"), [0, 3]);
        assert!(marks("PUMP", "pump").is_empty());
    }
}
