//! What the program says, in the user's language.
//!
//! The words stand in `assets/lang/LANGUAGE/TOPIC.ftl` ([Fluent](https://projectfluent.org)); code
//! names them. A [`Text`] is such a name with what is filled in: plain data, which state and messages
//! carry and tests compare. It becomes words only where it is written, in the language of the scope
//! that [`speaking`] opens: that of the user in the view and for messages on standard error, English
//! everywhere else, so that logs, journal and exported files do not depend on the user's language.

mod catalog;
mod keys;
mod language;
mod text;

pub use catalog::sources;
pub use keys::{Keys, naming};
pub use language::{Language, speaking, spoken};
pub use text::{Arg, Text};

/// A [`Text`] by its name in the language files, which begins with its topic, and what is filled in:
/// `text!("pane-count", shown = 7, all = 120)`.
#[macro_export]
macro_rules! text {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::i18n::Text::named($id, [$((stringify!($name), $crate::i18n::Arg::from($value))),*])
    };
}

/// The words of a [`text!`] as a `String`, in the language of the scope: for the view.
#[macro_export]
macro_rules! words {
    ($($text:tt)*) => { $crate::text!($($text)*).to_string() };
}
