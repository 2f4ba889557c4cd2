//! `config.toml`: what it may say, and reading it.
//!
//! The file is walked by hand rather than derived, so that every problem has its line and the
//! nearest right name, and all of them are told at once.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use toml::de::DeTable;

use super::entries::Entries;
use super::keys;
use crate::app::keymap::Keymap;
use crate::i18n::{Language, Text};
use crate::log::LogLevel;
use crate::model::account::AccountColour;
use crate::model::base_url::BaseUrl;
use crate::text;

/// Columns are scarce in the header.
const LONGEST_LABEL: usize = 32;

/// What a file says; what it leaves out is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileConfig {
    /// `api_url`.
    pub api_url: Option<BaseUrl>,
    /// `page_size`, 1 to 1000 devices.
    pub page_size: Option<u32>,
    /// `in_flight`, 1 to 64 requests.
    pub in_flight: Option<usize>,
    /// `connect_timeout_s`, 1 to 60 seconds.
    pub connect_timeout: Option<Duration>,
    /// `request_timeout_s`, 1 to 300 seconds.
    pub request_timeout: Option<Duration>,
    /// `read_only`.
    pub read_only: Option<bool>,
    /// `log_level`.
    pub log_level: Option<LogLevel>,
    /// `trash_days`, 1 to 3650 days for which a copy is kept.
    pub trash_days: Option<u32>,
    /// `trash_mib`, 1 to 1048576 MiB that the copies may take.
    pub trash_mib: Option<u32>,
    /// `language`: `en`, `ko` or `ja`.
    pub language: Option<Language>,
    /// `theme`, with its line: a name or a file, not yet looked for.
    pub theme: Option<(usize, String)>,
    /// `ascii`.
    pub ascii: Option<bool>,
    /// `mouse`.
    pub mouse: Option<bool>,
    /// `look_again_s`, 1 to 3600 seconds each; empty for never.
    pub look_again: Option<Vec<Duration>>,
    /// `watch_every_s`, 1 to 3600 seconds.
    pub watch_every: Option<Duration>,
    /// `[keys.PLACE]`: the default keys with those of the user in their place.
    pub keymap: Option<Arc<Keymap>>,
    /// `[profiles.NAME]`.
    pub profiles: BTreeMap<String, ProfileConfig>,
}

/// What a file says of one profile.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProfileConfig {
    /// The line where it begins, from 1.
    pub line: usize,
    /// `label`, safe to draw.
    pub label: Option<String>,
    /// `colour`, or `color`.
    pub colour: Option<AccountColour>,
    /// `read_only`.
    pub read_only: Option<bool>,
    /// `api_url`.
    pub api_url: Option<BaseUrl>,
}

/// An unknown or wrong entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, with the nearest right name.
    pub what: Text,
}

const NAMES: [&str; 17] = [
    "api_url",
    "page_size",
    "in_flight",
    "connect_timeout_s",
    "request_timeout_s",
    "read_only",
    "log_level",
    "trash_days",
    "trash_mib",
    "look_again_s",
    "watch_every_s",
    "language",
    "theme",
    "ascii",
    "mouse",
    "keys",
    "profiles",
];

const PROFILE_NAMES: [&str; 4] = ["label", "colour", "read_only", "api_url"];

impl FileConfig {
    /// Reads the text of a file.
    ///
    /// # Errors
    /// Every unknown or wrong entry, in the order of their lines; at least one.
    pub fn parse(text: &str) -> Result<Self, Vec<Problem>> {
        match Self::read(text) {
            (config, problems) if problems.is_empty() => Ok(config),
            (_, problems) => Err(problems),
        }
    }

    /// Reads what can be read of a file, and tells every unknown or wrong entry, in the order of their
    /// lines.
    pub(super) fn read(text: &str) -> (Self, Vec<Problem>) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut entries = Entries::new(text);
        let config = match DeTable::parse(text) {
            Ok(table) => top_level(&mut entries, table.get_ref()),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                entries.problem(at, no_toml(error.message()));
                Self::default()
            }
        };
        (config, entries.finish().err().unwrap_or_default())
    }
}

/// A Hangul name without quotes is an easy slip, and the parser's words alone do not help.
pub(super) fn no_toml(cause: &str) -> Text {
    if cause.contains("unquoted key") {
        text!("config-no-toml-quotes", cause = cause)
    } else {
        text!("config-no-toml", cause = cause)
    }
}

fn top_level(entries: &mut Entries<'_>, table: &DeTable<'_>) -> FileConfig {
    let mut config = FileConfig::default();
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "api_url" => config.api_url = entries.url(key, value),
            "page_size" => config.page_size = entries.whole(key, value, 1..=1000),
            "in_flight" => {
                let number = entries.whole(key, value, 1..=64);
                config.in_flight = number.map(|number| number as usize);
            }
            "connect_timeout_s" => config.connect_timeout = entries.seconds(key, value, 1..=60),
            "request_timeout_s" => config.request_timeout = entries.seconds(key, value, 1..=300),
            "read_only" => config.read_only = entries.truth(key, value),
            "log_level" => config.log_level = entries.choice(key, value, &LogLevel::ALL),
            "trash_days" => config.trash_days = entries.whole(key, value, 1..=3650),
            "trash_mib" => config.trash_mib = entries.whole(key, value, 1..=1_048_576),
            "look_again_s" => config.look_again = entries.moments(key, value, 1..=3600),
            "watch_every_s" => config.watch_every = entries.seconds(key, value, 1..=3600),
            "language" => config.language = entries.choice(key, value, &Language::ALL),
            "theme" => {
                let line = entries.line(value.span().start);
                config.theme = entries.word(key, value).map(|theme| (line, theme));
            }
            "ascii" => config.ascii = entries.truth(key, value),
            "mouse" => config.mouse = entries.truth(key, value),
            "keys" => {
                let section = entries.table(key, value);
                config.keymap = section.and_then(|section| keys::keymap(entries, section));
            }
            "profiles" => {
                for (name, value) in entries.table(key, value).into_iter().flatten() {
                    if let Some(table) = entries.table(name, value) {
                        let mut profile = profile(entries, table);
                        profile.line = entries.line(name.span().start);
                        let name = name.get_ref().as_ref().to_owned();
                        config.profiles.insert(name, profile);
                    }
                }
            }
            _ => entries.unknown(key, &NAMES),
        }
    }
    config
}

fn profile(entries: &mut Entries<'_>, table: &DeTable<'_>) -> ProfileConfig {
    let mut profile = ProfileConfig::default();
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "label" => profile.label = entries.label(key, value, LONGEST_LABEL),
            "color" if table.contains_key("colour") => {
                entries.problem(key.span().start, text!("config-both-colours"));
            }
            "colour" | "color" => {
                profile.colour = entries.choice(key, value, &AccountColour::ALL);
            }
            "read_only" => profile.read_only = entries.truth(key, value),
            "api_url" => profile.api_url = entries.url(key, value),
            _ => entries.unknown(key, &PROFILE_NAMES),
        }
    }
    profile
}
