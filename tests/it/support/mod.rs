//! What several tests share.

pub mod fixtures;
pub mod glass;
pub mod scripted;
pub mod simulator;
pub mod stage;
pub mod svg;
