//! One table of bindings a place. The same tables find the action for a key, draw the footer and
//! draw the help, so they cannot disagree.

mod tables;

pub use tables::tables;

use super::cursor::Step;
use super::key::Key;
use crate::model::sweep_filter::FORMS;
use crate::model::width::wrap_words;

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

/// Some keys, what they do, and how footer and help say it.
#[derive(Debug)]
pub struct Binding {
    /// Any of these keys.
    pub keys: &'static [Key],
    /// What they do.
    pub action: Action,
    /// Keys as the help writes them; empty when another line covers them.
    pub help_keys: &'static str,
    /// What the help says.
    pub help: &'static str,
    /// Key and word for the footer, where it has a place there.
    pub footer: Option<(&'static str, &'static str)>,
}

/// What a key does in a place; nothing for a key without a binding.
#[must_use]
pub fn action(place: Place, key: Key) -> Option<Action> {
    let mut bindings = tables(place).iter().copied().flatten();
    bindings
        .find(|binding| binding.keys.contains(&key))
        .map(|found| found.action)
}

/// Key and word for each binding that the footer of a place shows: only what works there.
pub fn footer(place: Place, read_only: bool) -> impl Iterator<Item = (&'static str, &'static str)> {
    let bindings = tables(place).iter().copied().flatten();
    bindings
        .filter(move |binding| {
            !(read_only && matches!(binding.action, Action::Delete | Action::BringBack))
        })
        .filter_map(|binding| binding.footer)
}

/// One line of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HelpLine {
    /// The title of a section.
    Title(&'static str),
    /// Keys and what they do; without keys it goes on with the line before.
    Keys(String, String),
    /// The gap between two sections.
    Gap,
}

/// Columns of the keys in the help.
pub const HELP_KEYS: usize = 17;
/// Columns of the help that are not its text: the frame, and room on both sides.
pub const HELP_MARGIN: u16 = 9;
/// The widest that the help gets.
pub const HELP_WIDEST: u16 = 76;

/// The help for a terminal of so many columns, from the same tables as everything else.
#[must_use]
pub fn help(columns: u16) -> Vec<HelpLine> {
    let columns = usize::from(columns.min(HELP_WIDEST + 4).saturating_sub(4 + HELP_MARGIN));
    let words_columns = columns.saturating_sub(HELP_KEYS).max(10);
    let sections = [
        ("Panes", Place::Mirrors),
        ("Filter line", Place::Filter),
        ("Delete dialog", Place::DialogField),
        ("Restore dialog", Place::RestoreField),
        ("Trash", Place::Trash),
        ("Sweep", Place::Sweep),
        ("Plan", Place::Plan),
        ("Number of a plan", Place::PlanCount),
        ("Tasks", Place::Tasks),
        ("File", Place::Prompt),
    ];
    let mut lines = Vec::new();
    for (title, place) in sections {
        if !lines.is_empty() {
            lines.push(HelpLine::Gap);
        }
        lines.push(HelpLine::Title(title));
        let bindings = tables(place).iter().copied().flatten();
        for binding in bindings.filter(|binding| !binding.help.is_empty()) {
            let words = wrap_words(binding.help, words_columns)
                .into_iter()
                .enumerate();
            lines.extend(words.map(|(nth, words)| {
                HelpLine::Keys(
                    if nth == 0 { binding.help_keys } else { "" }.to_owned(),
                    words,
                )
            }));
        }
        if place == Place::Sweep {
            lines.push(HelpLine::Gap);
            lines.push(HelpLine::Title("Filter of a sweep: all words must hold"));
            for form in FORMS {
                let words = format!("{}: {}", form.words(), form.example);
                let words = wrap_words(&words, words_columns).into_iter().enumerate();
                lines.extend(words.map(|(nth, words)| {
                    let form = (nth == 0).then(|| form.form().to_string());
                    HelpLine::Keys(form.unwrap_or_default(), words)
                }));
            }
        }
    }
    lines
}
