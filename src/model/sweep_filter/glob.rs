//! Names with `*` and `?` in them.

use crate::model::device::Identifier;

/// A part of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// This character.
    Letter(char),
    /// Any one character.
    One,
    /// Any number of them.
    Any,
}

/// A whole name, some of its characters left open. Letter case counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Glob(Vec<Part>);

impl Glob {
    /// * `letters` - each with whether it stood in quotes, where `*` and `?` are letters too.
    pub(super) fn new(letters: &[(char, bool)]) -> Self {
        let part = |(letter, quoted): &(char, bool)| match letter {
            '*' if !quoted => Part::Any,
            '?' if !quoted => Part::One,
            _ => Part::Letter(*letter),
        };
        Self(letters.iter().map(part).collect())
    }

    /// Whether it is the name: as the service knows it, or as the screen shows it.
    pub(super) fn matches(&self, name: &Identifier) -> bool {
        self.fits(name.raw()) || (name.is_escaped() && self.fits(name.shown()))
    }

    /// Goes back to the last `*` only, so that no pattern takes longer than its length times that of
    /// the text.
    fn fits(&self, text: &str) -> bool {
        let parts = &self.0;
        let (mut rest, mut at) = (text.chars(), 0);
        let mut last_any = None;
        loop {
            if let Some(Part::Any) = parts.get(at) {
                at += 1;
                last_any = Some((at, rest.clone()));
                continue;
            }
            match (rest.next(), parts.get(at)) {
                (None, None) => return true,
                (Some(_), Some(Part::One)) => at += 1,
                (Some(c), Some(Part::Letter(letter))) if c == *letter => at += 1,
                (None, Some(_)) => return false,
                (Some(_), _) => {
                    let Some((after, mut from)) = last_any.take() else {
                        return false;
                    };
                    from.next();
                    (at, rest) = (after, from.clone());
                    last_any = Some((after, from));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Glob;

    #[test]
    fn stars_and_question_marks_stand_for_others() {
        for (pattern, text, fits) in [
            ("hall3-*", "hall3-press-01", true),
            ("hall3-*", "hall3-", true),
            ("hall3-*", "hall4-press", false),
            ("*-01", "press-01-01", true),
            ("*a*b", "xaxaxb", true),
            ("*a*b", "xaxaxc", false),
            ("pump-?", "pump-1", true),
            ("pump-?", "pump-12", false),
            ("온실 ?동", "온실 6동", true),
            ("Legacy", "legacy", false),
            ("*", "", true),
            ("?", "", false),
        ] {
            let letters: Vec<_> = pattern.chars().map(|c| (c, false)).collect();
            assert_eq!(Glob::new(&letters).fits(text), fits, "{pattern} {text}");
        }
    }

    #[test]
    fn a_pattern_of_many_stars_takes_no_longer_than_it_must() {
        let letters: Vec<_> = "*a".repeat(50).chars().map(|c| (c, false)).collect();
        assert!(!Glob::new(&letters).fits(&format!("{}b", "a".repeat(100_000))));
    }
}
