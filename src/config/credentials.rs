//! The key pair, from the environment or from a profile.
//!
//! Source: API reference section 7.1: both spellings of both halves, in any combination.

use std::path::{Path, PathBuf};

use super::configure_file::ConfigureFile;
use super::error::{ConfigError, shown, shown_path};
use crate::i18n::Text;
use crate::model::credentials::Credentials;
use crate::text;

/// A key pair, where it came from, and what was odd about it.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The pair.
    pub credentials: Credentials,
    /// Where it came from.
    pub source: CredentialSource,
    /// Sentences for the status line and the log; no value of a key is in them.
    pub warnings: Vec<Text>,
}

/// Where a key pair came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CredentialSource {
    /// The variables `NCLOUD_..`.
    Environment,
    /// A section of `~/.ncloud/configure`.
    Profile {
        /// The section.
        name: String,
        /// The file.
        file: PathBuf,
    },
}

/// The spellings of one half of the pair; the first wins where both are set.
struct Half {
    what: fn() -> Text,
    names: [&'static str; 2],
}

const VARIABLES: [Half; 2] = [
    Half {
        what: || text!("config-access-key"),
        names: ["NCLOUD_ACCESS_KEY_ID", "NCLOUD_ACCESS_KEY"],
    },
    Half {
        what: || text!("config-secret-key"),
        names: ["NCLOUD_SECRET_ACCESS_KEY", "NCLOUD_SECRET_KEY"],
    },
];

const ENTRIES: [Half; 2] = [
    Half {
        what: || text!("config-access-key"),
        names: ["ncloud_access_key_id", "ncloud_access_key"],
    },
    Half {
        what: || text!("config-secret-key"),
        names: ["ncloud_secret_access_key", "ncloud_secret_key"],
    },
];

/// The pair of the environment; `None` where no variable of it is set. Blank counts as unset.
///
/// # Errors
/// Half a pair, or a value that cannot be a key.
pub fn from_environment(
    variable: &dyn Fn(&str) -> Option<String>,
) -> Result<Option<Loaded>, ConfigError> {
    let pair = pair(&VARIABLES, &text!("config-in-environment"), |name| {
        let value = variable(name)?.trim().to_owned();
        (!value.is_empty()).then_some(value)
    })?;
    Ok(pair.map(|(credentials, warnings)| Loaded {
        credentials,
        source: CredentialSource::Environment,
        warnings,
    }))
}

/// The pair of a profile; `None` where the profile has neither half, or is not there.
///
/// # Errors
/// Half a pair, or a value that cannot be a key.
pub fn from_profile(
    configure: &ConfigureFile,
    file: &Path,
    name: &str,
) -> Result<Option<Loaded>, ConfigError> {
    let place = text!(
        "config-in-profile",
        profile = shown(name),
        file = shown_path(file)
    );
    let pair = pair(&ENTRIES, &place, |key| {
        configure.value(name, key).map(str::to_owned)
    })?;
    Ok(pair.map(|(credentials, warnings)| Loaded {
        credentials,
        source: CredentialSource::Profile {
            name: name.to_owned(),
            file: file.to_owned(),
        },
        warnings,
    }))
}

type Pair = (Credentials, Vec<Text>);

fn pair(
    [access, secret]: &[Half; 2],
    place: &Text,
    value: impl Fn(&str) -> Option<String>,
) -> Result<Option<Pair>, ConfigError> {
    let mut warnings = Vec::new();
    let access_key = half(access, place, &value, &mut warnings)?;
    let secret_key = half(secret, place, &value, &mut warnings)?;
    let half_a_pair = |present: &str, missing: &Half| {
        let words = text!(
            "config-half-a-pair",
            place = place,
            present = present,
            missing = (missing.what)(),
            names = Text::one_of(&missing.names)
        );
        Err(ConfigError::HalfAPair { words })
    };
    match (access_key, secret_key) {
        (Some((_, access_key)), Some((_, secret_key))) => {
            Ok(Some((Credentials::new(access_key, secret_key), warnings)))
        }
        (Some((name, _)), None) => half_a_pair(name, secret),
        (None, Some((name, _))) => half_a_pair(name, access),
        (None, None) => Ok(None),
    }
}

/// One half with the name under which it was found.
fn half(
    half: &Half,
    place: &Text,
    value: impl Fn(&str) -> Option<String>,
    warnings: &mut Vec<Text>,
) -> Result<Option<(&'static str, String)>, ConfigError> {
    let [first, second] = half.names;
    let found = match (value(first), value(second)) {
        (Some(used), other) => {
            if other.is_some_and(|other| other != used) {
                warnings.push(text!(
                    "config-two-spellings",
                    first = first,
                    second = second,
                    place = place
                ));
            }
            (first, used)
        }
        (None, Some(used)) => (second, used),
        (None, None) => return Ok(None),
    };
    // Anything else could not stand in a header, or is a slip of copying.
    if found.1.bytes().all(|byte| byte.is_ascii_graphic()) {
        Ok(Some(found))
    } else {
        Err(ConfigError::UnusableKey {
            name: found.0,
            place: place.clone(),
        })
    }
}
