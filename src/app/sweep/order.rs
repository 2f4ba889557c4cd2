//! Numbers of rows in the order in which they are shown. In chunks, so that a row that comes or goes
//! moves a few hundred others and not all behind it.

use std::cmp::Ordering;

/// Rows in a chunk after everything was sorted; a chunk of twice as many is divided.
const CHUNK: usize = 512;

/// A sorted list that can be counted and changed at any place.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// None is empty.
    chunks: Vec<Vec<u32>>,
    length: usize,
}

impl Order {
    /// Takes rows that are sorted.
    pub(super) fn sorted(rows: &[u32]) -> Self {
        Self {
            chunks: rows.chunks(CHUNK).map(<[u32]>::to_vec).collect(),
            length: rows.len(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.length
    }

    /// The row at a place.
    pub(super) fn get(&self, place: usize) -> Option<u32> {
        self.from(place).next()
    }

    /// The rows from a place on.
    pub(super) fn from(&self, place: usize) -> impl Iterator<Item = u32> {
        let mut before = place;
        let mut first = 0;
        while let Some(chunk) = self.chunks.get(first)
            && before >= chunk.len()
        {
            before -= chunk.len();
            first += 1;
        }
        let rest = self.chunks.get(first..).unwrap_or_default();
        rest.iter().flatten().copied().skip(before)
    }

    /// Puts a row where it belongs and returns its place.
    ///
    /// * `compare` - the order; no two rows are equal.
    pub(super) fn insert(&mut self, row: u32, compare: impl Fn(u32, u32) -> Ordering) -> usize {
        self.length += 1;
        let Some(nth) = self.chunk_of(row, &compare) else {
            self.chunks.push(vec![row]);
            return 0;
        };
        let before: usize = self.chunks.iter().take(nth).map(Vec::len).sum();
        let chunk = &mut self.chunks[nth];
        let at = chunk.partition_point(|other| compare(*other, row).is_lt());
        chunk.insert(at, row);
        if chunk.len() >= 2 * CHUNK {
            let second = chunk.split_off(CHUNK);
            self.chunks.insert(nth + 1, second);
        }
        before + at
    }

    /// Takes a row out and returns the place where it was.
    pub(super) fn remove(
        &mut self,
        row: u32,
        compare: impl Fn(u32, u32) -> Ordering,
    ) -> Option<usize> {
        let (nth, at) = self.find(row, &compare)?;
        let before: usize = self.chunks.iter().take(nth).map(Vec::len).sum();
        self.chunks[nth].remove(at);
        if self.chunks[nth].is_empty() {
            self.chunks.remove(nth);
        }
        self.length -= 1;
        Some(before + at)
    }

    /// The place of a row.
    pub(super) fn place_of(
        &self,
        row: u32,
        compare: impl Fn(u32, u32) -> Ordering,
    ) -> Option<usize> {
        let (nth, at) = self.find(row, &compare)?;
        let before: usize = self.chunks.iter().take(nth).map(Vec::len).sum();
        Some(before + at)
    }

    fn find(&self, row: u32, compare: &impl Fn(u32, u32) -> Ordering) -> Option<(usize, usize)> {
        let nth = self.chunk_of(row, compare)?;
        let chunk = self.chunks.get(nth)?;
        let at = chunk.partition_point(|other| compare(*other, row).is_lt());
        (chunk.get(at) == Some(&row)).then_some((nth, at))
    }

    /// The chunk in which a row is, or would be; nothing while there is none.
    fn chunk_of(&self, row: u32, compare: &impl Fn(u32, u32) -> Ordering) -> Option<usize> {
        let after = self
            .chunks
            .partition_point(|chunk| compare(chunk[0], row).is_le());
        (!self.chunks.is_empty()).then(|| after.saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::Order;

    #[test]
    fn rows_come_and_go_and_the_rest_stays_sorted() {
        let mut order = Order::default();
        let mut plain: Vec<u32> = Vec::new();
        let mut seed = 7_u32;
        for _ in 0..20_000 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let row = (seed >> 8) % 4_000;
            match plain.binary_search(&row) {
                Ok(place) => {
                    assert_eq!(order.place_of(row, |a, b| a.cmp(&b)), Some(place));
                    assert_eq!(order.remove(row, |a, b| a.cmp(&b)), Some(place));
                    plain.remove(place);
                }
                Err(place) => {
                    assert_eq!(order.remove(row, |a, b| a.cmp(&b)), None);
                    assert_eq!(order.insert(row, |a, b| a.cmp(&b)), place);
                    plain.insert(place, row);
                }
            }
            assert_eq!(order.len(), plain.len());
        }
        assert!(order.from(0).eq(plain.iter().copied()));
        assert_eq!(order.get(700), plain.get(700).copied());
        assert!(
            Order::sorted(&plain)
                .from(900)
                .eq(plain[900..].iter().copied())
        );
    }
}
