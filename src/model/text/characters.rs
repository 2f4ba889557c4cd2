//! What is dangerous about single characters, and what becomes of some that follow each other.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A text with each leading consonant, vowel and final consonant of Hangul that follow each other as
/// one syllable; none where there is nothing to compose.
///
/// Source: The Unicode Standard, section 3.12, conjoining jamo behaviour.
pub(super) fn composed(text: &str) -> Option<String> {
    const SYLLABLES: u32 = 0xAC00;
    const FINALS: u32 = 28;
    // Every vowel and final consonant begins with this byte.
    memchr::memchr(0xE1, text.as_bytes())?;
    if !text.chars().any(|c| matches!(c, '\u{1161}'..='\u{11C2}')) {
        return None;
    }
    let mut composed = String::with_capacity(text.len());
    for c in text.chars() {
        let last = composed.chars().next_back().map_or(0, u32::from);
        let syllable = match (last, u32::from(c)) {
            (leading @ 0x1100..=0x1112, vowel @ 0x1161..=0x1175) => {
                Some(SYLLABLES + ((leading - 0x1100) * 21 + (vowel - 0x1161)) * FINALS)
            }
            (open @ 0xAC00..=0xD7A3, last @ 0x11A8..=0x11C2)
                if (open - SYLLABLES).is_multiple_of(FINALS) =>
            {
                Some(open + last - 0x11A7)
            }
            _ => None,
        };
        match syllable.and_then(char::from_u32) {
            Some(syllable) => {
                composed.pop();
                composed.push(syllable);
            }
            None => composed.push(c),
        }
    }
    Some(composed)
}

/// Characters that no terminal should get from a stranger.
///
/// Source: the Unicode properties `General_Category` (Cc, Cf, Co, Zl, Zp), `Bidi_Control` and
/// `Default_Ignorable_Code_Point`, as listed in `PropList.txt` and `DerivedCoreProperties.txt`.
pub(super) fn is_dangerous(c: char) -> bool {
    c.is_control()
        || matches!(
            u32::from(c),
            0x00AD | 0x034F | 0x061C | 0x0600..=0x0605 | 0x06DD | 0x070F | 0x0890..=0x0891
            | 0x08E2 | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F
            | 0x2028..=0x202E | 0x2060..=0x206F | 0x2800 | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF
            | 0xFFA0 | 0xFFF0..=0xFFFB | 0x110BD | 0x110CD | 0x13430..=0x1343F
            | 0x1BCA0..=0x1BCA3 | 0x1D173..=0x1D17A | 0xE000..=0xF8FF | 0xE0000..=0x0010_FFFF
        )
}

/// Combining marks and the vowel and final jamo of decomposed Hangul: they take no column of
/// their own.
pub(super) fn is_combining(c: char) -> bool {
    !is_dangerous(c) && c.width() == Some(0)
}

/// Whether a character may become one sign with those before it. Most text has none of them.
pub(super) fn may_join(c: char) -> bool {
    !matches!(
        c,
        '\u{0}'..='\u{2FF}' | '\u{3040}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}'
    )
}

/// Whether characters take another number of columns together than one by one.
pub(super) fn is_joined(characters: &str) -> bool {
    let one_by_one = characters.chars().map(|c| c.width().unwrap_or(0));
    characters.width() != one_by_one.sum::<usize>()
}

/// Whether a combining mark after `c` is drawn on `c` by every terminal.
pub(super) fn carries_marks(c: char) -> bool {
    c.is_alphanumeric() || is_combining(c)
}

/// Characters whose canonical decomposition is another single character, so that they look the
/// same as it: the angstrom, kelvin and ohm signs, the Greek oxia letters, the compatibility ideographs.
///
/// Source: `UnicodeData.txt`, singleton decompositions.
pub(super) fn has_twin(c: char) -> bool {
    matches!(
        u32::from(c),
        0x0374 | 0x037E | 0x0387 | 0x1F71 | 0x1F73 | 0x1F75 | 0x1F77 | 0x1F79 | 0x1F7B | 0x1F7D
            | 0x1FBB | 0x1FBE | 0x1FC9 | 0x1FCB | 0x1FD3 | 0x1FDB | 0x1FE3 | 0x1FEB
            | 0x1FEE..=0x1FEF | 0x1FF9 | 0x1FFB | 0x1FFD | 0x2126 | 0x212A..=0x212B
            | 0x2329..=0x232A | 0xF900..=0xFAFF | 0x2F800..=0x2FA1F
    )
}
