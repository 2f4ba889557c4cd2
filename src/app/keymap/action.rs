//! What keys do.

use super::Place;
use crate::app::cursor::Step;

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Moves the selection (or scrolls the help).
    Move(Step),
    /// To the next pane or field.
    Next,
    /// To the previous pane or field.
    Previous,
    /// Into what is selected.
    Into,
    /// Out of it again.
    OutOf,
    /// Opens the filter line.
    Filter,
    /// Reads again what is shown.
    ReadAgain,
    /// Deletes a mirror, by way of the dialog.
    Delete,
    /// Brings back the mirror deleted last, or in the trash the selected copy, by way of the dialog.
    BringBack,
    /// Opens or closes the trash.
    Trash,
    /// Shows the other view of what is selected.
    OtherView,
    /// Watches the selected mirror, or stops watching it.
    Watch,
    /// Opens the list of what can be copied to the clipboard.
    Copy,
    /// Saves the document of a mirror to a file.
    Export,
    /// Folds the whole tree, or unfolds it.
    FoldAll,
    /// Shows only what differs, or all.
    Differing,
    /// To the next place that holds what is searched for.
    NextHit,
    /// To the place before.
    PreviousHit,
    /// To the version that was seen before.
    Older,
    /// To the version that was seen after.
    Newer,
    /// Opens the list of all actions.
    Palette,
    /// Takes an outcome that cannot be found out off the list.
    Acknowledge,
    /// Marks what is selected, or takes its mark away; in a plan takes a row in or out.
    Mark,
    /// Marks everything that matches.
    MarkAll,
    /// Takes all marks away.
    Unmark,
    /// Begins a sweep.
    Sweep,
    /// Opens running and past work.
    Tasks,
    /// Sorts by the next column.
    Sort,
    /// Sorts the other way round.
    TurnAround,
    /// Shows names only, or the facts of each mirror.
    Columns,
    /// Pauses, or goes on.
    Pause,
    /// Stops what is under way, or cancels what is queued.
    Stop,
    /// Shows what failed, or all.
    Failed,
    /// Tries again what failed.
    TryAgain,
    /// Saves what is shown to a file.
    Save,
    /// Opens a saved plan.
    OpenPlan,
    /// Opens the help.
    Help,
    /// Quits.
    Quit,
    /// Keeps the filter, or presses what has the focus in a dialog.
    Accept,
    /// Clears the filter, or closes what is on top.
    Cancel,
    /// Empties a text field.
    Empty,
    /// Moves in a text field or removes from it.
    Edit(Edit),
}

/// A change within a text field that is not a character typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edit {
    /// One character to the left.
    Left,
    /// One character to the right.
    Right,
    /// To the start.
    Start,
    /// To the end.
    End,
    /// Removes the character to the left.
    RemoveLeft,
    /// Removes the character under the cursor.
    RemoveRight,
}

/// How far an action reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// It changes only what is shown.
    Shown,
    /// It leads to a change, or to the end, but something is asked or waited for first.
    Asks,
    /// It changes something at once.
    Changes,
}

impl Action {
    /// Every action with its name in the keymap.
    pub const ALL: [(&'static str, Self); 52] = [
        ("up", Self::Move(Step::Up)),
        ("down", Self::Move(Step::Down)),
        ("page-up", Self::Move(Step::PageUp)),
        ("page-down", Self::Move(Step::PageDown)),
        ("first", Self::Move(Step::First)),
        ("last", Self::Move(Step::Last)),
        ("next", Self::Next),
        ("previous", Self::Previous),
        ("into", Self::Into),
        ("out-of", Self::OutOf),
        ("filter", Self::Filter),
        ("read-again", Self::ReadAgain),
        ("delete", Self::Delete),
        ("bring-back", Self::BringBack),
        ("trash", Self::Trash),
        ("other-view", Self::OtherView),
        ("watch", Self::Watch),
        ("copy", Self::Copy),
        ("export", Self::Export),
        ("fold-all", Self::FoldAll),
        ("differing", Self::Differing),
        ("next-hit", Self::NextHit),
        ("previous-hit", Self::PreviousHit),
        ("older", Self::Older),
        ("newer", Self::Newer),
        ("palette", Self::Palette),
        ("acknowledge", Self::Acknowledge),
        ("mark", Self::Mark),
        ("mark-all", Self::MarkAll),
        ("unmark", Self::Unmark),
        ("sweep", Self::Sweep),
        ("tasks", Self::Tasks),
        ("sort", Self::Sort),
        ("turn-around", Self::TurnAround),
        ("columns", Self::Columns),
        ("pause", Self::Pause),
        ("stop", Self::Stop),
        ("failed", Self::Failed),
        ("try-again", Self::TryAgain),
        ("save", Self::Save),
        ("open-plan", Self::OpenPlan),
        ("help", Self::Help),
        ("quit", Self::Quit),
        ("accept", Self::Accept),
        ("cancel", Self::Cancel),
        ("empty", Self::Empty),
        ("left", Self::Edit(Edit::Left)),
        ("right", Self::Edit(Edit::Right)),
        ("start", Self::Edit(Edit::Start)),
        ("end", Self::Edit(Edit::End)),
        ("remove-left", Self::Edit(Edit::RemoveLeft)),
        ("remove-right", Self::Edit(Edit::RemoveRight)),
    ];

    /// Its name in the keymap.
    #[must_use]
    pub fn name(self) -> &'static str {
        let found = Self::ALL.iter().find(|(_, action)| *action == self);
        found.map_or("", |(name, _)| name)
    }

