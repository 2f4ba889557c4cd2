//! How the program is to look: options, environment and configuration against what the terminal can.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::{ConfigError, shown, shown_path};
use super::file::Problem;
use super::nearest::nearest;
use super::resolve::{Surroundings, truth};
use super::sources::{Config, read};
use super::theme::{built_in, names, parse};
use crate::cli::DashboardOptions;
use crate::i18n::Text;
use crate::model::colour::{Depth, Rgb};
use crate::model::look::{Look, Theme};

/// The theme that follows the terminal's ground.
const AUTO: &str = "auto";

/// Terminals that show any colour and say so by their name only: `COLORTERM` does not come through
/// ssh.
const RICH_TERMINALS: [&str; 6] = ["kitty", "alacritty", "foot", "wezterm", "ghostty", "direct"];

/// How the program looks, now and once the terminal has told its ground.
#[derive(Debug, Clone)]
pub struct Appearance {
    /// Of the first frame.
    pub look: Arc<Look>,
    /// How many colours the terminal has.
    pub depth: Depth,
    /// Whether the terminal is asked for its ground, which the look then follows.
    pub follows_ground: bool,
}

impl Appearance {
    /// The look on the ground that the terminal has.
    #[must_use]
    pub fn on(&self, ground: Rgb) -> Look {
        let theme = light_or_dark(ground.is_light());
        let look = theme.look_on(ground, self.depth);
        look.with_ascii(self.look.in_ascii)
    }
}

/// Puts the appearance together; only the theme that is asked for is read.
///
/// # Errors
/// A theme that there is not, or one whose file is wrong.
pub(super) fn appearance(
    options: &DashboardOptions,
    around: &Surroundings<'_>,
    config: &Config,
    warnings: &mut Vec<Text>,
) -> Result<Appearance, ConfigError> {
    let depth = depth(around);
    let in_ascii = options.ascii
        || truth(around, "MIRRORDECK_ASCII")?
            .or(config.value.ascii)
            .unwrap_or_else(|| has_ascii_only(around));
    let theme = match theme(options, around, config) {
        Ok(theme) => theme,
        // The demonstration works whatever is in the configuration.
        Err((error, true)) if options.demo => {
            warnings.push(error.on_one_line());
            None
        }
        Err((error, _)) => return Err(error),
    };
    let follows_ground = theme.is_none() && matches!(depth, Depth::Many | Depth::All);
    let look = match (theme, depth) {
        (_, Depth::None) => Look::colourless(),
        (Some(theme), _) => theme.look(depth),
        (None, _) => match hint(around).filter(|_| follows_ground) {
            Some(is_light) => light_or_dark(is_light).look(depth).on_own_ground(),
            None => Theme::terminal().look(depth),
        },
    };
    Ok(Appearance {
        look: Arc::new(look.with_ascii(in_ascii)),
        depth,
        follows_ground,
    })
}

fn light_or_dark(is_light: bool) -> Theme {
    let name = if is_light { "light" } else { "dark" };
    built_in(name).unwrap_or_else(Theme::terminal)
}

/// How many colours the terminal has, by what it says of itself.
///
/// Source: <https://no-color.org>; the convention of `COLORTERM`.
fn depth(around: &Surroundings<'_>) -> Depth {
    let term = around.set("TERM").unwrap_or_default();
    let no_colours = (around.variable)("NO_COLOR").is_some_and(|value| !value.is_empty());
    if no_colours || term == "dumb" {
        return Depth::None;
    }
    if term == "linux" {
        return Depth::Few;
    }
    let says_all = around
        .set("COLORTERM")
        .is_some_and(|value| matches!(&*value, "truecolor" | "24bit"));
    if says_all || cfg!(windows) || RICH_TERMINALS.iter().any(|name| term.contains(name)) {
        Depth::All
    } else if term.contains("256color") {
        Depth::Many
    } else {
        Depth::Few
    }
}

/// Whether the terminal's letters are too few for our signs: the fonts of the Linux console lack most
/// of them, and so does any character set but UTF-8. A locale that names none says nothing.
fn has_ascii_only(around: &Surroundings<'_>) -> bool {
    if matches!(around.set("TERM").as_deref(), Some("dumb" | "linux")) {
        return true;
    }
    let names = ["LC_ALL", "LC_CTYPE", "LANG"];
    let Some(locale) = names.iter().find_map(|name| around.set(name)) else {
        return false;
    };
    match locale.split_once('.') {
        Some((_, set)) => {
            let set = set.split('@').next().unwrap_or(set);
            !(set.eq_ignore_ascii_case("utf-8") || set.eq_ignore_ascii_case("utf8"))
        }
        None => matches!(&*locale, "C" | "POSIX"),
    }
}

