//! Device and mirror in one column of a table, the default mirror unlike any named one.

use ratatui::text::Span;

use super::theme;
use crate::model::mirror::{MirrorId, MirrorName};
use crate::model::width::{cut_middle, width};

/// `device › ◆default` in exactly so many columns; what does not fit is cut in the middle.
pub fn spans(target: &MirrorId, columns: usize) -> Vec<Span<'static>> {
    let (sign, name, style) = match &target.mirror {
        MirrorName::Default => ("◆", "default", theme::default_mirror()),
        MirrorName::Named(name) => (" ", name.shown(), theme::strong()),
    };
    // The mirror is what is looked for; the device gets what is left, or the other way round.
    let device = target.device.shown();
    let room = columns.saturating_sub(4);
    let for_mirror = (room / 2).max(room.saturating_sub(width(device)));
    let mirror = cut_middle(name, for_mirror);
    let device = cut_middle(device, room.saturating_sub(width(&mirror)));
    let taken = width(&device) + 3 + 1 + width(&mirror);
    vec![
        Span::raw(format!("{device} › ")),
        Span::styled(sign, style),
        Span::styled(mirror, style),
        Span::raw(" ".repeat(columns.saturating_sub(taken))),
    ]
}
