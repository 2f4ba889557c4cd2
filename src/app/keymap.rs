//! One table of bindings a place. The same tables find the action for a key, draw the footer and
//! draw the help, so they cannot disagree.

use super::cursor::Step;
use super::key::Key;
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
    /// The help.
    Help,
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
    /// Takes an outcome that cannot be found out off the list.
    Acknowledge,
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

const fn on(keys: &'static [Key], action: Action) -> Binding {
    Binding {
        keys,
        action,
        help_keys: "",
        help: "",
        footer: None,
    }
}

impl Binding {
    const fn help(mut self, keys: &'static str, words: &'static str) -> Self {
        self.help_keys = keys;
        self.help = words;
        self
    }

    const fn footer(mut self, key: &'static str, word: &'static str) -> Self {
        self.footer = Some((key, word));
        self
    }
}

const QUIT: Binding = on(&[Key::Char('q'), Key::Ctrl('c')], Action::Quit)
    .help("q  Ctrl-C", "quit; what is on the wire is waited for")
    .footer("q", "quit");
const CTRL_C: Binding =
    on(&[Key::Ctrl('c')], Action::Quit).help("Ctrl-C", "quit, in text fields too");
const UP: Binding = on(&[Key::Char('k'), Key::Up], Action::Move(Step::Up))
    .help("j k  \u{2193} \u{2191}", "down and up");
const DOWN: Binding = on(&[Key::Char('j'), Key::Down], Action::Move(Step::Down));
const PAGE_UP: Binding =
    on(&[Key::PageUp], Action::Move(Step::PageUp)).help("PgUp PgDn", "a page up and down");
const PAGE_DOWN: Binding = on(&[Key::PageDown], Action::Move(Step::PageDown));
const FIRST: Binding = on(&[Key::Home, Key::Char('g')], Action::Move(Step::First))
    .help("g G  Home End", "first and last row");
const LAST: Binding = on(&[Key::End, Key::Char('G')], Action::Move(Step::Last));

/// What works in each of the three panes.
const MOVES: &[Binding] = &[
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    FIRST,
    LAST,
    on(&[Key::Tab, Key::Char('l'), Key::Right], Action::Next).help("Tab  l \u{2192}", "next pane"),
    on(&[Key::BackTab, Key::Char('h'), Key::Left], Action::Previous)
        .help("Shift-Tab  h \u{2190}", "previous pane"),
    on(&[Key::Esc], Action::OutOf).help("Esc", "clear the filter, or out of what is selected"),
];
/// Where something can be opened.
const INTO: &[Binding] = &[on(&[Key::Enter], Action::Into)
    .help("Enter", "into what is selected")
    .footer("Enter", "open")];
/// Where a mirror is selected.
const DELETE: &[Binding] = &[on(&[Key::Char('d'), Key::Delete], Action::Delete)
    .help(
        "d  Delete",
        "delete the selected mirror; a dialog asks first",
    )
    .footer("d", "delete")];
/// In the devices pane the same keys only say that mirrors are deleted, not devices.
const DELETE_HINT: &[Binding] = &[on(&[Key::Char('d'), Key::Delete], Action::Delete)];
/// Where deleted mirrors can be brought back.
const BRING_BACK: &[Binding] = &[
    on(&[Key::Char('u')], Action::BringBack)
        .help(
            "u",
            "bring back the mirror deleted last; a dialog asks first",
        )
        .footer("u", "bring back"),
    on(&[Key::Char('t')], Action::Trash)
        .help("t", "the trash: deleted mirrors, and outcomes not known")
        .footer("t", "trash"),
];
const COMMON: &[Binding] = &[
    on(&[Key::Char('/')], Action::Filter)
        .help("/", "filter the pane; Enter keeps it, Esc clears it")
        .footer("/", "filter"),
    on(&[Key::Char('r')], Action::ReadAgain)
        .help("r", "read again what is shown")
        .footer("r", "read again"),
    on(&[Key::Char('?')], Action::Help)
        .help("?", "this help")
        .footer("?", "help"),
    QUIT,
];

