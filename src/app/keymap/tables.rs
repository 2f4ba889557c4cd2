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
        "delete the selected mirror, or the marked ones; asks first",
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
/// Where rows are looked for.
const FIND: &[Binding] = &[on(&[Key::Char('/')], Action::Filter)
    .help("/", "filter the pane; Enter keeps it, Esc clears it")
    .footer("/", "filter")];
/// What can be done with the mirror that the detail shows.
const MIRROR: &[Binding] = &[
    on(&[Key::Char('w')], Action::Watch)
        .help(
            "w",
            "watch: read the mirror again and again, and mark what changes",
        )
        .footer("w", "watch"),
    on(&[Key::Char('x')], Action::Export)
        .help("x", "save the document as it was received")
        .footer("x", "save"),
];
/// How the detail shows it.
const VIEW: &[Binding] = &[on(&[Key::Char('v')], Action::OtherView)
    .help("v", "the next view: compare, document, raw")
    .footer("v", "view")];
/// Within the detail.
const DOCUMENT: &[Binding] = &[
    on(&[Key::Enter], Action::Into)
        .help("Enter", "fold the selected key, or unfold it")
        .footer("Enter", "fold"),
    on(&[Key::Char('z')], Action::FoldAll).help("z", "fold all, or unfold all"),
    on(&[Key::Char('f')], Action::Differing)
        .help("f", "only what differs, and back")
        .footer("f", "differing"),
    on(&[Key::Char('n')], Action::NextHit).help("n N", "next and previous hit of a search"),
    on(&[Key::Char('N')], Action::PreviousHit),
    on(&[Key::Char('[')], Action::Older).help("[ ]", "older and newer version seen by a watch"),
    on(&[Key::Char(']')], Action::Newer),
];
/// Where there is something to copy.
const COPY: &[Binding] = &[on(&[Key::Char('y')], Action::Copy)
    .help("y", "copy: a name, the JSON, a value, the request")
    .footer("y", "copy")];
const PALETTE: Binding = on(&[Key::Char(':')], Action::Palette)
    .help(":", "all actions and their keys")
    .footer(":", "actions");

const COMMON: &[Binding] = &[
    PALETTE,
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
    PALETTE,
    on(&[Key::Char('?')], Action::Help).footer("?", "help"),
    QUIT,
];

/// What every table of many rows moves by.
const ROWS: &[Binding] = &[UP, DOWN, PAGE_UP, PAGE_DOWN, FIRST, LAST];
/// The last keys of every screen over the panes.
const SCREEN: &[Binding] = &[
    PALETTE,
    on(&[Key::Char('?')], Action::Help)
        .help("?", "this help")
        .footer("?", "help"),
    QUIT,
];
/// Marks of devices and mirrors.
const MARK_MIRRORS: &[Binding] = &[
    on(&[Key::Char(' ')], Action::Mark)
        .help("Space", "mark: mirrors for d, devices for S")
        .footer("Space", "mark"),
    on(&[Key::Char('*')], Action::MarkAll).help("*", "mark all that match the filter"),
    on(&[Key::Ctrl('u')], Action::Unmark).help("Ctrl-U", "take all marks away"),
];
/// Work over many devices.
const FLEET: &[Binding] = &[
    on(&[Key::Char('S')], Action::Sweep)
        .help(
            "S",
            "sweep: the mirrors of the marked devices, or of all that match",
        )
        .footer("S", "sweep"),
    on(&[Key::Char('T')], Action::Tasks)
        .help("T", "tasks: running and past work")
        .footer("T", "tasks"),
];

