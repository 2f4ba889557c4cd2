//! A plan: every mirror that a run would change, read afresh, before anything is changed.

use crate::model::record::ActionKind;

/// The open plan.
#[derive(Debug)]
pub struct PlanView {
    /// Deletes or restores.
    pub kind: ActionKind,
    /// Whether the field for the number has the focus, rather than the rows.
    pub in_count: bool,
}
