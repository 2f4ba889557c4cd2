//! The command line.
//!
//! Its help is in the user's language, and so the language is looked for before anything is read
//! ([`language::language_before`]).
//!
//! Only the options are read here. The environment comes in where the settings are put together
//! ([`crate::config::resolve`]): there a blank variable counts as unset, and a profile that was
//! asked for is told apart from one that was not.

use std::ffi::OsString;
use std::io::Write as _;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use clap::{Args, CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};

use crate::i18n::{Language, spoken};
use crate::log::LogLevel;
use crate::words;

pub mod help;
pub mod language;
mod mistake;
mod pages;

pub use pages::{completions, man};

/// Exit status for what the user must mend first: a bad command line, configuration, credentials,
/// or no terminal.
pub const EXIT_MEND_FIRST: u8 = 2;

/// Exit status for a failure at run time.
pub const EXIT_FAILURE: u8 = 1;

/// The whole command line. Its help stands in the language files ([`help`]).
#[derive(Debug, Clone, PartialEq, Eq, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub struct Cli {
    /// What the dashboard is to do.
    #[command(flatten)]
    pub dashboard: DashboardOptions,
    /// Something else than the dashboard.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What the program does instead of opening the dashboard.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// The embedded service over HTTP on loopback, until Ctrl-C.
    Simulate(SimulateOptions),
    /// The completions for a shell.
    Completions {
        /// Which shell.
        shell: Shell,
    },
    /// The manual page.
    Man,
}

/// Shells that there are completions for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    /// GNU bash.
    Bash,
    /// zsh.
    Zsh,
    /// fish.
    Fish,
}

/// Options of the dashboard, as given; nothing of the environment is in them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of its own on the command line"
)]
pub struct DashboardOptions {
    /// The embedded service with a sample fleet.
    #[arg(long, conflicts_with_all = ["api_url", "profile"])]
    pub demo: bool,

    /// Base URL of the service, not yet checked.
    #[arg(long, value_name = "URL")]
    pub api_url: Option<String>,

    /// The profile that is to give the keys; not blank.
    #[arg(
        long,
        value_name = "NAME",
        value_parser = not_blank)]
    pub profile: Option<String>,

    /// Only reads.
    #[arg(long)]
    pub read_only: bool,

    /// The mouse is left to the terminal.
    #[arg(long)]
    pub no_mouse: bool,

    /// The configuration file.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,

    /// The language of the screens and messages.
    #[arg(
        long,
        value_name = "LANGUAGE",
        value_parser = language)]
    pub lang: Option<Language>,

    /// The theme, by its name or its file.
    #[arg(long, value_name = "NAME|FILE", value_parser = not_blank_theme)]
    pub theme: Option<String>,

    /// Signs and frames in ASCII.
    #[arg(long)]
    pub ascii: bool,

    /// What goes into the log.
    #[arg(long, value_name = "LEVEL", ignore_case = true)]
    pub log_level: Option<LogLevel>,
}

/// Options of `mirrordeck simulate`.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct SimulateOptions {
    /// Loopback address and port to listen on; port 0 is any free one.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8787", value_parser = loopback)]
    pub listen: SocketAddr,

    /// Number of devices; left out, those of the sample.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=100_000))]
    pub devices: Option<u32>,

    /// Milliseconds before each reply.
    #[arg(long = "latency", value_name = "MS", default_value_t = 0,
          value_parser = clap::value_parser!(u64).range(0..=600_000))]
    pub latency_ms: u64,

    /// Most devices on one page.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub max_page_size: Option<u32>,
}

impl Cli {
    /// Reads the arguments of the program. Prints help, or what is wrong with them, and ends the
    /// program where that is asked for; both in the language of the scope.
    #[must_use]
    pub fn read() -> Self {
        Self::of(std::env::args_os()).unwrap_or_else(|error| leave(&error))
    }

    /// As [`Cli::read`], of any arguments, the name of the program first. The words of the help are
    /// looked up only where they are needed: the first frame waits for this.
    ///
    /// # Errors
    /// What is to be printed in place of the dashboard: help, version, or what is wrong.
    pub fn of<I>(arguments: I) -> Result<Self, clap::Error>
    where
        I: IntoIterator<Item: Into<OsString>>,
    {
        let arguments: Vec<OsString> = arguments.into_iter().map(Into::into).collect();
        let read = |mut command: clap::Command| {
            let matches = command.try_get_matches_from_mut(&arguments);
            matches.and_then(|matches| {
                Self::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
            })
        };
        read(Self::command()).or_else(|_| read(help::command()))
    }
}

