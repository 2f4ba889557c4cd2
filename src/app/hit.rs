//! What lies under the pointer: the lists of the screen that the user sees, from the same areas that
//! the view draws into. A new list needs an entry in [`shelves`] and what is done with its rows
//! (`update/mouse.rs`).

use super::copy_menu::CopyMenu;
use super::cursor::Cursor;
use super::geometry::{Area, COPY_FOOT, PALETTE_HEAD, Size};
use super::palette::Palette;
use super::state::{AppState, Overlay, Screen};

/// A list on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// The devices pane.
    Devices,
    /// The mirrors pane.
    Mirrors,
    /// The detail pane.
    Detail,
    /// The rows of a sweep.
    Sweep,
    /// What a sweep could not read.
    Failures,
    /// The rows of a plan.
    Plan,
    /// The runs.
    Runs,
    /// The items of a run.
    Items,
    /// The trash.
    Trash,
    /// The preview of the trash.
    Preview,
    /// The help, which has lines but none that is selected.
    Help,
    /// The actions of the palette.
    Palette,
    /// What can be copied.
    Copy,
}

/// Where a list stands and which part of it is in view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shelf {
    /// Which list.
    pub list: List,
    /// All of it, with its frame: the wheel scrolls here.
    pub pane: Area,
    /// Its rows; the column to the right of them is that of the scrollbar.
    pub rows: Area,
    /// The selected row and the first one in view.
    pub cursor: Cursor,
    /// How many rows it has, in view or not.
    pub length: usize,
}

/// What of a list lies under the pointer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// The row at this place of the list.
    Row(usize),
    /// The scrollbar, at this line of it.
    Bar(usize),
    /// Its frame, its head, or room below its last row.
    Beside,
}

/// The lists that can be pointed at, those of the topmost layer only: where a dialog is open there
/// are none.
#[must_use]
pub fn shelves(state: &AppState) -> Vec<Shelf> {
    match &state.overlay {
        Some(Overlay::Help { offset, .. }) => return vec![help_shelf(state, *offset)],
        Some(Overlay::Palette(palette)) => return vec![palette_shelf(state.size, palette)],
        Some(Overlay::Copy(menu)) => return vec![copy_shelf(state.size, menu)],
        Some(Overlay::Filter(_)) | None => {}
        Some(_) => return vec![],
    }
    if state.trash.is_some() {
        return trash(state);
    }
    match state.screen() {
        Some(Screen::Sweep) => sweep(state).into_iter().collect(),
        Some(Screen::Plan) => plan(state).into_iter().collect(),
        Some(Screen::Tasks) => tasks(state),
        None => panes(state),
    }
}

/// The list under the pointer, and what of it.
#[must_use]
pub fn hit(state: &AppState, column: u16, row: u16) -> Option<(Shelf, Spot)> {
    let shelves = shelves(state).into_iter();
    let mut under = shelves.filter(|shelf| shelf.pane.contains(column, row));
    let shelf = under.next()?;
    Some((shelf, shelf.spot(column, row)))
}

/// Whether the pointer is on the field for the number of a plan.
#[must_use]
pub fn is_on_plan_number(state: &AppState, row: u16) -> bool {
    let is_open = state.plan_in_view().is_some();
    is_open && row == state.size.plan_number_row()
}

impl Shelf {
    fn spot(&self, column: u16, row: u16) -> Spot {
        let line = usize::from(row.saturating_sub(self.rows.y));
        let is_beside_rows = self.rows.contains(self.rows.x, row);
        let right = self.rows.x.saturating_add(self.rows.width);
        if is_beside_rows && column == right && self.thumb().is_some() {
            return Spot::Bar(line);
        }
        let place = self.cursor.offset.saturating_add(line);
        if self.rows.contains(column, row) && place < self.length {
            return Spot::Row(place);
        }
        Spot::Beside
    }

    /// Rows that have room.
    #[must_use]
    pub fn height(&self) -> usize {
        usize::from(self.rows.height)
    }

    /// The first line of the scrollbar's thumb and how many it has, as it is drawn; none where all
    /// of the list is in view.
    #[must_use]
    pub fn thumb(&self) -> Option<(usize, usize)> {
        let height = self.height();
        if self.length <= height || height == 0 {
            return None;
        }
        // As ratatui's scrollbar does it.
        let size = nearest(height, height, self.length).clamp(1, height);
        let top = nearest(self.cursor.offset, height, self.length);
        Some((top.min(height - size), size))
    }

