//! What the language knows, one line a form: shown beside the filter line and in the help.

/// A form of the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// How it is written; short enough for the column of keys in the help.
    pub form: &'static str,
    /// What it asks, in a few words.
    pub words: &'static str,
    /// A filter that can be typed.
    pub example: &'static str,
}

/// Every form.
pub const FORMS: [Form; 8] = [
    Form {
        form: "word",
        words: "device or mirror contains it",
        example: "press \"two words\"",
    },
    Form {
        form: "device:NAME",
        words: "whole name; * and ? are open",
        example: "device:hall3-*,pump-?",
    },
    Form {
        form: "mirror:NAME",
        words: "the same for named mirrors",
        example: "mirror:legacy*",
    },
    Form {
        form: "age:>  age:<",
        words: "last report; s, min, h, d, w",
        example: "age:>90d age:never",
    },
    Form {
        form: "drift: default:",
        words: "yes or no, as for marked:",
        example: "drift:yes marked:no",
    },
    Form {
        form: "version:",
        words: "> < >= <= = a number; or none",
        example: "version:>10",
    },
    Form {
        form: "size:",
        words: "the same in bytes, k or M",
        example: "size:>4k",
    },
    Form {
        form: "-word",
        words: "the contrary of any of these",
        example: "-mirror:keep*",
    },
];
