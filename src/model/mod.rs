//! Plain domain data: names, documents, orders and outcomes. No I/O, no clock, and values that
//! would be wrong cannot be built.

pub mod account;
pub mod action;
pub mod address;
pub mod advice;
pub mod base_url;
pub mod cell;
pub mod clipboard;
pub mod colour;
pub mod compare;
pub mod count;
pub mod credentials;
pub mod curl;
pub mod delete;
pub mod device;
pub mod difference;
pub mod error;
pub mod file_name;
pub mod look;
pub mod mirror;
pub mod number;
pub mod outcome;
pub mod record;
pub mod restore;
pub mod restore_outcome;
pub mod signs;
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