/// Whether the ground is light, by a variable that some terminals set: `INK;GROUND`, numbers of the
/// palette, with something between them in some.
fn hint(around: &Surroundings<'_>) -> Option<bool> {
    let value = around.set("COLORFGBG")?;
    match value.rsplit(';').next()?.parse().ok()? {
        0..=6 | 8 => Some(false),
        7 | 9..=15 => Some(true),
        _ => None,
    }
}

/// The theme that is asked for; none for the one that follows the terminal's ground. An error comes
/// with whether the configuration is to blame.
fn theme(
    options: &DashboardOptions,
    around: &Surroundings<'_>,
    config: &Config,
) -> Result<Option<Theme>, (ConfigError, bool)> {
    if let Some((asked_by, name)) = asked(options, around) {
        return named(asked_by, &name, Path::new(""), around).map_err(|error| (error, false));
    }
    let Some((line, name)) = &config.value.theme else {
        return Ok(None);
    };
    in_config(name, config, around).map_err(|error| {
        let problem = problem(&error, *line);
        let error = problem.map_or(error, |problem| ConfigError::BadConfig {
            file: shown_path(&config.file),
            problems: vec![problem],
        });
        (error, true)
    })
}

/// The theme that is asked for elsewhere than in the configuration, and by what.
fn asked(options: &DashboardOptions, around: &Surroundings<'_>) -> Option<(&'static str, String)> {
    let by_option = options.theme.clone().map(|name| ("--theme", name));
    let by_variable = || Some(("MIRRORDECK_THEME", around.set("MIRRORDECK_THEME")?));
    by_option.or_else(by_variable)
}

/// What is wrong with the entry of the configuration, where its theme is the one that is asked for.
pub(super) fn theme_problem(
    options: &DashboardOptions,
    around: &Surroundings<'_>,
    config: &Config,
) -> Option<Problem> {
    if asked(options, around).is_some() {
        return None;
    }
    let (line, name) = config.value.theme.as_ref()?;
    let error = in_config(name, config, around).err()?;
    problem(&error, *line)
}

/// The theme that the configuration names; a path begins where its file is.
fn in_config(
    name: &str,
    config: &Config,
    around: &Surroundings<'_>,
) -> Result<Option<Theme>, ConfigError> {
    let folder = config.file.parent().unwrap_or(Path::new(""));
    named("theme", name, folder, around)
}

/// What is wrong with an entry of the configuration has its line; what is wrong within the theme's own
/// file has those of that file.
fn problem(error: &ConfigError, line: usize) -> Option<Problem> {
    let is_entry = matches!(
        error,
        ConfigError::UnknownTheme { .. } | ConfigError::NoThemeFile { .. }
    );
    is_entry.then(|| Problem {
        line,
        what: error.text(),
    })
}

/// * `folder` - where a path begins that does not begin at the root.
fn named(
    asked_by: &'static str,
    name: &str,
    folder: &Path,
    around: &Surroundings<'_>,
) -> Result<Option<Theme>, ConfigError> {
    if name == AUTO {
        return Ok(None);
    }
    if let Some(theme) = built_in(name) {
        return Ok(Some(theme));
    }
    let home = around.folders.home.as_deref();
    let is_path = name.contains(['/', std::path::MAIN_SEPARATOR])
        || Path::new(name).extension().is_some_and(|end| end == "toml");
    if is_path {
        let file = match (name.strip_prefix("~/"), home) {
            (Some(rest), Some(home)) => home.join(rest),
            _ => folder.join(name),
        };
        return match from_file(&file)? {
            Some(theme) => Ok(Some(theme)),
            None => Err(ConfigError::NoThemeFile {
                asked_by,
                file: shown_path(&file),
            }),
        };
    }
    let themes = around
        .folders
        .config
        .as_deref()
        .map(|config| config.join("themes"));
    if let Some(themes) = &themes
        && let Some(theme) = from_file(&themes.join(format!("{name}.toml")))?
    {
        return Ok(Some(theme));
    }
    let known = known(themes);
    Err(ConfigError::UnknownTheme {
        asked_by,
        name: shown(name),
        near: nearest(name, known.iter().map(String::as_str)).map(shown),
        known: known.iter().map(|name| shown(name)).collect(),
    })
}

/// `None` where there is no such file.
fn from_file(file: &Path) -> Result<Option<Theme>, ConfigError> {
    let Some(text) = read(file, false)? else {
        return Ok(None);
    };
    let theme = parse(&text).map_err(|problems| ConfigError::BadConfig {
        file: shown_path(file),
        problems,
    })?;
    Ok(Some(theme))
}

/// The names of all themes, the user's own last.
fn known(folder: Option<PathBuf>) -> Vec<String> {
    let own = folder.and_then(|folder| fs::read_dir(folder).ok());
    let own = own
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    let own = own.filter(|path| path.extension().is_some_and(|end| end == "toml"));
    let mut own: Vec<String> = own
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    own.sort();
    let built_in = [AUTO].into_iter().chain(names()).map(str::to_owned);
    built_in.chain(own).collect()
}
