//! Draws the state. Reads it, changes nothing, and builds only what is in view.

mod clusters;
mod copy_menu;
mod detail_pane;
mod devices_pane;
mod dialogs;
mod field;
mod first_steps;
mod header;
mod help;
mod mirrors_pane;
mod palette;
mod pane;
mod plan;
mod prompt;
mod quit;
mod row;
mod status;
mod sweep;
mod table;
mod target;
mod tasks;
pub mod theme;
mod trash;
pub mod welcome;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Clear, Paragraph};

use crate::app::geometry::{Area, MINIMUM, Size};
use crate::app::message::Message;
use crate::app::mouse::{Mouse, MouseKind};
use crate::app::state::{AppState, Overlay, Screen};
use crate::words;

/// What the mouse did, as a message: a click on an open dialog means the part of it that was hit.
/// What a dialog has in which line depends on its words, so the view knows it.
#[must_use]
pub fn pointed(state: &AppState, mouse: Mouse) -> Message {
    let screen = Rect::new(0, 0, state.size.columns, state.size.rows);
    let cell = Position::new(mouse.column, mouse.row);
    let part = || match &state.overlay {
        Some(Overlay::Delete(dialog)) => dialogs::part_of_delete(state, dialog, screen, cell),
        Some(Overlay::Restore(dialog)) => dialogs::part_of_restore(state, dialog, screen, cell),
        Some(Overlay::Quit(dialog)) => quit::part_at(state, dialog, screen, cell),
        _ => None,
    };
    if mouse.kind != MouseKind::Press || !state.size.is_enough() {
        return Message::Mouse(mouse);
    }
    state.setup.speaking(|| {
        let status = rect(state.size.regions().status);
        if status::notice_area(state, status).contains(cell) {
            // What a notice covers cannot be seen: a press on it only lets go of what was held.
            let kind = MouseKind::Release;
            return Message::Mouse(Mouse { kind, ..mouse });
        }
        part().map_or(Message::Mouse(mouse), Message::Clicked)
    })
}

/// Draws one frame.
pub fn view(state: &AppState, frame: &mut Frame<'_>) {
    state.setup.speaking(|| {
        theme::looking(&state.look, || {
            draw(state, frame);
            clusters::part(frame.buffer_mut());
            theme::finish(frame.buffer_mut());
        });
    });
}

fn draw(state: &AppState, frame: &mut Frame<'_>) {
    let Size { columns, rows } = state.size;
    if frame.area().as_size()
        != (ratatui::layout::Size {
            width: columns,
            height: rows,
        })
    {
        // The terminal was resized after the last message; the message about that is on its way.
        return;
    }
    if !state.size.is_enough() {
        return too_small(state, frame);
    }
    let regions = state.size.regions();
    header::draw(state, frame, rect(regions.header));
    if let Some(trash) = &state.trash {
        trash::draw(state, trash, frame);
    } else if let Some(screen) = state.screen() {
        match screen {
            Screen::Sweep => sweep::draw(state, frame),
            Screen::Plan => plan::draw(state, frame),
            Screen::Tasks => tasks::draw(state, frame),
        }
    } else {
        devices_pane::draw(state, frame, rect(regions.devices));
        mirrors_pane::draw(state, frame, rect(regions.mirrors));
        detail_pane::draw(state, frame, rect(regions.detail));
    }
    status::draw_keys(state, frame, rect(regions.keys));
    status::draw_notice(state, frame, rect(regions.status));
    match &state.overlay {
        Some(Overlay::Delete(dialog)) => dialogs::draw_delete(state, dialog, frame),
        Some(Overlay::Restore(dialog)) => dialogs::draw_restore(state, dialog, frame),
        Some(Overlay::Prompt(prompt)) => prompt::draw(prompt, frame),
        Some(Overlay::Quit(dialog)) => quit::draw(state, dialog, frame),
        Some(Overlay::Copy(menu)) => copy_menu::draw(menu, state.size, frame),
        Some(Overlay::Palette(palette)) => palette::draw(state, palette, frame),
        Some(Overlay::Help { place, offset }) => help::draw(state, *place, *offset, frame),
        Some(Overlay::Filter(_)) | None => {}
    }
}

/// An area of the geometry.
fn rect(area: Area) -> Rect {
    Rect {
        x: area.x,
        y: area.y,
        width: area.width,
        height: area.height,
    }
}

fn too_small(state: &AppState, frame: &mut Frame<'_>) {
    let area = frame.area();
    let lines = vec![
        Line::from(words!("screen-more-room")),
        Line::from(words!(
            "screen-at-least",
            columns = MINIMUM.columns,
            rows = MINIMUM.rows
        )),
        Line::from(words!(
            "screen-this-is",
            columns = state.size.columns,
            rows = state.size.rows
        )),
        Line::from(words!("screen-enlarge")),
    ];
    frame.render_widget(Paragraph::new(lines), area);
}

/// Empties an area for something that lies over the panes.
///
/// Where its left edge cuts a wide character in two, the half that stays is emptied too: else the
/// terminal keeps the whole character and the first column of the edge is lost.
fn clear(frame: &mut Frame<'_>, area: Rect) {
    let area = area.intersection(frame.area());
    frame.render_widget(Clear, area);
    if area.x == 0 {
        return;
    }
    for y in area.top()..area.bottom() {
        if let Some(cell) = frame.buffer_mut().cell_mut((area.x - 1, y))
            && crate::model::width::width(cell.symbol()) > 1
        {
            cell.set_symbol(" ");
        }
    }
}
