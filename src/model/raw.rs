//! Bytes as they came, made safe for a terminal and cut into lines that fit it.

use std::borrow::Cow;
use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use super::text::Escaper;

/// A part of the bytes and how it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece<'b> {
    /// Which bytes.
    pub bytes: Range<usize>,
    /// What is drawn in their place.
    pub shown: Cow<'b, str>,
    /// Columns that this takes.
    pub columns: usize,
    /// Whether it stands for something that cannot be drawn.
    pub is_escape: bool,
}

/// Where the lines begin, each of at most `columns`; a line feed ends one too. There is at least one.
///
/// Where a line is all ASCII, its characters are not looked at one by one.
#[must_use]
pub fn line_starts(bytes: &[u8], columns: usize) -> Vec<u32> {
    // An escape is not cut in two; the longest has ten columns.
    let columns = columns.max(10);
    let mut starts = vec![0];
    let mut at = 0;
    loop {
        at = line_end(bytes, at, columns);
        match u32::try_from(at) {
            Ok(start) if at < bytes.len() => starts.push(start),
            _ => return starts,
        }
    }
}

fn line_end(bytes: &[u8], start: usize, columns: usize) -> usize {
    let full = start.saturating_add(columns).min(bytes.len());
    let is_plain = |byte: &u8| matches!(byte, b' '..=b'~');
    // What follows may belong to the last character.
    let stands_alone = bytes.get(full).is_none_or(is_plain);
    if stands_alone && bytes[start..full].iter().all(is_plain) {
        return full;
    }
    let mut used = 0;
    for piece in pieces(bytes, start) {
        used += piece.columns;
        if used > columns {
            return piece.bytes.start;
        }
        if bytes[piece.bytes.start] == b'\n' {
            return piece.bytes.end;
        }
    }
    bytes.len()
}

/// The pieces from a place on where a line begins.
pub fn pieces(bytes: &[u8], start: usize) -> impl Iterator<Item = Piece<'_>> {
    let mut at = start;
    let mut escaper = Escaper::default();
    std::iter::from_fn(move || {
        let rest = bytes.get(at..).filter(|rest| !rest.is_empty())?;
        let start = at;
        let Some(text) = first_character(rest) else {
            at += 1;
            escaper = Escaper::default();
            return Some(Piece {
                bytes: start..at,
                shown: Cow::Owned(format!("\\x{:02x}", rest[0])),
                columns: 4,
                is_escape: true,
            });
        };
        at += text.len();
        let c = text.chars().next()?;
        let escape = escaper.escape(c);
        Some(Piece {
            bytes: start..at,
            columns: escape.as_ref().map_or(c.width().unwrap_or(0), String::len),
            is_escape: escape.is_some(),
            shown: escape.map_or(Cow::Borrowed(text), Cow::Owned),
        })
    })
}

/// The first character of bytes that may be UTF-8; nothing where they are not.
fn first_character(bytes: &[u8]) -> Option<&str> {
    let length = match bytes.first()? {
        ..=0x7f => 1,
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    std::str::from_utf8(bytes.get(..length)?).ok()
}

/// Where a text stands in the bytes, letter case of ASCII aside, at most `most` places, none within
/// another.
#[must_use]
pub fn places(bytes: &[u8], text: &str, most: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = 0;
    while found.len() < most
        && let Some(place) = next_place(bytes, text, at)
    {
        found.push(place);
        at = place + text.len();
    }
    found
}

/// Where a text stands, also where that overlaps with the place before.
pub fn every_place<'a>(bytes: &'a [u8], text: &'a str) -> impl Iterator<Item = usize> + 'a {
    let mut at = 0;
    std::iter::from_fn(move || {
        let place = next_place(bytes, text, at)?;
        at = place + 1;
        Some(place)
    })
}

/// The first place from a byte on; none for a text without characters.
fn next_place(bytes: &[u8], text: &str, from: usize) -> Option<usize> {
    let needle = text.as_bytes();
    let first = needle.first()?;
    let (lower, upper) = (first.to_ascii_lowercase(), first.to_ascii_uppercase());
    let mut at = from;
    loop {
        at += memchr::memchr2(lower, upper, bytes.get(at..)?)?;
        let part = bytes.get(at..at + needle.len())?;
        if part.eq_ignore_ascii_case(needle) {
            return Some(at);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::{line_starts, pieces, places};

    fn lines(bytes: &[u8], columns: usize) -> Vec<String> {
        let starts = line_starts(bytes, columns);
        let ends = starts.iter().skip(1).map(|start| *start as usize);
        let ends = ends.chain([bytes.len()]);
        let line = |(start, end): (&u32, usize)| {
            pieces(bytes, *start as usize)
                .take_while(|piece| piece.bytes.end <= end)
                .map(|piece| piece.shown.into_owned())
                .collect()
        };
        starts.iter().zip(ends).map(line).collect()
    }

    #[test]
    fn bytes_are_cut_where_the_pane_ends() {
        assert_eq!(lines(b"", 10), [""]);
        assert_eq!(lines(b"0123456789ab", 10), ["0123456789", "ab"]);
        assert_eq!(lines("가나다라마바".as_bytes(), 11), ["가나다라마", "바"]);
        assert_eq!(
            lines(b"a\n\nb\xff\x1b", 20),
            ["a\\n", "\\n", "b\\xff\\u{1b}"]
        );
        assert_eq!(
            lines("012345678e\u{301}x".as_bytes(), 10),
            ["012345678e\u{301}", "x"]
        );
    }

    #[test]
    fn a_text_is_found_whatever_its_case() {
        assert_eq!(places(b"aAaA On oN", "on", 9), [5, 8]);
        assert_eq!(places(b"aaaa", "aa", 9), [0, 2]);
        assert_eq!(places("온실온".as_bytes(), "온", 1), [0]);
        assert_eq!(places(b"x", "", 9), [0; 0]);
    }
}