const LEFT: Binding = on(&[Key::Left], Action::Edit(Edit::Left));
const RIGHT: Binding = on(&[Key::Right], Action::Edit(Edit::Right));
const START: Binding = on(&[Key::Home, Key::Ctrl('a')], Action::Edit(Edit::Start));
const END: Binding = on(&[Key::End, Key::Ctrl('e')], Action::Edit(Edit::End));
const BACKSPACE: Binding = on(
    &[Key::Backspace, Key::Ctrl('h')],
    Action::Edit(Edit::RemoveLeft),
);
const REMOVE: Binding = on(&[Key::Delete], Action::Edit(Edit::RemoveRight));
const EMPTY: Binding = on(&[Key::Ctrl('u')], Action::Empty)
    .help("Ctrl-U", "empty the field")
    .footer("Ctrl-U", "empty");

/// The keys of the filter line; every printable key is text.
const FILTER: &[Binding] = &[
    on(&[Key::Enter], Action::Accept)
        .help("Enter", "keep the filter")
        .footer("Enter", "keep filter"),
    on(&[Key::Esc], Action::Cancel)
        .help("Esc", "clear the filter")
        .footer("Esc", "clear"),
    EMPTY,
    on(&[Key::Up], Action::Move(Step::Up)).footer("\u{2191} \u{2193}", "move"),
    on(&[Key::Down], Action::Move(Step::Down)),
    LEFT,
    RIGHT,
    START,
    END,
    BACKSPACE,
    REMOVE,
    CTRL_C,
];

const DIALOG_NEXT: Binding = on(&[Key::Tab, Key::Down], Action::Next)
    .help("Tab  Shift-Tab", "next and previous field")
    .footer("Tab", "next");
const DIALOG_PREVIOUS: Binding = on(&[Key::BackTab, Key::Up], Action::Previous);
const DIALOG_CLOSE: Binding = on(&[Key::Esc], Action::Cancel)
    .help("Esc", "keep the mirror and close")
    .footer("Esc", "keep");

/// The keys of the dialog's text fields; every printable key is text.
const DIALOG_FIELD: &[Binding] = &[
    DIALOG_NEXT,
    DIALOG_PREVIOUS,
    on(&[Key::Enter], Action::Accept)
        .help("Enter", "on a field: to the next; on Delete: delete")
        .footer("Enter", "next field"),
    EMPTY,
    DIALOG_CLOSE,
    LEFT,
    RIGHT,
    START,
    END,
    BACKSPACE,
    REMOVE,
    CTRL_C,
];

/// The keys of the dialog's buttons, besides Enter.
const DIALOG_BUTTON: &[Binding] = &[
    on(
        &[Key::Tab, Key::Down, Key::Right, Key::Char('l')],
        Action::Next,
    )
    .footer("Tab", "next"),
    on(
        &[Key::BackTab, Key::Up, Key::Left, Key::Char('h')],
        Action::Previous,
    ),
    DIALOG_CLOSE,
    QUIT,
];
const DIALOG_KEEP: &[Binding] =
    &[on(&[Key::Enter], Action::Accept).footer("Enter", "keep the mirror")];
const DIALOG_DELETE: &[Binding] =
    &[on(&[Key::Enter], Action::Accept).footer("Enter", "delete the mirror")];

const RESTORE_NEXT: Binding = on(&[Key::Tab, Key::Down], Action::Next)
    .help("Tab  Shift-Tab", "next and previous field")
    .footer("Tab", "next");
const RESTORE_CLOSE: Binding = on(&[Key::Esc], Action::Cancel)
    .help("Esc", "change nothing and close")
    .footer("Esc", "keep");

