//! The files and variables that settings come from.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::appearance::theme_problem;
use super::configure_file::{ConfigureFile, DEFAULT_PROFILE};
use super::credentials::{CredentialSource, Loaded, from_environment, from_profile};
use super::error::{ConfigError, shown, shown_path};
use super::file::FileConfig;
use super::nearest::nearest;
use super::resolve::{DEMO_PROFILE, Surroundings};
use crate::cli::DashboardOptions;
use crate::i18n::Text;
use crate::model::credentials::Credentials;
use crate::text;

const CONFIG_FILE: &str = "config.toml";

/// A configuration with the file that it came from.
#[derive(Default)]
pub(super) struct Config {
    pub(super) value: FileConfig,
    pub(super) file: PathBuf,
}

/// The configuration file that was asked for, else that of the platform's folder if there is one.
pub(super) fn config(
    options: &DashboardOptions,
    around: &Surroundings<'_>,
    warnings: &mut Vec<Text>,
) -> Result<Config, ConfigError> {
    let named = match &options.config {
        Some(file) => Some(("--config", file.clone())),
        None => around
            .set("MIRRORDECK_CONFIG")
            .map(|file| ("MIRRORDECK_CONFIG", file.into())),
    };
    if let Some((asked_by, file)) = named {
        let config = read_config(&file, options, around)?;
        return config.ok_or_else(|| ConfigError::NoConfigFile {
            asked_by,
            file: shown_path(&file),
        });
    }
    let Some(folder) = &around.folders.config else {
        return Ok(Config::default());
    };
    let file = folder.join(CONFIG_FILE);
    match read_config(&file, options, around) {
        Ok(config) => Ok(config.unwrap_or_default()),
        // The demonstration works whatever is on the machine.
        Err(error) if options.demo => {
            let problems = error.on_one_line();
            warnings.push(text!("config-left-out", problems = problems));
            Ok(Config::default())
        }
        Err(error) => Err(error),
    }
}

/// `None` where there is no such file.
fn read_config(
    file: &Path,
    options: &DashboardOptions,
    around: &Surroundings<'_>,
) -> Result<Option<Config>, ConfigError> {
    let Some(text) = read(file, false)? else {
        return Ok(None);
    };
    let (value, mut problems) = FileConfig::read(&text);
    let file = file.to_owned();
    let config = Config { value, file };
    if problems.is_empty() {
        // Its theme is looked for when the looks are put together, and only then.
        return Ok(Some(config));
    }
    problems.extend(theme_problem(options, around, &config));
    problems.sort_by_key(|problem| problem.line);
    Err(ConfigError::BadConfig {
        file: shown_path(&config.file),
        problems,
    })
}

/// `None` where there is no such file.
pub(super) fn read(file: &Path, is_configure: bool) -> Result<Option<String>, ConfigError> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(ConfigError::Unreadable {
            file: shown_path(file),
            cause: match error.kind() {
                ErrorKind::InvalidData => text!("config-not-utf8"),
                _ => Text::verbatim(error.to_string()),
            },
            is_configure,
        }),
    }
}

/// A key pair and the profile that it belongs to; a pair from the environment belongs to none.
pub(super) struct Keys {
    pub(super) credentials: Credentials,
    pub(super) profile: Option<String>,
}

/// The key pair. A profile that was asked for takes nothing from the environment, not even its
/// errors.
pub(super) fn keys(
    options: &DashboardOptions,
    around: &Surroundings<'_>,
    config: &Config,
    warnings: &mut Vec<Text>,
) -> Result<Keys, ConfigError> {
    if options.demo {
        return Ok(Keys {
            credentials: around.demo_keys.clone(),
            profile: Some(DEMO_PROFILE.to_owned()),
        });
    }
    let asked = match &options.profile {
        Some(name) => Some(("--profile", name.clone())),
        None => around
            .set("NCLOUD_PROFILE")
            .map(|name| ("NCLOUD_PROFILE", name)),
    };
    let from_environment = match asked {
        Some(_) => None,
        None => from_environment(around.variable)?,
    };
    let loaded = match from_environment {
        Some(loaded) => loaded,
        None => from_file(asked, around, config, warnings)?,
    };
    warnings.extend(loaded.warnings);
    Ok(Keys {
        credentials: loaded.credentials,
        profile: match loaded.source {
            CredentialSource::Environment => None,
            CredentialSource::Profile { name, .. } => Some(name),
        },
    })
}

fn from_file(
    asked: Option<(&'static str, String)>,
    around: &Surroundings<'_>,
    config: &Config,
    warnings: &mut Vec<Text>,
) -> Result<Loaded, ConfigError> {
    let folder = around.folders.home.as_deref().unwrap_or(Path::new("~"));
    let path = folder.join(".ncloud").join("configure");
    let file = shown_path(&path);
    let Some(text) = read(&path, true)? else {
        return Err(match asked {
            Some((asked_by, profile)) => ConfigError::NoConfigureFile {
                asked_by,
                profile: shown(&profile),
                file,
            },
            None => ConfigError::MissingCredentials {
                file,
                profiles: Vec::new(),
            },
        });
    };
    let configure = ConfigureFile::parse(&text).map_err(|bad| ConfigError::BadConfigureFile {
        file: file.clone(),
        line: bad.line,
        cause: bad.cause,
    })?;
    let name = asked.as_ref().map_or(DEFAULT_PROFILE, |(_, name)| name);
    if let Some(loaded) = from_profile(&configure, &path, name)? {
        warnings.extend(strangers(config, &configure, &file));
        return Ok(loaded);
    }
    let profiles = configure.profiles().map(shown);
    Err(match asked {
        None => ConfigError::MissingCredentials {
            file,
            profiles: profiles.filter(|name| name != DEFAULT_PROFILE).collect(),
        },
        Some((asked_by, name)) if configure.has_profile(&name) => ConfigError::ProfileWithoutKeys {
            asked_by,
            profile: shown(&name),
            file,
        },
        Some((asked_by, name)) => ConfigError::UnknownProfile {
            asked_by,
            profile: shown(&name),
            file,
            profiles: profiles.collect(),
        },
    })
}

/// Profiles of `config.toml` that the configure file does not have: a slip there could leave
/// production without its colour or its lock. No error, as one file may serve several machines.
fn strangers(config: &Config, configure: &ConfigureFile, file: &str) -> Vec<Text> {
    let profiles = config.value.profiles.iter();
    let strangers =
        profiles.filter(|(name, _)| *name != DEMO_PROFILE && !configure.has_profile(name));
    let sentences = strangers.map(|(name, profile)| {
        let place = format!("{}:{}", shown_path(&config.file), profile.line);
        if let Some(near) = nearest(name, configure.profiles()) {
            return text!(
                "config-stranger-near",
                place = place,
                profile = shown(name),
                file = file,
                near = shown(near)
            );
        }
        let known: Vec<_> = configure.profiles().map(shown).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        text!(
            "config-stranger",
            place = place,
            profile = shown(name),
            file = file,
            profiles = Text::all_of(&known)
        )
    });
    sentences.collect()
}
