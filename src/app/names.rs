//! Account, device and mirror in full, as the dialogs name them.

use super::geometry::Size;
use crate::i18n::Text;
use crate::model::mirror::{MirrorId, MirrorName};
use crate::model::text::default_mirror;
use crate::model::width::wrap;

/// Columns of a dialog that are not text: frame, padding and the labels before the names.
pub const NAME_MARGIN: u16 = 16;
/// The widest that a dialog gets.
pub const WIDEST: u16 = 76;

/// What a dialog acts on.
#[derive(Debug, Clone)]
pub struct Names<'a> {
    account: String,
    target: &'a MirrorId,
}

impl<'a> Names<'a> {
    /// Names an account and a mirror, in the language of the scope.
    #[must_use]
    pub fn new(account: &Text, target: &'a MirrorId) -> Self {
        Self {
            account: account.to_string(),
            target,
        }
    }

    /// The mirror's name as a dialog writes it.
    #[must_use]
    pub fn mirror(&self) -> &'a str {
        match &self.target.mirror {
            MirrorName::Default => default_mirror(),
            MirrorName::Named(name) => name.shown(),
        }
    }

    /// Columns for a name in a terminal of this size.
    #[must_use]
    pub fn width(size: Size) -> usize {
        usize::from(size.columns.min(WIDEST + 4).saturating_sub(4 + NAME_MARGIN))
    }

    /// Account, device and mirror in lines of a terminal of this size.
    #[must_use]
    pub fn lines(&self, size: Size) -> [Vec<&str>; 3] {
        let width = Self::width(size);
        [&*self.account, self.target.device.shown(), self.mirror()].map(|name| wrap(name, width))
    }

    /// Whether all of them can be shown in full beside `fixed_lines` others. Where they cannot,
    /// nothing may be changed: two long names may differ in the part that is cut.
    #[must_use]
    pub fn fit(&self, size: Size, fixed_lines: u16) -> bool {
        let lines: usize = self.lines(size).iter().map(Vec::len).sum();
        lines + usize::from(fixed_lines) <= usize::from(size.rows)
    }
}
