//! The bindings themselves, one table a place.

use super::{Action, Binding, Edit, Place};
use crate::app::cursor::Step;
use crate::app::key::Key;

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

/// The keys of a filter line, besides those that edit.
const FILTER: &[Binding] = &[
    on(&[Key::Enter], Action::Accept)
        .help("Enter", "keep the filter")
        .footer("Enter", "keep filter"),
    on(&[Key::Esc], Action::Cancel)
        .help("Esc", "clear the filter")
        .footer("Esc", "clear"),
    on(&[Key::Up], Action::Move(Step::Up)).footer("\u{2191} \u{2193}", "move"),
    on(&[Key::Down], Action::Move(Step::Down)),
];

/// What changes the text in a field; every printable key is text.
const EDITING: &[Binding] = &[EMPTY, LEFT, RIGHT, START, END, BACKSPACE, REMOVE, CTRL_C];

const DIALOG_NEXT: Binding = on(&[Key::Tab, Key::Down], Action::Next)
    .help("Tab  Shift-Tab", "next and previous field")
    .footer("Tab", "next");
const DIALOG_PREVIOUS: Binding = on(&[Key::BackTab, Key::Up], Action::Previous);
const DIALOG_CLOSE: Binding = on(&[Key::Esc], Action::Cancel)
    .help("Esc", "change nothing and close")
    .footer("Esc", "keep");

/// The keys of the delete dialog's text fields, besides those that edit.
const DELETE_FIELD: &[Binding] = &[
    DIALOG_NEXT,
    DIALOG_PREVIOUS,
    on(&[Key::Enter], Action::Accept)
        .help("Enter", "on a field: to the next; on Delete: delete")
        .footer("Enter", "next field"),
    DIALOG_CLOSE,
];

/// The keys of the restore dialog's text field, besides those that edit.
const RESTORE_FIELD: &[Binding] = &[
    DIALOG_NEXT,
    DIALOG_PREVIOUS,
    on(&[Key::Enter], Action::Accept)
        .help("Enter", "on the field: to the next; on Restore: restore")
        .footer("Enter", "next field"),
    DIALOG_CLOSE,
];

/// The keys of a dialog's buttons, besides Enter.
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
const DELETE_KEEP: &[Binding] =
    &[on(&[Key::Enter], Action::Accept).footer("Enter", "keep the mirror")];
const DELETE_PRESS: &[Binding] =
    &[on(&[Key::Enter], Action::Accept).footer("Enter", "delete the mirror")];
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
        Place::Filter | Place::TrashFilter => &[FILTER, EDITING],
        Place::DialogField => &[DELETE_FIELD, EDITING],
        Place::DialogKeep => &[DELETE_KEEP, DIALOG_BUTTON],
        Place::DialogDelete => &[DELETE_PRESS, DIALOG_BUTTON],
        Place::RestoreField => &[RESTORE_FIELD, EDITING],
        Place::RestoreKeep => &[RESTORE_KEEP, DIALOG_BUTTON],
        Place::RestoreButton => &[RESTORE_PRESS, DIALOG_BUTTON],
        Place::Trash | Place::TrashPreview => &[TRASH],
        Place::Help => &[HELP],
    }
}
