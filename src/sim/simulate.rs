//! `mirrordeck simulate`: the service on loopback, for people and scripts.

use std::error::Error;
use std::fmt;
use std::future::Future;
use std::io::{self, Write};
use std::net::SocketAddr;

use tokio::net::TcpListener;

use super::http::{base_url, serve};
use super::seed::SEEDED_DEVICES;
use super::service::{Service, Settings};
use super::transport::SimTransport;
use super::{DEMO_ACCESS_KEY, DEMO_SECRET_KEY};
use crate::api::clock::Clock;
use crate::i18n::{Language, Text, speaking};
use crate::{text, words};

/// What the command line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimulateOptions {
    /// Where to listen, on loopback; port 0 picks a free one.
    pub listen: SocketAddr,
    /// Devices in the fleet; absent for the sample's.
    pub devices: Option<usize>,
    /// Milliseconds that every answer takes.
    pub latency_ms: u64,
    /// Rows that a page holds at most; absent for the service's usual limit.
    pub max_page_size: Option<u32>,
    /// In which the first lines are.
    pub language: Language,
}

/// Why there is nothing to serve, or no longer.
#[derive(Debug)]
pub enum SimulateError {
    /// Its keys are known to all, so it must not be reachable for others.
    NotLoopback {
        /// The address asked for.
        listen: SocketAddr,
    },
    /// No page could hold a device.
    EmptyPages,
    /// The port is taken, or the address is not this computer's.
    Listen {
        /// The address asked for.
        listen: SocketAddr,
        /// What the system said.
        cause: io::Error,
    },
    /// The signals that end it cannot be waited for.
    Signals(io::Error),
    /// Nobody can read where it listens.
    Output(io::Error),
    /// It had to stop.
    Serve(io::Error),
}

impl SimulateError {
    /// What is wrong, and what to do.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::NotLoopback { listen } => {
                text!("terminal-not-loopback", address = listen.to_string())
            }
            Self::EmptyPages => text!("terminal-empty-pages"),
            Self::Listen { listen, cause } => text!(
                "terminal-cannot-listen",
                address = listen.to_string(),
                cause = cause.to_string()
            ),
            Self::Signals(error) => text!("terminal-no-signals", cause = error.to_string()),
            Self::Output(error) => text!("terminal-no-output", cause = error.to_string()),
            Self::Serve(error) => text!("terminal-cannot-serve", cause = error.to_string()),
        }
    }
}

impl fmt::Display for SimulateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}

impl Error for SimulateError {}

/// Serves until Ctrl-C or, on Unix, SIGTERM.
///
/// # Errors
/// See [`SimulateError`].
pub async fn simulate(
    options: SimulateOptions,
    output: &mut impl Write,
) -> Result<(), SimulateError> {
    let shutdown = ended_by_signal().map_err(SimulateError::Signals)?;
    simulate_until(options, output, shutdown).await
}

/// Waits for both signals from now on, so that one which comes early is not lost.
#[cfg(unix)]
fn ended_by_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(windows)]
fn ended_by_signal() -> io::Result<impl Future<Output = ()>> {
    let mut interrupt = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        interrupt.recv().await;
    })
}

/// Prints base URL, keys and a word on faults to `output`, then serves until `shutdown`.
///
/// # Errors
/// See [`SimulateError`].
pub async fn simulate_until(
    options: SimulateOptions,
    output: &mut impl Write,
    shutdown: impl Future<Output = ()>,
) -> Result<(), SimulateError> {
    let listen = options.listen;
    if !listen.ip().is_loopback() {
        return Err(SimulateError::NotLoopback { listen });
    }
    let settings = settings(&options)?;
    let unable = |cause| SimulateError::Listen { listen, cause };
    let listener = TcpListener::bind(listen).await.map_err(unable)?;
    let address = listener.local_addr().map_err(unable)?;
    speaking(options.language, || {
        greet(output, address, settings.devices)
    })
    .map_err(SimulateError::Output)?;
    let clock = Clock::system();
    let service = Service::new(clock.now_ms(), settings);
    // The limit is one of clients in process; those over HTTP bring their own.
    let transport = SimTransport::new(service, clock, options.latency_ms, u64::MAX);
    serve(listener, transport, shutdown)
        .await
        .map_err(SimulateError::Serve)
}

fn settings(options: &SimulateOptions) -> Result<Settings, SimulateError> {
    let usual = Settings::default();
    let settings = Settings {
        devices: options.devices.unwrap_or(SEEDED_DEVICES),
        max_page_size: options.max_page_size.unwrap_or(usual.max_page_size),
    };
    match settings.max_page_size {
        0 => Err(SimulateError::EmptyPages),
        _ => Ok(settings),
    }
}

/// The first lines: what to read, what to paste into a shell, and how to ask for trouble.
fn greet(output: &mut impl Write, address: SocketAddr, devices: usize) -> io::Result<()> {
    let url = base_url(address);
    let devices = devices.to_string();
    writeln!(
        output,
        "{}",
        words!("cli-serving", devices = devices, url = &url)
    )?;
    writeln!(output, "export MIRRORDECK_API_URL={url}")?;
    writeln!(output, "export NCLOUD_ACCESS_KEY_ID={DEMO_ACCESS_KEY}")?;
    writeln!(output, "export NCLOUD_SECRET_KEY={DEMO_SECRET_KEY}")?;
    let command = format!(
        r#"curl -d '{{"operation":"delete","fault":"close_after"}}' http://{address}/_sim/faults"#
    );
    writeln!(
        output,
        "{}",
        words!("cli-serving-faults", command = command)
    )?;
    output.flush()
}

#[cfg(test)]
mod tests {
    use super::greet;
    use crate::i18n::{Language, speaking};

    #[test]
    fn the_first_lines_are_in_the_language_but_for_those_that_scripts_read() {
        let lines = |language| {
            let mut output = Vec::new();
            let address = "127.0.0.1:8787".parse().expect("an address");
            speaking(language, || greet(&mut output, address, 1_200)).expect("memory");
            let words = String::from_utf8(output).expect("text");
            words.lines().map(str::to_owned).collect::<Vec<_>>()
        };
        let english = lines(Language::English);
        assert_eq!(
            english[0],
            "Serving 1200 devices at http://127.0.0.1:8787/cloudiotcore/v1 until Ctrl-C."
        );
        for language in [Language::Korean, Language::Japanese] {
            let other = lines(language);
            assert_eq!(other[1..4], english[1..4]);
            for nth in [0, 4] {
                assert_ne!(other[nth], english[nth]);
                assert!(other[nth].contains("http://127.0.0.1:8787/"), "{other:?}");
            }
        }
    }
}
