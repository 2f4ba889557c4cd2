//! Which account the program works on, as the header tells it.

use crate::i18n::Text;

/// What the header and the dialogs say of the account. Holds no secret.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Account {
    /// The label that the configuration gives the profile.
    pub label: Option<String>,
    /// The colour that goes with the label.
    pub colour: Option<AccountColour>,
    /// Host of the service, or a word for the embedded one.
    pub host: Text,
    /// Where the keys came from: `profile plant`, `environment`, `demo`.
    pub source: Text,
    /// `…0001`.
    pub key_tail: String,
    /// Whether only GET may leave the program.
    pub read_only: bool,
}

impl Account {
    /// The name by which people know the account: its label, else where its keys came from.
    #[must_use]
    pub fn name(&self) -> Text {
        match &self.label {
            Some(label) => Text::verbatim(label),
            None => self.source.clone(),
        }
    }
}

/// Colours that a profile may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountColour {
    /// For production.
    Red,
    /// For what is close to production.
    Yellow,
    /// For test accounts.
    Green,
    /// Neutral.
    Blue,
    /// Neutral.
    Magenta,
    /// Neutral.
    Cyan,
    /// Neutral.
    White,
}

impl AccountColour {
    /// Every colour with its name in the configuration.
    pub const ALL: [(&'static str, Self); 7] = [
        ("red", Self::Red),
        ("yellow", Self::Yellow),
        ("green", Self::Green),
        ("blue", Self::Blue),
        ("magenta", Self::Magenta),
        ("cyan", Self::Cyan),
        ("white", Self::White),
    ];
}
