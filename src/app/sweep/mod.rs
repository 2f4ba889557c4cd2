//! A sweep: the mirrors of many devices in one table.

use tui_input::Input;

use crate::model::device::DeviceName;

/// The table and what is still to be read for it.
#[derive(Debug, Default)]
pub struct Sweep {
    devices: Vec<DeviceName>,
    /// The line in which the filter is typed, while it is.
    pub input: Option<Input>,
}

impl Sweep {
    /// A sweep over these devices, of which nothing was read.
    #[must_use]
    pub fn new(devices: Vec<DeviceName>) -> Self {
        Self {
            devices,
            input: None,
        }
    }

    /// How many devices it is over.
    #[must_use]
    pub fn devices(&self) -> usize {
        self.devices.len()
    }
}
