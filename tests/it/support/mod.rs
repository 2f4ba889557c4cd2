//! What several tests share.

pub mod scripted;
