//! Every colour and style. Named colours follow the terminal's own palette; meaning never hangs on
//! colour alone.

use ratatui::style::{Color, Modifier, Style};

use crate::app::notice::Tone;
use crate::model::account::AccountColour;

const ACCENT: Color = Color::Cyan;
const WARNING: Color = Color::Yellow;
const DANGER: Color = Color::Red;
const GOOD: Color = Color::Green;

/// Ordinary text in the terminal's own colours.
#[must_use]
pub fn plain() -> Style {
    Style::new()
}
/// What is of second rank.
#[must_use]
pub fn quiet() -> Style {
    Style::new().add_modifier(Modifier::DIM)
}
/// Titles and what counts.
#[must_use]
pub fn strong() -> Style {
    Style::new().add_modifier(Modifier::BOLD)
}
/// The one accent: the pane in focus and keys.
#[must_use]
pub fn accented() -> Style {
    Style::new().fg(ACCENT).add_modifier(Modifier::BOLD)
}
/// Look here.
#[must_use]
pub fn warned() -> Style {
    Style::new().fg(WARNING).add_modifier(Modifier::BOLD)
}
/// Only *Delete* and what it led to.
#[must_use]
pub fn dangerous() -> Style {
    Style::new().fg(DANGER).add_modifier(Modifier::BOLD)
}
/// What went well.
#[must_use]
pub fn well() -> Style {
    Style::new().fg(GOOD).add_modifier(Modifier::BOLD)
}
/// What differs between desired and reported.
#[must_use]
pub fn differing() -> Style {
    Style::new().fg(WARNING)
}
/// Letters that are looked for; seen without colours too.
#[must_use]
pub fn matched() -> Style {
    Style::new()
        .fg(ACCENT)
        .add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED))
}
/// A key of a JSON document.
#[must_use]
pub fn json_key() -> Style {
    Style::new().fg(ACCENT)
}
/// A text of a JSON document.
#[must_use]
pub fn json_text() -> Style {
    Style::new().fg(GOOD)
}
/// A number of a JSON document.
#[must_use]
pub fn json_number() -> Style {
    Style::new().fg(WARNING)
}
/// `true`, `false` or `null`.
#[must_use]
pub fn json_word() -> Style {
    strong()
}
/// Brackets, colons and commas.
#[must_use]
pub fn json_sign() -> Style {
    quiet()
}
/// What stands for something that cannot be drawn.
#[must_use]
pub fn json_escape() -> Style {
    Style::new().fg(WARNING)
}
/// Asked for long ago and never reported since.
#[must_use]
pub fn old_drift() -> Style {
    warned()
}
/// What has changed since another version.
#[must_use]
pub fn changed() -> Style {
    accented()
}
/// The default mirror, unlike any named one.
#[must_use]
pub fn default_mirror() -> Style {
    Style::new()
        .fg(ACCENT)
        .add_modifier(Modifier::ITALIC.union(Modifier::BOLD))
}

/// The row that is selected: reversed in the pane in focus, underlined in the others.
#[must_use]
pub fn selected(in_focus: bool) -> Style {
    if in_focus {
        Style::new().add_modifier(Modifier::REVERSED)
    } else {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }
}

/// Border and title of a pane.
#[must_use]
pub fn border(in_focus: bool) -> Style {
    if in_focus { accented() } else { quiet() }
}

/// The account's label.
#[must_use]
pub fn account(colour: Option<AccountColour>) -> Style {
    let colour = match colour {
        Some(AccountColour::Red) => Color::Red,
        Some(AccountColour::Yellow) => Color::Yellow,
        Some(AccountColour::Green) => Color::Green,
        Some(AccountColour::Blue) => Color::Blue,
        Some(AccountColour::Magenta) => Color::Magenta,
        Some(AccountColour::Cyan) => Color::Cyan,
        Some(AccountColour::White) => Color::White,
        None => return strong().add_modifier(Modifier::REVERSED),
    };
    Style::new()
        .fg(colour)
        .add_modifier(Modifier::REVERSED.union(Modifier::BOLD))
}

/// Mark and style of a notice.
#[must_use]
pub fn notice(tone: Tone) -> (&'static str, Style) {
    match tone {
        Tone::Plain => ("·", plain()),
        Tone::Busy => ("…", plain()),
        Tone::Good => ("●", well()),
        Tone::Warning => ("⚠", warned()),
        Tone::Bad => ("✖", dangerous()),
    }
}
