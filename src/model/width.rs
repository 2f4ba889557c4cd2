//! Text in columns: a Hangul syllable is three bytes and two columns.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The columns that a safe text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// The longest beginning of a text that fits, with an ellipsis where something is cut.
#[must_use]
pub fn cut(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut kept = fitting(text, columns.saturating_sub(1)).to_owned();
    if columns > 0 {
        kept.push('…');
    }
    kept
}

/// Beginning and end of a text with an ellipsis between them, where it does not fit.
#[must_use]
pub fn cut_middle(text: &str, columns: usize) -> String {
    if text.width() <= columns || columns < 3 {
        return cut(text, columns);
    }
    let head = fitting(text, (columns - 1).div_ceil(2));
    let mut room = columns - 1 - head.width();
    let mut tail = text.len();
    for (at, c) in text.char_indices().rev() {
        let Some(rest) = room.checked_sub(c.width().unwrap_or(0)) else {
            break;
        };
        room = rest;
        tail = at;
    }
    format!("{head}…{}", &text[tail..])
}

/// Cuts a text into lines of at most `columns`; nothing is left out, and there is at least one
/// line.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<&str> {
    let columns = columns.max(2);
    let mut lines = Vec::new();
    let mut rest = text;
    loop {
        let line = fitting(rest, columns);
        lines.push(line);
        rest = &rest[line.len()..];
        if rest.is_empty() {
            return lines;
        }
    }
}

/// Cuts a text into lines of at most `columns`, at spaces where there are any.
#[must_use]
pub fn wrap_words(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(2);
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().expect("there is always a line");
        if !line.is_empty() && line.width() + 1 + word.width() <= columns {
            line.push(' ');
            line.push_str(word);
            continue;
        }
        let mut pieces = wrap(word, columns).into_iter();
        if line.is_empty() {
            line.push_str(pieces.next().unwrap_or_default());
        }
        lines.extend(pieces.map(str::to_owned));
    }
    lines
}

/// The longest beginning that fits; combining marks stay with their base character.
fn fitting(text: &str, columns: usize) -> &str {
    let mut used = 0;
    for (at, c) in text.char_indices() {
        used += c.width().unwrap_or(0);
        if used > columns {
            return &text[..at];
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{cut, cut_middle, width, wrap, wrap_words};

    #[test]
    fn wide_characters_are_cut_at_their_bounds() {
        assert_eq!(cut("온실 6동 예비", 6), "온실 …");
        assert_eq!(cut("온실", 4), "온실");
        assert_eq!(cut("온실", 3), "온…");
        assert_eq!(cut("온실", 0), "");
        for columns in 0..20 {
            assert!(width(&cut("가나다라마바사", columns)) <= columns);
            assert!(width(&cut_middle("가나다라마바사", columns)) <= columns);
        }
        assert_eq!(
            cut_middle("cloudiotcore.apigw.ntruss.com", 21),
            "cloudiotco…ntruss.com"
        );
    }

    #[test]
    fn wrapping_leaves_nothing_out() {
        let text = "가나다라마바사-abc-e\u{301}".repeat(9);
        assert_eq!(wrap(&text, 7).concat(), text);
        assert!(wrap(&text, 7).iter().all(|line| width(line) <= 7));
        assert_eq!(wrap("", 7), [""]);
        assert_eq!(
            wrap_words("a bb ccc dddddddd", 5),
            ["a bb", "ccc", "ddddd", "ddd"]
        );
    }
}
