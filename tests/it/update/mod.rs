//! Messages through `update`: no runtime, no network, no terminal.

mod browsing;
mod deleting;
mod ending;
mod invariants;
mod open_ends;
mod restoring;
mod returning;
mod trash;
