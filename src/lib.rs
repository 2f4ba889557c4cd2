//! A terminal dashboard for the virtual device mirrors of NCP Cloud IoT Core.
//!
//! ```text
//!  events of crossterm  --key--> keymap --+                    +--> view(&state, frame) --> terminal
//!                                          v                    |
//!                               Message -> update(&mut state) --+--> Vec<Effect> --> worker (tokio task)
//!                                  ^                                                     |
//!                                  +------------- Message (the outcome) <----------------+
//!                                                       worker: request -> sign -> transport -> response
//! ```
//!
//! Imports point one way: [`i18n`] (what is said, in the user's language) and [`model`] are below
//! everything; [`app`] (the pure core) and [`api`] (the
//! protocol) know only the model, and so does [`trash`] (what is kept on disk of every deletion);
//! [`view`] draws the state of the app; [`sim`] is the service in memory, behind the same transport
//! seam; [`actions`] are the deletions and restores, above protocol and disk; [`runtime`] joins them;
//! only `main` knows all.

pub mod actions;
pub mod api;
pub mod app;
pub mod cli;
pub mod config;
pub mod i18n;
pub mod log;
pub mod model;
pub mod runtime;
pub mod sim;
pub mod trash;
pub mod view;
