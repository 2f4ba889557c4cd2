//! The rows of one page, packed: 100,000 devices must not take much more than their text.

use memchr::memmem::Finder;

use crate::model::device::{Device, DeviceName, Identifier};
use crate::model::text::SafeText;

/// Bytes of name and description from which on a row is not packed: to escape and to hash a long
/// name anew with each frame would take longer than the frame.
const LONG: usize = 512;

/// One row, borrowed from its page.
#[derive(Debug, Clone, Copy)]
pub enum Row<'a> {
    /// A name that needs no escapes, and a description.
    Packed {
        /// Both the raw and the shown form.
        name: &'a str,
        /// Safe to draw.
        description: &'a str,
    },
    /// A row that is long or has an escaped name.
    Odd(&'a Device),
}

impl<'a> Row<'a> {
    /// Its identity.
    #[must_use]
    pub fn name(self) -> DeviceName {
        match self {
            Self::Packed { name, .. } => Identifier::new(name).expect("it was a name before"),
            Self::Odd(device) => device.name.clone(),
        }
    }

    /// The bytes that the service knows. Never draw them.
    #[must_use]
    pub fn raw(self) -> &'a str {
        match self {
            Self::Packed { name, .. } => name,
            Self::Odd(device) => device.name.raw(),
        }
    }

    /// The name to draw.
    #[must_use]
    pub fn shown(self) -> &'a str {
        match self {
            Self::Packed { name, .. } => name,
            Self::Odd(device) => device.name.shown(),
        }
    }

    /// Whether the shown form had to be escaped.
    #[must_use]
    pub fn is_escaped(self) -> bool {
        match self {
            Self::Packed { .. } => false,
            Self::Odd(device) => device.name.is_escaped(),
        }
    }

    /// The description, safe to draw.
    #[must_use]
    pub fn description(self) -> &'a str {
        match self {
            Self::Packed { description, .. } => description,
            Self::Odd(device) => device.description.as_str(),
        }
    }

    /// The row as it came, but for the times, which are not kept.
    #[must_use]
    pub fn to_device(self) -> Device {
        match self {
            Self::Odd(device) => device.clone(),
            Self::Packed { description, .. } => Device {
                name: self.name(),
                description: SafeText::from_text(description),
                modified: SafeText::default(),
                registered: SafeText::default(),
            },
        }
    }
}

/// What of a row a text is looked for in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The name, as the service knows it.
    Name,
    /// The description.
    Description,
}

/// Rows whose texts lie one after the other.
#[derive(Debug, Default)]
pub struct Rows {
    /// All names, then all descriptions; nothing of odd rows.
    text: Box<str>,
    /// Where each name ends, then where each description ends.
    ends: Box<[u32]>,
    /// Rows that are not packed, by number.
    odd: Vec<(u32, Device)>,
}

