//! Finding the lines of a document.

use memchr::{memchr, memchr2};

use super::{LineKind, Outline, OutlineLine, Span};

/// Levels after which a document is not laid out any more; what is read has at most 128.
const DEEPEST: usize = 200;

/// Reads a document from its first byte to its last.
pub(super) struct Scanner<'b> {
    bytes: &'b [u8],
    at: usize,
    /// Lines of the objects and arrays around the place that is read.
    open: Vec<usize>,
    outline: Outline,
}

impl<'b> Scanner<'b> {
    /// The lines of a document; nothing where the bytes are not JSON.
    pub(super) fn scan(bytes: &'b [u8]) -> Option<Outline> {
        u32::try_from(bytes.len()).ok()?;
        let mut scanner = Self {
            bytes,
            at: if bytes.starts_with(b"\xef\xbb\xbf") {
                3
            } else {
                0
            },
            open: Vec::new(),
            outline: Outline::default(),
        };
        scanner.document()?;
        Some(scanner.outline)
    }

    fn document(&mut self) -> Option<()> {
        self.value(Span::default())?;
        while let Some(around) = self.open.last().copied() {
            match self.next()? {
                b'}' | b']' => self.close(around),
                b',' => {
                    self.at += 1;
                    self.outline.lines.last_mut()?.comma = true;
                }
                _ => {
                    let is_object = self.outline.lines.get(around)?.kind == LineKind::Object;
                    let key = if is_object {
                        self.key()?
                    } else {
                        Span::default()
                    };
                    self.value(key)?;
                }
            }
        }
        self.next().is_none().then_some(())
    }

    /// The next byte that is no blank.
    fn next(&mut self) -> Option<u8> {
        while let Some(byte) = self.bytes.get(self.at) {
            if !matches!(byte, b' ' | b'\t' | b'\n' | b'\r') {
                return Some(*byte);
            }
            self.at += 1;
        }
        None
    }

    fn key(&mut self) -> Option<Span> {
        let key = self.text()?;
        if self.next()? != b':' {
            return None;
        }
        self.at += 1;
        Some(key)
    }

    fn value(&mut self, key: Span) -> Option<()> {
        let first = self.next()?;
        let start = self.at;
        let kind = match first {
            b'"' => {
                let text = self.text()?;
                self.push(key, text, LineKind::Text);
                return Some(());
            }
            b'{' | b'[' => {
                self.at += 1;
                let (kind, end) = if first == b'{' {
                    (LineKind::Object, b'}')
                } else {
                    (LineKind::Array, b']')
                };
                if self.next()? == end {
                    self.at += 1;
                    // The blanks between the brackets are not shown.
                    LineKind::Empty
                } else {
                    let line = self.push(key, span(start, start + 1), kind);
                    self.open.push(line);
                    return (self.open.len() <= DEEPEST).then_some(());
                }
            }
            b'-' | b'0'..=b'9' => LineKind::Number,
            b't' | b'f' | b'n' => LineKind::Word,
            _ => return None,
        };
        if kind != LineKind::Empty {
            let rest = self.bytes.get(self.at..)?;
            let is_end =
                |byte: &u8| matches!(byte, b',' | b']' | b'}' | b' ' | b'\t' | b'\n' | b'\r');
            self.at += rest.iter().position(is_end).unwrap_or(rest.len());
        }
        self.push(key, span(start, self.at), kind);
        Some(())
    }

    /// A text in quotes.
    fn text(&mut self) -> Option<Span> {
        let start = self.at;
        if self.bytes.get(start) != Some(&b'"') {
            return None;
        }
        let mut at = start + 1;
        loop {
            at += memchr2(b'"', b'\\', self.bytes.get(at..)?)?;
            if self.bytes[at] == b'"' {
                break;
            }
            at += 2;
        }
        self.at = at + 1;
        Some(span(start, self.at))
    }

    fn push(&mut self, key: Span, value: Span, kind: LineKind) -> usize {
        let line = self.outline.lines.len();
        let around = self.open.last().copied();
        let nth = around.map_or(0, |around| {
            let around = &mut self.outline.lines[around];
            around.children += 1;
            around.children - 1
        });
        let has_backslash = |span: Span| {
            let part = &self.bytes[span.range()];
            memchr(b'\\', part).is_some()
        };
        if has_backslash(key) || (kind == LineKind::Text && has_backslash(value)) {
            self.outline.escaped.push(number(line));
        }
        self.outline.lines.push(OutlineLine {
            key,
            value,
            parent: number(around.unwrap_or(line)),
            end: number(line),
            nth,
            children: 0,
            depth: u8::try_from(self.open.len()).unwrap_or(u8::MAX),
            kind,
            comma: false,
        });
        line
    }

    fn close(&mut self, around: usize) {
        self.open.pop();
        let line = self.outline.lines.len();
        let begin = &mut self.outline.lines[around];
        begin.end = number(line);
        let end = OutlineLine {
            key: Span::default(),
            value: span(self.at, self.at + 1),
            kind: LineKind::End,
            children: 0,
            comma: false,
            // It closes for the place that the beginning has.
            parent: number(around),
            ..*begin
        };
        self.outline.lines.push(end);
        self.at += 1;
    }
}

fn span(start: usize, end: usize) -> Span {
    Span {
        start: number(start),
        length: number(end - start),
    }
}

/// No document is longer: see [`Outline::of`].
fn number(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}
