//! Where the panes are. One place for both sides: `update` needs the heights to page and scroll,
//! `view` draws into the same areas.

mod lists;

use crate::model::sweep_filter::FORMS;

/// The size of the terminal in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Width.
    pub columns: u16,
    /// Height.
    pub rows: u16,
}

/// Below this the program says that it needs more room.
pub const MINIMUM: Size = Size {
    columns: 60,
    rows: 16,
};

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    /// Left edge.
    pub x: u16,
    /// Upper edge.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// Whether a cell lies within.
    #[must_use]
    pub fn contains(self, column: u16, row: u16) -> bool {
        let is_within = |at: u16, start: u16, length: u16| at >= start && at - start < length;
        is_within(column, self.x, self.width) && is_within(row, self.y, self.height)
    }

    /// What a frame around it leaves.
    #[must_use]
    pub fn inner(self) -> Self {
        Self {
            x: self.x.saturating_add(1),
            y: self.y.saturating_add(1),
            width: self.width.saturating_sub(2),
            height: self.height.saturating_sub(2),
        }
    }

    /// What is left of it below so many lines and above so many others.
    #[must_use]
    pub(super) fn between(self, head: u16, foot: u16) -> Self {
        Self {
            y: self.y.saturating_add(head),
            height: self.height.saturating_sub(head.saturating_add(foot)),
            ..self
        }
    }
}

/// The areas of the dashboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Regions {
    /// The line at the top.
    pub header: Area,
    /// Upper left.
    pub devices: Area,
    /// Lower left.
    pub mirrors: Area,
    /// Right.
    pub detail: Area,
    /// The last thing that happened.
    pub status: Area,
    /// The keys that work here.
    pub keys: Area,
}

/// Lines above the rows of the detail: what the document is, when it was read and set, the titles.
pub const DETAIL_HEAD: u16 = 5;
/// Lines below the rows of the detail: a gap and the selected key in full.
pub const DETAIL_FOOT: u16 = 3;
/// Lines above the rows of the preview of a copy: what it is, what became of it, what stands now,
/// the titles.
pub const PREVIEW_HEAD: u16 = 4;
/// Lines above the rows of a plan: the account, what goes in and what not, the titles.
pub const PLAN_HEAD: u16 = 3;
/// Lines below the rows of a plan: the selected mirror in full, the totals, the number, what is wrong
/// with it.
pub const PLAN_FOOT: u16 = 5;
/// Lines of these that name the selected mirror.
pub const PLAN_NAME: u16 = 2;
/// The line of a plan's foot that has the field for the number.
pub const PLAN_NUMBER: u16 = 3;
/// Lines below the list of what a sweep could not read: the selected one in full.
pub const FAILURE_FOOT: u16 = 4;
/// Lines above the rows of a sweep: how far it is, what came of it, the titles.
pub const SWEEP_HEAD: u16 = 3;
/// The widest that the palette gets.
const PALETTE_WIDEST: u16 = 76;
/// Lines above the rows of the palette: the one in which an action is looked for, and a gap.
pub const PALETTE_HEAD: u16 = 2;
/// The widest that the list of what can be copied gets.
const COPY_WIDEST: u16 = 100;
/// Lines below what can be copied: a gap, and its keys.
pub const COPY_FOOT: u16 = 2;
/// Columns from which on list and preview of the trash stand side by side.
const TRASH_SIDE_BY_SIDE_FROM: u16 = 110;
/// Inner height from which on the detail has a foot.
const DETAIL_FOOT_FROM: u16 = 14;

impl Size {
    /// Whether the dashboard can be drawn.
    #[must_use]
    pub fn is_enough(self) -> bool {
        self.columns >= MINIMUM.columns && self.rows >= MINIMUM.rows
    }

    /// Divides the terminal; all areas lie within it.
    #[must_use]
    pub fn regions(self) -> Regions {
        let Self { columns, rows } = self;
        let body = rows.saturating_sub(3);
        // In parts of 100, for the widest terminal too.
        let left = columns / 100 * 37 + columns % 100 * 37 / 100;
        let left = left.clamp(34, 64).min(columns / 2);
        let lower = (body / 5 * 2 + body % 5 * 2 / 5).clamp(5, 14).min(body);
        let upper = body - lower;
        let line = |y| Area {
            x: 0,
            y,
            width: columns,
            height: rows.min(1),
        };
        Regions {
            header: line(0),
            devices: Area {
                x: 0,
                y: 1,
                width: left,
                height: upper,
            },
            mirrors: Area {
                x: 0,
                y: 1 + upper,
                width: left,
                height: lower,
            },
            detail: Area {
                x: left,
                y: 1,
                width: columns - left,
                height: body,
            },
            status: line(rows.saturating_sub(2)),
            keys: line(rows.saturating_sub(1)),
        }
    }

    /// Rows of devices in view.
    #[must_use]
    pub fn device_rows(self) -> usize {
        inner(self.regions().devices)
    }

    /// Rows of mirrors in view.
    #[must_use]
    pub fn mirror_rows(self) -> usize {
        inner(self.regions().mirrors)
    }

    /// Whether the selected key stands in full below the rows of the detail.
    #[must_use]
    pub fn has_detail_foot(self) -> bool {
        inner(self.regions().detail) >= usize::from(DETAIL_FOOT_FROM)
    }

    /// Rows of keys in view in the detail.
    #[must_use]
    pub fn detail_rows(self) -> usize {
        let foot = if self.has_detail_foot() {
            DETAIL_FOOT
        } else {
            0
        };
        inner(self.regions().detail).saturating_sub(usize::from(DETAIL_HEAD + foot))
    }

