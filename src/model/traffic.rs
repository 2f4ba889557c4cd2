//! How many requests the program allows itself, and how fast they go.

/// The limit of requests in flight, which adapts to the service, and what goes through it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Traffic {
    /// Requests that may be on the wire at the same time now.
    pub limit: u32,
    /// Requests that are on the wire.
    pub in_flight: u32,
    /// Replies in the last second or so.
    pub per_second: u32,
    /// Until when the service wants to be left alone, this computer's clock, Unix milliseconds.
    pub waits_until_ms: Option<i64>,
}