    /// The action of this name in the keymap.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(known, _)| *known == name);
        found.map(|(_, action)| *action)
    }

    /// How far it reaches where it is pressed.
    #[must_use]
    pub fn reach(self, place: Place) -> Reach {
        match self {
            Self::Move(_)
            | Self::Next
            | Self::Previous
            | Self::Into
            | Self::OutOf
            | Self::Filter
            | Self::ReadAgain
            | Self::Trash
            | Self::OtherView
            | Self::Watch
            | Self::Copy
            | Self::FoldAll
            | Self::Differing
            | Self::NextHit
            | Self::PreviousHit
            | Self::Older
            | Self::Newer
            | Self::Palette
            | Self::Mark
            | Self::MarkAll
            | Self::Unmark
            | Self::Sweep
            | Self::Tasks
            | Self::Sort
            | Self::TurnAround
            | Self::Columns
            | Self::Failed
            | Self::OpenPlan
            | Self::Help
            | Self::Cancel
            | Self::Empty
            | Self::Edit(_) => Reach::Shown,
            Self::Delete
            | Self::BringBack
            | Self::TryAgain
            | Self::Export
            | Self::Save
            | Self::Quit => Reach::Asks,
            // A sweep only reads; a run deletes or restores, and one that was cut off goes on.
            Self::Pause if place == Place::Sweep => Reach::Shown,
            Self::Pause | Self::Stop | Self::Acknowledge => Reach::Changes,
            Self::Accept => match place {
                Place::DialogDelete
                | Place::RestoreButton
                | Place::PlanCount
                | Place::Prompt
                | Place::Quit => Reach::Changes,
                // On a field it goes to the next; the palette weighs the action that it runs.
                Place::Devices
                | Place::Mirrors
                | Place::Detail
                | Place::Filter
                | Place::DialogField
                | Place::DialogKeep
                | Place::RestoreField
                | Place::RestoreKeep
                | Place::Trash
                | Place::TrashPreview
                | Place::TrashFilter
                | Place::Sweep
                | Place::SweepFilter
                | Place::Plan
                | Place::Tasks
                | Place::TaskItems
                | Place::Help
                | Place::CopyMenu
                | Place::Palette => Reach::Shown,
            },
        }
    }

    /// Whether a letter that stands on a Hangul key may mean it: never what deletes, overwrites,
    /// restores or quits, nor what leads to that.
    #[must_use]
    pub fn is_safe_in_hangul_mode(self, place: Place) -> bool {
        self.reach(place) == Reach::Shown
    }

    /// Whether an account that is only read offers it.
    #[must_use]
    pub fn is_offered_read_only(self, place: Place) -> bool {
        match self {
            Self::Delete | Self::BringBack => false,
            Self::TryAgain => !matches!(place, Place::Tasks | Place::TaskItems),
            _ => true,
        }
    }

    /// Whether it must have a key wherever it has one by default: without it nobody gets on, out, or
    /// to what has no key.
    #[must_use]
    pub fn must_have_a_key(self) -> bool {
        matches!(
            self,
            Self::Quit
                | Self::Accept
                | Self::Cancel
                | Self::OutOf
                | Self::Palette
                | Self::Help
                | Self::Next
                | Self::Move(Step::Up | Step::Down)
        )
    }
}
