//! What several tests share.

pub mod simulator;
