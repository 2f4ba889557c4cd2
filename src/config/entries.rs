//! Entries of a TOML file, each read with its line.

use std::ops::RangeInclusive;
use std::time::Duration;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::error::shown;
use super::file::Problem;
use super::nearest::suggestion;
use crate::model::base_url::BaseUrl;
use crate::model::text::escape_text;

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

    pub(super) fn problem(&mut self, at: usize, what: String) {
        let line = self.line(at);
        self.problems.push(Problem { line, what });
    }

    pub(super) fn unknown(&mut self, key: &Key<'_>, names: &[&str]) {
        let name = key.get_ref();
        let folded = name.to_lowercase();
        let what = if folded.contains("secret") || folded.contains("access_key") {
            format!(
                "`{}` does not belong here: keys are for the environment or ~/.ncloud/configure",
                shown(name)
            )
        } else {
            let near = suggestion(name, names);
            format!("unknown entry `{}`{near}", shown(name))
        };
        self.problem(key.span().start, what);
    }

    pub(super) fn table<'v>(
        &mut self,
        key: &Key<'_>,
        value: &'v Value<'_>,
    ) -> Option<&'v DeTable<'v>> {
        let table = value.get_ref().as_table();
        self.or_wanted(
            table,
            key,
            value,
            "a table: write a header in square brackets",
        )
    }

    pub(super) fn truth(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<bool> {
        self.or_wanted(value.get_ref().as_bool(), key, value, "true or false")
    }

    pub(super) fn whole(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        range: RangeInclusive<u32>,
    ) -> Option<u32> {
        let wanted = format!("a whole number from {} to {}", range.start(), range.end());
        let integer = value.get_ref().as_integer();
        let integer = self.or_wanted(integer, key, value, &wanted)?;
        let number = u32::from_str_radix(integer.as_str(), integer.radix()).ok();
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            let found = shown(&integer.to_string());
            self.wrong(key, value, &format!("must be {wanted}, not {found}"));
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
            let near = suggestion(text, &names);
            self.wrong(key, value, &format!("cannot be `{}`{near}", shown(text)));
        }
        chosen.map(|(_, choice)| *choice)
    }

    pub(super) fn url(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<BaseUrl> {
        match BaseUrl::parse(self.text(key, value)?) {
            Ok(url) => Some(url),
            Err(error) => {
                self.wrong(key, value, &format!("is wrong: {error}"));
                None
            }
        }
    }

    /// A text that is not blank, without the blanks around it.
    pub(super) fn word(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<String> {
        let text = self.text(key, value)?.trim();
        if text.is_empty() {
            self.wrong(key, value, "is blank; write a name, or take the entry out");
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
        match text.chars().count() {
            0 => self.wrong(key, value, "is blank; write a name, or take the entry out"),
            length if length > longest => {
                let what = format!("has {length} characters, and at most {longest} can be shown");
                self.wrong(key, value, &what);
            }
            _ => return Some(escape_text(text).into_owned()),
        }
        None
    }

    fn text<'v>(&mut self, key: &Key<'_>, value: &'v Value<'_>) -> Option<&'v str> {
        self.or_wanted(value.get_ref().as_str(), key, value, "a text in quotes")
    }

    fn or_wanted<T>(
        &mut self,
        found: Option<T>,
        key: &Key<'_>,
        value: &Value<'_>,
        wanted: &str,
    ) -> Option<T> {
        if found.is_none() {
            let kind = value.get_ref().type_str();
            self.wrong(
                key,
                value,
                &format!("must be {wanted}, not a value of type {kind}"),
            );
        }
        found
    }

    fn wrong(&mut self, key: &Key<'_>, value: &Value<'_>, what: &str) {
        let name = shown(key.get_ref());
        self.problem(value.span().start, format!("`{name}` {what}"));
    }
}
