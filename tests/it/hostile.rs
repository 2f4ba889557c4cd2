//! A service that means harm, or is larger than anybody thought: the screen stays true, keys are
//! answered, and nothing grows without bound.
//!
//! Every frame of these tests, as of all others, is looked through for what could steer a terminal:
//! see [`crate::support::glass`].

mod crowd;
mod documents;
mod fuzz;
mod http;
mod large;
mod names;
mod pages;
mod vanishing;
