//! Every style. The colours are those of the look that [`looking`] opens; what else tells a role
//! apart is the same in all of them, so that meaning never hangs on colour alone.

mod finish;

use std::cell::RefCell;
use std::sync::Arc;

use ratatui::style::{Color, Modifier, Style};

use crate::app::notice::Tone;
use crate::model::account::AccountColour;
use crate::model::colour::{Colour, Rgb};
use crate::model::look::{Look, Role};

pub use finish::finish;

thread_local! {
    static LOOK: RefCell<Arc<Look>> = RefCell::default();
}

/// Runs something that draws in a look. The scope is this call on this thread, so what comes out
/// depends on the arguments alone.
pub fn looking<R>(look: &Arc<Look>, draw: impl FnOnce() -> R) -> R {
    /// Goes back to the look before, after a panic too.
    struct Before(Arc<Look>);
    impl Drop for Before {
        fn drop(&mut self) {
            LOOK.set(Arc::clone(&self.0));
        }
    }
    let _before = Before(LOOK.replace(Arc::clone(look)));
    draw()
}

/// Ordinary text.
#[must_use]
pub fn plain() -> Style {
    Style::new()
}
/// What is of second rank.
#[must_use]
pub fn quiet() -> Style {
    receding(Role::Quiet)
}
/// Titles and what counts.
#[must_use]
pub fn strong() -> Style {
    ink(Role::Strong, Modifier::BOLD)
}
/// The one accent: the pane in focus and keys.
#[must_use]
pub fn accented() -> Style {
    ink(Role::Accent, Modifier::BOLD)
}
/// Look here.
#[must_use]
pub fn warned() -> Style {
    ink(Role::Warning, Modifier::BOLD)
}
/// Only *Delete* and what it led to.
#[must_use]
pub fn dangerous() -> Style {
    ink(Role::Danger, Modifier::BOLD)
}
/// What went well.
#[must_use]
pub fn well() -> Style {
    ink(Role::Good, Modifier::BOLD)
}
/// What differs between desired and reported.
#[must_use]
pub fn differing() -> Style {
    ink(Role::Differing, Modifier::empty())
}
/// A difference that is old: desired long ago, never reported since.
#[must_use]
pub fn old_drift() -> Style {
    ink(Role::OldDrift, Modifier::BOLD)
}
/// What changed while it was watched.
#[must_use]
pub fn changed() -> Style {
    ink(Role::Changed, Modifier::BOLD.union(Modifier::ITALIC))
}
/// Letters that are looked for; seen without colours too.
#[must_use]
pub fn matched() -> Style {
    ink(Role::Matched, Modifier::BOLD.union(Modifier::UNDERLINED))
}
/// The default mirror, unlike any named one.
#[must_use]
pub fn default_mirror() -> Style {
    ink(Role::DefaultMirror, Modifier::ITALIC.union(Modifier::BOLD))
}
/// A key of a JSON object.
#[must_use]
pub fn json_key() -> Style {
    ink(Role::JsonKey, Modifier::empty())
}
/// A string of a JSON document.
#[must_use]
pub fn json_text() -> Style {
    ink(Role::JsonString, Modifier::empty())
}
/// A number of a JSON document.
#[must_use]
pub fn json_number() -> Style {
    ink(Role::JsonNumber, Modifier::empty())
}
/// `true`, `false` or `null` of a JSON document.
#[must_use]
pub fn json_word() -> Style {
    ink(Role::JsonWord, Modifier::empty())
}
/// Brackets, colons and commas of a JSON document.
#[must_use]
pub fn json_sign() -> Style {
    receding(Role::JsonPunctuation)
}

/// What stands for something in a JSON document that cannot be drawn.
#[must_use]
pub fn json_escape() -> Style {
    ink(Role::Warning, Modifier::empty())
}

/// The row that is selected: reversed in the pane in focus, underlined in the others.
#[must_use]
pub fn selected(in_focus: bool) -> Style {
    if in_focus {
        Style::new().add_modifier(Modifier::REVERSED)
    } else {
        let style = Style::new().add_modifier(Modifier::UNDERLINED);
        on(colour(Role::SelectionAway), style)
    }
}

/// The button in focus, over its own style: a block of its colour.
#[must_use]
pub fn pressed() -> Style {
    let style = Style::new().add_modifier(Modifier::REVERSED);
    on(colour(Role::OnBlock), style)
}

/// Border and title of a pane.
#[must_use]
pub fn border(in_focus: bool) -> Style {
    if in_focus {
        ink(Role::BorderInFocus, Modifier::BOLD)
    } else {
        receding(Role::Border)
    }
}

/// The account's label: a block of its colour.
#[must_use]
pub fn account(colour: Option<AccountColour>) -> Style {
    let role = match colour {
        Some(AccountColour::Red) => Role::LabelRed,
        Some(AccountColour::Yellow) => Role::LabelYellow,
        Some(AccountColour::Green) => Role::LabelGreen,
        Some(AccountColour::Blue) => Role::LabelBlue,
        Some(AccountColour::Magenta) => Role::LabelMagenta,
        Some(AccountColour::Cyan) => Role::LabelCyan,
        Some(AccountColour::White) => Role::LabelWhite,
        None => Role::Label,
    };
    ink(role, Modifier::BOLD).patch(pressed())
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

/// Laid over another role, nothing of that one is left: neither its colour where this one has none of
/// its own, nor that it was dimmed.
fn ink(role: Role, modifier: Modifier) -> Style {
    Style::new()
        .fg(colour(role))
        .remove_modifier(Modifier::DIM)
        .add_modifier(modifier)
}

/// Where a role has no colour of its own, dimmed; to dim a colour would cost it its contrast. Never
/// bold as well, which few terminals can show.
fn receding(role: Role) -> Style {
    let style = Style::new()
        .fg(colour(role))
        .remove_modifier(Modifier::BOLD);
    match colour(role) {
        Color::Reset => style.add_modifier(Modifier::DIM),
        _ => style,
    }
}

fn on(ground: Color, style: Style) -> Style {
    match ground {
        Color::Reset => style,
        ground => style.bg(ground),
    }
}

fn colour(role: Role) -> Color {
    LOOK.with_borrow(|look| in_ratatui(look.colour(role)))
}

fn in_ratatui(colour: Colour) -> Color {
    match colour {
        Colour::Default => Color::Reset,
        Colour::Palette(index) => Color::Indexed(index),
        Colour::Rgb(Rgb(red, green, blue)) => Color::Rgb(red, green, blue),
    }
}
