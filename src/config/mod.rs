//! Configuration and credentials, put together before anything opens.
//!
//! An option beats its environment variable, which beats `config.toml`, which beats the default.

mod appearance;
mod configure_file;
mod credentials;
mod entries;
mod error;
mod file;
mod keys;
mod nearest;
mod paths;
mod resolve;
mod sources;
mod theme;

pub use appearance::Appearance;
pub use configure_file::{BadLine, ConfigureFile, DEFAULT_PROFILE};
pub use credentials::{CredentialSource, Loaded, from_environment, from_profile};
pub use error::ConfigError;
pub use file::{FileConfig, Problem, ProfileConfig};
pub use paths::Folders;
pub use resolve::{DEMO_PROFILE, Settings, Surroundings, before_settings, resolve};
pub use theme::{built_in as built_in_theme, names as theme_names, parse as parse_theme};
