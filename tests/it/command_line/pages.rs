//! Completions and the manual page.

use std::process::Stdio;

use clap::CommandFactory as _;
use mirrordeck::cli::Cli;

use super::{Home, to_mend};

/// Every long option, without its hyphens, and every command.
fn words_of_the_command_line() -> Vec<String> {
    let command = Cli::command();
    let commands = std::iter::once(&command).chain(command.get_subcommands());
    let mut words: Vec<String> = commands
        .flat_map(clap::Command::get_arguments)
        .filter_map(|argument| argument.get_long().map(str::to_owned))
        .collect();
    let names = command.get_subcommands();
    words.extend(names.map(|command| command.get_name().to_owned()));
    assert!(words.len() > 12, "{words:?}");
    words
}

#[test]
fn completions_know_every_option_and_command() {
    let home = Home::new();
    for shell in ["bash", "zsh", "fish"] {
        let ran = home.run(&["completions", shell]);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{shell}");
        for word in words_of_the_command_line() {
            assert!(ran.out.contains(&word), "{word} for {shell}");
        }
    }
}

#[test]
fn the_manual_page_knows_every_option_command_and_variable() {
    let ran = Home::new().run(&["man"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    // Hyphens are escaped for roff.
    let page = ran.out.replace("\\-", "-");
    for word in words_of_the_command_line() {
        assert!(page.contains(&word), "{word} in:\n{page}");
    }
    for word in [
        ".TH mirrordeck 1",
        ".SH SIMULATE",
        ".SH COMPLETIONS",
        "MIRRORDECK_API_URL",
        "NCLOUD_SECRET_ACCESS_KEY",
        "Exit status: 0",
        "/_sim/faults",
    ] {
        assert!(page.contains(word), "{word} in:\n{page}");
    }
}

#[cfg(unix)]
#[test]
fn a_shell_takes_its_completions() {
    use std::process::Command;
    let home = Home::new();
    for (shell, check) in [("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute")] {
        let script = home.run(&["completions", shell]).out;
        let path = home.path("script");
        std::fs::write(&path, script).unwrap();
        match Command::new(shell).arg(check).arg(&path).output() {
            Ok(ran) => assert!(ran.status.success(), "{shell}: {ran:?}"),
            Err(error) => eprintln!("skipped: no {shell} here: {error}"),
        }
    }
}

#[test]
fn a_reader_that_has_heard_enough_is_no_failure() {
    let home = Home::new();
    for arguments in [&["completions", "zsh"][..], &["man"]] {
        let mut command = home.command(arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let words = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{words}");
        assert_eq!(words, "");
    }
}

#[test]
fn another_shell_is_refused_with_those_that_there_are() {
    let words = to_mend(&Home::new(), &["completions", "tcsh"]);
    assert!(words.contains("bash, zsh, fish"), "{words}");
    let words = to_mend(&Home::new(), &["completions"]);
    assert!(words.contains("<SHELL>"), "{words}");
}
