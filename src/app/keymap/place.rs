//! Where keys go.

/// Where the keys go: the top layer first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// The devices pane.
    Devices,
    /// The mirrors pane.
    Mirrors,
    /// The detail pane.
    Detail,
    /// The line that filters a pane.
    Filter,
    /// A text field of the delete dialog.
    DialogField,
    /// The button of the delete dialog that keeps the mirror.
    DialogKeep,
    /// The button of the delete dialog that deletes it.
    DialogDelete,
    /// The text field of the restore dialog.
    RestoreField,
    /// The button of the restore dialog that changes nothing.
    RestoreKeep,
    /// The button of the restore dialog that restores.
    RestoreButton,
    /// The list of the trash.
    Trash,
    /// The preview of the trash.
    TrashPreview,
    /// The line that filters the trash.
    TrashFilter,
    /// The table of a sweep.
    Sweep,
    /// The line that filters it.
    SweepFilter,
    /// The rows of a plan.
    Plan,
    /// The field of a plan for the number of mirrors.
    PlanCount,
    /// The list of runs.
    Tasks,
    /// The items of a run.
    TaskItems,
    /// The line that asks for a file.
    Prompt,
    /// The question before quitting in the middle of a run.
    Quit,
    /// The help.
    Help,
    /// The list of what can be copied.
    CopyMenu,
    /// The list of all actions, with the line in which they are looked for.
    Palette,
}

impl Place {
    /// Every place with its name in the keymap.
    pub const ALL: [(&'static str, Self); 24] = [
        ("devices", Self::Devices),
        ("mirrors", Self::Mirrors),
        ("detail", Self::Detail),
        ("filter", Self::Filter),
        ("dialog-field", Self::DialogField),
        ("dialog-keep", Self::DialogKeep),
        ("dialog-delete", Self::DialogDelete),
        ("restore-field", Self::RestoreField),
        ("restore-keep", Self::RestoreKeep),
        ("restore-button", Self::RestoreButton),
        ("trash", Self::Trash),
        ("trash-preview", Self::TrashPreview),
        ("trash-filter", Self::TrashFilter),
        ("sweep", Self::Sweep),
        ("sweep-filter", Self::SweepFilter),
        ("plan", Self::Plan),
        ("plan-number", Self::PlanCount),
        ("tasks", Self::Tasks),
        ("task-items", Self::TaskItems),
        ("prompt", Self::Prompt),
        ("quit", Self::Quit),
        ("help", Self::Help),
        ("copy-menu", Self::CopyMenu),
        ("palette", Self::Palette),
    ];

    /// Its name in the keymap.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].0
    }

    /// The place of this name in the keymap.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(known, _)| *known == name);
        found.map(|(_, place)| *place)
    }

    /// Whether every printable key is text there.
    #[must_use]
    pub fn is_text_field(self) -> bool {
        match self {
            Self::Filter
            | Self::TrashFilter
            | Self::SweepFilter
            | Self::PlanCount
            | Self::Prompt
            | Self::DialogField
            | Self::RestoreField
            | Self::Palette => true,
            Self::Devices
            | Self::Mirrors
            | Self::Detail
            | Self::DialogKeep
            | Self::DialogDelete
            | Self::RestoreKeep
            | Self::RestoreButton
            | Self::Trash
            | Self::TrashPreview
            | Self::Sweep
            | Self::Plan
            | Self::Tasks
            | Self::TaskItems
            | Self::Quit
            | Self::Help
            | Self::CopyMenu => false,
        }
    }

    /// Whether it is a pane or a screen, where most keys have a meaning.
    #[must_use]
    pub fn is_pane(self) -> bool {
        matches!(
            self,
            Self::Devices
                | Self::Mirrors
                | Self::Detail
                | Self::Trash
                | Self::TrashPreview
                | Self::Sweep
                | Self::Plan
                | Self::Tasks
                | Self::TaskItems
        )
    }
}
