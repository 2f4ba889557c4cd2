//! Where keys go, and whether they count yet.

use super::{AppState, Overlay, PLAN_DRAWING, Pane, Screen};
use crate::app::dialog::Field;
use crate::app::keymap::Place;
use crate::app::restore_dialog::RestoreField;
use crate::app::trash::TrashFocus;

impl AppState {
    /// Where keys go.
    #[must_use]
    pub fn place(&self) -> Place {
        match (&self.overlay, self.focus) {
            (Some(Overlay::Filter(_)), _) => Place::Filter,
            (Some(Overlay::Delete(dialog)), _) => match dialog.field {
                Field::Version | Field::Token => Place::DialogField,
                Field::Keep => Place::DialogKeep,
                Field::Delete => Place::DialogDelete,
            },
            (Some(Overlay::Restore(dialog)), _) => match dialog.field {
                RestoreField::Token => Place::RestoreField,
                RestoreField::Keep => Place::RestoreKeep,
                RestoreField::Restore => Place::RestoreButton,
            },
            (Some(Overlay::Help { .. }), _) => Place::Help,
            (Some(Overlay::Palette(_)), _) => Place::Palette,
            (Some(Overlay::Prompt(_)), _) => Place::Prompt,
            (Some(Overlay::Quit(_)), _) => Place::Quit,
            (Some(Overlay::Copy(_)), _) => Place::CopyMenu,
            (None, _) if self.trash.is_some() => self.place_in_trash(),
            (None, _) if self.screen().is_some() => self.place_in_screen(),
            (None, Pane::Devices) => Place::Devices,
            (None, Pane::Mirrors) => Place::Mirrors,
            (None, Pane::Detail) => Place::Detail,
        }
    }

    fn place_in_screen(&self) -> Place {
        match self.screen() {
            Some(Screen::Plan) => match &self.plan {
                Some(plan) if plan.in_count => Place::PlanCount,
                _ => Place::Plan,
            },
            Some(Screen::Tasks) if self.tasks.in_items => Place::TaskItems,
            Some(Screen::Tasks) => Place::Tasks,
            _ => match &self.sweep {
                Some(sweep) if sweep.input.is_some() => Place::SweepFilter,
                _ => Place::Sweep,
            },
        }
    }

    fn place_in_trash(&self) -> Place {
        match &self.trash {
            Some(trash) if trash.input.is_some() => Place::TrashFilter,
            Some(trash) if trash.focus == TrashFocus::Preview => Place::TrashPreview,
            _ => Place::Trash,
        }
    }

    /// The drawing that must stand on the screen before what was shown may be acted on.
    #[must_use]
    pub fn awaits_drawing(&self) -> Option<u32> {
        match &self.overlay {
            Some(Overlay::Delete(dialog)) => dialog.shown.to_be_drawn(),
            Some(Overlay::Restore(dialog)) => dialog.shown.to_be_drawn(),
            Some(Overlay::Prompt(prompt)) => prompt.shown.to_be_drawn(),
            Some(Overlay::Quit(dialog)) => dialog.shown.to_be_drawn(),
            None => {
                let drawing = self.plan_in_view()?.shown.to_be_drawn()?;
                Some(drawing | PLAN_DRAWING)
            }
            _ => None,
        }
    }

    /// Whether the user can see what keys would act on.
    #[must_use]
    pub fn takes_keys(&self) -> bool {
        let shown = match &self.overlay {
            Some(Overlay::Delete(dialog)) => dialog.shown.takes_keys(),
            Some(Overlay::Restore(dialog)) => dialog.shown.takes_keys(),
            Some(Overlay::Quit(dialog)) => dialog.shown.takes_keys(),
            None => self
                .plan_in_view()
                .is_none_or(|plan| plan.shown.takes_keys()),
            _ => true,
        };
        self.size.is_enough() && shown
    }
}
