//! Wires the program together: the only place that knows every part.

use std::error::Error;
use std::fmt::Display;
use std::io::{ErrorKind, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use color_eyre::eyre::Report;
use mirrordeck::api::clock::Clock;
use mirrordeck::api::http::{HttpTransport, TimeLimits};
use mirrordeck::app::welcome::{Choice, Welcome};
use mirrordeck::cli::language::language_before;
use mirrordeck::cli::{
    self, Cli, Command, DashboardOptions, EXIT_FAILURE, EXIT_MEND_FIRST, SimulateOptions,
};
use mirrordeck::config::{ConfigError, Folders, Settings, Surroundings, before_settings, resolve};
use mirrordeck::i18n::{Language, Text, naming, speaking};
use mirrordeck::log::Log;
use mirrordeck::runtime::dashboard::{self, DashboardError, Ended};
use mirrordeck::runtime::terminal;
use mirrordeck::runtime::welcome;
use mirrordeck::sim::demo_credentials;
use mirrordeck::sim::service::{self, Service};
use mirrordeck::sim::simulate::{self, SimulateError, simulate};
use mirrordeck::sim::transport::SimTransport;
use mirrordeck::text;
use tempfile::TempDir;

/// How long each answer takes in the demonstration, milliseconds: about that of a near region.
const DEMO_LATENCY_MS: u64 = 40;

fn main() -> ExitCode {
    let language = language_before(std::env::args_os().skip(1), variable);
    let cli = speaking(language, Cli::read);
    // color-eyre's report is on the screen by the time a panic gets here.
    let run = AssertUnwindSafe(|| match cli.command {
        Some(Command::Simulate(options)) => run_simulator(&options, language),
        Some(Command::Completions { shell }) => {
            print(&speaking(language, || cli::completions(shell)), language)
        }
        Some(Command::Man) => print(&speaking(language, cli::man), language),
        None => run_dashboard(&cli.dashboard, language),
    });
    catch_unwind(run).unwrap_or(ExitCode::from(EXIT_FAILURE))
}

/// * `language` - that of messages until the settings are known.
fn run_dashboard(options: &DashboardOptions, language: Language) -> ExitCode {
    if let Err(error) = terminal::install_hooks() {
        return failed(EXIT_FAILURE, &error, language);
    }
    let folders = Folders::of_platform();
    let around = Surroundings {
        variable: &variable,
        folders: &folders,
        demo_keys: demo_credentials(),
    };
    let demo = DashboardOptions {
        demo: true,
        ..options.clone()
    };
    let (options, resolved) = match resolve(options, &around) {
        Err(error) if is_demo_wanted(&error, options, &around) => (&demo, resolve(&demo, &around)),
        resolved => (options, resolved),
    };
    let settings = match resolved {
        Ok(settings) => settings,
        Err(error) => return failed(error.exit_code(), &error, language),
    };
    let language = settings.language;
    if let Err(error) = terminal::require_terminal() {
        return failed(error.exit_code(), &error, language);
    }
    let log = Arc::new(Log::new(
        folders.state.clone(),
        settings.log_level,
        settings.credentials.clone(),
    ));
    let open_log = {
        let (log, warnings) = (Arc::clone(&log), settings.warnings.clone());
        move || log.open(&warnings)
    };
    let ended = open(options, &settings, folders.data.as_deref(), open_log);
    if ended.outcome.is_err() {
        // It may have ended before its first frame.
        log.open(&settings.warnings);
    }
    if let Some(words) = &ended.last_words {
        tracing::info!(%words, "said after the screen was given back");
    }
    log.close();
    if let Some(words) = ended.last_words {
        let keys = Arc::clone(&settings.keymap);
        naming(keys, || say(&words, language));
    }
    match ended.outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(DashboardError::Terminal(error)) => failed(error.exit_code(), &error, language),
        Err(error) => crashed(error, language),
    }
}

/// Where nothing but credentials is missing, and somebody sits at a terminal: explains how to give them,
/// and offers the demonstration. Whatever happens there, what is missing is said after it.
fn is_demo_wanted(
    error: &ConfigError,
    options: &DashboardOptions,
    around: &Surroundings<'_>,
) -> bool {
    let ConfigError::MissingCredentials { file, profiles } = error else {
        return false;
    };
    if terminal::require_terminal().is_err() {
        return false;
    }
    let (language, look) = before_settings(options, around);
    let screen = Welcome::new(language, look, file.clone(), profiles.clone());
    matches!(welcome::show(screen), Ok(Choice::Demo))
}

/// Writes to standard output for another program, which may have heard enough before the end.
fn print(bytes: &[u8], language: Language) -> ExitCode {
    let mut out = std::io::stdout();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => failed(
            EXIT_FAILURE,
            &text!("terminal-output-lost", cause = error.to_string()),
            language,
        ),
        _ => ExitCode::SUCCESS,
    }
}

fn open(
    options: &DashboardOptions,
    settings: &Settings,
    data: Option<&Path>,
    open_log: impl FnOnce() -> Vec<Text> + Send + 'static,
) -> Ended {
    if options.demo {
        let clock = Clock::system();
        let service = Service::new(clock.now_ms(), service::Settings::default());
        let limit_ms = u64::try_from(settings.request_timeout.as_millis()).unwrap_or(u64::MAX);
        let transport = SimTransport::new(service, clock, DEMO_LATENCY_MS, limit_ms);
        // What is deleted in a demonstration is kept as long as it lasts, apart from real copies.
        let folder = TempDir::with_prefix("mirrordeck-demo-").ok();
        return dashboard::run(
            settings,
            transport,
            folder.as_ref().map(TempDir::path),
            open_log,
        );
    }
    let limits = TimeLimits {
        connect: settings.connect_timeout,
        request: settings.request_timeout,
    };
    match HttpTransport::new(&settings.base_url, limits) {
        Ok(transport) => dashboard::run(settings, transport, data, open_log),
        Err(error) => DashboardError::from(error).into(),
    }
}

fn run_simulator(options: &SimulateOptions, language: Language) -> ExitCode {
    let SimulateOptions {
        listen,
        devices,
        latency_ms,
        max_page_size,
    } = *options;
    let devices = devices.map(|devices| usize::try_from(devices).unwrap_or(usize::MAX));
    let options = simulate::SimulateOptions {
        listen,
        devices,
        latency_ms,
        max_page_size,
        language,
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    let runtime = match runtime {
        Ok(runtime) => runtime,
        Err(error) => return crashed(error, language),
    };
    match runtime.block_on(simulate(options, &mut std::io::stdout())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error @ (SimulateError::NotLoopback { .. } | SimulateError::Listen { .. })) => {
            failed(EXIT_MEND_FIRST, &error, language)
        }
        Err(error) => failed(EXIT_FAILURE, &error, language),
    }
}

/// A failure that the user did not cause: with color-eyre's report.
fn crashed(error: impl Error + Send + Sync + 'static, language: Language) -> ExitCode {
    let report = speaking(language, || format!("{:?}", Report::new(error)));
    failed(EXIT_FAILURE, &report, language)
}

fn failed(status: u8, error: &dyn Display, language: Language) -> ExitCode {
    say(error, language);
    ExitCode::from(status)
}

/// `eprintln!` would panic where standard error is gone, as after a lost connection.
fn say(words: &dyn Display, language: Language) {
    let words = speaking(language, || words.to_string());
    let _ = writeln!(std::io::stderr(), "mirrordeck: {words}");
}

/// A variable of the environment.
fn variable(name: &str) -> Option<String> {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}
