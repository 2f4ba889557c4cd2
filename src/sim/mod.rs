//! The service in memory: the documented behaviour of Cloud IoT Core's device and mirror
//! operations, without an account and without a network.
//!
//! [`service::Service::handle`] is a function of request, state and time. It stands behind the
//! client's transport seam in process ([`transport`]) and over HTTP on loopback ([`http`]), so both
//! run the client's real request, signing and parsing code. What the documents leave open is marked
//! "assumed" where it is decided. Operations that mirrordeck never uses (creating and deleting
//! devices) are unknown here, and answered as the gateway answers an unknown path.

mod auth;
mod control;
mod devices;
mod errors;
pub mod fault;
mod fault_json;
mod generate;
pub mod http;
mod merge;
mod mirrors;
mod order;
mod reply;
mod request_log;
mod route;
mod seed;
pub mod service;
pub mod simulate;
mod slot;
mod store;
pub mod throttle;
pub mod transport;

pub use auth::{DEMO_ACCESS_KEY, DEMO_SECRET_KEY, demo_credentials};
pub use request_log::LoggedRequest;
pub use route::OperationKind;
pub use seed::SEEDED_DEVICES;
