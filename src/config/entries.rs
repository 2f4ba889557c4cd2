//! Entries of a TOML file, each read with its line.

use std::ops::RangeInclusive;
use std::time::Duration;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::error::shown;
use super::file::Problem;
use super::nearest::nearest;
use crate::i18n::Text;
use crate::model::base_url::BaseUrl;
use crate::model::text::escape_text;
use crate::text;

type Key<'i> = Spanned<DeString<'i>>;
type Value<'i> = Spanned<DeValue<'i>>;

/// Reads values and collects what is wrong with them.
pub(super) struct Entries<'t> {
    text: &'t str,
    problems: Vec<Problem>,
}

impl<'t> Entries<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            problems: Vec::new(),
        }
    }

    /// All problems in the order of their lines; the parser hands entries out by name.
    pub(super) fn finish(mut self) -> Result<(), Vec<Problem>> {
        self.problems.sort_by_key(|problem| problem.line);
        if self.problems.is_empty() {
            Ok(())
        } else {
            Err(self.problems)
        }
    }

    /// The line, from 1, of a byte of the text.
    pub(super) fn line(&self, at: usize) -> usize {
        let before = self.text.as_bytes().iter().take(at);
        before.filter(|byte| **byte == b'\n').count() + 1
    }

    pub(super) fn problem(&mut self, at: usize, what: impl Into<Text>) {
        let (line, what) = (self.line(at), what.into());
        self.problems.push(Problem { line, what });
    }

    pub(super) fn unknown(&mut self, key: &Key<'_>, names: &[&str]) {
        let name = key.get_ref();
        let folded = name.to_lowercase();
        let entry = shown(name);
        let what = if folded.contains("secret") || folded.contains("access_key") {
            text!("config-keys-elsewhere", entry = entry)
        } else {
            match nearest(name, names.iter().copied()) {
                Some(near) => text!("config-unknown-entry-near", entry = entry, near = near),
                None => text!(
                    "config-unknown-entry",
                    entry = entry,
                    names = Text::all_of(names)
                ),
            }
        };
        self.problem(key.span().start, what);
    }

    pub(super) fn table<'v>(
        &mut self,
        key: &Key<'_>,
        value: &'v Value<'_>,
    ) -> Option<&'v DeTable<'v>> {
        let table = value.get_ref().as_table();
        self.or_wanted(table, key, value, text!("config-wanted-table"))
    }

    pub(super) fn truth(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<bool> {
        let wanted = text!("config-wanted-truth");
        self.or_wanted(value.get_ref().as_bool(), key, value, wanted)
    }

    pub(super) fn whole(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        range: RangeInclusive<u32>,
    ) -> Option<u32> {
        let wanted = text!(
            "config-wanted-number",
            least = range.start().to_string(),
            most = range.end().to_string()
        );
        let integer = value.get_ref().as_integer();
        let integer = self.or_wanted(integer, key, value, wanted.clone())?;
        let number = u32::from_str_radix(integer.as_str(), integer.radix()).ok();
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            let what = text!(
                "config-out-of-range",
                entry = shown(key.get_ref()),
                wanted = wanted,
                found = shown(&integer.to_string())
            );
            self.wrong(value, what);
        }
        number
    }

    pub(super) fn seconds(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        range: RangeInclusive<u32>,
    ) -> Option<Duration> {
        let number = self.whole(key, value, range)?;
        Some(Duration::from_secs(number.into()))
    }

    /// A list of seconds, or 0 for none.
    pub(super) fn moments(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        range: RangeInclusive<u32>,
    ) -> Option<Vec<Duration>> {
        let Some(list) = value.get_ref().as_array() else {
            let number = self.whole(key, value, 0..=*range.end())?;
            let one = Duration::from_secs(number.into());
            return Some(if number == 0 { vec![] } else { vec![one] });
        };
        let seconds = list
            .iter()
            .map(|value| self.seconds(key, value, range.clone()));
        seconds.collect()
    }

    /// One of a list of names; letter case does not count.
    pub(super) fn choice<T: Copy>(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        choices: &[(&'static str, T)],
    ) -> Option<T> {
        let text = self.text(key, value)?;
        let chosen = choices
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(text.trim()));
        if chosen.is_none() {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            let (entry, wrong) = (shown(key.get_ref()), shown(text));
            let what = match nearest(text, names.iter().copied()) {
                Some(near) => text!(
                    "config-no-choice-near",
                    entry = entry,
                    value = wrong,
                    near = near
                ),
                None => text!(
                    "config-no-choice",
                    entry = entry,
                    value = wrong,
                    names = Text::all_of(&names)
                ),
            };
            self.wrong(value, what);
        }
        chosen.map(|(_, choice)| *choice)
    }

    pub(super) fn url(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<BaseUrl> {
        match BaseUrl::parse(self.text(key, value)?) {
            Ok(url) => Some(url),
            Err(error) => {
                let entry = shown(key.get_ref());
                let what = text!("config-wrong-url", entry = entry, cause = error.text());
                self.wrong(value, what);
                None
            }
        }
    }

    /// A text that is not blank, without the blanks around it.
    pub(super) fn word(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<String> {
        let text = self.text(key, value)?.trim();
        if text.is_empty() {
            let entry = shown(key.get_ref());
            self.wrong(value, text!("config-blank-label", entry = entry));
            return None;
        }
        Some(text.to_owned())
    }

    /// A text to be drawn, made safe.
    pub(super) fn label(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        longest: usize,
    ) -> Option<String> {
        let text = self.text(key, value)?.trim();
        let entry = shown(key.get_ref());
        match text.chars().count() {
            0 => self.wrong(value, text!("config-blank-label", entry = entry)),
            length if length > longest => {
                let what = text!(
                    "config-long-label",
                    entry = entry,
                    length = length.to_string(),
                    longest = longest.to_string()
                );
                self.wrong(value, what);
            }
            _ => return Some(escape_text(text).into_owned()),
        }
        None
    }

    fn text<'v>(&mut self, key: &Key<'_>, value: &'v Value<'_>) -> Option<&'v str> {
        let wanted = text!("config-wanted-text");
        self.or_wanted(value.get_ref().as_str(), key, value, wanted)
    }

    fn or_wanted<T>(
        &mut self,
        found: Option<T>,
        key: &Key<'_>,
        value: &Value<'_>,
        wanted: Text,
    ) -> Option<T> {
        if found.is_none() {
            let what = text!(
                "config-wrong-type",
                entry = shown(key.get_ref()),
                wanted = wanted,
                kind = kind(value.get_ref())
            );
            self.wrong(value, what);
        }
        found
    }

    fn wrong(&mut self, value: &Value<'_>, what: Text) {
        self.problem(value.span().start, what);
    }
}

/// What type a value is of.
fn kind(value: &DeValue<'_>) -> Text {
    match value {
        DeValue::String(_) => text!("config-type-string"),
        DeValue::Integer(_) => text!("config-type-integer"),
        DeValue::Float(_) => text!("config-type-float"),
        DeValue::Boolean(_) => text!("config-type-boolean"),
        DeValue::Datetime(_) => text!("config-type-datetime"),
        DeValue::Array(_) => text!("config-type-array"),
        DeValue::Table(_) => text!("config-type-table"),
    }
}
