//! Colours: of the window, and of a cell.

use std::fmt;

use mirrordeck::model::colour as model;
use mirrordeck::model::look::{Look, Role};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Colour(pub(super) u8, pub(super) u8, pub(super) u8);

/// The window around the screen, in the colours of what is drawn.
#[derive(Clone, Copy)]
pub struct Skin {
    pub(super) ground: Colour,
    pub(super) ink: Colour,
    pub(super) bar: Colour,
    pub(super) edge: Colour,
}

impl Skin {
    /// Suits a look whose ground and ink are its own.
    ///
    /// * `bar` - how far the bar of the window goes from the ground to the ink, of 20; the edge goes
    ///   twice as far.
    pub fn of(look: &Look, bar: u16) -> Self {
        let colour = |role| match look.colour(role) {
            model::Colour::Rgb(model::Rgb(red, green, blue)) => Colour(red, green, blue),
            other => panic!("the look has no {role:?} of its own but {other:?}"),
        };
        let (ground, ink) = (colour(Role::Ground), colour(Role::Plain));
        Self {
            ground,
            ink,
            bar: ground.towards(ink, bar),
            edge: ground.towards(ink, 3 * bar),
        }
    }
}

impl Colour {
    fn of(colour: vt100::Color) -> Self {
        match colour {
            vt100::Color::Rgb(red, green, blue) => Self(red, green, blue),
            other => {
                panic!("a look with colours of its own leaves none to the terminal: {other:?}")
            }
        }
    }

    /// On the way to another colour, so many of 20 steps.
    pub(super) fn towards(self, other: Self, steps: u16) -> Self {
        let mix = |from: u8, to: u8| {
            u8::try_from((u16::from(from) * (20 - steps) + u16::from(to) * steps) / 20).unwrap()
        };
        Self(
            mix(self.0, other.0),
            mix(self.1, other.1),
            mix(self.2, other.2),
        )
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// How a cell is painted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Paint {
    pub(super) ink: Colour,
    pub(super) ground: Colour,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) underline: bool,
}

impl Paint {
    pub(super) fn of(cell: &vt100::Cell) -> Self {
        let mut ink = Colour::of(cell.fgcolor());
        let mut ground = Colour::of(cell.bgcolor());
        if cell.inverse() {
            std::mem::swap(&mut ink, &mut ground);
        }
        Self {
            ink,
            ground,
            bold: cell.bold(),
            italic: cell.italic(),
            underline: cell.underline(),
        }
    }
}
