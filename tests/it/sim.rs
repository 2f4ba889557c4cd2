//! The embedded service: what the documents say, what is assumed, and planned mischief.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

mod access;
mod devices;
mod faults;
mod fleet;
mod http;
mod live;
mod mirrors;
mod simulate;
mod throttle;
