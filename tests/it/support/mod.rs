//! What several tests share.

pub mod fixtures;
pub mod glass;
pub mod home;
#[cfg(unix)]
pub mod pty;
pub mod scripted;
#[cfg(unix)]
pub mod served;
pub mod simulator;
pub mod stage;
pub mod svg;
