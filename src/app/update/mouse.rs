//! The mouse: a click selects, a second one opens, the wheel and the scrollbars scroll. Nothing that a
//! mouse does deletes, restores, overwrites or quits.

mod dialogs;

use super::{copying, filter, keys, palette, selection, sweep, task_screen, trash};
use crate::app::cursor::Cursor;
use crate::app::effect::Effect;
use crate::app::geometry::Size;
use crate::app::hit::{List, Shelf, Spot, hit, is_on_plan_number, shelves};
use crate::app::keymap::{Action, Place};
use crate::app::mouse::{Grip, Mouse, MouseKind};
use crate::app::state::{AppState, Overlay, Pane};
use crate::app::sweep::Sweep;
use crate::app::trash::TrashFocus;

pub use dialogs::clicked as in_dialog;

/// Rows that one turn of the wheel scrolls.
const WHEEL_ROWS: usize = 3;

/// The mouse did something.
pub fn used(state: &mut AppState, mouse: Mouse) -> Vec<Effect> {
    if !state.size.is_enough() {
        return vec![];
    }
    match mouse.kind {
        MouseKind::Press => pressed(state, mouse),
        MouseKind::Drag => dragged(state, mouse.row),
        MouseKind::Release => {
            state.pointer.held = None;
            vec![]
        }
        MouseKind::WheelUp => wheeled(state, mouse, |offset| offset.saturating_sub(WHEEL_ROWS)),
        MouseKind::WheelDown => wheeled(state, mouse, |offset| offset.saturating_add(WHEEL_ROWS)),
    }
}

fn pressed(state: &mut AppState, mouse: Mouse) -> Vec<Effect> {
    let clicked = state.pointer.clicked.take();
    state.pointer.held = None;
    if !state.takes_keys() {
        return vec![];
    }
    if is_on_plan_number(state, mouse.row) {
        if let Some(plan) = &mut state.plan {
            plan.in_count = true;
        }
        return vec![];
    }
    let Some((shelf, spot)) = hit(state, mouse.column, mouse.row) else {
        return vec![];
    };
    match spot {
        Spot::Bar(line) => grip(state, &shelf, line),
        Spot::Beside => {
            let effects = close_line(state);
            focus(state, shelf.list);
            effects
        }
        Spot::Row(_) if shelf.list == List::Help => vec![],
        Spot::Row(place) => {
            let is_second = clicked == Some((shelf.list, place)) && shelf.cursor.at == place;
            let mut effects = close_line(state);
            focus(state, shelf.list);
            effects.extend(select(state, shelf.list, place));
            if is_second {
                effects.extend(open(state, shelf.list));
            } else {
                state.pointer.clicked = Some((shelf.list, place));
            }
            effects
        }
    }
}

/// Whoever clicks has done with typing: a filter is kept.
fn close_line(state: &mut AppState) -> Vec<Effect> {
    match state.place() {
        Place::Filter => filter::act(state, Action::Accept),
        Place::TrashFilter => trash::in_filter(state, Action::Accept),
        Place::SweepFilter => sweep::in_filter(state, Action::Accept),
        _ => vec![],
    }
}

fn focus(state: &mut AppState, list: List) {
    match list {
        List::Devices => state.focus = Pane::Devices,
        List::Mirrors => state.focus = Pane::Mirrors,
        List::Detail => state.focus = Pane::Detail,
        List::Plan => {
            if let Some(plan) = &mut state.plan {
                plan.in_count = false;
            }
        }
        List::Runs => state.tasks.in_items = false,
        List::Items => {
            let run = state.tasks.selected_run(state.sweep.is_some());
            state.tasks.in_items = run.is_some();
        }
        List::Trash => focus_in_trash(state, TrashFocus::List),
        List::Preview => focus_in_trash(state, TrashFocus::Preview),
        List::Sweep | List::Failures | List::Help | List::Palette | List::Copy => {}
    }
}

fn focus_in_trash(state: &mut AppState, half: TrashFocus) {
    if let Some(trash) = &mut state.trash {
        trash.focus = half;
    }
}

/// Selects a row, with all that follows from it.
fn select(state: &mut AppState, list: List, place: usize) -> Vec<Effect> {
    let size = state.size;
    match list {
        List::Devices => {
            state.devices.go_to(place, size.device_rows());
            return selection::follow(state);
        }
        List::Mirrors => {
            let length = state.mirrors.len();
            let height = size.mirror_rows();
            state.mirrors.cursor.go_to(place, length, height);
            return selection::follow(state);
        }
        List::Detail => {
            let length = state.detail.len();
            let height = size.detail_rows();
            state.detail.cursor.go_to(place, length, height);
        }
        List::Sweep | List::Failures => {
            if let Some(sweep) = &mut state.sweep {
                sweep.sync_marks(&state.marks);
                sweep.go_to(place, sweep_height(size, sweep));
            }
            return sweep::top_up(state);
        }
        List::Plan => {
            if let Some(plan) = &mut state.plan {
                plan.cursor.go_to(place, plan.len(), size.plan_rows());
            }
        }
        List::Runs => {
            let length = state.tasks.rows(state.sweep.is_some());
            let before = state.tasks.cursor.at;
            let height = size.task_rows();
            state.tasks.cursor.go_to(place, length, height);
            renew_items(state, before);
        }
        List::Items => {
            let length = items(state);
            let height = size.task_item_rows();
            state.tasks.items.go_to(place, length, height);
        }
        List::Trash => {
            if let Some(trash) = &mut state.trash {
                trash.cursor.go_to(place, trash.len(), size.trash_rows());
            }
            return trash::follow(state);
        }
        List::Preview => {
            if let Some(trash) = &mut state.trash {
                let length = trash.preview_lines();
                trash.lines.go_to(place, length, size.preview_rows());
            }
        }
        List::Help => {}
        List::Palette => {
            if let Some(Overlay::Palette(palette)) = &mut state.overlay {
                let (length, height) = (palette.found().len(), palette.rows(size));
                palette.cursor.go_to(place, length, height);
            }
        }
        List::Copy => {
            if let Some(Overlay::Copy(menu)) = &mut state.overlay {
                let length = menu.offers.len();
                menu.cursor.go_to(place, length, length);
            }
        }
    }
    vec![]
}

