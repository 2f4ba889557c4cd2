//! What must have stood on the screen before it may be acted on.

/// Counts the drawings of a dialog that matter: the first, and each that shows something new to
/// decide on.
#[derive(Debug, Clone)]
pub struct Shown {
    drawings: u32,
    /// Which of them stands on the screen; 0 for none.
    drawn: u32,
}

impl Default for Shown {
    fn default() -> Self {
        Self {
            drawings: 1,
            drawn: 0,
        }
    }
}

impl Shown {
    /// There is something new to be looked at.
    pub fn renew(&mut self) {
        self.drawings += 1;
    }

    /// It stands on the screen no more, as the terminal was somebody else's for a while.
    pub fn forget(&mut self) {
        self.renew();
        self.drawn = 0;
    }

    /// What must stand on the screen before keys count, or before what is new may be acted on.
    #[must_use]
    pub fn to_be_drawn(&self) -> Option<u32> {
        (self.drawn < self.drawings).then_some(self.drawings)
    }

    /// It stands on the screen as it was at this drawing.
    pub fn was_drawn(&mut self, drawing: u32) {
        self.drawn = self.drawn.max(drawing.min(self.drawings));
    }

    /// Whether keys count: those pressed before the first drawing do not.
    #[must_use]
    pub fn takes_keys(&self) -> bool {
        self.drawn > 0
    }
}
