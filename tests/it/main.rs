//! The one test binary beside the unit tests: it links once.

// Clippy's own exception for tests does not reach the functions that several of them share.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod actions;
mod client;
mod command_line;
mod compare;
mod config;
mod contract;
mod copying;
mod detail;
mod devices;
mod disk;
mod event_loop;
mod export;
mod fault_table;
mod hangul_mode;
mod haste;
mod hostile;
mod http;
mod journeys;
mod keeping;
mod kept_screens;
mod keymap;
mod languages;
mod layers;
mod leaving;
mod model;
mod mouse;
mod outcome;
mod palette;
mod picture;
mod requests;
mod screens;
mod signing;
mod sim;
mod support;
mod sweep;
mod task_screens;
mod terminal;
mod text;
mod themes;
mod traffic;
mod trash;
mod update;
mod welcome;
mod wide;
mod wire;
mod worker;
