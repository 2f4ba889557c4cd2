//! Joins the pure core to the world: terminal, signals, background tasks.

pub mod dashboard;
pub mod event_loop;
pub mod input;
mod pace;
pub mod signals;
mod telling;
pub mod terminal;
pub mod user_file;
pub mod worker;
mod zone;
