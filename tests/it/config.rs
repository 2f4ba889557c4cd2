//! Options, environment and files in, settings or a message out.

mod account;
mod any_bytes;
mod appearance;
mod credentials;
mod file;
mod keys;
mod log;
mod precedence;
mod readme;

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use mirrordeck::cli::{Cli, DashboardOptions};
use mirrordeck::config::{ConfigError, Folders, Settings, Surroundings, resolve};
use mirrordeck::model::credentials::Credentials;
use tempfile::TempDir;

const ACCESS: &str = "EXAMPLEACCESSKEY0001";
const SECRET: &str = "ExampleSecretKeyForDocsOnly0000000000001";

/// A machine with nothing on it, until a test puts something there.
struct Machine {
    root: TempDir,
    variables: HashMap<String, String>,
}

impl Machine {
    fn new() -> Self {
        Self {
            root: TempDir::new().expect("a temporary folder"),
            variables: HashMap::new(),
        }
    }

    /// With a key pair in the environment.
    fn with_keys() -> Self {
        Self::new()
            .set("NCLOUD_ACCESS_KEY_ID", ACCESS)
            .set("NCLOUD_SECRET_ACCESS_KEY", SECRET)
    }

    fn set(mut self, name: &str, value: &str) -> Self {
        self.variables.insert(name.to_owned(), value.to_owned());
        self
    }

    fn unset(mut self, name: &str) -> Self {
        self.variables.remove(name);
        self
    }

    fn configure(self, text: impl AsRef<[u8]>) -> Self {
        fs::create_dir_all(self.root.path().join(".ncloud")).expect("a new folder");
        fs::write(self.configure_path(), text).expect("a new file");
        self
    }

    fn config(self, text: impl AsRef<[u8]>) -> Self {
        fs::write(self.config_path(), text).expect("a new file");
        self
    }

    fn configure_path(&self) -> PathBuf {
        self.root.path().join(".ncloud").join("configure")
    }

    fn config_path(&self) -> PathBuf {
        self.root.path().join("config.toml")
    }

    fn start(&self, arguments: &[&str]) -> Result<Settings, ConfigError> {
        let folders = Folders {
            home: Some(self.root.path().to_owned()),
            config: Some(self.root.path().to_owned()),
            data: None,
            state: None,
        };
        let around = Surroundings {
            variable: &|name| self.variables.get(name).cloned(),
            folders: &folders,
            demo_keys: Credentials::new("DEMOACCESSKEY0009", "DemoSecret"),
        };
        resolve(&options(arguments), &around)
    }

    fn settings(&self, arguments: &[&str]) -> Settings {
        self.start(arguments).expect("the settings are sound")
    }

    /// The message, with the machine's folder taken out.
    fn message(&self, arguments: &[&str]) -> String {
        let error = self.start(arguments).expect_err("something is wrong");
        assert_eq!(error.exit_code(), 2);
        self.homely(&error.to_string())
    }

    fn homely(&self, text: &str) -> String {
        text.replace(&self.root.path().display().to_string(), "~")
    }
}

fn options(arguments: &[&str]) -> DashboardOptions {
    use clap::Parser as _;
    let arguments = ["mirrordeck"].iter().chain(arguments);
    Cli::try_parse_from(arguments)
        .expect("a sound command line")
        .dashboard
}
