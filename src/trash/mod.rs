//! What is kept on disk of every deletion: the copies, the journal, and which programs are running.
//!
//! A copy and the record of what is meant are on the disk before a DELETE leaves. Everything here
//! blocks, some of it for as long as a disk takes to sync, so it is called off the event loop.
//! Several programs may use the same folders at once.

pub mod error;
pub mod journal;
pub mod progress;
pub mod runs;
pub mod store;
pub mod tasks;

mod copy_file;
mod files;
mod line;
mod lines;
mod marks;
mod names;
mod open_ends;
mod plan_file;
mod prune;
