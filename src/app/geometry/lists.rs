//! Where the rows of each list are: the view draws there, and the pointer hits there.

use super::{
    Area, COPY_FOOT, COPY_WIDEST, DETAIL_HEAD, FAILURE_FOOT, PALETTE_HEAD, PALETTE_WIDEST,
    PLAN_FOOT, PLAN_HEAD, PLAN_NUMBER, PREVIEW_HEAD, SWEEP_HEAD, Size,
};
use crate::app::keymap::HELP_WIDEST;

impl Size {
    /// Where the rows of the detail are.
    #[must_use]
    pub fn detail_list(self) -> Area {
        let rows = self.regions().detail.inner().between(DETAIL_HEAD, 0);
        Area {
            height: low(self.detail_rows()),
            ..rows
        }
    }

    /// Where the rows of a plan are.
    #[must_use]
    pub fn plan_list(self) -> Area {
        self.body().inner().between(PLAN_HEAD, PLAN_FOOT)
    }

    /// The row of the terminal that has the field for the number of a plan.
    #[must_use]
    pub fn plan_number_row(self) -> u16 {
        let rows = self.plan_list();
        rows.y.saturating_add(rows.height + PLAN_NUMBER)
    }

    /// Where the rows of a sweep are; see [`Size::sweep_rows`].
    #[must_use]
    pub fn sweep_list(self, has_help: bool) -> Area {
        let rows = self.body().inner().between(SWEEP_HEAD, 0);
        Area {
            height: low(self.sweep_rows(has_help)),
            ..rows
        }
    }

    /// Where the list is of what a sweep could not read.
    #[must_use]
    pub fn failure_list(self) -> Area {
        self.sweep_list(false).between(0, FAILURE_FOOT)
    }

    /// Where the items of a run are.
    #[must_use]
    pub fn task_item_list(self) -> Area {
        let (head, foot) = self.task_margins();
        self.task_regions()[1].inner().between(head, foot)
    }

    /// Where the lines of the preview are.
    #[must_use]
    pub fn preview_list(self) -> Area {
        self.trash_regions()[1].inner().between(PREVIEW_HEAD, 0)
    }

    /// Where the help is, frame and all.
    ///
    /// * `lines` - how many it has.
    #[must_use]
    pub fn help_area(self, lines: usize) -> Area {
        let width = self.columns.saturating_sub(4).min(HELP_WIDEST);
        let height = low(lines.min(self.help_rows()) + 2).min(self.rows);
        self.centred(width, height)
    }

    /// Where the palette is, frame and all.
    ///
    /// * `rows` - how many it shows.
    #[must_use]
    pub fn palette_area(self, rows: usize) -> Area {
        let width = self.columns.saturating_sub(4).min(PALETTE_WIDEST);
        self.centred(width, low(rows).saturating_add(2 + PALETTE_HEAD))
    }

    /// Where the list of what can be copied is, frame and all.
    ///
    /// * `rows` - how many it has.
    #[must_use]
    pub fn copy_area(self, rows: usize) -> Area {
        let width = self.columns.saturating_sub(4).min(COPY_WIDEST);
        self.centred(width, low(rows).saturating_add(2 + COPY_FOOT))
    }

    /// An area in the middle.
    #[must_use]
    pub fn centred(self, width: u16, height: u16) -> Area {
        let (width, height) = (width.min(self.columns), height.min(self.rows));
        Area {
            // Of an odd number the left side gets the larger half, as in ratatui.
            x: (self.columns - width).div_ceil(2),
            y: (self.rows - height).div_ceil(2),
            width,
            height,
        }
    }
}

fn low(lines: usize) -> u16 {
    u16::try_from(lines).unwrap_or(u16::MAX)
}
