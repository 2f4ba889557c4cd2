//! The lines of a JSON document laid out, found in its bytes without copying any of them.

mod scan;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use scan::Scanner;

/// A document of JSON as lines: one for each value that holds no others, two for each that does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// From the first to the last; none where the bytes are not JSON.
    pub lines: Vec<OutlineLine>,
    /// Lines with a backslash in their key or value, by index: what they say is not what stands there.
    pub escaped: Vec<u32>,
}

/// What stands on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// A text in quotes.
    Text,
    /// A number.
    Number,
    /// `true`, `false` or `null`.
    Word,
    /// `{}` or `[]`.
    Empty,
    /// The beginning of an object.
    Object,
    /// The beginning of an array.
    Array,
    /// The end of either.
    End,
}

/// One line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutlineLine {
    key: Span,
    value: Span,
    /// The line of the object or array around it; its own for the outermost.
    parent: u32,
    /// The line where what begins here ends; its own where it is the only one.
    end: u32,
    /// Which one it is in what is around it, from 0.
    nth: u32,
    /// Values right within.
    children: u32,
    depth: u8,
    /// What stands here.
    pub kind: LineKind,
    /// Whether a comma follows.
    pub comma: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Span {
    start: u32,
    length: u32,
}

impl Span {
    fn range(self) -> Range<usize> {
        self.start as usize..(self.start as usize + self.length as usize)
    }
}

impl OutlineLine {
    /// Where its key stands in the bytes, quotes included; nothing for an element of an array.
    #[must_use]
    pub fn key(&self) -> Option<Range<usize>> {
        Some(self.key.range()).filter(|range| !range.is_empty())
    }

    /// Where its value stands in the bytes, quotes or the bracket included.
    #[must_use]
    pub fn value(&self) -> Range<usize> {
        self.value.range()
    }

    /// How far in it stands, 0 for the outermost.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.depth.into()
    }

    /// The line where what begins here ends.
    #[must_use]
    pub fn end(&self) -> usize {
        self.end as usize
    }

    /// Values right within what begins here.
    #[must_use]
    pub fn children(&self) -> usize {
        self.children as usize
    }

    /// Whether other lines are within.
    #[must_use]
    pub fn is_branch(&self) -> bool {
        matches!(self.kind, LineKind::Object | LineKind::Array)
    }
}

impl Outline {
    /// Lays out a document. One pass over the bytes.
    #[must_use]
    pub fn of(body: &[u8]) -> Self {
        Scanner::scan(body).unwrap_or_default()
    }

    /// Lines around a line, the innermost first.
    pub fn ancestors(&self, line: usize) -> impl Iterator<Item = usize> {
        let mut at = line;
        std::iter::from_fn(move || {
            let parent = self.lines.get(at)?.parent as usize;
            let is_outermost = parent == at;
            at = parent;
            (!is_outermost).then_some(parent)
        })
    }

    /// The keys down to a line, as bytes of the document; an element of an array by its number.
    #[must_use]
    pub fn path<'b>(&self, body: &'b [u8], line: usize) -> Vec<Step<'b>> {
        let line = match self.lines.get(line) {
            Some(end) if end.kind == LineKind::End => end.parent as usize,
            _ => line,
        };
        let around = self.ancestors(line);
        let mut steps: Vec<_> = std::iter::once(line)
            .chain(around)
            .filter_map(|at| self.lines.get(at))
            .filter(|line| line.depth > 0)
            .map(|line| match line.key() {
                Some(key) => Step::Key(body.get(key).unwrap_or_default()),
                None => Step::Nth(line.nth),
            })
            .collect();
        steps.reverse();
        steps
    }

    /// A number for the place of a line, the same in another version of the document.
    #[must_use]
    pub fn place(&self, body: &[u8], line: usize) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.path(body, line).hash(&mut hasher);
        hasher.finish()
    }

    /// The line whose key or value holds some bytes of the document; nothing for what is between them.
    ///
    /// * `from` - a line that begins no later, the nearer the better.
    #[must_use]
    pub fn holding(&self, bytes: &Range<usize>, from: usize) -> Option<usize> {
        /// So many lines are looked at one by one.
        const NEAR: usize = 8;
        let begins_before = |line: &OutlineLine| match line.key() {
            Some(key) => key.start <= bytes.start,
            None => line.value.start as usize <= bytes.start,
        };
        let rest = self.lines.get(from..)?;
        let near = rest.iter().take(NEAR);
        let after = match near.take_while(|line| begins_before(line)).count() {
            NEAR => from + rest.partition_point(begins_before),
            nearer => from + nearer,
        };
        let line = self.lines.get(after.checked_sub(1)?)?;
        let holds = |part: Range<usize>| part.start <= bytes.start && bytes.end <= part.end;
        let is_within = line.key().is_some_and(holds)
            || (!line.is_branch() && line.kind != LineKind::End && holds(line.value()));
        is_within.then_some(after - 1)
    }

    /// Bytes of memory that the lines take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.lines.len() * size_of::<OutlineLine>()
    }
}

/// One step down a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step<'b> {
    /// Into an object: the key as it stands, quotes included.
    Key(&'b [u8]),
    /// Into an array.
    Nth(u32),
}

#[cfg(test)]
mod tests {
    use super::{LineKind, Outline, Step};

    fn sketch(body: &str) -> Vec<String> {
        let lines = Outline::of(body.as_bytes()).lines;
        let line = |line: &super::OutlineLine| {
            let key = line.key().map_or("", |key| &body[key]);
            let comma = if line.comma { "," } else { "" };
            let value = if line.kind == LineKind::Empty {
                "empty"
            } else {
                &body[line.value()]
            };
            format!("{}{key}{value}{comma}", " ".repeat(line.depth()))
        };
        lines.iter().map(line).collect()
    }

    #[test]
    fn every_value_has_its_line() {
        let body = r#" {"a": 1.50 , "b":[true,{ },"x\"]"], "c" : {"d": null}}"#;
        let expected = [
            "{",
            " \"a\"1.50,",
            " \"b\"[",
            "  true,",
            "  empty,",
            "  \"x\\\"]\"",
            " ],",
            " \"c\"{",
            "  \"d\"null",
            " }",
            "}",
        ];
        assert_eq!(sketch(body), expected);
        let outline = Outline::of(body.as_bytes());
        assert_eq!(
            (outline.lines[2].end(), outline.lines[2].children()),
            (6, 3)
        );
        assert_eq!(outline.escaped, [5]);
        assert_eq!(outline.ancestors(8).collect::<Vec<_>>(), [7, 0]);
        assert_eq!(
            outline.path(body.as_bytes(), 5),
            [Step::Key(b"\"b\""), Step::Nth(2)]
        );
        let at = body.find("null").expect("it is there");
        for from in 0..=8 {
            assert_eq!(outline.holding(&(at..at + 2), from), Some(8), "{from}");
        }
        assert_eq!(outline.holding(&(0..1), 0), None);
    }

    #[test]
    fn what_is_not_json_has_no_lines() {
        for body in [
            "",
            "{",
            "{\"a\"}",
            "[1,",
            "\"a",
            "{} x",
            "nonsense]",
            "{a:1}",
        ] {
            let lines = Outline::of(body.as_bytes()).lines.len();
            assert_eq!(lines, 0, "{body}");
        }
        assert_eq!(Outline::of("[".repeat(500).as_bytes()).lines.len(), 0);
    }
}
