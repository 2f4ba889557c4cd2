//! What keeps the dashboard from starting.

use std::fmt;
use std::path::Path;

use super::file::Problem;
use super::nearest::nearest;
use crate::cli::EXIT_MEND_FIRST;
use crate::i18n::Text;
use crate::model::base_url::BaseUrlError;
use crate::model::text::{SafeText, escape_text};
use crate::text;

/// Why there are no settings. Each message says what is wrong and what to do, and none holds a
/// key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigError {
    /// Neither the environment nor the file has keys.
    MissingCredentials {
        /// Where the file is, or would be.
        file: String,
        /// The profiles that the file has, none of them `DEFAULT` with keys.
        profiles: Vec<String>,
    },
    /// One key of the two.
    HalfAPair {
        /// Which half is where, and which names the other one may have.
        words: Text,
    },
    /// A key that could not be sent.
    UnusableKey {
        /// The name of the entry.
        name: &'static str,
        /// `in the environment`, `in profile plant of FILE`.
        place: Text,
    },
    /// The file has no such section.
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
    ProfileWithoutKeys {
        /// `--profile` or `NCLOUD_PROFILE`.
        asked_by: &'static str,
        /// The name asked for, made safe.
        profile: String,
        /// The file.
        file: String,
    },
    /// A profile was asked for, and there is no file to find it in.
    NoConfigureFile {
        /// `--profile` or `NCLOUD_PROFILE`.
        asked_by: &'static str,
        /// The name asked for, made safe.
        profile: String,
        /// Where the file would be.
        file: String,
    },
    /// A line of the file is no INI.
    BadConfigureFile {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong; nothing of the line itself.
        cause: String,
    },
    /// A file is there, but cannot be read.
    Unreadable {
        /// The file.
        file: String,
        /// The platform's words.
        cause: Text,
        /// Whether it is the file of the profiles, and not the configuration.
        is_configure: bool,
    },
    /// A configuration file that was asked for does not exist.
    NoConfigFile {
        /// `--config` or `MIRRORDECK_CONFIG`.
        asked_by: &'static str,
        /// The path.
        file: String,
    },
    /// Unknown or wrong entries in the configuration file, a line for each.
    BadConfig {
        /// The file.
        file: String,
        /// At least one, in the order of their lines.
        problems: Vec<Problem>,
    },
    /// A variable whose value is none of those that it may have.
    BadVariable {
        /// The variable.
        name: &'static str,
        /// Its value, made safe.
        value: String,
        /// The values that it may have.
        allowed: Text,
    },
    /// There is no theme of that name.
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
    NoThemeFile {
        /// `--theme`, `MIRRORDECK_THEME` or `theme`.
        asked_by: &'static str,
        /// The path.
        file: String,
    },
    /// A base URL that cannot be used.
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

    /// What is wrong, and what to do; a line for each wrong entry of the configuration.
    #[must_use]
    pub fn text(&self) -> Text {
        self.with_lines_between("\n")
    }

    /// The same on one line.
    pub(super) fn on_one_line(&self) -> Text {
        self.with_lines_between("; ")
    }

    fn with_lines_between(&self, between: &'static str) -> Text {
        match self {
            Self::MissingCredentials { file, profiles } => missing_credentials(file, profiles),
            Self::HalfAPair { words } => words.clone(),
            Self::UnusableKey { name, place } => {
                text!("config-unusable-key", name = *name, place = place)
            }
            Self::UnknownTheme {
                asked_by,
                name,
                near,
                known,
            } => unknown_theme(asked_by, name, near.as_deref(), known),
            Self::NoThemeFile { asked_by, file } => {
                text!("theme-no-file", by = *asked_by, file = file)
            }
            Self::UnknownProfile {
                asked_by,
                profile,
                file,
                profiles,
            } => unknown_profile(asked_by, profile, file, profiles),
            Self::ProfileWithoutKeys {
                asked_by,
                profile,
                file,
            } => text!(
                "config-profile-without-keys",
                asked_by = *asked_by,
                profile = profile,
                file = file
            ),
            Self::NoConfigureFile {
                asked_by,
                profile,
                file,
            } => text!(
                "config-no-configure-file",
                asked_by = *asked_by,
                profile = profile,
                file = file
            ),
            Self::BadConfigureFile { file, line, cause } => text!(
                "config-bad-configure-file",
                file = file,
                line = line.to_string(),
                cause = cause
            ),
            Self::Unreadable {
                file,
                cause,
                is_configure: false,
            } => text!("config-unreadable", file = file, cause = cause),
            Self::Unreadable { file, cause, .. } => {
                text!("config-configure-unreadable", file = file, cause = cause)
            }
            Self::NoConfigFile { asked_by, file } => {
                text!("config-no-file", asked_by = *asked_by, file = file)
            }
            Self::BadConfig { file, problems } => {
                let lines = problems.iter().map(|Problem { line, what }| {
                    let place = Text::verbatim(format!("{file}:{line}: "));
                    Text::joined([place, what.clone()], "")
                });
                Text::joined(lines, between)
            }
            Self::BadVariable {
                name,
                value,
                allowed,
            } => text!(
                "config-bad-variable",
                name = *name,
                value = value,
                allowed = allowed
            ),
            Self::BadUrl { asked_by, cause } => {
                text!("config-bad-url", asked_by = *asked_by, cause = cause.text())
            }
        }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}

impl std::error::Error for ConfigError {}

/// A path as messages show it.
pub(super) fn shown_path(path: &Path) -> String {
    escape_text(&path.display().to_string()).into_owned()
}

/// A name or value of the user as messages show it: safe, and not without end.
pub(super) fn shown(text: &str) -> String {
    SafeText::excerpt(text, 48).as_str().to_owned()
}

fn missing_credentials(file: &str, profiles: &[String]) -> Text {
    if profiles.is_empty() {
        text!("config-no-credentials", file = file)
    } else {
        text!(
            "config-no-credentials-others",
            file = file,
            profiles = list(profiles)
        )
    }
}

fn unknown_profile(asked_by: &str, profile: &str, file: &str, profiles: &[String]) -> Text {
    if profiles.is_empty() {
        return text!(
            "config-no-profiles",
            asked_by = asked_by,
            profile = profile,
            file = file
        );
    }
    match nearest(profile, profiles.iter().map(String::as_str)) {
        Some(near) => text!(
            "config-unknown-profile-near",
            asked_by = asked_by,
            profile = profile,
            file = file,
            near = near,
            profiles = list(profiles)
        ),
        None => text!(
            "config-unknown-profile",
            asked_by = asked_by,
            profile = profile,
            file = file,
            profiles = list(profiles)
        ),
    }
}

fn list(profiles: &[String]) -> Text {
    let profiles: Vec<&str> = profiles.iter().map(String::as_str).collect();
    Text::all_of(&profiles)
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
