//! The one test binary beside the unit tests: it links once.

// Clippy's own exception for tests does not reach the functions that several of them share.
#![allow(clippy::unwrap_used)]

mod client;
mod compare;
mod config;
mod contract;
mod http;
mod journeys;
mod keymap;
mod layers;
mod outcome;
mod requests;
mod screens;
mod signing;
mod sim;
mod support;
mod terminal;
mod update;
mod wire;
