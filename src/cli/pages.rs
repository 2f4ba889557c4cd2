//! What the command line says of itself to shells and to `man`.

use std::io;

use clap::Arg;
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap_complete::generate;
use clap_complete::shells::{Bash, Fish, Zsh};
use clap_mangen::Man;

use super::{Shell, help};
use crate::words;

/// The script that completes commands and options in a shell.
#[must_use]
pub fn completions(shell: Shell) -> Vec<u8> {
    let mut command = help::command().mut_args(values_in_words);
    let mut script = Vec::new();
    let name = env!("CARGO_PKG_NAME");
    match shell {
        Shell::Bash => generate(Bash, &mut command, name, &mut script),
        Shell::Zsh => generate(Zsh, &mut command, name, &mut script),
        Shell::Fish => generate(Fish, &mut command, name, &mut script),
    }
    script
}

/// What each value means stands behind it in some shells, and clap has it in English. Nothing reads values
/// by this.
fn values_in_words(argument: Arg) -> Arg {
    let id = argument.get_id().as_str();
    let values = argument.get_possible_values();
    let meant = values.iter().filter_map(|value| {
        let meaning = help::value_text(id, value.get_name())?;
        Some(PossibleValue::new(value.get_name().to_owned()).help(meaning.to_string()))
    });
    let meant: Vec<_> = meant.collect();
    if meant.is_empty() {
        argument
    } else {
        argument.value_parser(PossibleValuesParser::new(meant))
    }
}

/// The manual page (roff): the dashboard, then each command with its options.
#[must_use]
pub fn man() -> Vec<u8> {
    let mut page = Vec::new();
    write_man(&mut page).expect("memory can be written to");
    let page = String::from_utf8_lossy(&page);
    let headings = [
        ("NAME", words!("cli-man-name")),
        ("SYNOPSIS", words!("cli-man-synopsis")),
        ("DESCRIPTION", words!("cli-man-description")),
        ("NOTES", words!("cli-man-notes")),
    ];
    // What renders the page has these in English.
    let lines = page.lines().map(|line| {
        let heading = line.strip_prefix(".SH ").or(line.strip_prefix(".SS "));
        let known = headings.iter().find(|(known, _)| heading == Some(*known));
        match known {
            Some((_, words)) => format!("{}{words}\n", &line[..4]),
            None => format!("{line}\n"),
        }
    });
    lines.collect::<String>().into_bytes()
}

fn write_man(page: &mut Vec<u8>) -> io::Result<()> {
    let command = help::command();
    let whole = Man::new(command.clone());
    whole.render_title(page)?;
    whole.render_name_section(page)?;
    whole.render_synopsis_section(page)?;
    whole.render_description_section(page)?;
    whole.render_options_section(page)?;
    for sub in command.get_subcommands() {
        if sub.get_name() == "help" {
            continue;
        }
        let mut text = Vec::new();
        let part = Man::new(sub.clone());
        part.render_synopsis_section(&mut text)?;
        part.render_description_section(&mut text)?;
        part.render_options_section(&mut text)?;
        if let Some(words) = sub.get_after_help() {
            extra(&mut text, &words.to_string());
        }
        let heading = format!(".SH {}\n", sub.get_name().to_uppercase());
        page.extend_from_slice(heading.as_bytes());
        // Its sections are parts of this one.
        let text = String::from_utf8_lossy(&text).replace(".SH ", ".SS ");
        page.extend_from_slice(text.as_bytes());
    }
    if let Some(words) = command.get_after_help() {
        page.extend_from_slice(b".SH NOTES\n");
        extra(page, &words.to_string());
    }
    Ok(())
}

/// Words as they stand, their lines kept.
fn extra(page: &mut Vec<u8>, words: &str) {
    page.extend_from_slice(b".nf\n");
    for line in words.lines() {
        // A dot or an apostrophe at the start would be a command, a backslash an escape.
        let line = line.replace('\\', "\\e").replace('-', "\\-");
        page.extend_from_slice(format!("\\&{line}\n").as_bytes());
    }
    page.extend_from_slice(b".fi\n");
}
