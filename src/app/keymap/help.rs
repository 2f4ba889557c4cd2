//! The lines of the help: what works where it was opened first, then everything else.

use super::{Action, Binding, Here, Keymap, Place};
use crate::app::state::{AppState, Overlay};
use crate::i18n::Text;
use crate::model::sweep_filter::FORMS;
use crate::model::width::{width, wrap_words};
use crate::{text, words};

/// Columns of the keys in the help.
pub const HELP_KEYS: usize = 17;
/// Columns of the help that are not its text: the frame, and room on both sides.
pub const HELP_MARGIN: u16 = 9;
/// The widest that the help gets.
pub const HELP_WIDEST: u16 = 76;

/// One line of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HelpLine {
    /// The title of a section.
    Title(String),
    /// Keys and what they do; either may go on from the line before.
    Keys(String, String),
    /// The gap between two sections.
    Gap,
}

/// The sections in their order; that of the place where it was opened comes before them.
const SECTIONS: [Place; 12] = [
    Place::Devices,
    Place::Mirrors,
    Place::Detail,
    Place::Filter,
    Place::DialogField,
    Place::RestoreField,
    Place::Trash,
    Place::Sweep,
    Place::Plan,
    Place::PlanCount,
    Place::Tasks,
    Place::Prompt,
];

impl Place {
    /// What help and palette call it.
    #[must_use]
    pub fn title(self) -> Text {
        match self {
            Self::Devices => text!("help-place-devices"),
            Self::Mirrors => text!("help-place-mirrors"),
            Self::Detail => text!("help-place-detail"),
            Self::Filter | Self::TrashFilter => text!("help-place-filter"),
            Self::SweepFilter => text!("help-place-sweep-filter"),
            Self::DialogField | Self::DialogKeep | Self::DialogDelete => {
                text!("help-place-delete-dialog")
            }
            Self::RestoreField | Self::RestoreKeep | Self::RestoreButton => {
                text!("help-place-restore-dialog")
            }
            Self::Trash | Self::TrashPreview => text!("help-place-trash"),
            Self::Sweep => text!("help-place-sweep"),
            Self::Plan => text!("help-place-plan"),
            Self::PlanCount => text!("help-place-plan-number"),
            Self::Tasks | Self::TaskItems => text!("help-place-tasks"),
            Self::Prompt => text!("help-place-prompt"),
            Self::Quit => text!("help-place-quit"),
            Self::Help => text!("help-place-help"),
            Self::CopyMenu => text!("help-place-copy-menu"),
            Self::Palette => text!("help-place-palette"),
        }
    }
}

/// The help for a terminal of so many columns, in the language of the scope.
///
/// * `here` - where it was opened.
#[must_use]
pub fn help(keymap: &Keymap, here: Here, columns: u16) -> Vec<HelpLine> {
    let columns = usize::from(columns.min(HELP_WIDEST + 4).saturating_sub(4 + HELP_MARGIN));
    let mut help = Help {
        keymap,
        room: columns.saturating_sub(HELP_KEYS).max(10),
        lines: Vec::new(),
        of_panes: Vec::new(),
    };
    let title = here.place.title();
    // Who has no device yet reads here what there will be to do.
    let here = Here {
        is_empty: false,
        ..here
    };
    help.section(here, words!("help-here", place = &title));
    for place in SECTIONS {
        let anyhow = Here::anyhow(place, here.read_only);
        if place.title() != title {
            help.section(anyhow, place.title().to_string());
        } else if place == Place::Detail {
            help.section(anyhow, words!("help-place-detail-else"));
        }
        if place == Place::Sweep {
            help.forms();
        }
    }
    help.lines
}

impl AppState {
    /// Lines of the open help: in the user's language, which decides how many they are.
    #[must_use]
    pub fn help_lines(&self) -> usize {
        let Some(Overlay::Help { place, .. }) = &self.overlay else {
            return 0;
        };
        let (setup, columns) = (&self.setup, self.size.columns);
        setup.speaking(|| help(&setup.keymap, self.here(*place), columns).len())
    }
}

struct Help<'a> {
    keymap: &'a Keymap,
    /// Columns for what keys do.
    room: usize,
    lines: Vec<HelpLine>,
    /// What was said of a pane. Most holds for all three, and is said once.
    of_panes: Vec<(String, Text)>,
}

impl Help<'_> {
    fn section(&mut self, of: Here, title: String) {
        let mut lines = self.said_of(of);
        if matches!(of.place, Place::Devices | Place::Mirrors | Place::Detail) {
            lines.retain(|line| !self.of_panes.contains(line));
            self.of_panes.extend(lines.iter().cloned());
        }
        if lines.is_empty() {
            return;
        }
        self.title(title);
        for (keys, words) in lines {
            self.line(&keys, &words.to_string());
        }
    }

    /// Keys, and what they do.
    fn said_of(&self, of: Here) -> Vec<(String, Text)> {
        let offered: Vec<&Binding> = self.keymap.offered(of).collect();
        let find = |action: Action| offered.iter().copied().find(|other| other.action == action);
        let is_said_elsewhere =
            |action: Action| offered.iter().any(|other| other.with == Some(action));
        let said = offered.iter().filter_map(|binding| {
            if is_said_elsewhere(binding.action) {
                return None;
            }
            let with = binding.with.and_then(find);
            let words = match (with, binding.line) {
                (Some(_), Some(line)) => Text::named(line, []),
                _ => binding.words()?,
            };
            Some((keys(binding, with), words))
        });
        said.collect()
    }

    fn forms(&mut self) {
        self.title(words!("help-sweep-forms"));
        for form in FORMS {
            let words = format!("{}: {}", form.words(), form.example);
            self.line(&form.form().to_string(), &words);
        }
    }

    fn title(&mut self, title: String) {
        if !self.lines.is_empty() {
            self.lines.push(HelpLine::Gap);
        }
        self.lines.push(HelpLine::Title(title));
    }

    /// Both columns go on below where they have no room.
    fn line(&mut self, keys: &str, words: &str) {
        let mut keys = lines_of_keys(keys).into_iter();
        let mut words = wrap_words(words, self.room).into_iter();
        loop {
            let (keys, words) = (keys.next(), words.next());
            if keys.is_none() && words.is_none() {
                return;
            }
            let line = HelpLine::Keys(keys.unwrap_or_default(), words.unwrap_or_default());
            self.lines.push(line);
        }
    }
}

/// The keys of a binding, and of the one that is shown together with it: `j k  ↓ ↑`.
fn keys(binding: &Binding, with: Option<&Binding>) -> String {
    let others = with.map_or(&[][..], |with| with.keys.as_slice());
    let most = binding.keys.len().max(others.len());
    let groups = (0..most).map(|nth| {
        let both = [binding.keys.get(nth), others.get(nth)];
        let both: Vec<String> = both.iter().flatten().map(ToString::to_string).collect();
        both.join(" ")
    });
    groups.collect::<Vec<_>>().join("  ")
}

/// Keys on as many lines as they need.
fn lines_of_keys(keys: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for group in keys.split("  ") {
        match lines.last_mut() {
            Some(line) if width(line) + 2 + width(group) < HELP_KEYS => {
                line.push_str("  ");
                line.push_str(group);
            }
            _ => lines.push(group.to_owned()),
        }
    }
    lines
}
