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
    /// Those of them that came to work in the background.
    pub background_per_second: u32,
    /// Whether the service refused for its load a while ago, and the limit has not come back to
    /// where it was.
    pub is_lowered: bool,
    /// Until when the service wants to be left alone, this computer's clock, Unix milliseconds.
    pub waits_until_ms: Option<i64>,
    /// How long that is from the moment when it said so, milliseconds; 0 where it does not want it.
    pub waits_ms: u64,
}

impl Traffic {
    /// Whether it is of interest to somebody who looks at the screen: more goes on than the reads
    /// that the screen itself asks for, or the service is short of breath.
    #[must_use]
    pub fn is_worth_showing(&self) -> bool {
        self.background_per_second > 1 || self.is_lowered || self.waits_until_ms.is_some()
    }
}
