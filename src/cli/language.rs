//! Which language is spoken before anything else is known.

use std::ffi::{OsStr, OsString};

use crate::i18n::Language;

/// The option that names the language.
const OPTION: &str = "--lang";
/// The variable that does.
pub const VARIABLE: &str = "MIRRORDECK_LANG";
/// The variables of the locale, the strongest first.
const LOCALE: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language of the help, and of messages until the settings are known: that of `--lang`, of
/// `MIRRORDECK_LANG` or of the locale, else English. What none of our languages is named by counts as
/// unset, as whoever reads the arguments in earnest will say so.
///
/// * `arguments` - those of the program, its name left out.
/// * `variable` - a variable of the environment.
pub fn language_before(
    arguments: impl IntoIterator<Item = OsString>,
    variable: impl Fn(&str) -> Option<String>,
) -> Language {
    let named = |text: String| Language::of_locale(text.trim());
    asked_for(arguments)
        .and_then(named)
        .or_else(|| variable(VARIABLE).and_then(named))
        .or_else(|| of_environment(variable))
        .unwrap_or_default()
}

/// The language of the locale in the environment, if it is one of ours. A blank variable counts as
/// unset.
pub fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Option<Language> {
    let set = |name: &&str| variable(name).filter(|locale| !locale.trim().is_empty());
    let locale = LOCALE.iter().find_map(set)?;
    Language::of_locale(locale.trim())
}

fn asked_for(arguments: impl IntoIterator<Item = OsString>) -> Option<String> {
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        if argument == "--" {
            return None;
        }
        if argument == OPTION {
            return arguments.next()?.into_string().ok();
        }
        if let Some(value) = value_of(&argument) {
            return Some(value);
        }
    }
    None
}

fn value_of(argument: &OsStr) -> Option<String> {
    let value = argument.to_str()?.strip_prefix(OPTION)?.strip_prefix('=')?;
    Some(value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::language_before;
    use crate::i18n::Language;

    fn before(arguments: &str, variables: &[(&str, &str)]) -> Language {
        let arguments = arguments.split_whitespace().map(Into::into);
        language_before(arguments, |name| {
            let set = variables.iter().find(|(known, _)| *known == name);
            set.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_option_beats_the_variable_which_beats_the_locale() {
        let locale = ("LANG", "ja_JP.UTF-8");
        let variable = ("MIRRORDECK_LANG", "ko");
        assert_eq!(before("", &[]), Language::English);
        assert_eq!(before("", &[locale]), Language::Japanese);
        assert_eq!(before("", &[locale, variable]), Language::Korean);
        for arguments in ["--lang en --help", "--demo --lang=en", "simulate --lang en"] {
            assert_eq!(before(arguments, &[locale, variable]), Language::English);
        }
        assert_eq!(before("-- --lang ko", &[]), Language::English);
        assert_eq!(before("--lang", &[variable]), Language::Korean);
    }

    #[test]
    fn what_is_unknown_or_blank_counts_as_unset() {
        let korean = ("LANG", "ko_KR.UTF-8");
        assert_eq!(before("--lang xx", &[korean]), Language::Korean);
        assert_eq!(
            before("", &[("MIRRORDECK_LANG", "xx"), korean]),
            Language::Korean
        );
        assert_eq!(before("", &[("LC_ALL", " "), korean]), Language::Korean);
        assert_eq!(
            before("", &[("LC_ALL", "de_DE"), korean]),
            Language::English
        );
        assert_eq!(before("", &[("LC_ALL", "C"), korean]), Language::English);
    }
}
