//! The mouse as the program understands it, whatever terminal library sent it.

use super::hit::List;

/// Something that the mouse did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub kind: MouseKind,
    /// The column of the pointer, from 0.
    pub column: u16,
    /// The row of the pointer, from 0.
    pub row: u16,
}

/// What a mouse does. Other buttons than the left one mean nothing here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button went down.
    Press,
    /// The pointer moved while the left button was down.
    Drag,
    /// The left button went up.
    Release,
    /// The wheel turned away from the user.
    WheelUp,
    /// The wheel turned towards the user.
    WheelDown,
}

/// A part of a dialog that a click can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DialogPart {
    /// The field for the version.
    Version,
    /// The field for the client token.
    Token,
    /// The button that changes nothing.
    Keep,
    /// The button that changes something. A click never presses it.
    Change,
}

/// What is remembered of the mouse from one message to the next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pointer {
    /// The row that was clicked last, by its place in its list: a second click opens it. None once
    /// anything else was done.
    pub clicked: Option<(List, usize)>,
    /// The scrollbar that is being dragged.
    pub held: Option<Grip>,
}

/// A scrollbar that is being dragged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grip {
    /// Whose it is.
    pub list: List,
    /// Where on its thumb it is held: lines from the top of the thumb.
    pub below_top: usize,
}
