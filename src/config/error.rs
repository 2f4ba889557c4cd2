//! What keeps the dashboard from starting.

use std::path::Path;

use super::file::Problem;
use super::nearest::{listed, nearest};
use crate::cli::EXIT_MEND_FIRST;
use crate::i18n::Text;
use crate::model::base_url::BaseUrlError;
use crate::model::text::{SafeText, escape_text};
use crate::text;

/// Why there are no settings. Each message says what is wrong and what to do, and none holds a
/// key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// Neither the environment nor the file has keys.
    #[error(
        "no credentials: set NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY, or write \
         ncloud_access_key_id and ncloud_secret_access_key under [DEFAULT] into {file}{}; \
         or try the program without an account: mirrordeck --demo",
        other_profiles(profiles)
    )]
    MissingCredentials {
        /// Where the file is, or would be.
        file: String,
        /// The profiles that the file has, none of them `DEFAULT` with keys.
        profiles: Vec<String>,
    },
    /// One key of the two.
    #[error("half a pair {place}: {present} is set, but the {missing} is missing; set {names}")]
    HalfAPair {
        /// `in the environment`, `in profile plant of FILE`.
        place: String,
        /// The name of the half that is there.
        present: &'static str,
        /// `access key` or `secret key`.
        missing: &'static str,
        /// The names that the missing half may have.
        names: String,
    },
    /// A key that could not be sent.
    #[error(
        "the value of {name} {place} holds a blank, a control character or one outside ASCII, \
         which no key does; copy the key again (a comment needs a line of its own)"
    )]
    UnusableKey {
        /// The name of the entry.
        name: &'static str,
        /// `in the environment`, `in profile plant of FILE`.
        place: String,
    },
    /// The file has no such section.
    #[error(
        "{asked_by}: there is no profile `{profile}` in {file}; {}",
        known(profile, profiles)
    )]
    UnknownProfile {
        /// `--profile` or `NCLOUD_PROFILE`.
        asked_by: &'static str,
        /// The name asked for, made safe.
        profile: String,
        /// The file.
        file: String,
        /// The profiles that there are.
        profiles: Vec<String>,
    },
    /// The section is there, but the keys are not.
    #[error(
        "{asked_by}: profile `{profile}` of {file} has no keys; add ncloud_access_key_id and \
         ncloud_secret_access_key to it (it does not inherit those of DEFAULT)"
    )]
    ProfileWithoutKeys {
        /// `--profile` or `NCLOUD_PROFILE`.
        asked_by: &'static str,
        /// The name asked for, made safe.
        profile: String,
        /// The file.
        file: String,
    },
    /// A profile was asked for, and there is no file to find it in.
    #[error(
        "{asked_by}: profile `{profile}` takes its keys from {file}, which does not exist; \
         write it, or leave {asked_by} out to use the environment"
    )]
    NoConfigureFile {
        /// `--profile` or `NCLOUD_PROFILE`.
        asked_by: &'static str,
        /// The name asked for, made safe.
        profile: String,
        /// Where the file would be.
        file: String,
    },
    /// A line of the file is no INI.
    #[error("{file}:{line}: {cause}; write [PROFILE] or NAME = VALUE")]
    BadConfigureFile {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong; nothing of the line itself.
        cause: String,
    },
    /// A file is there, but cannot be read.
    #[error("{file} cannot be read: {cause}; {advice}")]
    Unreadable {
        /// The file.
        file: String,
        /// The platform's words.
        cause: String,
        /// What to do.
        advice: &'static str,
    },
    /// A configuration file that was asked for does not exist.
    #[error("{asked_by}: {file} does not exist; mend the path, or leave {asked_by} out")]
    NoConfigFile {
        /// `--config` or `MIRRORDECK_CONFIG`.
        asked_by: &'static str,
        /// The path.
        file: String,
    },
    /// Unknown or wrong entries in the configuration file, a line for each.
    #[error("{}", positions(file, problems))]
    BadConfig {
        /// The file.
        file: String,
        /// At least one, in the order of their lines.
        problems: Vec<Problem>,
    },
    /// A variable whose value is none of those that it may have.
    #[error("{name}: `{value}` is not known; set it to {allowed}, or unset it")]
    BadVariable {
        /// The variable.
        name: &'static str,
        /// Its value, made safe.
        value: String,
        /// The values that it may have.
        allowed: String,
    },
    /// There is no theme of that name.
    #[error("{}", unknown_theme(asked_by, name, near.as_deref(), known))]
    UnknownTheme {
        /// `--theme`, `MIRRORDECK_THEME` or `theme`.
        asked_by: &'static str,
        /// The name, made safe.
        name: String,
        /// The nearest name, made safe.
        near: Option<String>,
        /// All names, made safe.
        known: Vec<String>,
    },
    /// A theme file that was asked for does not exist.
    #[error("{}", text!("theme-no-file", by = *asked_by, file = file))]
    NoThemeFile {
        /// `--theme`, `MIRRORDECK_THEME` or `theme`.
        asked_by: &'static str,
        /// The path.
        file: String,
    },
    /// A base URL that cannot be used.
    #[error("{asked_by}: {cause}")]
    BadUrl {
        /// `--api-url` or `MIRRORDECK_API_URL`.
        asked_by: &'static str,
        /// What is wrong, and what to do.
        cause: BaseUrlError,
    },
}

impl ConfigError {
    /// The exit status that goes with it: the user must mend something first.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        EXIT_MEND_FIRST
    }
}

/// A path as messages show it.
pub(super) fn shown_path(path: &Path) -> String {
    escape_text(&path.display().to_string()).into_owned()
}

/// A name or value of the user as messages show it: safe, and not without end.
pub(super) fn shown(text: &str) -> String {
    SafeText::excerpt(text, 48).as_str().to_owned()
}

fn other_profiles(profiles: &[String]) -> String {
    match profiles {
        [] => String::new(),
        _ => format!(" (it has {}: choose with --profile)", list(profiles)),
    }
}

fn known(wrong: &str, profiles: &[String]) -> String {
    if profiles.is_empty() {
        return "it has no profile at all: add [NAME] and its two keys".to_owned();
    }
    match nearest(wrong, profiles.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`? It has {}", list(profiles)),
        None => format!("it has {}", list(profiles)),
    }
}

fn list(profiles: &[String]) -> String {
    let profiles: Vec<&str> = profiles.iter().map(String::as_str).collect();
    listed(&profiles)
}

fn unknown_theme(asked_by: &str, name: &str, near: Option<&str>, known: &[String]) -> Text {
    match near {
        Some(near) => text!(
            "theme-unknown-near",
            by = asked_by,
            name = name,
            near = near
        ),
        None => text!(
            "theme-unknown",
            by = asked_by,
            name = name,
            names = known.join(", ")
        ),
    }
}

fn positions(file: &str, problems: &[Problem]) -> String {
    let lines = problems
        .iter()
        .map(|Problem { line, what }| format!("{file}:{line}: {what}"));
    lines.collect::<Vec<_>>().join("\n")
}
