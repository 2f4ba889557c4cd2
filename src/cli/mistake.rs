//! What is wrong with a command line, in the language of the scope. In English clap says it itself.

use std::error::Error as _;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::i18n::Text;
use crate::model::text::escape_text;
use crate::text;

/// What is wrong and what to do about it; nothing for help, for the version, and for the few mistakes
/// that our options do not allow.
#[must_use]
pub fn mistake(error: &Error) -> Option<Text> {
    let what = what(error)?;
    let help = text!("cli-see-help");
    let parts = match suggestion(error) {
        Some(suggestion) => vec![what, suggestion, help],
        None => vec![what, help],
    };
    Some(Text::joined(parts, "\n"))
}

fn what(error: &Error) -> Option<Text> {
    let argument = one(error, ContextKind::InvalidArg);
    Some(match error.kind() {
        ErrorKind::UnknownArgument => text!("cli-unknown-argument", argument = argument?),
        ErrorKind::InvalidSubcommand => {
            let command = one(error, ContextKind::InvalidSubcommand)?;
            text!("cli-unknown-command", command = command)
        }
        ErrorKind::MissingRequiredArgument => {
            let arguments = all(error, ContextKind::InvalidArg)?;
            text!("cli-missing-argument", arguments = arguments)
        }
        ErrorKind::ArgumentConflict => conflict(error)?,
        ErrorKind::InvalidValue => {
            let (argument, value) = (argument?, one(error, ContextKind::InvalidValue)?);
            let names = all(error, ContextKind::ValidValue).filter(|names| !names.is_empty());
            match (value.as_str(), names) {
                ("", Some(names)) => {
                    text!("cli-missing-value-of", argument = argument, names = names)
                }
                ("", None) => text!("cli-missing-value", argument = argument),
                (_, Some(names)) => text!(
                    "cli-wrong-value-of",
                    argument = argument,
                    value = value,
                    names = names
                ),
                (_, None) => text!("cli-wrong-value", argument = argument, value = value),
            }
        }
        ErrorKind::ValueValidation => {
            let (argument, value) = (argument?, one(error, ContextKind::InvalidValue)?);
            let cause = cause(error, &argument);
            text!(
                "cli-wrong-value-because",
                argument = argument,
                value = value,
                cause = cause
            )
        }
        ErrorKind::TooManyValues => {
            let value = one(error, ContextKind::InvalidValue)?;
            text!("cli-value-too-many", argument = argument?, value = value)
        }
        ErrorKind::InvalidUtf8 => text!("cli-not-utf8"),
        _ => return None,
    })
}

fn conflict(error: &Error) -> Option<Text> {
    let others = all(error, ContextKind::PriorArg);
    if let Some(command) = one(error, ContextKind::InvalidSubcommand) {
        return Some(text!(
            "cli-command-alone",
            command = command,
            arguments = others?
        ));
    }
    let argument = one(error, ContextKind::InvalidArg)?;
    Some(match others {
        Some(others) if others != argument => {
            text!("cli-conflict", argument = argument, others = others)
        }
        _ => text!("cli-argument-twice", argument = argument),
    })
}

/// Why a value cannot be taken. Numbers are read by clap, which says it in English; what our own code
/// reads it has said in the language of the scope.
fn cause(error: &Error, argument: &str) -> Text {
    let option = argument.split(' ').next().unwrap_or_default();
    match option {
        "--devices" => text!("cli-number", least = 0_u64, most = 100_000_u64),
        "--latency" => text!("cli-number", least = 0_u64, most = 600_000_u64),
        "--max-page-size" => text!("cli-number", least = 1_u64, most = u32::MAX),
        _ => {
            let said = error.source().map(ToString::to_string);
            Text::verbatim(escape_text(&said.unwrap_or_default()))
        }
    }
}

/// What may have been meant.
fn suggestion(error: &Error) -> Option<Text> {
    let kinds = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let names = kinds.into_iter().find_map(|kind| all(error, kind))?;
    Some(text!("cli-did-you-mean", names = names))
}

fn one(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(words) => Some(escape_text(words).into_owned()),
        _ => None,
    }
}

/// One or more, with commas between them.
fn all(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(words) => Some(escape_text(words).into_owned()),
        ContextValue::Strings(words) => Some(escape_text(&words.join(", ")).into_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::mistake;
    use crate::cli::help::command;
    use crate::i18n::{Language, speaking};

    fn said(language: Language, arguments: &str) -> String {
        speaking(language, || {
            let arguments = ["mirrordeck"].into_iter().chain(arguments.split(' '));
            let error = command()
                .try_get_matches_from(arguments)
                .expect_err("it is wrong");
            mistake(&error).expect("it has words").to_string()
        })
    }

    #[test]
    fn every_mistake_is_said_in_the_language_with_what_is_wrong_in_it() {
        for (arguments, names) in [
            ("--colour", &["--colour"][..]),
            ("--dem", &["--dem", "--demo"]),
            ("--demo --profile plant", &["--demo", "--profile <"]),
            ("--demo --demo", &["--demo"]),
            ("--log-level loud", &["--log-level", "loud", "trace"]),
            ("--log-level", &["--log-level"]),
            ("--profile ", &["--profile <"]),
            ("--lang xx", &["--lang", "xx", "en, ko"]),
            ("--demo simulate", &["simulate"]),
            ("simulat", &["simulat", "simulate"]),
            ("completions", &["<"]),
            ("completions fsh", &["fsh", "fish"]),
            ("simulate --devices 200000", &["200000", "100,000"]),
            ("simulate --max-page-size x", &["--max-page-size", "1"]),
            ("simulate --listen 0.0.0.0:1", &["--listen", "0.0.0.0:1"]),
            ("--demo=yes", &["--demo", "yes"]),
        ] {
            for (language, letters) in [
                (Language::Korean, '가'..='힣'),
                (Language::Japanese, 'ぁ'..='ん'),
            ] {
                let said = said(language, arguments);
                let lines = said.lines();
                assert!(
                    lines.clone().count() >= 2
                        && lines
                            .clone()
                            .all(|line| line.chars().any(|c| letters.contains(&c))),
                    "{arguments}: {said}"
                );
                for name in names {
                    assert!(said.contains(name), "{arguments}: {name} in {said}");
                }
            }
        }
    }

    #[test]
    fn help_and_version_are_no_mistakes() {
        for asked in ["--help", "--version", "help"] {
            let error = command()
                .try_get_matches_from(["mirrordeck", asked])
                .expect_err("clap says it");
            assert_eq!(mistake(&error), None, "{asked}");
        }
    }
}
