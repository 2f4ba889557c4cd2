//! `~/.ncloud/configure`: an INI file whose sections are profiles.
//!
//! Source: API reference section 7.2, "a sound reader". Keys before any header belong to
//! `DEFAULT`, names are case-sensitive, no section inherits from another.

use std::collections::BTreeMap;
use std::fmt;

use configparser::ini::{Ini, IniDefault};

/// The profile of keys that stand before any header, and the one used where none is named.
pub const DEFAULT_PROFILE: &str = "DEFAULT";

/// The profiles of one file. `Debug` shows their names only.
pub struct ConfigureFile {
    profiles: BTreeMap<String, BTreeMap<String, String>>,
}

/// Where a file is no INI. Holds nothing of what the file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub cause: String,
}

impl ConfigureFile {
    /// Reads the text of a file; a byte order mark and either kind of line end will do.
    ///
    /// # Errors
    /// A section header without its end, or a value without a name.
    pub fn parse(text: &str) -> Result<Self, BadLine> {
        let mut rules = IniDefault::default();
        DEFAULT_PROFILE.clone_into(&mut rules.default_section);
        rules.comment_symbols = vec!['#', ';'];
        rules.delimiters = vec!['='];
        rules.case_sensitive = true;
        rules.multiline = false;
        // A secret may hold `;` or `#`: only whole lines are comments.
        rules.enable_inline_comments = false;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let sections = Ini::new_from_defaults(rules)
            .read(text.to_owned())
            .map_err(|cause| bad_line(&cause))?;
        let profiles = sections.into_iter().map(|(name, entries)| {
            let entries = entries
                .into_iter()
                .filter_map(|(key, value)| Some((key, value?)));
            (name, entries.collect())
        });
        Ok(Self {
            profiles: profiles.collect(),
        })
    }

    /// Whether there is a section of that name.
    #[must_use]
    pub fn has_profile(&self, name: &str) -> bool {
        self.profiles.contains_key(name)
    }

    /// The names of all sections, by code point.
    pub fn profiles(&self) -> impl Iterator<Item = &str> {
        self.profiles.keys().map(String::as_str)
    }

    /// The value of an entry, without the blanks around it; a blank value counts as unset.
    #[must_use]
    pub fn value(&self, profile: &str, key: &str) -> Option<&str> {
        let value = self.profiles.get(profile)?.get(key)?.trim();
        (!value.is_empty()).then_some(value)
    }
}

impl fmt::Debug for ConfigureFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.profiles.keys()).finish()
    }
}

/// The parser says `line 3: what`, or `line 3:7: what`.
fn bad_line(cause: &str) -> BadLine {
    let (position, what) = cause.split_once(": ").unwrap_or(("", cause));
    let line = position.trim_start_matches("line ");
    let line = line.split(':').next().unwrap_or(line);
    BadLine {
        line: line.parse().unwrap_or(1),
        cause: what.to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::{BadLine, ConfigureFile};

    fn value(text: &str, profile: &str, key: &str) -> Option<String> {
        let file = ConfigureFile::parse(text).expect("sound");
        file.value(profile, key).map(str::to_owned)
    }

    #[test]
    fn keys_before_any_header_are_those_of_default() {
        let text = "\u{feff}a = 1\r\n[plant]\r\na = 2\r\n";
        assert_eq!(value(text, "DEFAULT", "a").as_deref(), Some("1"));
        assert_eq!(value(text, "plant", "a").as_deref(), Some("2"));
        assert_eq!(value(text, "Plant", "a"), None);
    }

    #[test]
    fn values_are_kept_whole() {
        let text = "# a = 0\n  ; a = 0\na =  x=y;z#1  \nb=\nc\n[d] \nA = \\n\n";
        assert_eq!(value(text, "DEFAULT", "a").as_deref(), Some("x=y;z#1"));
        assert_eq!(value(text, "DEFAULT", "b"), None);
        assert_eq!(value(text, "DEFAULT", "c"), None);
        assert_eq!(value(text, "d", "A").as_deref(), Some("\\n"));
        assert_eq!(value(text, "d", "a"), None, "nothing is inherited");
    }

    #[test]
    fn the_last_of_two_counts_and_indentation_does_not() {
        let text = "[p]\na = 1\n   a = 2\n[q]\n[p]\nb = 3\n";
        assert_eq!(value(text, "p", "a").as_deref(), Some("2"));
        assert_eq!(value(text, "p", "b").as_deref(), Some("3"));
        let file = ConfigureFile::parse(text).unwrap();
        assert_eq!(file.profiles().collect::<Vec<_>>(), ["p", "q"]);
    }

    #[test]
    fn a_bad_line_is_named_without_its_text() {
        for (text, line) in [("a = 1\n[plant\n", 2), ("\n\n = SECRET\n", 3)] {
            let BadLine { line: at, cause } = ConfigureFile::parse(text).expect_err(text);
            assert_eq!(at, line);
            assert!(
                !cause.contains("SECRET") && !cause.contains("plant"),
                "{cause}"
            );
        }
    }
}
