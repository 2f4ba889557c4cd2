//! Options, environment, files and defaults become settings.

use std::sync::Arc;
use std::time::Duration;

use super::appearance::{Appearance, appearance};
use super::error::{ConfigError, shown};
use super::file::{FileConfig, ProfileConfig};
use super::paths::Folders;
use super::sources::{config, keys};
use crate::app::keymap::Keymap;
use crate::cli::{DashboardOptions, language};
use crate::i18n::{Language, Text};
use crate::log::LogLevel;
use crate::model::account::Account;
use crate::model::base_url::{BaseUrl, PUBLIC_API_URL};
use crate::model::credentials::Credentials;
use crate::model::look::Look;
use crate::text;

/// The profile of the embedded service in `config.toml`, and its label where that gives none.
pub const DEMO_PROFILE: &str = "demo";

/// Under a name that never resolves (RFC 2606), in case a request should ever reach a network.
const DEMO_API_URL: &str = "https://demo.invalid/cloudiotcore/v1";

/// Everything that the dashboard needs to know before it opens.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where the service is.
    pub base_url: BaseUrl,
    /// Devices asked for on one page.
    pub page_size: u32,
    /// Most requests on the wire at a time.
    pub in_flight: usize,
    /// Time limit for a connection.
    pub connect_timeout: Duration,
    /// Time limit for a whole request.
    pub request_timeout: Duration,
    /// Whether only GET may leave the program.
    pub read_only: bool,
    /// Days for which copies of deleted mirrors are kept.
    pub trash_days: u32,
    /// MiB that the copies may take.
    pub trash_mib: u32,
    /// When after a deletion the mirror is looked at again; empty for never.
    pub look_again: Vec<Duration>,
    /// Whether the mouse is listened to, rather than left to the terminal.
    pub mouse: bool,
    /// How long after an answer a watched mirror is read again.
    pub watch_every: Duration,
    /// The user's language.
    pub language: Language,
    /// How the program looks.
    pub appearance: Appearance,
    /// The keys.
    pub keymap: Arc<Keymap>,
    /// What goes into the log.
    pub log_level: LogLevel,
    /// What the header says of the account.
    pub account: Account,
    /// The pair that signs.
    pub credentials: Credentials,
    /// Sentences for the status line and the log.
    pub warnings: Vec<Text>,
}

/// What lies outside the command line.
pub struct Surroundings<'a> {
    /// The environment, by name.
    pub variable: &'a dyn Fn(&str) -> Option<String>,
    /// Where the files are.
    pub folders: &'a Folders,
    /// The pair that the embedded service accepts.
    pub demo_keys: Credentials,
}

impl Surroundings<'_> {
    /// The variable without the blanks around it; blank counts as unset.
    pub(super) fn set(&self, name: &str) -> Option<String> {
        let value = (self.variable)(name)?.trim().to_owned();
        (!value.is_empty()).then_some(value)
    }
}

/// Puts the settings together. Reads `config.toml` and, only where the keys are to come from it,
/// `~/.ncloud/configure`. `--demo` needs neither.
///
/// # Errors
/// What the user must mend first; see [`ConfigError`].
pub fn resolve(
    options: &DashboardOptions,
    around: &Surroundings<'_>,
) -> Result<Settings, ConfigError> {
    let mut warnings = Vec::new();
    let config = config(options, around, &mut warnings)?;
    let appearance = appearance(options, around, &config, &mut warnings)?;
    let keys = keys(options, around, &config, &mut warnings)?;
    let config = config.value;
    let unnamed = ProfileConfig::default();
    let profile = keys.profile.as_ref();
    let profile = profile
        .and_then(|name| config.profiles.get(name))
        .unwrap_or(&unnamed);
    let base_url = base_url(options, around, &config, profile)?;
    let read_only = options.read_only
        || truth(around, "MIRRORDECK_READ_ONLY")?
            .or(profile.read_only)
            .or(config.read_only)
            .unwrap_or(false);
    let no_mouse = options.no_mouse
        || truth(around, "MIRRORDECK_NO_MOUSE")?
            .or(config.mouse.map(|mouse| !mouse))
            .unwrap_or(false);
    let mut account = Account {
        label: profile.label.clone(),
        colour: profile.colour,
        host: Text::verbatim(base_url.host()),
        source: match &keys.profile {
            Some(name) => text!("config-profile", profile = shown(name)),
            None => text!("config-environment"),
        },
        key_tail: keys.credentials.key_tail(),
        read_only,
    };
    if options.demo {
        account.label.get_or_insert(DEMO_PROFILE.to_owned());
        account.host = text!("config-embedded");
        account.source = Text::verbatim(DEMO_PROFILE);
    }
    let seconds = |limit: Option<Duration>, default| limit.unwrap_or(Duration::from_secs(default));
    Ok(Settings {
        base_url,
        page_size: config.page_size.unwrap_or(100),
        language: chosen_language(options, around, &config)?,
        appearance,
        mouse: !no_mouse,
        in_flight: config.in_flight.unwrap_or(16),
        connect_timeout: seconds(config.connect_timeout, 5),
        request_timeout: seconds(config.request_timeout, 20),
        read_only,
        trash_days: config.trash_days.unwrap_or(90),
        trash_mib: config.trash_mib.unwrap_or(1024),
        look_again: config
            .look_again
            .clone()
            .unwrap_or_else(|| vec![Duration::from_secs(3), Duration::from_secs(15)]),
        watch_every: seconds(config.watch_every, 5),
        keymap: config.keymap.clone().unwrap_or_else(Keymap::built_in),
        log_level: log_level(options, around, &config)?,
        account,
        credentials: keys.credentials,
        warnings,
    })
}

