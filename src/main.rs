//! Wires the program together: the only place that knows every part.

use std::fmt::Display;
use std::process::ExitCode;

use clap::Parser as _;
use mirrordeck::api::clock::Clock;
use mirrordeck::api::http::{HttpTransport, TimeLimits};
use mirrordeck::cli::{Cli, Command, DashboardOptions, EXIT_FAILURE, SimulateOptions};
use mirrordeck::config::paths::Folders;
use mirrordeck::config::resolve::{Settings, Surroundings, resolve};
use mirrordeck::runtime::dashboard::{self, DashboardError};
use mirrordeck::runtime::terminal;
use mirrordeck::sim::auth::demo_credentials;
use mirrordeck::sim::service::Service;
use mirrordeck::sim::simulate::simulate;
use mirrordeck::sim::transport::SimTransport;
use mirrordeck::{log, sim};

/// How long each answer takes in the demonstration, milliseconds: about that of a near region.
const DEMO_LATENCY_MS: u64 = 40;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match cli.command {
        Some(Command::Simulate(options)) => run_simulator(&options),
        None => run_dashboard(&cli.dashboard),
    }
}

fn run_dashboard(options: &DashboardOptions) -> ExitCode {
    if let Err(error) = terminal::install_hooks() {
        return failed(EXIT_FAILURE, &error);
    }
    let folders = Folders::of_platform();
    let around = Surroundings {
        variable: &|name| std::env::var(name).ok(),
        folders: &folders,
        demo_keys: demo_credentials(),
    };
    let mut settings = match resolve(options, &around) {
        Ok(settings) => settings,
        Err(error) => return failed(error.exit_code(), &error),
    };
    let _log = log::open(folders.state.as_deref(), settings.log_level, &settings.credentials)
        .map_err(|warning| settings.warnings.push(warning));
    for warning in &settings.warnings {
        tracing::warn!("{warning}");
    }
    match open(options, &settings) {
        Ok(None) => ExitCode::SUCCESS,
        Ok(Some(last_words)) => {
            eprintln!("mirrordeck: {last_words}");
            ExitCode::SUCCESS
        }
        Err(DashboardError::Terminal(error)) => failed(error.exit_code(), &error),
        Err(error) => failed(EXIT_FAILURE, &format!("{:?}", color_eyre::Report::new(error))),
    }
}

fn open(options: &DashboardOptions, settings: &Settings) -> Result<Option<String>, DashboardError> {
    if options.demo {
        let clock = Clock::system();
        let service = Service::new(clock.now_ms(), sim::service::Settings::default());
        let limit_ms = u64::try_from(settings.request_timeout.as_millis()).unwrap_or(u64::MAX);
        let transport = SimTransport::new(service, clock, DEMO_LATENCY_MS, limit_ms);
        return dashboard::run(settings, transport);
    }
    let limits =
        TimeLimits { connect: settings.connect_timeout, request: settings.request_timeout };
    dashboard::run(settings, HttpTransport::new(&settings.base_url, limits))
}

fn failed(status: u8, error: &dyn Display) -> ExitCode {
    eprintln!("mirrordeck: {error}");
    ExitCode::from(status)
}
