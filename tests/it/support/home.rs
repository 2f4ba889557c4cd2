//! A home of its own for the built program, so that nothing of the user's is read or written.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// Without these, programs on Windows cannot open sockets.
const KEPT: [&str; 2] = ["SystemRoot", "windir"];

/// A home folder and an environment, both empty until a test puts something there.
pub struct Home {
    root: TempDir,
    variables: Vec<(String, OsString)>,
}

/// How a run without a terminal ended.
pub struct Ran {
    /// The exit status.
    pub status: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Home {
    pub fn new() -> Self {
        let root = TempDir::new().unwrap();
        let at = |name: &str| root.path().join(name).into_os_string();
        let kept = KEPT.map(|name| Some((name.to_owned(), std::env::var_os(name)?)));
        let folders = [
            ("HOME", ""),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CACHE_HOME", "cache"),
        ];
        let mut variables: Vec<_> = kept.into_iter().flatten().collect();
        variables.extend(folders.map(|(name, folder)| (name.to_owned(), at(folder))));
        variables.push(("RUST_BACKTRACE".to_owned(), "0".into()));
        variables.push(("TERM".to_owned(), "xterm-256color".into()));
        Self { root, variables }
    }

    /// With a variable.
    pub fn set(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.variables.push((name.to_owned(), value.into()));
        self
    }

    /// With a file, its path from the home on.
    pub fn write(self, path: &str, text: &str) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// With the file of the profiles.
    pub fn configure(self, text: &str) -> Self {
        self.write(".ncloud/configure", text)
    }

    /// A path in the home.
    pub fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    /// A text with the home as `~`.
    pub fn homely(&self, text: &str) -> String {
        text.replace(&self.root.path().display().to_string(), "~")
    }

    /// The built program in this home, for a pseudo-terminal.
    #[cfg(unix)]
    pub fn in_terminal(&self, arguments: &[&str]) -> portable_pty::CommandBuilder {
        let mut command = portable_pty::CommandBuilder::new(env!("CARGO_BIN_EXE_mirrordeck"));
        command.args(arguments);
        self.settle(&mut command);
        command
    }

    /// The built program in this home, for a pseudo-terminal, started by another program that gets
    /// its path as the last argument.
    #[cfg(target_os = "linux")]
    pub fn in_terminal_by(&self, starter: &[&str]) -> portable_pty::CommandBuilder {
        let mut command = portable_pty::CommandBuilder::new(starter[0]);
        command.args(&starter[1..]);
        command.arg(env!("CARGO_BIN_EXE_mirrordeck"));
        self.settle(&mut command);
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command
    }

    #[cfg(unix)]
    fn settle(&self, command: &mut portable_pty::CommandBuilder) {
        command.env_clear();
        for (name, value) in &self.variables {
            command.env(name, value);
        }
        command.cwd(self.root.path());
    }

    /// The built program in this home, without a terminal.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mirrordeck"));
        command.args(arguments).env_clear();
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command.current_dir(self.root.path()).stdin(Stdio::null());
        command
    }

    /// Runs the program without a terminal until it ends.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        let Output {
            status,
            stdout,
            stderr,
        } = self.command(arguments).output().unwrap();
        Ran {
            status: status.code().expect("no signal ended it"),
            out: self.homely(&String::from_utf8(stdout).unwrap()),
            err: self.homely(&String::from_utf8(stderr).unwrap()),
        }
    }

    /// The text of every log in the home.
    pub fn logs(&self) -> String {
        let mut text = String::new();
        read_logs(self.root.path(), &mut text);
        text
    }
}

fn read_logs(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_logs(&path, text);
        } else if path.extension().is_some_and(|extension| extension == "log") {
            text.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}
