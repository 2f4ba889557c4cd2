//! Theme files: those in `assets/themes/`, and the user's own.

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::entries::Entries;
use super::file::{Problem, no_toml};
use super::nearest::nearest;
use crate::model::colour::{Colour, PALETTE, Rgb};
use crate::model::look::{Role, Theme, Tone};
use crate::text;

type Value<'i> = Spanned<DeValue<'i>>;

/// The themes in `assets/themes/`, by name.
const FILES: [(&str, &str); 6] = [
    ("dark", include_str!("../../assets/themes/dark.toml")),
    ("light", include_str!("../../assets/themes/light.toml")),
    (
        "high-contrast",
        include_str!("../../assets/themes/high-contrast.toml"),
    ),
    (
        "high-contrast-light",
        include_str!("../../assets/themes/high-contrast-light.toml"),
    ),
    (
        "colour-blind",
        include_str!("../../assets/themes/colour-blind.toml"),
    ),
    (
        "colour-blind-light",
        include_str!("../../assets/themes/colour-blind-light.toml"),
    ),
];

/// The theme of the terminal's own palette.
pub const TERMINAL: &str = "terminal";

/// What an own theme says nothing of is as in this one, unless it names another.
const BASE: &str = "dark";

/// The names of the themes that need no file of the user's.
pub fn names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(name, _)| *name).chain([TERMINAL])
}

/// A theme that needs no file of the user's. Only this one is parsed.
#[must_use]
pub fn built_in(name: &str) -> Option<Theme> {
    if name == TERMINAL {
        return Some(Theme::terminal());
    }
    let (_, text) = FILES.iter().find(|(known, _)| *known == name)?;
    let mut entries = Entries::new(text);
    let table = DeTable::parse(text).ok()?;
    let mut theme = Theme::terminal();
    fill(&mut theme, &mut entries, table.get_ref());
    Some(theme)
}

/// Reads the text of a theme file.
///
/// # Errors
/// Every unknown or wrong entry, in the order of their lines; at least one.
pub fn parse(text: &str) -> Result<Theme, Vec<Problem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut entries = Entries::new(text);
    let mut theme = Theme::terminal();
    match DeTable::parse(text) {
        Ok(table) => {
            theme = base(&mut entries, table.get_ref());
            fill(&mut theme, &mut entries, table.get_ref());
        }
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            entries.problem(at, no_toml(error.message()));
        }
    }
    entries.finish().map(|()| theme)
}

fn base(entries: &mut Entries<'_>, table: &DeTable<'_>) -> Theme {
    let choices: Vec<(&'static str, &'static str)> = names().map(|name| (name, name)).collect();
    let named = table
        .get_key_value("base")
        .and_then(|(key, value)| entries.choice(key, value, &choices));
    built_in(named.unwrap_or(BASE)).unwrap_or_else(Theme::terminal)
}

fn fill(theme: &mut Theme, entries: &mut Entries<'_>, table: &DeTable<'_>) {
    for (key, value) in table {
        let name = key.get_ref().as_ref();
        if name == "base" {
            continue;
        }
        let Some((_, role)) = Role::ALL.iter().find(|(known, _)| *known == name) else {
            let known: Vec<&str> = Role::ALL.iter().map(|(name, _)| *name).collect();
            entries.unknown(key, &known);
            continue;
        };
        if let Some(tone) = tone(entries, key, value) {
            theme.set(*role, tone);
        }
    }
}

/// A colour, or one for terminals with many colours and one for those with few.
fn tone(entries: &mut Entries<'_>, key: &Spanned<DeString<'_>>, value: &Value<'_>) -> Option<Tone> {
    let Some(table) = value.get_ref().as_table() else {
        let rich = colour(entries, value)?;
        return Some(Tone { rich, few: None });
    };
    let (mut rich, mut few) = (None, None);
    for (part, value) in table {
        match part.get_ref().as_ref() {
            "rich" => rich = Some(colour(entries, value)?),
            "few" => few = Some(few_colour(entries, value)?),
            _ => {
                entries.unknown(part, &["rich", "few"]);
                return None;
            }
        }
    }
    if rich.is_none() {
        let name = key.get_ref().to_string();
        let what = text!("theme-rich-missing", role = name);
        entries.problem(key.span().start, what);
    }
    rich.map(|rich| Tone { rich, few })
}