/// Says what clap has to say, and ends the program with its status.
fn leave(error: &clap::Error) -> ! {
    let words = (spoken() != Language::English).then(|| mistake::mistake(error));
    let Some(words) = words.flatten() else {
        error.exit()
    };
    // As everywhere, standard error may be gone.
    let _ = writeln!(std::io::stderr(), "mirrordeck: {words}");
    std::process::exit(error.exit_code())
}

fn not_blank(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err(words!("cli-blank-profile")),
        name => Ok(name.to_owned()),
    }
}

fn not_blank_theme(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err(words!("cli-blank-theme")),
        name => Ok(name.to_owned()),
    }
}

fn language(text: &str) -> Result<Language, String> {
    Language::of_locale(text.trim())
        .ok_or_else(|| words!("cli-languages", languages = help::languages()))
}

fn loopback(text: &str) -> Result<SocketAddr, String> {
    let address = match text.strip_prefix("localhost:").map(str::parse) {
        Some(Ok(port)) => Some(SocketAddr::from((Ipv4Addr::LOCALHOST, port))),
        _ => text.parse().ok(),
    };
    match address {
        Some(address) if address.ip().is_loopback() => Ok(address),
        Some(_) => Err(words!("cli-not-loopback")),
        None => Err(words!("cli-no-address")),
    }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::{Cli, Command};
    use crate::i18n::{Language, speaking};

    fn problem(arguments: &str) -> clap::Error {
        Cli::of(arguments.split(' ')).expect_err(arguments)
    }

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn without_arguments_the_dashboard_opens() {
        let cli = Cli::try_parse_from(["mirrordeck"]).unwrap();
        assert_eq!(cli.command, None);
        assert_eq!(cli.dashboard, super::DashboardOptions::default());
    }

    #[test]
    fn a_bad_command_line_is_for_the_user_to_mend() {
        for arguments in [
            "mirrordeck --colour",
            "mirrordeck --demo --profile plant",
            "mirrordeck --log-level loud",
            "mirrordeck --profile ",
            "mirrordeck --demo simulate",
            "mirrordeck simulate --listen 0.0.0.0:8787",
            "mirrordeck simulate --listen 8787",
            "mirrordeck simulate --max-page-size 0",
        ] {
            let code = problem(arguments).exit_code();
            assert_eq!(code, i32::from(super::EXIT_MEND_FIRST), "{arguments}");
        }
    }

    #[test]
    fn what_is_printed_is_in_the_language_of_the_scope() {
        let asked = |arguments: &str| {
            let printed = || problem(arguments).render().to_string();
            speaking(Language::Korean, printed)
        };
        assert!(asked("mirrordeck --help").contains("사용법:"));
        assert!(asked("mirrordeck simulate -h").contains("옵션:"));
        assert!(asked("mirrordeck --profile ").contains("프로필"));
        assert!(asked("mirrordeck --version").contains(env!("CARGO_PKG_VERSION")));
    }

    #[test]
    fn the_service_listens_on_loopback_only() {
        let listen = |address: &str| {
            let cli = Cli::try_parse_from(["mirrordeck", "simulate", "--listen", address]);
            cli.map(|cli| match cli.command {
                Some(Command::Simulate(options)) => options.listen.to_string(),
                _ => unreachable!("the command was given"),
            })
        };
        assert_eq!(listen("127.0.0.1:0").unwrap(), "127.0.0.1:0");
        assert_eq!(listen("[::1]:8787").unwrap(), "[::1]:8787");
        assert_eq!(listen("localhost:8787").unwrap(), "127.0.0.1:8787");
        let refused = listen("192.168.0.7:8787").unwrap_err().to_string();
        assert!(refused.contains("not a loopback address"), "{refused}");
    }

    #[test]
    fn help_names_every_option_and_its_variable() {
        let help = super::help::command().render_long_help().to_string();
        for (option, variable) in [
            ("--api-url <URL>", "MIRRORDECK_API_URL"),
            ("--profile <NAME>", "NCLOUD_PROFILE"),
            ("--read-only", "MIRRORDECK_READ_ONLY=1"),
            ("--no-mouse", "MIRRORDECK_NO_MOUSE=1"),
            ("--config <FILE>", "MIRRORDECK_CONFIG"),
            ("--log-level <LEVEL>", "MIRRORDECK_LOG"),
            ("--lang <LANGUAGE>", "MIRRORDECK_LANG"),
            ("--theme <NAME|FILE>", "MIRRORDECK_THEME"),
            ("--ascii", "MIRRORDECK_ASCII=1"),
        ] {
            assert!(help.contains(option), "{option}\n{help}");
            assert!(
                help.contains(&format!("[env: {variable}]")),
                "{variable}\n{help}"
            );
        }
        assert!(help.contains("--demo") && help.contains("simulate"));
    }
}
