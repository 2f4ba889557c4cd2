//! The command line.
//!
//! Only the options are read here. The environment comes in where the settings are put together
//! ([`crate::config::resolve`]): there a blank variable counts as unset, and a profile that was
//! asked for is told apart from one that was not.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::i18n::Language;
use crate::log::LogLevel;
use crate::model::base_url::PUBLIC_API_URL;

/// Exit status for what the user must mend first: a bad command line, configuration, credentials,
/// or no terminal.
pub const EXIT_MEND_FIRST: u8 = 2;

/// Exit status for a failure at run time.
pub const EXIT_FAILURE: u8 = 1;

const AFTER_HELP: &str = "\
An option beats its environment variable, which beats the configuration file. A blank variable
counts as unset.

Credentials: NCLOUD_ACCESS_KEY_ID (or NCLOUD_ACCESS_KEY) with NCLOUD_SECRET_ACCESS_KEY (or
NCLOUD_SECRET_KEY), else the profile DEFAULT of ~/.ncloud/configure. A profile that --profile or
NCLOUD_PROFILE names takes its keys from the file only.

Copies of deleted mirrors, and a journal of every deletion and restore, are kept in the platform's
data folder: u brings the last one back, t lists them, T lists the runs over many mirrors.

Exit status: 0 after a normal quit, 2 for what must be mended first, 1 for a failure at run time.";

const AFTER_SIMULATE_HELP: &str = r#"The first lines of output are the base URL and the keys that the service accepts.

Faults are planned while it runs, for the next requests of one operation:

  curl http://127.0.0.1:8787/_sim/faults \
    -d '{"operation":"delete","times":1,"fault":{"status":500}}'

Operations: list, search, device, mirrors, view, update, delete; left out, any of them.
Faults: "html", "broken_json", "empty", "close_before", "close_after", "hang", "hang_after",
{"slow_ms":3000}, {"status":503}, {"status_after":504}, {"clock_offset_ms":-600000}; those with a
status may also have "code" and "message", and {"status":429} a "retry_after" such as "2".

A rate above which every operation is answered with 429, until per_second is 0:

  curl http://127.0.0.1:8787/_sim/throttle -d '{"per_second":200,"retry_after":"1"}'

"retry_after" may be left out."#;

/// A terminal dashboard for the virtual device mirrors of NCP Cloud IoT Core
#[derive(Debug, Clone, PartialEq, Eq, Parser)]
#[command(version, after_help = AFTER_HELP, args_conflicts_with_subcommands = true)]
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
    /// Serve the embedded service over HTTP on loopback until Ctrl-C
    #[command(after_help = AFTER_SIMULATE_HELP)]
    Simulate(SimulateOptions),
}

/// Options of the dashboard, as given; nothing of the environment is in them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct DashboardOptions {
    /// Open the embedded service with a sample fleet: no account, no network, no set-up
    #[arg(long, conflicts_with_all = ["api_url", "profile"])]
    pub demo: bool,

    /// Base URL of the service, not yet checked.
    #[arg(
        long,
        value_name = "URL",
        help = format!(
            "Base URL of the service; http:// for loopback addresses only \
             [env: MIRRORDECK_API_URL] [default: {PUBLIC_API_URL}]"
        )
    )]
    pub api_url: Option<String>,

    /// The profile that is to give the keys; not blank.
    #[arg(
        long,
        value_name = "NAME",
        value_parser = not_blank,
        help = "Section of ~/.ncloud/configure that holds the keys [env: NCLOUD_PROFILE] \
                [default: DEFAULT]"
    )]
    pub profile: Option<String>,

    /// Only reads.
    #[arg(
        long,
        help = "Never delete anything: only reads leave the program [env: MIRRORDECK_READ_ONLY=1]"
    )]
    pub read_only: bool,

    /// The mouse is left to the terminal.
    #[arg(
        long,
        help = "Leave the mouse to the terminal, so that it selects text without Shift (Option on \
                macOS) held [env: MIRRORDECK_NO_MOUSE=1]"
    )]
    pub no_mouse: bool,

    /// The configuration file.
    #[arg(
        long,
        value_name = "FILE",
        help = "Configuration file [env: MIRRORDECK_CONFIG] [default: config.toml in the \
                platform's configuration folder]"
    )]
    pub config: Option<PathBuf>,

    /// The language of the screens and messages.
    #[arg(
        long,
        value_name = "LANGUAGE",
        value_parser = language,
        help = "Language: en, ko or ja [env: MIRRORDECK_LANG] [default: that of LC_ALL, LC_MESSAGES \
                or LANG, else en]"
    )]
    pub lang: Option<Language>,

    /// What goes into the log.
    #[arg(
        long,
        value_name = "LEVEL",
        ignore_case = true,
        help = "What goes into the log file [env: MIRRORDECK_LOG] [default: info]"
    )]
    pub log_level: Option<LogLevel>,
}

/// Options of `mirrordeck simulate`.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct SimulateOptions {
    /// Loopback address and port to listen on; port 0 picks a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8787", value_parser = loopback)]
    pub listen: SocketAddr,

    /// Number of devices, the sample's first, then generated ones; left out, the sample
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=100_000))]
    pub devices: Option<u32>,

    /// Milliseconds before each reply
    #[arg(long = "latency", value_name = "MS", default_value_t = 0,
          value_parser = clap::value_parser!(u64).range(0..=600_000))]
    pub latency_ms: u64,

    /// Most devices on one page, however many are asked for
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub max_page_size: Option<u32>,
}

fn not_blank(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("it is blank; name a profile, or leave the option out".to_owned()),
        name => Ok(name.to_owned()),
    }
}

fn language(text: &str) -> Result<Language, String> {
    Language::of_locale(text.trim()).ok_or_else(|| "write en, ko or ja".to_owned())
}

fn loopback(text: &str) -> Result<SocketAddr, String> {
    let address = match text.strip_prefix("localhost:").map(str::parse) {
        Some(Ok(port)) => Some(SocketAddr::from((Ipv4Addr::LOCALHOST, port))),
        _ => text.parse().ok(),
    };
    match address {
        Some(address) if address.ip().is_loopback() => Ok(address),
        Some(_) => Err("it is not a loopback address; write 127.0.0.1:PORT".to_owned()),
        None => Err("write it like 127.0.0.1:8787".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::{Cli, Command};

    fn problem(arguments: &str) -> clap::Error {
        Cli::try_parse_from(arguments.split(' ')).expect_err(arguments)
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
    fn the_service_listens_on_loopback_only() {
        let listen = |address: &str| {
            let cli = Cli::try_parse_from(["mirrordeck", "simulate", "--listen", address]);
            cli.map(|cli| match cli.command {
                Some(Command::Simulate(options)) => options.listen.to_string(),
                None => unreachable!("the command was given"),
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
        let help = Cli::command().render_long_help().to_string();
        for (option, variable) in [
            ("--api-url <URL>", "MIRRORDECK_API_URL"),
            ("--profile <NAME>", "NCLOUD_PROFILE"),
            ("--read-only", "MIRRORDECK_READ_ONLY=1"),
            ("--no-mouse", "MIRRORDECK_NO_MOUSE=1"),
            ("--config <FILE>", "MIRRORDECK_CONFIG"),
            ("--log-level <LEVEL>", "MIRRORDECK_LOG"),
            ("--lang <LANGUAGE>", "MIRRORDECK_LANG"),
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
