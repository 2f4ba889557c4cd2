//! The texts of the program in its three languages, and the screens in each.

mod dialogs;
mod everywhere;
mod files;
mod fleet;
mod panes;
mod program;
