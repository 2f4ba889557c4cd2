//! Where the files are on this platform.

use std::path::PathBuf;

use directories::{BaseDirs, ProjectDirs};

/// The folders that matter. A platform account without a home folder has none of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folders {
    /// The user's home; `.ncloud/configure` is in it.
    pub home: Option<PathBuf>,
    /// For `config.toml`.
    pub config: Option<PathBuf>,
    /// For the copies of deleted mirrors and the journal.
    pub data: Option<PathBuf>,
    /// For the log: the state folder, or where the platform has none, the local data folder.
    pub state: Option<PathBuf>,
}

impl Folders {
    /// Asks the platform; creates nothing.
    #[must_use]
    pub fn of_platform() -> Self {
        let project = ProjectDirs::from("", "", "mirrordeck");
        Self {
            home: BaseDirs::new().map(|base| base.home_dir().to_owned()),
            config: project.as_ref().map(|dirs| dirs.config_dir().to_owned()),
            data: project.as_ref().map(|dirs| dirs.data_dir().to_owned()),
            state: project.map(|dirs| {
                let state = dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir());
                state.to_owned()
            }),
        }
    }
}