/// The keys of the restore dialog's text field; every printable key is text.
const RESTORE_FIELD: &[Binding] = &[
    RESTORE_NEXT,
    DIALOG_PREVIOUS,
    on(&[Key::Enter], Action::Accept)
        .help("Enter", "on the field: to the next; on Restore: restore")
        .footer("Enter", "next field"),
    EMPTY,
    RESTORE_CLOSE,
    LEFT,
    RIGHT,
    START,
    END,
    BACKSPACE,
    REMOVE,
    CTRL_C,
];
/// The keys of the restore dialog's buttons, besides Enter.
const RESTORE_BUTTON: &[Binding] = &[
    on(
        &[Key::Tab, Key::Down, Key::Right, Key::Char('l')],
        Action::Next,
    )
    .footer("Tab", "next"),
    on(
        &[Key::BackTab, Key::Up, Key::Left, Key::Char('h')],
        Action::Previous,
    ),
    RESTORE_CLOSE,
    QUIT,
];
const RESTORE_KEEP: &[Binding] =
    &[on(&[Key::Enter], Action::Accept).footer("Enter", "change nothing")];
const RESTORE_PRESS: &[Binding] =
    &[on(&[Key::Enter], Action::Accept).footer("Enter", "restore the mirror")];

/// The keys of the trash, in both halves. Where the footer is short, those at the end go first.
const TRASH: &[Binding] = &[
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    FIRST,
    LAST,
    on(&[Key::Enter, Key::Char('u')], Action::BringBack)
        .help("Enter  u", "bring the copy back; a dialog asks first")
        .footer("u", "bring back"),
    on(&[Key::Esc, Key::Char('t')], Action::Cancel)
        .help(
            "Esc  t",
            "out of the preview, clear the filter, close the trash",
        )
        .footer("Esc", "close"),
    on(&[Key::Char('v')], Action::OtherView)
        .help("v", "the copy, or where it differs from now")
        .footer("v", "view"),
    on(&[Key::Char('/')], Action::Filter)
        .help("/", "filter by device and mirror")
        .footer("/", "filter"),
    on(&[Key::Char('r')], Action::ReadAgain)
        .help("r", "look again: at the trash, and at an outcome not known")
        .footer("r", "look again"),
    on(
        &[
            Key::Tab,
            Key::BackTab,
            Key::Char('l'),
            Key::Char('h'),
            Key::Left,
            Key::Right,
        ],
        Action::Next,
    )
    .help("Tab  h l", "to the preview and back")
    .footer("Tab", "preview"),
    on(&[Key::Char('a')], Action::Acknowledge)
        .help("a", "take an outcome that stays unknown off the list")
        .footer("a", "take note"),
    on(&[Key::Char('?')], Action::Help).footer("?", "help"),
    QUIT,
];

/// The keys of the help.
const HELP: &[Binding] = &[
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    FIRST,
    LAST,
    on(&[Key::Esc, Key::Enter, Key::Char('?')], Action::Cancel).footer("Esc", "close"),
    QUIT,
];

/// The tables of a place, in the order in which footer and help show them.
#[must_use]
pub fn tables(place: Place) -> &'static [&'static [Binding]] {
    match place {
        Place::Devices => &[MOVES, INTO, DELETE_HINT, BRING_BACK, COMMON],
        Place::Mirrors => &[MOVES, DELETE, INTO, BRING_BACK, COMMON],
        Place::Detail => &[MOVES, DELETE, BRING_BACK, COMMON],
        Place::Filter | Place::TrashFilter => &[FILTER],
        Place::DialogField => &[DIALOG_FIELD],
        Place::DialogKeep => &[DIALOG_KEEP, DIALOG_BUTTON],
        Place::DialogDelete => &[DIALOG_DELETE, DIALOG_BUTTON],
        Place::RestoreField => &[RESTORE_FIELD],
        Place::RestoreKeep => &[RESTORE_KEEP, RESTORE_BUTTON],
        Place::RestoreButton => &[RESTORE_PRESS, RESTORE_BUTTON],
        Place::Trash | Place::TrashPreview => &[TRASH],
        Place::Help => &[HELP],
    }
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
    Keys(&'static str, String),
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
                HelpLine::Keys(if nth == 0 { binding.help_keys } else { "" }, words)
            }));
        }
    }
    lines
}

/// What a promised key says whose work is not part of this version: there is nothing to do.
#[must_use]
pub fn nothing_to_do(key: Key) -> Option<&'static str> {
    match key {
        Key::Char(' ') => Some("nothing to mark: this version deletes one mirror at a time"),
        Key::Char('y') => Some("nothing to copy in this version"),
        _ => None,
    }
}
