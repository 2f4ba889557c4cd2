//! Text in columns: a Hangul syllable is three bytes and two columns.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::text::MARKS;

/// The columns that a safe text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// Whether a safe text takes at most `columns`. Looks no further than it must: a cell of a long text
/// costs what one of a short text does.
#[must_use]
pub fn fits(text: &str, columns: usize) -> bool {
    if text.len() <= columns {
        return true;
    }
    let beginning = beginning(text, columns);
    !is_plain(text, columns) && beginning.len() == text.len() && width(text) <= columns
}

/// The longest beginning of a text that fits, with an ellipsis where something is cut.
#[must_use]
pub fn cut(text: &str, columns: usize) -> String {
    if fits(text, columns) {
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
    if columns < 3 || fits(text, columns) {
        return cut(text, columns);
    }
    let head = fitting(text, (columns - 1).div_ceil(2));
    let mut room = columns - 1 - width(head);
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
    pieces(text, columns).collect()
}

/// Cuts a text into lines of at most `columns`, at spaces where there are any, and between the
/// characters of Japanese and Chinese, which have none.
#[must_use]
pub fn wrap_words(text: &str, columns: usize) -> Vec<String> {
    fill(text, columns, usize::MAX)
}

/// As [`wrap_words`], but at most `most` lines; where more would follow, the last one ends with an
/// ellipsis. What would follow is not looked at.
#[must_use]
pub fn wrap_words_to(text: &str, columns: usize, most: usize) -> Vec<String> {
    let mut lines = fill(text, columns, most);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = format!("{}…", fitting(last, columns.max(2) - 1));
        }
    }
    lines
}

/// Lines until there are more than `enough`.
fn fill(text: &str, columns: usize, enough: usize) -> Vec<String> {
    let columns = columns.max(2);
    let mut lines: Vec<String> = vec![String::new()];
    let parts = text
        .split(' ')
        .flat_map(|word| unbroken(word).enumerate())
        .map(|(nth, part)| (if nth == 0 { " " } else { "" }, part));
    for (gap, part) in parts {
        let line = lines.last_mut().expect("there is always a line");
        let room = columns.saturating_sub(width(line) + gap.len());
        if !line.is_empty() && width(line) < columns && fits(part, room) {
            line.push_str(gap);
            line.push_str(part);
            continue;
        }
        let mut pieces = pieces(part, columns);
        if line.is_empty() {
            line.push_str(pieces.next().unwrap_or_default());
        }
        let missing = enough.saturating_add(1).saturating_sub(lines.len());
        lines.extend(pieces.take(missing).map(str::to_owned));
        if lines.len() > enough {
            break;
        }
    }
    lines
}

/// A word in parts that stay in one line: itself, but for Japanese and Chinese, where each character is
/// one together with the punctuation that must not be parted from it. At least one.
fn unbroken(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(word);
    std::iter::from_fn(move || {
        let text = rest?;
        let mut end = text.len();
        let mut before = None;
        for (at, c) in text.char_indices() {
            if before.is_some_and(|before| parts(before, c)) {
                end = at;
                break;
            }
            before = Some(c);
        }
        rest = Some(&text[end..]).filter(|rest| !rest.is_empty());
        Some(&text[..end])
    })
}

/// Whether a line may end between two characters that no space parts.
///
/// Source: W3C, "Requirements for Japanese Text Layout", 3.1.7 and 3.1.8, the common ones.
fn parts(before: char, c: char) -> bool {
    let opens = matches!(
        before,
        '（' | '「' | '『' | '【' | '〈' | '《' | '［' | '｛'
    );
    let stays = matches!(
        c,
        '、' | '。'
            | '，'
            | '．'
            | '・'
            | '：'
            | '；'
            | '？'
            | '！'
            | '）'
            | '」'
            | '』'
            | '】'
            | '〉'
            | '》'
            | '］'
            | '｝'
            | '々'
            | 'ー'
            | '〜'
            | 'ぁ'
            | 'ぃ'
            | 'ぅ'
            | 'ぇ'
            | 'ぉ'
            | 'っ'
            | 'ゃ'
            | 'ゅ'
            | 'ょ'
            | 'ァ'
            | 'ィ'
            | 'ゥ'
            | 'ェ'
            | 'ォ'
            | 'ッ'
            | 'ャ'
            | 'ュ'
            | 'ョ'
            | ','
            | '.'
            | ':'
            | ';'
            | '!'
            | '?'
            | ')'
            | ']'
            | '}'
            | '…'
            | '”'
    );
    (is_unspaced(before) || is_unspaced(c)) && !opens && !stays && c.width() != Some(0)
}

