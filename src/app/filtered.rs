//! Rows, and which of them match a filter.

/// Rows of which those that match are shown.
#[derive(Debug)]
pub struct Filtered<T> {
    rows: Vec<T>,
    /// Indices into `rows`; absent without a filter.
    matching: Option<Vec<usize>>,
}

impl<T> Default for Filtered<T> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            matching: None,
        }
    }
}

impl<T> Filtered<T> {
    /// All these rows, without a filter.
    #[must_use]
    pub fn all(rows: Vec<T>) -> Self {
        Self {
            rows,
            matching: None,
        }
    }

    /// Those of these rows that match.
    #[must_use]
    pub fn matching(rows: Vec<T>, mut matches: impl FnMut(&T) -> bool) -> Self {
        let numbered = rows.iter().enumerate();
        let matching = numbered.filter_map(|(index, row)| matches(row).then_some(index));
        Self {
            matching: Some(matching.collect()),
            rows,
        }
    }

    /// Rows that match.
    #[must_use]
    pub fn len(&self) -> usize {
        self.matching.as_ref().map_or(self.rows.len(), Vec::len)
    }

    /// Whether no row matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Rows whatever the filter.
    #[must_use]
    pub fn total(&self) -> usize {
        self.rows.len()
    }

    /// A row that matches, by its place among those.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&T> {
        match &self.matching {
            None => self.rows.get(place),
            Some(matching) => self.rows.get(*matching.get(place)?),
        }
    }

    /// Where among the rows that match the first of this kind stands.
    pub fn position(&self, mut is_it: impl FnMut(&T) -> bool) -> Option<usize> {
        (0..self.len()).find(|place| self.get(*place).is_some_and(&mut is_it))
    }
}

#[cfg(test)]
mod tests {
    use super::Filtered;

    #[test]
    fn places_count_what_matches() {
        let rows = Filtered::matching(vec![3, 4, 5, 6], |row| row % 2 == 0);
        assert_eq!((rows.len(), rows.total()), (2, 4));
        assert_eq!(
            [0, 1, 2].map(|place| rows.get(place)),
            [Some(&4), Some(&6), None]
        );
        assert_eq!(rows.position(|row| *row == 6), Some(1));
        assert_eq!(rows.position(|row| *row == 5), None);
        let all = Filtered::all(vec![3, 4]);
        assert_eq!((all.len(), all.position(|row| *row == 4)), (2, Some(1)));
        assert!(Filtered::<u8>::default().is_empty());
    }
}