fn base_url(
    options: &DashboardOptions,
    around: &Surroundings<'_>,
    config: &FileConfig,
    profile: &ProfileConfig,
) -> Result<BaseUrl, ConfigError> {
    let parse = |asked_by, text: &str| {
        BaseUrl::parse(text).map_err(|cause| ConfigError::BadUrl { asked_by, cause })
    };
    if options.demo {
        return Ok(known_url(DEMO_API_URL));
    }
    if let Some(url) = &options.api_url {
        return parse("--api-url", url);
    }
    if let Some(url) = around.set("MIRRORDECK_API_URL") {
        return parse("MIRRORDECK_API_URL", &url);
    }
    let url = profile.api_url.as_ref().or(config.api_url.as_ref());
    Ok(url.cloned().unwrap_or_else(|| known_url(PUBLIC_API_URL)))
}

fn known_url(url: &str) -> BaseUrl {
    BaseUrl::parse(url).expect("a URL of our own is sound")
}

pub(super) fn truth(
    around: &Surroundings<'_>,
    name: &'static str,
) -> Result<Option<bool>, ConfigError> {
    let Some(value) = around.set(name) else {
        return Ok(None);
    };
    match value.to_ascii_lowercase().as_str() {
        "1" | "true" | "yes" | "on" => Ok(Some(true)),
        "0" | "false" | "no" | "off" => Ok(Some(false)),
        _ => Err(ConfigError::BadVariable {
            name,
            value: shown(&value),
            allowed: Text::one_of(&["1", "0"]),
        }),
    }
}

/// The option, then our variable, then the configuration, then the locale of the environment in its
/// own order; English where none names a language that there are texts in.
fn chosen_language(
    options: &DashboardOptions,
    around: &Surroundings<'_>,
    config: &FileConfig,
) -> Result<Language, ConfigError> {
    if let Some(language) = options.lang {
        return Ok(language);
    }
    let name = language::VARIABLE;
    if let Some(value) = around.set(name) {
        return Language::of_locale(&value).ok_or_else(|| ConfigError::BadVariable {
            name,
            value: shown(&value),
            allowed: Text::one_of(&Language::ALL.map(|(code, _)| code)),
        });
    }
    let locale = || language::of_environment(around.variable);
    Ok(config.language.or_else(locale).unwrap_or_default())
}

/// Language and look where there are no settings, as without credentials: what is wrong with their
/// names, or with the configuration, is not said here, and they are the defaults then.
#[must_use]
pub fn before_settings(
    options: &DashboardOptions,
    around: &Surroundings<'_>,
) -> (Language, Arc<Look>) {
    let warnings = &mut Vec::new();
    let Ok(config) = config(options, around, warnings) else {
        return (Language::default(), Arc::new(Look::colourless()));
    };
    let look = appearance(options, around, &config, warnings)
        .map_or_else(|_| Arc::new(Look::colourless()), |found| found.look);
    let language = chosen_language(options, around, &config.value);
    (language.unwrap_or_default(), look)
}

fn log_level(
    options: &DashboardOptions,
    around: &Surroundings<'_>,
    config: &FileConfig,
) -> Result<LogLevel, ConfigError> {
    let name = "MIRRORDECK_LOG";
    let from_variable = || {
        around.set(name).map(|value| {
            LogLevel::named(&value).ok_or_else(|| ConfigError::BadVariable {
                name,
                value: shown(&value),
                allowed: Text::one_of(&LogLevel::ALL.map(|(name, _)| name)),
            })
        })
    };
    let level = match options.log_level {
        Some(level) => Some(level),
        None => from_variable().transpose()?,
    };
    Ok(level.or(config.log_level).unwrap_or_default())
}