/// The keys of a sweep's table. Where the footer is short, those at the end go first.
const SWEEP: &[Binding] = &[
    on(&[Key::Char('/')], Action::Filter)
        .help(
            "/",
            "filter: mirror:legacy* age:>90d drift:yes device:hall3-*",
        )
        .footer("/", "filter"),
    on(&[Key::Char(' ')], Action::Mark)
        .help("Space", "mark the mirror, for d")
        .footer("Space", "mark"),
    on(&[Key::Char('*')], Action::MarkAll)
        .help("*", "mark all rows that match the filter")
        .footer("*", "mark all"),
    on(&[Key::Char('d'), Key::Delete], Action::Delete)
        .help("d  Delete", "plan the deletion of the marked mirrors")
        .footer("d", "plan deletion"),
    on(&[Key::Esc], Action::Cancel)
        .help("Esc", "back to the panes; the sweep goes on")
        .footer("Esc", "back"),
    on(&[Key::Char('p')], Action::Pause)
        .help("p", "pause the sweep, and go on")
        .footer("p", "pause"),
    on(&[Key::Char('s')], Action::Sort)
        .help("s", "sort by the next column")
        .footer("s", "sort"),
    on(&[Key::Char('o')], Action::TurnAround).help("o", "sort the other way round"),
    on(&[Key::Char('c')], Action::Columns)
        .help("c", "names only, or version, age, drift and size too")
        .footer("c", "columns"),
    on(&[Key::Char('e')], Action::Save)
        .help("e", "save the rows as CSV or JSON Lines")
        .footer("e", "save"),
    on(&[Key::Char('x')], Action::Stop).help("x", "stop the sweep"),
    on(&[Key::Char('f')], Action::Failed).help("f", "show the devices that failed, and back"),
    on(&[Key::Char('r')], Action::TryAgain).help("r", "read again what failed"),
    on(&[Key::Char('S')], Action::Sweep).help("S", "sweep the same devices anew"),
    on(&[Key::Ctrl('u')], Action::Unmark).help("Ctrl-U", "take all marks away"),
    on(&[Key::Enter], Action::Into).help("Enter", "to this mirror in the panes"),
    on(&[Key::Char('T')], Action::Tasks).help("T", "tasks: running and past work"),
];

/// The keys of a plan's rows.
const PLAN: &[Binding] = &[
    on(&[Key::Tab, Key::BackTab], Action::Next)
        .help("Tab  Shift-Tab", "to the number that confirms, and back")
        .footer("Tab", "to the number"),
    on(&[Key::Char(' ')], Action::Mark)
        .help("Space", "leave the row out, or take it in")
        .footer("Space", "in or out"),
    on(&[Key::Esc], Action::Cancel)
        .help("Esc", "change nothing and close; the marks stay")
        .footer("Esc", "change nothing"),
    on(&[Key::Char('e')], Action::Save)
        .help("e", "save the plan as JSON")
        .footer("e", "save"),
    on(&[Key::Char('r')], Action::TryAgain)
        .help("r", "read again the rows that could not be read")
        .footer("r", "read again"),
];

/// The keys of a plan's number, besides those that edit.
const PLAN_COUNT: &[Binding] = &[
    on(&[Key::Enter], Action::Accept)
        .help(
            "Enter",
            "apply the plan, where the number is that of its mirrors",
        )
        .footer("Enter", "apply"),
    on(&[Key::Tab, Key::BackTab, Key::Up, Key::Down], Action::Next)
        .help("Tab  Shift-Tab", "back to the rows")
        .footer("Tab", "to the rows"),
    on(&[Key::Esc], Action::Cancel)
        .help("Esc", "change nothing and close")
        .footer("Esc", "change nothing"),
];

/// The keys of running and past work.
const TASKS: &[Binding] = &[
    on(&[Key::Enter], Action::Into)
        .help("Enter", "into the items of a run, or the rows of a sweep")
        .footer("Enter", "open"),
    on(&[Key::Esc], Action::Cancel)
        .help("Esc", "out of the items, or close")
        .footer("Esc", "back"),
    on(&[Key::Char('p')], Action::Pause)
        .help("p", "pause, and go on; go on with a run that was cut off")
        .footer("p", "pause, go on"),
    on(&[Key::Char('x')], Action::Stop)
        .help("x", "cancel what is queued")
        .footer("x", "cancel"),
    on(&[Key::Char('u')], Action::BringBack)
        .help("u", "bring back all of a run, by way of a plan")
        .footer("u", "bring back"),
    on(&[Key::Char('r')], Action::TryAgain)
        .help("r", "try again what failed, by way of a plan")
        .footer("r", "try again"),
    on(&[Key::Char('f')], Action::Failed)
        .help("f", "show only what did not end well, and back")
        .footer("f", "failed"),
    on(&[Key::Char('o')], Action::OpenPlan)
        .help("o", "open a saved plan")
        .footer("o", "open plan"),
    on(&[Key::Tab, Key::BackTab], Action::Next).help("Tab", "to the items and back"),
];

