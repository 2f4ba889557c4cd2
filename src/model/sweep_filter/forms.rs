//! What the language knows, one line a form: shown beside the filter line and in the help.

use crate::i18n::Text;
use crate::text;

/// A form of the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// How it is written.
    written: Written,
    /// What it asks, by its name in the language files.
    words: &'static str,
    /// A filter that can be typed.
    pub example: &'static str,
}

/// How a form is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    /// As it stands.
    Plain(&'static str),
    /// This, and some word.
    Word(&'static str),
    /// This, and some name.
    Name(&'static str),
}

/// Every form.
pub const FORMS: [Form; 8] = [
    Form {
        written: Written::Word(""),
        words: "filter-form-contains",
        example: "press \"two words\"",
    },
    Form {
        written: Written::Name("device:"),
        words: "filter-form-device",
        example: "device:hall3-*,pump-?",
    },
    Form {
        written: Written::Name("mirror:"),
        words: "filter-form-mirror",
        example: "mirror:legacy*",
    },
    Form {
        written: Written::Plain("age:>  age:<"),
        words: "filter-form-age",
        example: "age:>90d age:never",
    },
    Form {
        written: Written::Plain("drift: default:"),
        words: "filter-form-yes-or-no",
        example: "drift:yes marked:no",
    },
    Form {
        written: Written::Plain("version:"),
        words: "filter-form-version",
        example: "version:>10",
    },
    Form {
        written: Written::Plain("size:"),
        words: "filter-form-size",
        example: "size:>4k",
    },
    Form {
        written: Written::Word("-"),
        words: "filter-form-not",
        example: "-mirror:keep*",
    },
];

impl Form {
    /// How it is written; short enough for the column of keys in the help.
    #[must_use]
    pub fn form(&self) -> Text {
        match self.written {
            Written::Plain(form) => Text::verbatim(form),
            Written::Word(before) => text!("filter-some-word", before = before),
            Written::Name(before) => text!("filter-some-name", before = before),
        }
    }

    /// What it asks, in a few words.
    #[must_use]
    pub fn words(&self) -> Text {
        Text::named(self.words, [])
    }
}
