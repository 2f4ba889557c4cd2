//! The help in the language of the scope: its words stand in the language files, and are put over
//! the definition of the command line here.

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command, CommandFactory as _};

use super::Cli;
use crate::i18n::{Language, Text};
use crate::log::LogLevel;
use crate::model::base_url::PUBLIC_API_URL;
use crate::text;
use crate::words;

/// The command line with its help in the language of the scope.
#[must_use]
pub fn command() -> Command {
    let mut command = in_words(Cli::command());
    // What clap adds itself is there only now.
    command.build();
    let command = command.mut_subcommand("help", |help| help.about(words!("cli-help-command")));
    usage_in_words(command)
}

/// The usage of a command and of those below it: clap has one word in it that is always English.
fn usage_in_words(command: Command) -> Command {
    let mut command = command.mut_subcommands(usage_in_words);
    let usage = command.render_usage().ansi().to_string();
    match usage.split_once(' ') {
        Some((_, usage)) if usage.contains("[OPTIONS]") => {
            let options = format!("[{}]", words!("cli-for-any-options"));
            command.override_usage(usage.replace("[OPTIONS]", &options))
        }
        _ => command,
    }
}

/// What an option or argument is for, by its id and that of its command; none where the language
/// files have nothing for it, which a test reports.
#[must_use]
pub fn argument_text(command: &str, argument: &str) -> Option<Text> {
    Some(match (command, argument) {
        ("mirrordeck", "demo") => text!("cli-demo"),
        ("mirrordeck", "api_url") => text!("cli-api-url", url = PUBLIC_API_URL),
        ("mirrordeck", "profile") => text!("cli-profile"),
        ("mirrordeck", "read_only") => text!("cli-read-only"),
        ("mirrordeck", "config") => text!("cli-config"),
        ("mirrordeck", "lang") => text!("cli-lang", languages = languages()),
        ("mirrordeck", "log_level") => text!("cli-log-level"),
        ("simulate", "listen") => text!("cli-listen"),
        ("simulate", "devices") => text!("cli-devices"),
        ("simulate", "latency_ms") => text!("cli-latency"),
        ("simulate", "max_page_size") => text!("cli-max-page-size"),
        ("mirrordeck", "theme") => text!("cli-theme", themes = theme_names()),
        ("mirrordeck", "ascii") => text!("cli-ascii"),
        ("mirrordeck", "no_mouse") => text!("cli-no-mouse"),
        ("completions", "shell") => text!("cli-shell"),
        (_, "version") => text!("cli-version"),
        _ => return None,
    })
}

/// What stands for the value of an option or argument, by its id; none where clap's own is a word of no
/// language.
fn value_name(argument: &str) -> Option<Text> {
    Some(match argument {
        "profile" => text!("cli-for-name"),
        "config" => text!("cli-for-file"),
        "theme" => text!("cli-for-name-or-file"),
        "lang" => text!("cli-for-language"),
        "log_level" => text!("cli-for-level"),
        "listen" => text!("cli-for-address"),
        "devices" | "max_page_size" => text!("cli-for-number"),
        "latency_ms" => text!("cli-for-milliseconds"),
        "shell" => text!("cli-for-shell"),
        _ => return None,
    })
}

/// What a command is for, and what follows its options; none where the language files have nothing.
#[must_use]
pub fn command_text(command: &str) -> Option<(Text, Text)> {
    Some(match command {
        "mirrordeck" => (text!("cli-about"), after_help()),
        "simulate" => (text!("cli-simulate"), after_simulate_help()),
        "completions" => (text!("cli-completions"), Text::empty()),
        "man" => (text!("cli-man"), Text::empty()),
        _ => return None,
    })
}

/// `auto, dark, light`, and whichever others there are.
fn theme_names() -> Text {
    let names: Vec<_> = ["auto"]
        .into_iter()
        .chain(crate::config::theme_names())
        .collect();
    Text::verbatim(names.join(", "))
}

/// `en, ko or ja`.
pub(super) fn languages() -> Text {
    Text::one_of(&Language::ALL.map(|(code, _)| code))
}

fn after_help() -> Text {
    Text::joined(
        [
            text!("cli-after-precedence"),
            text!("cli-after-credentials"),
            text!("cli-after-copies"),
            text!("cli-after-status"),
        ],
        "\n\n",
    )
}

const FAULTS: &str = r#"  curl http://127.0.0.1:8787/_sim/faults \
    -d '{"operation":"delete","times":1,"fault":{"status":500}}'"#;
const FAULT_KINDS: &str = r#""html", "broken_json", "empty", "close_before", "close_after", "hang", "hang_after",
{"slow_ms":3000}, {"status":503}, {"status_after":504}, {"clock_offset_ms":-600000}"#;
const THROTTLE: &str =
    r#"  curl http://127.0.0.1:8787/_sim/throttle -d '{"per_second":200,"retry_after":"1"}'"#;

fn after_simulate_help() -> Text {
    Text::joined(
        [
            text!("cli-after-simulate-lines"),
            text!("cli-after-simulate-faults"),
            Text::verbatim(FAULTS),
            text!(
                "cli-after-simulate-kinds",
                kinds = FAULT_KINDS,
                busy = r#"{"status":429}"#
            ),
            text!("cli-after-simulate-throttle"),
            Text::verbatim(THROTTLE),
            text!("cli-after-simulate-retry"),
        ],
        "\n\n",
    )
}

/// What a value of an option means, by the id of the option.
pub(super) fn value_text(argument: &str, value: &str) -> Option<Text> {
    if argument != "log_level" {
        return None;
    }
    Some(match LogLevel::named(value)? {
        LogLevel::Off => text!("cli-log-off"),
        LogLevel::Error => text!("cli-log-error"),
        LogLevel::Warn => text!("cli-log-warn"),
        LogLevel::Info => text!("cli-log-info"),
        LogLevel::Debug => text!("cli-log-debug"),
        LogLevel::Trace => text!("cli-log-trace"),
    })
}