/// As `Enter` on the selected row, where that only leads somewhere.
fn open(state: &mut AppState, list: List) -> Vec<Effect> {
    match list {
        List::Devices | List::Mirrors | List::Detail => keys::in_panes(state, Action::Into),
        List::Sweep => sweep::act(state, Action::Into),
        List::Runs => task_screen::act(state, Action::Into),
        List::Trash => {
            focus_in_trash(state, TrashFocus::Preview);
            vec![]
        }
        List::Palette => palette::clicked(state),
        List::Copy => copying::act(state, Action::Accept),
        List::Failures | List::Plan | List::Items | List::Preview | List::Help => vec![],
    }
}

fn wheeled(state: &mut AppState, mouse: Mouse, to: impl Fn(usize) -> usize) -> Vec<Effect> {
    state.pointer.clicked = None;
    let Some((shelf, _)) = hit(state, mouse.column, mouse.row) else {
        return vec![];
    };
    view_from(state, &shelf, to(shelf.cursor.offset))
}

/// Takes hold of a scrollbar: of its thumb where that was hit, else the thumb comes to the pointer.
fn grip(state: &mut AppState, shelf: &Shelf, line: usize) -> Vec<Effect> {
    let Some((top, size)) = shelf.thumb() else {
        return vec![];
    };
    let is_on_thumb = (top..top + size).contains(&line);
    let below_top = if is_on_thumb { line - top } else { size / 2 };
    state.pointer.held = Some(Grip {
        list: shelf.list,
        below_top,
    });
    if is_on_thumb {
        return vec![];
    }
    view_from(
        state,
        shelf,
        shelf.offset_at(line.saturating_sub(below_top)),
    )
}

fn dragged(state: &mut AppState, row: u16) -> Vec<Effect> {
    let Some(grip) = state.pointer.held else {
        return vec![];
    };
    let shelf = shelves(state)
        .into_iter()
        .find(|shelf| shelf.list == grip.list);
    let Some(shelf) = shelf else {
        state.pointer.held = None;
        return vec![];
    };
    let line = usize::from(row.saturating_sub(shelf.rows.y));
    let top = line.saturating_sub(grip.below_top);
    if shelf.thumb().is_none_or(|(now, _)| now == top) {
        return vec![];
    }
    view_from(state, &shelf, shelf.offset_at(top))
}

/// Shows a list from a row on; the selected row goes along where it would leave the view, with all
/// that follows from it.
fn view_from(state: &mut AppState, shelf: &Shelf, offset: usize) -> Vec<Effect> {
    let (length, height) = (shelf.length, shelf.height());
    let offset = offset.min(length.saturating_sub(height.max(1)));
    if offset == shelf.cursor.offset {
        return vec![];
    }
    match shelf.list {
        List::Devices => {
            state.devices.view_from(offset, height);
            return selection::follow(state);
        }
        List::Mirrors => {
            state.mirrors.cursor.view_from(offset, length, height);
            let mut effects = selection::follow(state);
            // Rows may be in view of which nothing was read.
            effects.extend(selection::rest(state));
            return effects;
        }
        List::Detail => state.detail.cursor.view_from(offset, length, height),
        List::Sweep | List::Failures => {
            if let Some(sweep) = &mut state.sweep {
                sweep.view_from(offset, height);
            }
            return sweep::top_up(state);
        }
        List::Plan => {
            if let Some(plan) = &mut state.plan {
                plan.cursor.view_from(offset, length, height);
            }
        }
        List::Runs => {
            let before = state.tasks.cursor.at;
            state.tasks.cursor.view_from(offset, length, height);
            renew_items(state, before);
        }
        List::Items => state.tasks.items.view_from(offset, length, height),
        List::Trash => {
            if let Some(trash) = &mut state.trash {
                trash.cursor.view_from(offset, length, height);
            }
            return trash::follow(state);
        }
        List::Preview => {
            if let Some(trash) = &mut state.trash {
                trash.lines.view_from(offset, length, height);
            }
        }
        List::Help => {
            if let Some(Overlay::Help { offset: lines, .. }) = &mut state.overlay {
                *lines = offset;
            }
        }
        List::Palette => {
            if let Some(Overlay::Palette(palette)) = &mut state.overlay {
                palette.cursor.view_from(offset, length, height);
            }
        }
        // All of it is in view.
        List::Copy => {}
    }
    vec![]
}

/// Another run is selected, so its items begin at the first.
fn renew_items(state: &mut AppState, before: usize) {
    if state.tasks.cursor.at != before {
        state.tasks.items = Cursor::default();
    }
}

/// Items of the selected run that are shown.
fn items(state: &AppState) -> usize {
    let run = state.tasks.selected_run(state.sweep.is_some());
    run.map_or(0, |run| state.tasks.shown_items(run))
}

fn sweep_height(size: Size, sweep: &Sweep) -> usize {
    match sweep.failed {
        Some(_) => usize::from(size.failure_list().height),
        None => size.sweep_rows(sweep.input.is_some()),
    }
}
