//! The processes: the simulator, and the dashboard in a home of its own.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use portable_pty::CommandBuilder;
use tempfile::TempDir;

use super::LATENCY_MS;

/// The built program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_mirrordeck");

/// `mirrordeck simulate`; it ends when this is dropped.
pub struct Simulator {
    child: Child,
    variables: Vec<(String, String)>,
}

impl Simulator {
    /// So many devices, each answer after the usual latency.
    pub fn start(devices: u32) -> Self {
        let mut child = Command::new(PROGRAM)
            .args(["simulate", "--listen", "127.0.0.1:0", "--devices"])
            .arg(devices.to_string())
            .args(["--latency", &LATENCY_MS.to_string()])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the built program starts");
        let out = child.stdout.take().expect("it is piped");
        let mut variables = Vec::new();
        for line in BufReader::new(out).lines() {
            let line = line.expect("it writes text");
            if let Some((name, value)) = line
                .strip_prefix("export ")
                .and_then(|rest| rest.split_once('='))
            {
                variables.push((name.to_owned(), value.to_owned()));
            }
            if line.starts_with("Faults") {
                break;
            }
        }
        Self { child, variables }
    }
}

impl Drop for Simulator {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The dashboard on a simulator, in an empty home.
pub fn dashboard(simulator: &Simulator, home: &TempDir) -> CommandBuilder {
    let mut command = in_home(PROGRAM, home);
    for (name, value) in &simulator.variables {
        command.env(name, value);
    }
    command
}

/// A program in an empty home.
pub fn in_home(program: &str, home: &TempDir) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.env_clear();
    for name in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"] {
        command.env(name, home.path());
    }
    command.env("TERM", "xterm-256color");
    command.cwd(home.path());
    command
}
