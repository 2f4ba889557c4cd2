//! Which letter stands on the key of a Hangul letter: the two-set keyboard, KS X 5002.
//!
//! An input method in Hangul mode sends letters (`ㅓ`) and, where it has put several together,
//! syllables (`어`). Both are taken apart into the keys that were pressed.

/// The keys of the letters from `ㄱ` (U+3131) to `ㅣ` (U+3163), in that order.
const LETTERS: [&str; 51] = [
    "r", "R", "rt", "s", "sw", "sg", "e", "E", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a",
    "q", "Q", "qt", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g", "k", "o", "i", "O", "j", "p",
    "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l",
];
/// The letters that a syllable begins with, as numbers in [`LETTERS`].
const FIRST: [usize; 19] = [
    0, 1, 3, 6, 7, 8, 16, 17, 18, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
];
/// Number of the first vowel in [`LETTERS`]; there are 21, one after the other.
const VOWELS: usize = 30;
/// The letters that a syllable ends with, as numbers in [`LETTERS`].
const LAST: [usize; 27] = [
    0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19, 20, 21, 22, 23, 25, 26, 27, 28,
    29,
];

/// The keys on which a Hangul letter or syllable stands, in the order in which they were pressed;
/// nothing for any other character.
#[must_use]
pub fn keys(typed: char) -> Option<Vec<char>> {
    let code = typed as usize;
    let numbers = match code {
        0x3131..=0x3163 => [Some(code - 0x3131), None, None],
        // The same letters as parts of decomposed syllables.
        0x1100..=0x1112 => [Some(FIRST[code - 0x1100]), None, None],
        0x1161..=0x1175 => [Some(VOWELS + code - 0x1161), None, None],
        0x11a8..=0x11c2 => [Some(LAST[code - 0x11a8]), None, None],
        0xac00..=0xd7a3 => {
            let syllable = code - 0xac00;
            let last = syllable % 28;
            [
                Some(FIRST[syllable / (21 * 28)]),
                Some(VOWELS + syllable / 28 % 21),
                last.checked_sub(1).map(|last| LAST[last]),
            ]
        }
        _ => return None,
    };
    let letters = numbers.into_iter().flatten().map(|number| LETTERS[number]);
    Some(letters.flat_map(str::chars).collect())
}

/// A text as the same keys would have typed it in English mode.
#[must_use]
pub fn in_english(text: &str) -> String {
    let mut english = String::with_capacity(text.len());
    for c in text.chars() {
        match keys(c) {
            Some(keys) => english.extend(keys),
            None => english.push(c),
        }
    }
    english
}

/// The Hangul letter on the key of a letter.
#[must_use]
pub fn letter_on(key: char) -> Option<char> {
    let number = LETTERS.iter().position(|keys| keys.chars().eq([key]))?;
    char::from_u32(0x3131 + u32::try_from(number).ok()?)
}

#[cfg(test)]
mod tests {
    use super::{in_english, keys, letter_on};

    #[test]
    fn each_letter_stands_on_its_key() {
        for (hangul, english) in [
            ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "qwertyuiop"),
            ("ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "asdfghjkl"),
            ("ㅋㅌㅊㅍㅠㅜㅡ", "zxcvbnm"),
            ("ㅃㅉㄸㄲㅆㅒㅖ", "QWERTOP"),
            ("ㅘㅙㅚㅝㅞㅟㅢ", "hkhohlnjnpnlml"),
            ("ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ", "rtswsgfrfafqftfxfvfgqt"),
        ] {
            assert_eq!(in_english(hangul), english);
        }
    }

    #[test]
    fn a_syllable_is_the_keys_that_made_it() {
        for (syllable, english) in [
            ('어', "dj"),
            ('한', "gks"),
            ('글', "rmf"),
            ('쏴', "Thk"),
            ('값', "rkqt"),
            ('힣', "glg"),
            ('가', "rk"),
        ] {
            assert_eq!(
                keys(syllable).map(String::from_iter).as_deref(),
                Some(english)
            );
        }
        assert_eq!(in_english("\u{1112}\u{1161}\u{11ab}"), "gks", "decomposed");
        assert_eq!(in_english("ㅗㅑ"), "hi");
    }

    #[test]
    fn other_characters_stand_on_no_such_key() {
        for c in [
            'a', '1', '/', 'あ', '中', '\u{3130}', '\u{3164}', '\u{d7a4}', '\u{abff}',
        ] {
            assert_eq!(keys(c), None, "{c:?}");
        }
    }

    #[test]
    fn every_syllable_and_every_letter_has_keys() {
        for code in (0x3131..=0x3163).chain(0xac00..=0xd7a3) {
            let c = char::from_u32(code).unwrap();
            let keys = keys(c).unwrap();
            assert!(
                !keys.is_empty() && keys.iter().all(char::is_ascii_alphabetic),
                "{c}"
            );
        }
        assert_eq!(letter_on('d'), Some('ㅇ'));
        assert_eq!(letter_on('Q'), Some('ㅃ'));
        assert_eq!(letter_on('S'), None);
    }
}
