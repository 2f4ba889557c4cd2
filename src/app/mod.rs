//! The pure core: state, messages, effects and the function that joins them. No runtime, network,
//! clock, randomness or file; time comes in with messages.

pub mod copy_menu;
pub mod cursor;
pub mod detail;
pub mod devices;
pub mod dialog;
pub mod effect;
mod filtered;
pub mod geometry;
pub mod hit;
pub mod kept;
pub mod key;
pub mod keymap;
pub mod marks;
pub mod message;
pub mod mirrors;
pub mod mouse;
pub mod names;
pub mod notice;
pub mod palette;
mod parting;
pub mod plan;
pub mod prompt;
pub mod quit;
pub mod restore_dialog;
pub mod shown;
pub mod slot;
pub mod state;
pub mod sweep;
pub mod tasks;
pub mod trash;
pub mod update;
pub mod watch;
pub mod welcome;