fn in_words(mut command: Command) -> Command {
    let name = command.get_name().to_owned();
    if let Some((about, after)) = command_text(&name) {
        command = command
            .about(about.to_string())
            .after_help(after.to_string());
    }
    let explains_values = command.get_arguments().any(|argument| {
        let values = argument.get_possible_values();
        let id = argument.get_id().as_str();
        values
            .iter()
            .any(|value| value_text(id, value.get_name()).is_some())
    });
    command = command
        .mut_args(|argument| argument_in_words(&name, argument))
        .disable_help_flag(true)
        .arg(help_flag(explains_values));
    if command.get_version().is_some() {
        let version = Arg::new("version").short('V').long("version");
        command = command
            .disable_version_flag(true)
            .arg(argument_in_words(&name, version.action(ArgAction::Version)));
    }
    let usage = command.get_styles().get_usage();
    let usage = format!("{usage}{}{usage:#}", words!("cli-usage"));
    command
        .subcommand_value_name(words!("cli-for-command"))
        .subcommand_help_heading(words!("cli-commands"))
        .help_template(format!(
            "{{before-help}}{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"
        ))
        .mut_subcommands(in_words)
}

fn help_flag(explains_values: bool) -> Arg {
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help);
    let help = help.help_heading(words!("cli-options"));
    if explains_values {
        help.help(words!("cli-help-short"))
            .long_help(words!("cli-help-long"))
    } else {
        help.help(words!("cli-help"))
    }
}

fn argument_in_words(command: &str, argument: Arg) -> Arg {
    let heading = if argument.is_positional() {
        words!("cli-arguments")
    } else {
        words!("cli-options")
    };
    let mut argument = argument.help_heading(heading);
    if let Some(name) = value_name(argument.get_id().as_str()) {
        argument = argument.value_name(name.to_string());
    }
    let id = argument.get_id().as_str();
    let Some(words) = argument_text(command, id) else {
        return argument;
    };
    let mut short = words.to_string();
    let defaults = argument.get_default_values().iter();
    let defaults: Vec<_> = defaults.map(|value| value.to_string_lossy()).collect();
    if !defaults.is_empty() {
        short = words!(
            "cli-with-default",
            help = short,
            default = defaults.join(", ")
        );
    }
    if !argument.get_action().takes_values() {
        return argument.help(short);
    }
    let values = argument.get_possible_values();
    if values.is_empty() {
        return argument.help(short).hide_default_value(true);
    }
    let names: Vec<_> = values.iter().map(PossibleValue::get_name).collect();
    let widest = names.iter().map(|name| name.len()).max().unwrap_or(0);
    let meanings = names.iter().filter_map(|name| {
        let meaning = value_text(id, name)?;
        Some(format!(
            "\n- {:<1$} {meaning}",
            format!("{name}:"),
            widest + 1
        ))
    });
    let meanings: String = meanings.collect();
    let argument = argument.hide_default_value(true).hide_possible_values(true);
    let listed = words!("cli-with-values", help = &short, values = names.join(", "));
    if meanings.is_empty() {
        return argument.help(listed);
    }
    let long = format!("{short}\n\n{}{meanings}", words!("cli-values"));
    argument.help(listed).long_help(long)
}

#[cfg(test)]
mod tests {
    use clap::Command;

    use super::{argument_text, command, command_text};
    use crate::i18n::{Language, speaking};

    fn each(command: &Command, visit: &mut dyn FnMut(&Command)) {
        visit(command);
        // That of clap itself has no options.
        let own = command
            .get_subcommands()
            .filter(|command| command.get_name() != "help");
        own.for_each(|command| each(command, visit));
    }

    #[test]
    fn every_command_and_option_has_its_words_in_the_language_files() {
        each(&command(), &mut |command| {
            let name = command.get_name();
            assert!(command_text(name).is_some(), "add {name} to command_text");
            for argument in command.get_arguments() {
                let id = argument.get_id().as_str();
                let is_known = id == "help" || argument_text(name, id).is_some();
                assert!(is_known, "add ({name}, {id}) to argument_text");
            }
        });
    }

    #[test]
    fn the_help_is_wholly_in_the_language_asked_for() {
        for (language, usage, options) in [
            (Language::English, "Usage:", "Options:"),
            (Language::Korean, "사용법:", "옵션:"),
            (Language::Japanese, "使い方:", "オプション:"),
        ] {
            let help = speaking(language, || {
                let mut command = command();
                let help = command.render_long_help().to_string();
                let simulate = command.find_subcommand_mut("simulate").expect("there");
                format!("{help}{}", simulate.render_long_help())
            });
            assert!(help.contains(usage) && help.contains(options), "{help}");
            if language != Language::English {
                for word in [
                    "Usage",
                    "Options",
                    "Commands",
                    "Print",
                    "Possible",
                    "[default: 0]",
                    "[OPTIONS]",
                    "<COMMAND>",
                    "<NAME",
                    "<FILE>",
                    "<L",
                    "<ADDRESS>",
                    "<N>",
                    "<MS>",
                ] {
                    assert!(!help.contains(word), "{word}\n{help}");
                }
            }
        }
    }

    #[test]
    fn the_help_lists_the_code_of_every_language() {
        let help = command().render_long_help().to_string();
        let line = help.split("--lang <LANGUAGE>").nth(1).expect("there");
        for (code, _) in Language::ALL {
            assert!(
                line.lines().nth(1).is_some_and(|line| line.contains(code)),
                "{line}"
            );
        }
    }
}
