//! What stays the same while the program runs.

use std::sync::Arc;

use jiff::tz::TimeZone;

use crate::app::keymap::Keymap;
use crate::i18n::{Language, naming, speaking};
use crate::model::account::Account;
use crate::model::clipboard::Clipboard;

/// What stays the same while the program runs.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The account that is worked on.
    pub account: Account,
    /// Base URL of the service, as records name it.
    pub base_url: String,
    /// The user's language.
    pub language: Language,
    /// How the clipboard is reached.
    pub clipboard: Clipboard,
    /// The user's time zone.
    pub zone: TimeZone,
    /// The keys.
    pub keymap: Arc<Keymap>,
    /// How client tokens of this run begin, unlike those of any other run.
    pub token_prefix: String,
    /// How long a request may stay on the wire, milliseconds.
    pub request_limit_ms: u64,
    /// When after a deletion the mirror is looked at again, milliseconds; empty for never.
    pub return_looks_ms: Vec<u64>,
    /// How long after an answer a mirror that is watched is read again, milliseconds.
    pub watch_ms: u64,
}

impl Setup {
    /// Runs something that writes texts for the user: in their language, with their keys.
    pub fn speaking<R>(&self, write: impl FnOnce() -> R) -> R {
        let keys = Arc::clone(&self.keymap);
        naming(keys, || speaking(self.language, write))
    }
}
