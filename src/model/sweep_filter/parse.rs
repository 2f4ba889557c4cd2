//! Text to words.

use super::glob::Glob;
use super::problem::FilterProblem;
use super::values;
use super::{Test, Word};
use crate::i18n::Text;
use crate::model::text::SafeText;
use crate::text;

/// Fields, each with an example of what it takes.
const FIELDS: [(&str, &str); 8] = [
    ("device", "device:hall3-*"),
    ("mirror", "mirror:legacy*"),
    ("default", "default:yes"),
    ("age", "age:>90d"),
    ("drift", "drift:yes"),
    ("version", "version:>10"),
    ("size", "size:>4k"),
    ("marked", "marked:yes"),
];

/// How alike a field and what was typed must be for it to be offered, from 0 to 1.
const ALIKE: f64 = 0.7;

/// A letter, and whether it stood in quotes.
type Letter = (char, bool);

/// A word as typed.
struct Typed {
    /// Where it begins, characters from 1.
    at: usize,
    letters: Vec<Letter>,
    is_closed: bool,
}

/// The words of a filter.
pub(super) fn words(text: &str) -> Result<Vec<Word>, FilterProblem> {
    split(text).iter().map(word).collect()
}

/// The words that are understood, and what is wrong with the first of the others.
pub(super) fn typed_words(text: &str) -> (Vec<Word>, Option<FilterProblem>) {
    let mut typed = split(text);
    let is_going_on = !text.ends_with(char::is_whitespace);
    if is_going_on && typed.last().is_some_and(may_become_field) {
        typed.pop();
    }
    let (mut words, mut problem) = (Vec::new(), None);
    for typed in &typed {
        match word(typed) {
            Ok(word) => words.push(word),
            Err(wrong) => problem = problem.or(Some(wrong)),
        }
    }
    (words, problem)
}

fn may_become_field(typed: &Typed) -> bool {
    let text = plain(&typed.letters);
    let begun = text.trim_start_matches(['-', '!']);
    let is_quoted = typed.letters.iter().any(|(_, quoted)| *quoted);
    !is_quoted && !begun.is_empty() && FIELDS.iter().any(|(name, _)| name.starts_with(begun))
}

/// Blanks separate words, except in quotes.
fn split(text: &str) -> Vec<Typed> {
    let mut words: Vec<Typed> = Vec::new();
    let (mut in_word, mut quoted) = (false, false);
    for (at, c) in (1..).zip(text.chars()) {
        if c.is_whitespace() && !quoted {
            in_word = false;
            continue;
        }
        if !in_word {
            in_word = true;
            words.push(Typed {
                at,
                letters: Vec::new(),
                is_closed: true,
            });
        }
        let word = words.last_mut().expect("a word was begun");
        if c == '"' {
            quoted = !quoted;
            word.is_closed = !quoted;
        } else {
            word.letters.push((c, quoted));
        }
    }
    words
}

fn word(typed: &Typed) -> Result<Word, FilterProblem> {
    let problem = |what: Text| FilterProblem {
        word: SafeText::excerpt(&plain(&typed.letters), 40),
        at: typed.at,
        what,
    };
    if !typed.is_closed {
        return Err(problem(text!("filter-quote-open")));
    }
    let (negated, letters) = match typed.letters.split_first() {
        Some((('-' | '!', false), rest)) => (true, rest),
        _ => (false, &typed.letters[..]),
    };
    if letters.is_empty() {
        return Err(problem(if negated {
            text!("filter-not-what")
        } else {
            text!("filter-quote-empty")
        }));
    }
    let test = test(letters).map_err(problem)?;
    Ok(Word { negated, test })
}

fn test(letters: &[Letter]) -> Result<Test, Text> {
    let Some(colon) = letters.iter().position(|letter| *letter == (':', false)) else {
        return Ok(Test::Contains(plain(letters).to_lowercase()));
    };
    let (field, value) = (plain(&letters[..colon]), &letters[colon + 1..]);
    let known = FIELDS.iter().find(|(name, _)| *name == field);
    let Some((name, example)) = known else {
        return Err(unknown(&field));
    };
    if value.is_empty() {
        return Err(text!("filter-no-value", field = *name, example = *example));
    }
    let text = plain(value);
    Ok(match *name {
        "device" => Test::Device(globs(value, example)?),
        "mirror" => Test::Mirror(globs(value, example)?),
        "default" => Test::Default(yes_or_no(name, &text)?),
        "drift" => Test::Drift(yes_or_no(name, &text)?),
        "marked" => Test::Marked(yes_or_no(name, &text)?),
        "age" if text == "never" => Test::NeverReported,
        "age" => Test::Age(values::age(&text)?),
        "version" if text == "none" => Test::NoVersion,
        "version" => Test::Version(values::version(&text)?),
        _ => Test::Size(values::size(&text)?),
    })
}

/// Names separated by commas.
fn globs(value: &[Letter], example: &str) -> Result<Vec<Glob>, Text> {
    let names = value.split(|letter| *letter == (',', false));
    names
        .map(|name| {
            if name.is_empty() {
                return Err(text!("filter-no-name", example = example));
            }
            Ok(Glob::new(name))
        })
        .collect()
}

fn yes_or_no(field: &str, value: &str) -> Result<bool, Text> {
    match value {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(text!("filter-yes-or-no", field = field)),
    }
}

fn unknown(field: &str) -> Text {
    let typed = field.to_lowercase();
    let alike = |name: &str| strsim::jaro_winkler(&typed, name);
    let nearest = FIELDS
        .iter()
        .map(|(name, _)| (alike(name), *name))
        .max_by(|(one, _), (other, _)| one.total_cmp(other));
    match nearest {
        Some((likeness, name)) if likeness >= ALIKE => {
            text!("filter-did-you-mean", field = name)
        }
        _ => {
            let names: Vec<_> = FIELDS.iter().map(|(name, _)| *name).collect();
            text!("filter-no-field", fields = names.join(", "))
        }
    }
}

fn plain(letters: &[Letter]) -> String {
    letters.iter().map(|(letter, _)| *letter).collect()
}
