//! What several tests share.

pub mod fixtures;
pub mod stage;
