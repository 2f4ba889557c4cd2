//! What the command line says of itself to shells and to `man`.

use std::io;

use clap_complete::generate;
use clap_complete::shells::{Bash, Fish, Zsh};
use clap_mangen::Man;

use super::{Shell, help};

/// The script that completes commands and options in a shell.
#[must_use]
pub fn completions(shell: Shell) -> Vec<u8> {
    let mut command = help::command();
    let mut script = Vec::new();
    let name = env!("CARGO_PKG_NAME");
    match shell {
        Shell::Bash => generate(Bash, &mut command, name, &mut script),
        Shell::Zsh => generate(Zsh, &mut command, name, &mut script),
        Shell::Fish => generate(Fish, &mut command, name, &mut script),
    }
    script
}

/// The manual page (roff): the dashboard, then each command with its options.
#[must_use]
pub fn man() -> Vec<u8> {
    let mut page = Vec::new();
    write_man(&mut page).expect("memory can be written to");
    page
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
