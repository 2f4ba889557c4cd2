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
/// Stretches of ASCII are not looked at one by one: the key that shows a megabyte waits for this.
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
    let mut escaper = Escaper::default();
    let (mut at, mut used) = (start, 0);
    loop {
        let full = at.saturating_add(columns - used).min(bytes.len());
        let plain = plain_at_start(&bytes[at..full]);
        if let Some(last) = plain.last() {
            escaper.escape(char::from(*last));
        }
        at += plain.len();
        used += plain.len();
        // What follows may belong to the last character, and so to this line.
        let Some(next) = bytes.get(at).filter(|next| !is_plain(**next)) else {
            return at;
        };
        if *next == b'\n' {
            let is_room = used + LINE_FEED_COLUMNS <= columns;
            return if is_room { at + 1 } else { at };
        }
        let (length, width) = if let Some(text) = first_character(&bytes[at..]) {
            (text.len(), columns_of(text, &mut escaper))
        } else {
            escaper = Escaper::default();
            (1, BYTE_COLUMNS)
        };
        used += width;
        if used > columns {
            return at;
        }
        at += length;
    }
}

/// Columns of a line feed, which stands as `\n`.
const LINE_FEED_COLUMNS: usize = 2;
/// Columns of a byte that is no character, which stands as `\xff`.
const BYTE_COLUMNS: usize = 4;

fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~')
}

/// The printable ASCII that some bytes begin with.
fn plain_at_start(bytes: &[u8]) -> &[u8] {
    /// So many are looked at together.
    const TOGETHER: usize = 16;
    let (chunks, _) = bytes.as_chunks::<TOGETHER>();
    // Without an early end, the compiler makes one step of it.
    let is_all =
        |chunk: &&[u8; TOGETHER]| chunk.iter().fold(true, |all, byte| all & is_plain(*byte));
    let sure = chunks.iter().take_while(is_all).count() * TOGETHER;
    let rest = bytes[sure..].iter().take_while(|byte| is_plain(**byte));
    &bytes[..sure + rest.count()]
}

/// Columns of a character.
fn columns_of(text: &str, escaper: &mut Escaper) -> usize {
    let mut columns = 0;
    for c in text.chars() {
        columns += match escaper.escape(c) {
            Some(escape) => escape.len(),
            None => c.width().unwrap_or(0),
        };
    }
    columns
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
                columns: BYTE_COLUMNS,
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
    let needle = text.as_bytes();
    let Some(first) = needle.first() else {
        return vec![];
    };
    let (lower, upper) = (first.to_ascii_lowercase(), first.to_ascii_uppercase());
    let mut end = 0;
    let mut is_it = |at: &usize| {
        let part = bytes.get(*at..at + needle.len());
        let is_it = *at >= end && part.is_some_and(|part| part.eq_ignore_ascii_case(needle));
        if is_it {
            end = at + needle.len();
        }
        is_it
    };
    let begins = memchr::memchr2_iter(lower, upper, bytes);
    begins.filter(|at| is_it(at)).take(most).collect()
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
    fn no_line_is_wider_than_the_pane_and_none_could_take_more() {
        let parts = [
            "0123456789abcdef",
            "한",
            "e\u{301}",
            "\n",
            "\u{301}",
            "\u{1f600}",
            "\t",
            "가나다라",
        ];
        let mut text: Vec<u8> = Vec::new();
        for nth in 0..400_usize {
            let part = parts[(nth * nth + nth / 3) % parts.len()];
            text.extend(part.as_bytes());
            text.extend(std::iter::repeat_n(b'x', nth % 23));
            text.extend(std::iter::repeat_n(0xff, nth % 3));
        }
        for columns in [10, 17, 80] {
            let starts: Vec<usize> = line_starts(&text, columns)
                .into_iter()
                .map(|start| start as usize)
                .collect();
            // As slowly as it is drawn.
            let mut wanted = vec![0];
            loop {
                let (start, mut used) = (wanted[wanted.len() - 1], 0);
                let end = pieces(&text, start).find_map(|piece| {
                    used += piece.columns;
                    let is_last = text[piece.bytes.start] == b'\n';
                    let is_over = (used > columns).then_some(piece.bytes.start);
                    is_over.or(is_last.then_some(piece.bytes.end))
                });
                match end.filter(|end| *end < text.len()) {
                    Some(end) => wanted.push(end),
                    None => break,
                }
            }
            assert_eq!(starts, wanted, "{columns}");
        }
    }

    #[test]
    fn a_text_is_found_whatever_its_case() {
        assert_eq!(places(b"aAaA On oN", "on", 9), [5, 8]);
        assert_eq!(places(b"aaaa", "aa", 9), [0, 2]);
        assert_eq!(places("온실온".as_bytes(), "온", 1), [0]);
        assert_eq!(places(b"x", "", 9), [0; 0]);
    }
}
