//! Running and past work.

/// What is known of runs, and what the screen of them shows.
#[derive(Debug, Default)]
pub struct Tasks {
    /// Whether the items of the selected run have the focus, rather than the list of runs.
    pub in_items: bool,
}
