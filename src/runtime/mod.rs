//! The outside world: the terminal and the signals.

pub mod signals;
pub mod terminal;