/// The keys of the line that asks for a file, besides those that edit.
const PROMPT: &[Binding] = &[
    on(&[Key::Enter], Action::Accept)
        .help("Enter", "save, or open")
        .footer("Enter", "take this file"),
    on(&[Key::Esc], Action::Cancel)
        .help("Esc", "close")
        .footer("Esc", "close"),
    on(&[Key::Tab, Key::BackTab, Key::Up, Key::Down], Action::Next)
        .help("Tab", "to the other button, where it asks"),
];

/// The keys of the question before quitting in the middle of a run.
const QUIT_DIALOG: &[Binding] = &[
    on(
        &[
            Key::Tab,
            Key::BackTab,
            Key::Left,
            Key::Right,
            Key::Up,
            Key::Down,
        ],
        Action::Next,
    )
    .footer("Tab", "other button"),
    on(&[Key::Enter], Action::Accept).footer("Enter", "take it"),
    on(&[Key::Esc], Action::Cancel).footer("Esc", "stay"),
    on(&[Key::Ctrl('c')], Action::Quit),
];

/// The keys of a list that is open over everything else.
const MENU: &[Binding] = &[
    on(&[Key::Enter], Action::Accept).footer("Enter", "take it"),
    on(&[Key::Esc], Action::Cancel).footer("Esc", "close"),
    on(&[Key::Up], Action::Move(Step::Up)).footer("\u{2191} \u{2193}", "move"),
    on(&[Key::Down], Action::Move(Step::Down)),
    on(&[Key::PageUp], Action::Move(Step::PageUp)),
    on(&[Key::PageDown], Action::Move(Step::PageDown)),
];
/// What moves in such a list where no letter is text.
const MENU_LETTERS: &[Binding] = &[
    on(&[Key::Char('k')], Action::Move(Step::Up)),
    on(&[Key::Char('j')], Action::Move(Step::Down)),
    FIRST,
    LAST,
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
        Place::Devices => &[
            MOVES,
            INTO,
            DELETE_HINT,
            FIND,
            MARK_MIRRORS,
            FLEET,
            BRING_BACK,
            COPY,
            VIEW,
            COMMON,
        ],
        Place::Mirrors => &[
            MOVES,
            DELETE,
            INTO,
            FIND,
            MARK_MIRRORS,
            BRING_BACK,
            MIRROR,
            COPY,
            VIEW,
            FLEET,
            COMMON,
        ],
        Place::Detail => &[
            MOVES,
            DELETE,
            VIEW,
            DOCUMENT,
            MIRROR,
            COPY,
            FIND,
            BRING_BACK,
            MARK_MIRRORS,
            FLEET,
            COMMON,
        ],
        Place::Sweep => &[ROWS, SWEEP, COPY, SCREEN],
        Place::Plan => &[ROWS, PLAN, SCREEN],
        Place::PlanCount => &[PLAN_COUNT, EDITING],
        Place::Tasks | Place::TaskItems => &[ROWS, TASKS, SCREEN],
        Place::Prompt => &[PROMPT, EDITING],
        Place::Quit => &[QUIT_DIALOG],
        Place::Filter | Place::TrashFilter | Place::SweepFilter => &[FILTER, EDITING],
        Place::DialogField => &[DELETE_FIELD, EDITING],
        Place::DialogKeep => &[DELETE_KEEP, DIALOG_BUTTON],
        Place::DialogDelete => &[DELETE_PRESS, DIALOG_BUTTON],
        Place::RestoreField => &[RESTORE_FIELD, EDITING],
        Place::RestoreKeep => &[RESTORE_KEEP, DIALOG_BUTTON],
        Place::RestoreButton => &[RESTORE_PRESS, DIALOG_BUTTON],
        Place::Trash | Place::TrashPreview => &[TRASH],
        Place::Help => &[HELP],
        Place::CopyMenu => &[MENU, MENU_LETTERS, &[QUIT]],
        Place::Palette => &[MENU, EDITING],
    }
}
