//! Frames and signs as paths: few fonts join the one or have all of the other.

use super::CELL;

/// The path of a line of a frame, through the middle of its cell.
pub fn line(text: &str, x: u32, y: u32, length: u32) -> Option<String> {
    let (middle, bottom, centre) = (x + 4, y + CELL.1, y + 9);
    let mut chars = text.chars();
    let path = match chars.next()? {
        '─' => format!("M{x} {centre}.5h{length}"),
        '│' => format!("M{middle}.5 {y}V{bottom}"),
        '┃' => format!("M{middle} {y}V{bottom}m1 0V{y}"),
        '╭' => format!("M{middle}.5 {bottom}v-6a4.5 4.5 0 0 1 4.5-4.5"),
        '╮' => format!("M{x} {centre}.5a4.5 4.5 0 0 1 4.5 4.5v6"),
        '╰' => format!("M{middle}.5 {y}v5a4.5 4.5 0 0 0 4.5 4.5"),
        '╯' => format!("M{x} {centre}.5a4.5 4.5 0 0 0 4.5-4.5v-5"),
        _ => return None,
    };
    Some(path)
}

/// The shape of a sign, from the upper left corner of its cell on: few fonts have them all, and some
/// draw little coloured pictures in their place.
pub fn shape(text: &str) -> Option<&'static str> {
    match text {
        "▸" => Some("m2 5.5l5.5 4.5-5.5 4.5z"),
        "▶" => Some("m1.5 5l6.5 5-6.5 5z"),
        "▾" => Some("m1.5 8h6.5l-3.25 4.5z"),
        "▼" => Some("m1 6.5h7l-3.5 6z"),
        "▲" => Some("m1 13h7l-3.5-6z"),
        "◆" => Some("m4.5 5.5l4 4.5-4 4.5-4-4.5z"),
        "●" => Some("m1.5 10a3 3 0 1 0 6 0a3 3 0 1 0-6 0z"),
        "■" => Some("m1.5 7h6v6h-6z"),
        "⏸" => Some("m1.5 6h2v8h-2zm4 0h2v8h-2z"),
        "━" => Some("m0 9h9v3h-9z"),
        "╌" => Some("m1 10h2.5v1h-2.5zm4.5 0h2.5v1h-2.5z"),
        "≠" => Some("m1 8h7v1.2h-7zm0 3.2h7v1.2h-7zm5.2-4.7l1 .6-4.4 7-1-.6z"),
        "✓" => Some("m1 10.5l1-1 2 2 4-5 1.1.9-5 6.2z"),
        "✖" => Some(
            "m1.2 7.4l1.2-1.2 2.1 2.1 2.1-2.1 1.2 1.2-2.1 2.1 2.1 2.1-1.2 1.2-2.1-2.1-2.1 2.1-1.2-1.2 2.1-2.1z",
        ),
        _ => None,
    }
}

/// The path of a half block.
pub fn block(text: &str, x: u32, y: u32) -> Option<String> {
    let (middle, right, high) = (x + 4, x + CELL.0, CELL.1);
    match text {
        "▌" => Some(format!("M{x} {y}H{middle}.5v{high}H{x}z")),
        "▐" => Some(format!("M{middle}.5 {y}H{right}v{high}H{middle}.5z")),
        _ => None,
    }
}
