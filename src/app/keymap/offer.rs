//! What of the keys of a place is offered: what does nothing there for now is left out.

use super::{Action, Binding, Keymap, Place};
use crate::app::detail::View;
use crate::app::state::AppState;

/// Where the user is, as far as it decides what is offered there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Here {
    /// Where the keys go.
    pub place: Place,
    /// Whether the account is only read.
    pub read_only: bool,
    /// Whether the account has no device, so that its panes stay empty.
    pub is_empty: bool,
    /// How the detail shows its mirror.
    pub detail: Detail,
}

/// What decides about the keys of the detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Whatever it shows: all of its keys are named.
    Any,
    /// As it is now.
    Now {
        /// The view.
        view: View,
        /// Whether the mirror is watched or was, so that versions were seen.
        has_versions: bool,
    },
}

impl Here {
    /// A place with all that it ever offers.
    #[must_use]
    pub fn anyhow(place: Place, read_only: bool) -> Self {
        Self {
            place,
            read_only,
            is_empty: false,
            detail: Detail::Any,
        }
    }

    /// Whether footer and help name an action. Nothing that changes while the user only moves decides, or
    /// the footer would not stand still.
    #[must_use]
    pub fn offers(&self, action: Action) -> bool {
        if self.read_only && !action.is_offered_read_only(self.place) {
            return false;
        }
        let is_pane = matches!(self.place, Place::Devices | Place::Mirrors | Place::Detail);
        if self.is_empty && is_pane && needs_a_device(action) {
            return false;
        }
        match (self.place, self.detail) {
            (Place::Detail, Detail::Now { view, has_versions }) => {
                works_in(action, view, has_versions)
            }
            _ => true,
        }
    }
}

/// Whether an action of the panes does nothing without a device.
fn needs_a_device(action: Action) -> bool {
    !matches!(
        action,
        Action::Move(_)
            | Action::Next
            | Action::Previous
            | Action::OutOf
            | Action::ReadAgain
            | Action::Palette
            | Action::Help
            | Action::Quit
            // What was done while there were devices is still there.
            | Action::Trash
            | Action::Tasks
            | Action::BringBack
            | Action::OpenPlan
    )
}

/// Whether an action of the detail does anything in a view.
fn works_in(action: Action, view: View, has_versions: bool) -> bool {
    match action {
        // Bytes are not folded.
        Action::Into | Action::FoldAll => view != View::Raw,
        Action::Differing => view == View::Compare,
        // The rows of the comparison are filtered instead.
        Action::NextHit | Action::PreviousHit => view != View::Compare,
        Action::Older | Action::Newer => has_versions,
        _ => true,
    }
}

impl Keymap {
    /// What footer and help name: it has a key and works there.
    pub(super) fn offered(&self, here: Here) -> impl Iterator<Item = &Binding> {
        let bindings = self.bindings(here.place).iter();
        bindings.filter(move |binding| !binding.keys.is_empty() && here.offers(binding.action))
    }
}

impl AppState {
    /// What decides which keys of a place are offered now.
    #[must_use]
    pub fn here(&self, place: Place) -> Here {
        Here {
            place,
            read_only: self.setup.account.read_only,
            is_empty: self.devices.is_account_empty(),
            detail: Detail::Now {
                view: self.detail.view(),
                has_versions: self.watch_in_view().is_some(),
            },
        }
    }
}
