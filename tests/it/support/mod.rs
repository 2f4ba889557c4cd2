//! What several tests share.

pub mod accidents;
pub mod fixtures;
pub mod glass;
pub mod home;
pub mod leaks;
pub mod live;
#[cfg(unix)]
pub mod pty;
pub mod rogue;
pub mod runs;
pub mod said;
pub mod scripted;
#[cfg(unix)]
pub mod served;
pub mod simulator;
pub mod stage;
pub mod svg;
pub mod tame;
pub mod tampered;
pub mod world;
