//! Messages through `update`: no runtime, no network, no terminal.

mod browsing;
mod deleting;
mod ending;
mod invariants;
mod open_ends;
mod plan_invariants;
mod planning;
mod quitting;
mod restoring;
mod returning;
mod room;
mod running;
pub mod saved_plans;
mod trash;
