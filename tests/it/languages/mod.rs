//! The texts of the program in its three languages.

mod files;
mod program;