    /// The first row in view where the thumb begins at this line.
    #[must_use]
    pub fn offset_at(&self, top: usize) -> usize {
        let height = self.height().max(1);
        let furthest = self.length.saturating_sub(height);
        let (_, size) = self.thumb().unwrap_or((0, height));
        if top.saturating_add(size) >= height {
            return furthest;
        }
        nearest(top, self.length, height).min(furthest)
    }
}

/// `number * by / of`, rounded.
fn nearest(number: usize, by: usize, of: usize) -> usize {
    let [number, by, of] = [number, by, of.max(1)].map(|number| number as u128);
    usize::try_from((2 * number * by + of) / (2 * of)).unwrap_or(usize::MAX)
}

fn panes(state: &AppState) -> Vec<Shelf> {
    let (size, regions) = (state.size, state.size.regions());
    let detail = state.detail.len();
    vec![
        Shelf {
            list: List::Devices,
            pane: regions.devices,
            rows: regions.devices.inner(),
            cursor: state.devices.cursor,
            length: state.devices.len(),
        },
        Shelf {
            list: List::Mirrors,
            pane: regions.mirrors,
            rows: regions.mirrors.inner(),
            cursor: state.mirrors.cursor,
            length: state.mirrors.len(),
        },
        Shelf {
            list: List::Detail,
            pane: regions.detail,
            rows: size.detail_list(),
            cursor: state.detail.cursor,
            length: detail,
        },
    ]
}

fn sweep(state: &AppState) -> Option<Shelf> {
    let sweep = state.sweep.as_ref()?;
    let pane = state.size.body();
    Some(match sweep.failed {
        None => Shelf {
            list: List::Sweep,
            pane,
            rows: state.size.sweep_list(sweep.input.is_some()),
            cursor: sweep.cursor,
            length: sweep.len(),
        },
        Some(cursor) => {
            let rows = state.size.failure_list();
            Shelf {
                list: List::Failures,
                pane,
                rows,
                cursor: cursor.within(usize::from(rows.height)),
                length: sweep.errors(),
            }
        }
    })
}

fn plan(state: &AppState) -> Option<Shelf> {
    let plan = state.plan.as_ref()?;
    Some(Shelf {
        list: List::Plan,
        pane: state.size.body(),
        rows: state.size.plan_list(),
        cursor: plan.cursor,
        length: plan.len(),
    })
}

fn tasks(state: &AppState) -> Vec<Shelf> {
    let [list, items] = state.size.task_regions();
    let (tasks, has_sweep) = (&state.tasks, state.sweep.is_some());
    let run = tasks.selected_run(has_sweep);
    vec![
        Shelf {
            list: List::Runs,
            pane: list,
            rows: list.inner(),
            cursor: tasks.cursor,
            length: tasks.rows(has_sweep),
        },
        Shelf {
            list: List::Items,
            pane: items,
            rows: state.size.task_item_list(),
            cursor: tasks.items,
            length: run.map_or(0, |run| tasks.shown_items(run)),
        },
    ]
}

fn trash(state: &AppState) -> Vec<Shelf> {
    let Some(trash) = &state.trash else {
        return vec![];
    };
    let [list, preview] = state.size.trash_regions();
    vec![
        Shelf {
            list: List::Trash,
            pane: list,
            rows: list.inner(),
            cursor: trash.cursor,
            length: trash.len(),
        },
        Shelf {
            list: List::Preview,
            pane: preview,
            rows: state.size.preview_list(),
            cursor: trash.lines,
            length: trash.preview_lines(),
        },
    ]
}

fn help_shelf(state: &AppState, offset: usize) -> Shelf {
    let length = state.help_lines();
    let pane = state.size.help_area(length);
    Shelf {
        list: List::Help,
        pane,
        rows: pane.inner(),
        cursor: Cursor { at: offset, offset },
        length,
    }
}

fn palette_shelf(size: Size, palette: &Palette) -> Shelf {
    let pane = size.palette_area(palette.rows(size));
    Shelf {
        list: List::Palette,
        pane,
        rows: pane.inner().between(PALETTE_HEAD, 0),
        cursor: palette.cursor,
        length: palette.found().len(),
    }
}

fn copy_shelf(size: Size, menu: &CopyMenu) -> Shelf {
    let pane = size.copy_area(menu.offers.len());
    Shelf {
        list: List::Copy,
        pane,
        rows: pane.inner().between(0, COPY_FOOT),
        cursor: menu.cursor,
        length: menu.offers.len(),
    }
}
