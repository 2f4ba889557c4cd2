//! Plain domain data: names, documents, orders and outcomes. No I/O, no clock, and values that
//! would be wrong cannot be built.

pub mod account;
pub mod action;
pub mod advice;
pub mod base_url;
pub mod cell;
pub mod changes;
pub mod compare;
pub mod count;
pub mod credentials;
pub mod delete;
pub mod device;
pub mod difference;
pub mod error;
pub mod mirror;
pub mod number;
pub mod outcome;
pub mod outline;
pub mod raw;
pub mod record;
pub mod restore;
pub mod restore_outcome;
pub mod size;
pub mod summary;
pub mod sweep_filter;
pub mod task;
pub mod text;
pub mod time;
pub mod traffic;
pub mod user_file;
pub mod weight;
pub mod width;
