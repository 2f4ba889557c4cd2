//! Messages through `update`: no runtime, no network, no terminal.

mod browsing;
mod deleting;
mod ending;
mod invariants;
