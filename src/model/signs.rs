//! The signs that the program draws with, and what stands in their place where a terminal has ASCII
//! only. All of them are one column wide, and so is what takes their place.
//!
//! A sign may share its ASCII form with others that never stand in the same place.

/// Each sign with its ASCII form, by code point.
const SIGNS: [(char, char); 95] = [
    ('·', '.'),
    ('×', 'x'),
    ('–', '-'),
    ('—', '-'),
    ('‘', '\''),
    ('’', '\''),
    ('“', '"'),
    ('”', '"'),
    ('•', '*'),
    ('…', '~'),
    ('‹', '<'),
    ('›', '>'),
    ('←', '<'),
    ('↑', '^'),
    ('→', '>'),
    ('↓', 'v'),
    ('↔', '='),
    ('↵', '<'),
    ('↺', '@'),
    ('↻', '@'),
    ('⇐', '<'),
    ('⇒', '>'),
    ('∙', '.'),
    ('≈', '~'),
    ('≠', '*'),
    ('≤', '<'),
    ('≥', '>'),
    ('⊕', '+'),
    ('⋅', '.'),
    ('⋯', '~'),
    ('⏎', '<'),
    ('⏸', '='),
    ('─', '-'),
    ('━', '='),
    ('│', '|'),
    ('┃', '#'),
    ('┄', '.'),
    ('┆', '|'),
    ('┈', '.'),
    ('┊', '|'),
    ('┌', '+'),
    ('┐', '+'),
    ('└', '+'),
    ('┘', '+'),
    ('├', '+'),
    ('┤', '+'),
    ('┬', '+'),
    ('┴', '+'),
    ('┼', '+'),
    ('╌', '.'),
    ('═', '='),
    ('║', '|'),
    ('╭', '+'),
    ('╮', '+'),
    ('╯', '+'),
    ('╰', '+'),
    ('█', '#'),
    ('▌', '['),
    ('▐', ']'),
    ('░', '.'),
    ('▒', '#'),
    ('▓', '#'),
    ('■', '#'),
    ('□', '_'),
    ('▲', '^'),
    ('△', '^'),
    ('▶', '>'),
    ('▷', '>'),
    ('▸', '>'),
    ('▼', 'v'),
    ('▽', 'v'),
    ('▾', 'v'),
    ('◀', '<'),
    ('◂', '<'),
    ('◆', '*'),
    ('◇', '*'),
    ('◈', '%'),
    ('◉', '%'),
    ('○', 'O'),
    ('◌', '.'),
    ('●', 'o'),
    ('★', '*'),
    ('⚠', '!'),
    ('✂', '/'),
    ('✎', '~'),
    ('✓', '+'),
    ('✔', '+'),
    ('✕', 'x'),
    ('✖', 'X'),
    ('✗', 'X'),
    ('✘', 'X'),
    ('❮', '<'),
    ('❯', '>'),
    ('⟲', '@'),
    ('⟳', '@'),
];

/// The ASCII form of a sign; none for everything else.
#[must_use]
pub fn in_ascii(c: char) -> Option<char> {
    if c.is_ascii() {
        return None;
    }
    let at = SIGNS.binary_search_by_key(&c, |(sign, _)| *sign).ok()?;
    Some(SIGNS[at].1)
}

#[cfg(test)]
mod tests {
    use super::{SIGNS, in_ascii};
    use crate::model::width::width;

    #[test]
    fn signs_are_in_order_and_one_column_wide() {
        assert!(SIGNS.is_sorted_by(|(a, _), (b, _)| a < b));
        for (sign, ascii) in SIGNS {
            assert_eq!(width(&sign.to_string()), 1, "{sign}");
            assert!(ascii.is_ascii_graphic(), "{sign}");
            assert_eq!(in_ascii(sign), Some(ascii));
        }
        let [old, fresh] = ['⚠', '≠'].map(in_ascii);
        assert_ne!(old, fresh, "they stand before the rows of the detail");
        assert_eq!(['a', '가', 'é', '\u{301}'].map(in_ascii), [None; 4]);
    }
}
