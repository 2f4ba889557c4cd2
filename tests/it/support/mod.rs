//! What several tests share.

pub mod fixtures;
pub mod glass;
pub mod home;
#[cfg(unix)]
pub mod pty;
pub mod scripted;
pub mod simulator;
pub mod stage;