impl Rows {
    /// Packs rows.
    #[must_use]
    pub fn pack(devices: Vec<Device>) -> Self {
        let is_odd = |device: &Device| {
            device.name.is_escaped()
                || device.name.raw().len() + device.description.as_str().len() > LONG
        };
        let bytes = devices.iter().filter(|device| !is_odd(device));
        let bytes = bytes.map(|row| row.name.raw().len() + row.description.as_str().len());
        let mut text = String::with_capacity(bytes.sum());
        let mut ends = Vec::with_capacity(2 * devices.len());
        // A row that is packed has less than `LONG` bytes, and a reply less than millions of rows.
        let end = |text: &str| u32::try_from(text.len()).expect("a page of less than 4 GiB");
        for device in &devices {
            if !is_odd(device) {
                text.push_str(device.name.raw());
            }
            ends.push(end(&text));
        }
        for device in &devices {
            if !is_odd(device) {
                text.push_str(device.description.as_str());
            }
            ends.push(end(&text));
        }
        let odd = (0..).zip(devices).filter(|(_, device)| is_odd(device));
        Self {
            odd: odd.collect(),
            text: text.into(),
            ends: ends.into(),
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len() / 2
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A row by its number.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<Row<'_>> {
        let rows = self.len();
        if row >= rows {
            return None;
        }
        if !self.odd.is_empty()
            && let Ok(at) = self
                .odd
                .binary_search_by_key(&row, |(nth, _)| *nth as usize)
        {
            return Some(Row::Odd(&self.odd[at].1));
        }
        Some(Row::Packed {
            name: self.segment(row),
            description: self.segment(rows + row),
        })
    }

    /// All rows.
    pub fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.len()).filter_map(|row| self.get(row))
    }

    fn start(&self, segment: usize) -> usize {
        segment
            .checked_sub(1)
            .map_or(0, |before| self.ends[before] as usize)
    }

    fn segment(&self, segment: usize) -> &str {
        &self.text[self.start(segment)..self.ends[segment] as usize]
    }

    /// Calls with the number of each row of which a part contains the text, in order. One search
    /// goes through the texts of all rows: to begin one for each row costs more than the search.
    pub fn matching(&self, text: &Finder<'_>, part: Part, mut found: impl FnMut(usize)) {
        let rows = self.len();
        let first = match part {
            Part::Name => 0,
            Part::Description => rows,
        };
        let mut odd = self.odd.iter().peekable();
        let mut take_odd_before = |row: usize, found: &mut dyn FnMut(usize)| {
            while let Some((nth, device)) = odd.next_if(|(nth, _)| (*nth as usize) < row) {
                let whole = match part {
                    Part::Name => device.name.raw(),
                    Part::Description => device.description.as_str(),
                };
                if text.find(whole.as_bytes()).is_some() {
                    found(*nth as usize);
                }
            }
        };
        let (mut segment, end) = (first, first + rows);
        let bytes = self.text.as_bytes();
        let mut from = self.start(first);
        let last = if rows == 0 { 0 } else { self.start(end) };
        while let Some(at) = text.find(&bytes[from.min(last)..last]) {
            let at = from + at;
            while segment < end && self.ends[segment] as usize <= at {
                segment += 1;
            }
            if segment == end {
                break;
            }
            let segment_end = self.ends[segment] as usize;
            if at + text.needle().len() <= segment_end {
                take_odd_before(segment - first, &mut found);
                found(segment - first);
                from = segment_end;
            } else {
                // It runs from one row into the next and may hide one that does not.
                from = at + 1;
            }
        }
        take_odd_before(rows, &mut found);
    }
}

#[cfg(test)]
mod tests {
    use memchr::memmem::Finder;

    use super::{Part, Rows};
    use crate::model::device::{Device, Identifier};
    use crate::model::text::SafeText;

    fn device(name: &str, description: &str) -> Device {
        Device {
            name: Identifier::new(name).unwrap(),
            description: SafeText::from_text(description),
            modified: SafeText::default(),
            registered: SafeText::default(),
        }
    }

    /// What a plain search of each row finds is right.
    #[test]
    fn the_search_over_all_rows_finds_what_a_search_of_each_row_finds() {
        let long = "a".repeat(600);
        let rows = [
            ("xa", "aab"),
            ("aab", ""),
            ("온실-7", "aa"),
            ("a\u{202e}a", "b"),
            ("b", "온실 7동"),
            (&long, "xx"),
            ("aaa", "aa"),
        ];
        let packed = Rows::pack(rows.map(|(name, text)| device(name, text)).to_vec());
        for needle in ["a", "aa", "b", "온", "실", "xaaab", "7", "zz"] {
            for part in [Part::Name, Part::Description] {
                let mut found = Vec::new();
                packed.matching(&Finder::new(needle), part, |row| found.push(row));
                let expected: Vec<_> = (0..rows.len())
                    .filter(|row| {
                        let (name, description) = rows[*row];
                        let whole = if part == Part::Name {
                            name
                        } else {
                            description
                        };
                        whole.contains(needle)
                    })
                    .collect();
                assert_eq!(found, expected, "{needle} in {part:?}");
            }
        }
        for (nth, (name, description)) in rows.iter().enumerate() {
            let row = packed.get(nth).unwrap();
            assert_eq!((row.raw(), row.description()), (*name, *description));
        }
        assert!(packed.get(rows.len()).is_none());
    }
}
