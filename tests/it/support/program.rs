//! The built program, away from the files and variables of whoever runs the tests.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// The binary.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_mirrordeck");

/// A home of its own for one run.
pub struct Home(TempDir);

impl Home {
    pub fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file in it.
    pub fn write(&self, file: &str, text: &str) -> PathBuf {
        let path = self.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }

    /// The whole environment of a run.
    pub fn environment(&self, more: &[(&str, &str)]) -> BTreeMap<String, String> {
        let home = self.path().display().to_string();
        let mut environment: BTreeMap<String, String> = [
            ("HOME", home.as_str()),
            ("XDG_CONFIG_HOME", &format!("{home}/config")),
            ("XDG_STATE_HOME", &format!("{home}/state")),
            ("XDG_DATA_HOME", &format!("{home}/data")),
            ("TERM", "xterm-256color"),
            ("TZ", "Asia/Seoul"),
            ("RUST_BACKTRACE", "0"),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
        let more = more
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        environment.extend(more);
        environment
    }

    /// Everything in the log so far.
    pub fn log(&self) -> String {
        let folder = self.path().join("state/mirrordeck");
        let files = std::fs::read_dir(folder).into_iter().flatten();
        files
            .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap())
            .collect()
    }
}