/// `#rrggbb`, the name of a colour of the palette, or `default` for the terminal's own.
fn colour(entries: &mut Entries<'_>, value: &Value<'_>) -> Option<Colour> {
    let text = value.get_ref().as_str();
    let found = text.and_then(|text| {
        let exact = Rgb::from_hex(text).map(Colour::Rgb);
        exact.or_else(|| named(text))
    });
    if found.is_none() {
        let meant = text.filter(|text| !text.starts_with('#'));
        let what = match meant.and_then(|text| nearest(text, palette())) {
            Some(near) => text!("theme-bad-colour-near", near = near),
            None => text!("theme-bad-colour"),
        };
        entries.problem(value.span().start, what);
    }
    found
}

fn few_colour(entries: &mut Entries<'_>, value: &Value<'_>) -> Option<Colour> {
    let text = value.get_ref().as_str();
    let found = text.and_then(named);
    if found.is_none() {
        let names = || palette().collect::<Vec<_>>().join(", ");
        let what = match text.and_then(|text| nearest(text, palette())) {
            Some(near) => text!("theme-bad-few-near", near = near),
            None => text!("theme-bad-few", names = names()),
        };
        entries.problem(value.span().start, what);
    }
    found
}

fn named(text: &str) -> Option<Colour> {
    if text == "default" {
        return Some(Colour::Default);
    }
    let at = PALETTE.iter().position(|name| *name == text)?;
    u8::try_from(at).ok().map(Colour::Palette)
}

fn palette() -> impl Iterator<Item = &'static str> {
    PALETTE.iter().copied().chain(["default"])
}

#[cfg(test)]
mod tests {
    use super::{FILES, built_in, names, parse};
    use crate::model::colour::{Colour, Rgb};
    use crate::model::look::Role;

    fn problems(text: &str) -> Vec<String> {
        let problems = parse(text).expect_err(text);
        let lines = problems.iter();
        lines
            .map(|problem| format!("{}: {}", problem.line, problem.what))
            .collect()
    }

    #[test]
    fn the_files_in_assets_are_whole_and_sound() {
        for (name, text) in FILES {
            assert!(parse(text).is_ok(), "{name}");
            for (role, _) in Role::ALL {
                let begins = |line: &str| line.starts_with(&format!("{role} = "));
                assert!(text.lines().any(begins), "{name}: {role}");
            }
        }
        for name in names() {
            assert!(built_in(name).is_some(), "{name}");
        }
        assert!(built_in("Dark").is_none());
    }

    #[test]
    fn an_own_theme_changes_another() {
        let text = "base = \"light\"\nground = \"default\"\naccent = { rich = \"#102030\", few = \"red\" }\n\
                    danger = \"bright-red\"";
        let theme = parse(text).unwrap();
        assert_eq!(theme.tone(Role::Ground).rich, Colour::Default);
        assert_eq!(theme.tone(Role::Accent).rich, Colour::Rgb(Rgb(16, 32, 48)));
        assert_eq!(theme.tone(Role::Accent).few, Some(Colour::Palette(1)));
        assert_eq!(theme.tone(Role::Danger).rich, Colour::Palette(9));
        let light = built_in("light").unwrap();
        assert_eq!(theme.tone(Role::Quiet), light.tone(Role::Quiet));
        assert_eq!(parse("").unwrap(), built_in("dark").unwrap());
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line_and_the_nearest_name() {
        assert_eq!(
            problems(
                "# mine\nbase = \"lihgt\"\nacent = \"#102030\"\ndanger = \"rde\"\nquiet = \"#12\"\n"
            ),
            [
                "2: `base` cannot be `lihgt`; did you mean `light`?",
                "3: unknown entry `acent`; did you mean `accent`?",
                "4: this is no colour: write \"#rrggbb\", \"default\" or a name of the palette; did you mean `red`?",
                "5: this is no colour: write \"#rrggbb\", \"default\" or a name of the palette",
            ]
        );
        assert_eq!(
            problems(
                "plain = { few = \"red\" }\nquiet = { rich = \"#000000\", few = \"#000000\" }\n"
            ),
            [
                "1: `plain` has no `rich`: the colour for terminals that have many",
                "2: where there are 16 colours, write one of black, red, green, yellow, blue, magenta, cyan, \
                 white, bright-black, bright-red, bright-green, bright-yellow, bright-blue, bright-magenta, \
                 bright-cyan, bright-white, default",
            ]
        );
        assert!(problems("plain = 7")[0].starts_with("1: this is no colour"));
        assert!(problems("plain")[0].starts_with("1: this is no TOML"));
    }
}
