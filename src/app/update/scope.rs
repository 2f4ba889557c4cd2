//! Everything that the filter of the devices pane matches, where an order is about all of it.

use super::marks;
use crate::app::devices::Wanted;
use crate::app::effect::Effect;
use crate::app::state::AppState;

/// Wants every device of the current filter, for marks or a sweep: what was not read yet is.
pub fn want(state: &mut AppState, wanted: Wanted) -> Vec<Effect> {
    let names = (0..state.devices.len())
        .filter_map(|place| state.devices.get(place).map(|device| device.name.clone()))
        .collect();
    marks::scope_is_here(state, wanted, names)
}
