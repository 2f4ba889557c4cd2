//! The protocol: operation to wire request, signature, reply to result, and the client that joins
//! them over a [`transport::Transport`].

pub mod client;
pub mod clock;
pub mod http;
pub mod request;
pub mod response;
pub mod sign;
pub mod transport;
pub mod wire;