    /// Columns of a line of the detail.
    #[must_use]
    pub fn detail_columns(self) -> usize {
        usize::from(self.regions().detail.width).saturating_sub(4)
    }

    /// The list of the trash and its preview, side by side where there is room, else one above the
    /// other.
    #[must_use]
    pub fn trash_regions(self) -> [Area; 2] {
        let body = self.rows.saturating_sub(3);
        let (columns, half) = (self.columns, body / 2);
        if columns < TRASH_SIDE_BY_SIDE_FROM {
            let list = Area {
                x: 0,
                y: 1,
                width: columns,
                height: half,
            };
            let preview = Area {
                y: 1 + half,
                height: body - half,
                ..list
            };
            return [list, preview];
        }
        let left = (columns / 20 * 11).min(92);
        let list = Area {
            x: 0,
            y: 1,
            width: left,
            height: body,
        };
        let preview = Area {
            x: left,
            width: columns - left,
            ..list
        };
        [list, preview]
    }

    /// Everything between header and status line, for a screen over the panes.
    #[must_use]
    pub fn body(self) -> Area {
        Area {
            x: 0,
            y: 1,
            width: self.columns,
            height: self.rows.saturating_sub(3),
        }
    }

    /// Rows of a plan in view, between its head and its foot.
    #[must_use]
    pub fn plan_rows(self) -> usize {
        inner(self.body()).saturating_sub(usize::from(PLAN_HEAD + PLAN_FOOT))
    }

    /// Columns of the lines of a plan, the two that name the selected mirror in full among them.
    #[must_use]
    pub fn plan_columns(self) -> usize {
        usize::from(self.body().width.saturating_sub(4))
    }

    /// The list of runs and the items of the selected one, side by side where there is room, else one
    /// above the other: then the items get more of it.
    #[must_use]
    pub fn task_regions(self) -> [Area; 2] {
        let body = self.body();
        let [list, items] = if body.width < TRASH_SIDE_BY_SIDE_FROM {
            let height = (body.height / 3).max(5).min(body.height);
            [
                Area { height, ..body },
                Area {
                    y: body.y + height,
                    height: body.height - height,
                    ..body
                },
            ]
        } else {
            let width = (body.width / 20 * 9).min(84);
            [
                Area { width, ..body },
                Area {
                    x: width,
                    width: body.width - width,
                    ..body
                },
            ]
        };
        [list, items]
    }

    /// Rows of runs in view.
    #[must_use]
    pub fn task_rows(self) -> usize {
        inner(self.task_regions()[0])
    }

    /// Lines above the items of a run, how many are in which state, and below them, the selected one
    /// in full.
    #[must_use]
    pub fn task_margins(self) -> (u16, u16) {
        match inner(self.task_regions()[1]) {
            18.. => (3, 6),
            11.. => (3, 3),
            _ => (2, 2),
        }
    }

    /// Items of a run in view, below its head and above its foot.
    #[must_use]
    pub fn task_item_rows(self) -> usize {
        let (head, foot) = self.task_margins();
        inner(self.task_regions()[1]).saturating_sub(usize::from(head + foot))
    }

    /// Rows of a sweep in view.
    ///
    /// * `has_help` - whether the filter line is open, which takes its help along.
    #[must_use]
    pub fn sweep_rows(self, has_help: bool) -> usize {
        let rows = inner(self.body()).saturating_sub(usize::from(SWEEP_HEAD));
        let help = if has_help { self.sweep_help_rows() } else { 0 };
        rows.saturating_sub(help)
    }

    /// Lines of the help beside the filter line of a sweep; where room is short, rows come first.
    #[must_use]
    pub fn sweep_help_rows(self) -> usize {
        let rows = inner(self.body()).saturating_sub(usize::from(SWEEP_HEAD));
        (rows / 5 * 3).min(FORMS.len() + 1)
    }

    /// Rows of the trash in view.
    #[must_use]
    pub fn trash_rows(self) -> usize {
        inner(self.trash_regions()[0])
    }

    /// Lines of the preview in view, below its head.
    #[must_use]
    pub fn preview_rows(self) -> usize {
        inner(self.trash_regions()[1]).saturating_sub(usize::from(PREVIEW_HEAD))
    }

    /// Rows of the help in view.
    #[must_use]
    pub fn help_rows(self) -> usize {
        usize::from(self.rows.saturating_sub(6)).max(1)
    }
}

fn inner(area: Area) -> usize {
    usize::from(area.height.saturating_sub(2))
}

#[cfg(test)]
mod tests {
    use super::Size;

    #[test]
    fn panes_tile_every_terminal() {
        for columns in (0..220).chain([u16::MAX]) {
            for rows in (0..80).chain([u16::MAX]) {
                let size = Size { columns, rows };
                let regions = size.regions();
                for area in [
                    regions.header,
                    regions.devices,
                    regions.mirrors,
                    regions.detail,
                    regions.status,
                    regions.keys,
                ] {
                    let inside = area.x + area.width <= columns && area.y + area.height <= rows;
                    assert!(inside || area.height == 0 || rows < 3, "{size:?} {area:?}");
                }
                if size.is_enough() {
                    assert_eq!(regions.devices.height + regions.mirrors.height + 3, rows);
                    assert!(size.device_rows() > 3 && size.mirror_rows() > 2);
                    assert!(size.detail_rows() > 2);
                    assert!(size.plan_rows() > 2);
                    assert!(size.task_rows() > 2 && size.task_item_rows() > 1);
                }
            }
        }
    }
}
