//! What several tests share.

pub mod fixtures;
pub mod simulator;
pub mod stage;
