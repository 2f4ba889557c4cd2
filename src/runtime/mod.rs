//! Joins the pure core to the world: terminal, signals, background tasks.

pub mod background;
pub mod clipboard;
pub mod dashboard;
pub mod event_loop;
mod halves;
pub mod input;
pub mod job;
mod keyboard;
mod pace;
pub mod signals;
mod telling;
pub mod terminal;
pub mod user_file;
pub mod welcome;
pub mod worker;
mod zone;