/// Kana, Han, and the wide punctuation of both; not Hangul, which has spaces.
fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c), 0x3000..=0x30FF | 0x31F0..=0x31FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF
        | 0xF900..=0xFAFF | 0xFF01..=0xFF60 | 0x20000..=0x3FFFD)
}

/// A text in pieces of at most `columns`, at least one.
fn pieces(text: &str, columns: usize) -> impl Iterator<Item = &str> {
    let columns = columns.max(2);
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let line = fitting(text, columns);
        rest = Some(&text[line.len()..]).filter(|rest| !rest.is_empty());
        Some(line)
    })
}

/// The longest beginning that fits; combining marks stay with their base character.
fn fitting(text: &str, columns: usize) -> &str {
    if is_plain(text, columns) {
        return &text[..columns.min(text.len())];
    }
    let mut used = 0;
    for (at, c) in text.char_indices() {
        used += c.width().unwrap_or(0);
        if used > columns {
            return &text[..at];
        }
    }
    text
}

/// Whether a byte is a column up to the first that has no room. So it is in most text.
fn is_plain(text: &str, columns: usize) -> bool {
    let mut bytes = text.bytes().take(columns.saturating_add(1));
    bytes.all(|byte| matches!(byte, b' '..=b'~'))
}

/// A beginning so long that it takes more than `columns` if the text does: at most [`MARKS`]
/// characters without a column follow one that has some, and two characters may become one sign.
fn beginning(text: &str, columns: usize) -> &str {
    let characters = columns.saturating_add(1).saturating_mul(2 * (MARKS + 1));
    let end = text.char_indices().nth(characters);
    end.map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::{cut, cut_middle, fits, width, wrap, wrap_words, wrap_words_to};

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

    #[test]
    fn japanese_is_wrapped_between_its_characters_but_not_inside_a_word_of_latin() {
        let text = "文書です。desiredは「状態」です（MQTT）: トピック $ncp に発行";
        let lines = wrap_words(text, 12);
        assert_eq!(
            lines,
            [
                "文書です。",
                "desiredは",
                "「状態」です",
                "（MQTT）: ト",
                "ピック $ncp",
                "に発行",
            ]
        );
        assert!(lines.iter().all(|line| width(line) <= 12));
        // What no line ends with, and what none begins with.
        assert_eq!(wrap_words("あい、う", 5), ["あ", "い、", "う"]);
        assert_eq!(wrap_words("あ「い」", 6), ["あ", "「い」"]);
        // Hangul has spaces.
        assert_eq!(wrap_words("가 나다라", 6), ["가", "나다라"]);
    }

    #[test]
    fn what_is_left_out_of_words_is_marked() {
        let text = "a bb ccc dddddddd";
        assert_eq!(wrap_words_to(text, 5, 4), wrap_words(text, 5));
        assert_eq!(wrap_words_to(text, 5, 3), ["a bb", "ccc", "dddd…"]);
        assert_eq!(wrap_words_to(text, 5, 1), ["a bb…"]);
        assert_eq!(wrap_words_to("", 5, 1), [""]);
    }

    #[test]
    fn a_long_text_fits_nowhere_and_keeps_both_ends() {
        for letter in ["a", "한", "e\u{301}"] {
            let long = letter.repeat(1_000_000);
            assert!(!fits(&long, 80), "{letter}");
            assert_eq!(width(&cut(&long, 80)).div_ceil(2), 40, "{letter}");
            let middle = cut_middle(&format!("{long}end"), 20);
            assert!(middle.starts_with(letter) && middle.ends_with("end"));
        }
    }
}
