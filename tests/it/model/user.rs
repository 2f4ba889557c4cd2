//! What a user does, and what happens meanwhile.

use std::time::Duration;

use mirrordeck::actions::points::Point;
use mirrordeck::api::wire::Method;
use mirrordeck::app::state::{Overlay, Pane};
use mirrordeck::sim::OperationKind;
use mirrordeck::sim::fault::Fault;

use super::episode::Episode;
use super::faults::{Part, any_fault, fault_of, refusal};
use super::others::{any_change, change};
use super::watched::{Place, Plot, place};

/// What may be done next.
#[derive(Debug, Clone, Copy)]
enum Step {
    Delete,
    BringBackLast,
    Trash,
    Fault,
    Others,
    Wait,
    Anything,
    Kill,
    Quit,
    Disk,
}

const STEPS: [(usize, Step); 10] = [
    (34, Step::Delete),
    (16, Step::BringBackLast),
    (14, Step::Trash),
    (8, Step::Fault),
    (8, Step::Others),
    (6, Step::Wait),
    (5, Step::Anything),
    (3, Step::Kill),
    (3, Step::Quit),
    (3, Step::Disk),
];

const DEVICES: [&str; 3] = ["agv-01", "agv-02", "agv-03"];
/// A named mirror that is called like the default one, names that a URL could lose, and usual ones.
const NAMES: [Option<&str>; 6] = [
    None,
    Some("default"),
    Some("firmware"),
    Some("a b&name=?/%2e"),
    Some("안전"),
    None,
];

impl Episode {
    /// Some steps of a user, and what happens meanwhile.
    pub fn live(&mut self) {
        let steps = self.dice.between(2, 7);
        self.hasty = self.dice.percent(25);
        for _ in 0..self.dice.below(3) {
            self.others();
        }
        self.go_on();
        for _ in 0..steps {
            let step = *self.dice.weighed(&STEPS);
            self.script.note(format!("{step:?}"));
            match step {
                Step::Delete => self.delete(),
                Step::BringBackLast => self.bring_back_last(),
                Step::Trash => self.look_into_the_trash(),
                Step::Fault => self.fault(None),
                Step::Others => self.others(),
                Step::Wait => {
                    let seconds = *self.dice.pick(&[1, 4, 16, 70, 900]);
                    self.pass(Duration::from_secs(seconds));
                }
                Step::Anything => self.press_anything(),
                Step::Kill => self.restart(),
                Step::Quit => self.quit(),
                Step::Disk => self.fail_or_repair(),
            }
        }
    }

    fn bring_back_last(&mut self) {
        self.back_to_the_panes();
        self.press("u");
        self.settle();
        if let Some(Overlay::Restore(dialog)) = &self.stage().state.overlay {
            let offered = dialog.copy.head.id.clone();
            self.check_offered(&offered);
        }
        self.restore();
    }

    /// Waits as users do: most until all is there, some not.
    fn pause(&mut self) {
        let patience = if self.hasty { 20 } else { 95 };
        if self.dice.percent(patience) {
            self.settle();
        } else {
            let ms = u64::try_from(self.dice.between(25, 500)).unwrap();
            self.pass(Duration::from_millis(ms));
        }
    }

    /// Goes on with the next program where this one is held or has left.
    fn go_on(&mut self) {
        self.settle();
        if self.is_held() || self.stage().has_left() {
            self.restart();
        }
    }

    /// Kills the program and starts the next one.
    pub fn restart(&mut self) {
        self.kill();
        if self.dice.percent(30) {
            // Between two programs the world goes on.
            self.service_forgets_faults();
        }
        self.begin();
        if self.dice.percent(30) {
            self.others();
        }
        if !self.hasty {
            self.go_on();
        }
    }

    pub fn service_forgets_faults(&mut self) {
        self.world
            .service
            .with_service(mirrordeck::sim::service::Service::clear_faults);
        self.watched.notes.lock().unwrap().plots.clear();
    }

    fn any_place(&mut self) -> Place {
        let device = *self.dice.pick(&DEVICES);
        let name = *self.dice.pick(&NAMES);
        (device.to_owned(), name.map(str::to_owned))
    }

    fn others(&mut self) {
        let place = self.any_place();
        let planned = any_change(&mut self.dice, place);
        self.script.note(format!("  {planned:?}"));
        let world = self.world.clone();
        self.stage().block_on(async { change(&world, &planned) });
    }

    fn fault(&mut self, of: Option<OperationKind>) {
        let fault = match of {
            Some(operation) => fault_of(&mut self.dice, operation),
            None => any_fault(&mut self.dice),
        };
        self.plan(fault);
    }

    fn plan(&mut self, fault: Fault) {
        self.script.note(format!("  {fault:?}"));
        self.world
            .service
            .with_service(|service| service.plan(fault));
    }

    /// What goes wrong while an action is under way.
    fn trouble(&mut self, of: OperationKind, target: Place) {
        if of == OperationKind::UpdateMirror && self.dice.percent(30) {
            let (status, code) = *self.dice.pick(&[(400, "400"), (422, "422")]);
            self.plan(refusal(of, status, code));
        }
        if self.dice.percent(65) {
            self.fault(Some(of));
        }
        if self.dice.percent(30) {
            self.fault(Some(OperationKind::ViewMirror));
        }
        if self.dice.percent(12) {
            self.fault(Some(of));
        }
        let moments = [Method::Get, Method::Delete, Method::Post];
        if self.dice.percent(25) {
            let planned = any_change(&mut self.dice, target);
            self.plot(
                *moments.first().unwrap_or(&Method::Get),
                Plot::Change(planned.clone()),
            );
            let moment = *self.dice.pick(&moments);
            self.plot(moment, Plot::Change(planned));
        }
        if self.dice.percent(8) {
            let moment = *self.dice.pick(&moments);
            self.plot(moment, Plot::Unreachable);
        }
        if self.dice.percent(20) {
            let (name, point) = *self.dice.pick(&Point::ALL);
            self.script.note(format!("  to be held when {name}"));
            self.hold.lock().unwrap().at = Some(point);
        }
    }

    fn plot(&mut self, before: Method, plot: Plot) {
        self.script
            .note(format!("  before the next {before:?} {plot:?}"));
        self.watched
            .notes
            .lock()
            .unwrap()
            .plots
            .push((before, plot));
    }

    /// Closes what is open and goes to the devices.
    pub fn back_to_the_panes(&mut self) {
        for _ in 0..8 {
            let state = &self.stage().state;
            if state.overlay.is_none() && state.trash.is_none() && state.focus == Pane::Devices {
                break;
            }
            self.press("<Esc>");
        }
        self.pause();
        if self.stage().has_left() || self.is_held() {
            self.restart();
        }
    }

    fn delete(&mut self) {
        self.back_to_the_panes();
        let device = self.dice.below(DEVICES.len());
        self.press("<Home>");
        self.press(&"j".repeat(device));
        self.pause();
        self.press("<Enter>");
        self.pause();
        let rows = self.stage().state.mirrors.len();
        let row = self.dice.below(rows);
        self.press("<Home>");
        self.press(&"j".repeat(row));
        if self.dice.percent(10) {
            self.press("<Enter>");
        }
        self.pause();
        if self.dice.percent(5) {
            self.fault(Some(OperationKind::ViewMirror));
        }
        self.press("d");
        self.pause();
        let Some(Overlay::Delete(dialog)) = &self.stage().state.overlay else {
            return;
        };
        let (target, version) = (place(&dialog.target), dialog.version.value().to_owned());
        match self.dice.below(10) {
            0..5 => {}
            5..8 => self.press("<Ctrl-U>"),
            8 => {
                let version: u64 = version.parse().unwrap_or(5);
                let typed = *self.dice.pick(&[version + 1, version.saturating_sub(1), 0]);
                self.press(&format!("<Ctrl-U>{typed}"));
            }
            _ => self.press("x"),
        }
        self.press("<Tab>");
        match self.dice.below(8) {
            0 => self.press("<Ctrl-U>"),
            1 => self.press("<Ctrl-U>내 표"),
            2 => self.press(&"가".repeat(22)),
            _ => {}
        }
        self.trouble(OperationKind::DeleteMirror, target);
        let last =
            *self
                .dice
                .weighed(&[(90, "<Tab><Tab><Enter>"), (6, "<Tab><Enter>"), (4, "<Esc>")]);
        self.press(last);
        self.after_enter();
    }

    /// Confirms the restore dialog, if it is open, or thinks better of it.
    pub fn restore(&mut self) {
        let Some(Overlay::Restore(dialog)) = &self.stage().state.overlay else {
            return;
        };
        let target = place(&dialog.copy.head.target);
        if self.dice.percent(10) {
            self.press("<Ctrl-U>");
        }
        self.trouble(OperationKind::UpdateMirror, target);
        let last =
            *self
                .dice
                .weighed(&[(90, "<Tab><Tab><Enter>"), (5, "<Tab><Enter>"), (5, "<Esc>")]);
        self.press(last);
        if matches!(&self.stage().state.overlay, Some(Overlay::Restore(dialog)) if dialog.overwrites)
            && self.dice.percent(85)
        {
            self.press("<Tab><Tab><Enter>");
        }
        self.after_enter();
    }

    /// An action may be under way.
    fn after_enter(&mut self) {
        match self.dice.below(20) {
            0..15 => {}
            15 => {
                let ms = u64::try_from(self.dice.below(30_000)).unwrap();
                self.pass(Duration::from_millis(ms));
                self.restart();
            }
            16 => {
                let ms = u64::try_from(self.dice.below(3_000)).unwrap();
                self.pass(Duration::from_millis(ms));
                self.quit();
            }
            _ => {
                let ms = u64::try_from(self.dice.below(5_000)).unwrap();
                self.pass(Duration::from_millis(ms));
                let keys = *self
                    .dice
                    .pick(&["<Esc>", "r", "t", "<Enter>", "u", "<Tab>d", "?"]);
                self.press(keys);
            }
        }
        self.go_on();
    }

    fn look_into_the_trash(&mut self) {
        self.back_to_the_panes();
        self.press("t");
        self.settle();
        let rows = self
            .stage()
            .state
            .trash
            .as_ref()
            .map_or(0, |trash| trash.len());
        let row = self.dice.below(rows);
        self.press(&"j".repeat(row));
        self.settle();
        if self.dice.percent(15) {
            self.fault(Some(OperationKind::ViewMirror));
        }
        match self.dice.below(10) {
            0..5 => {
                self.press("<Enter>");
                self.settle();
                self.restore();
            }
            5..8 => self.press("r"),
            8 => self.press("a"),
            _ => self.press("v<Tab>j/agv-02<Enter>"),
        }
        self.go_on();
    }

    fn press_anything(&mut self) {
        const KEYS: [&str; 20] = [
            "j",
            "k",
            "l",
            "h",
            "<Tab>",
            "<BackTab>",
            "<Enter>",
            "<Enter>",
            "<Esc>",
            "d",
            "d",
            "u",
            "t",
            "r",
            "a",
            "v",
            "<Ctrl-U>",
            "G",
            "<Home>",
            "?",
        ];
        for _ in 0..self.dice.between(5, 25) {
            let key = *self.dice.pick(&KEYS);
            self.press(key);
            if self.dice.percent(50) {
                let ms = u64::try_from(self.dice.below(400)).unwrap();
                self.pass(Duration::from_millis(ms));
            }
        }
        self.go_on();
    }

    fn quit(&mut self) {
        let keys = *self
            .dice
            .pick(&["<Ctrl-C>", "<Ctrl-C>", "<Ctrl-C><Ctrl-C>"]);
        self.press(keys);
        self.settle();
        self.restart();
    }

    fn fail_or_repair(&mut self) {
        if self.failing.is_empty() {
            let part = *self.dice.pick(&[Part::Journal, Part::Trash]);
            self.script.note(format!("  {part:?} fails"));
            part.obstruct(self.world.data());
            self.failing.push(part);
            self.failed = true;
        } else {
            self.repair();
        }
    }

    pub fn repair(&mut self) {
        for part in std::mem::take(&mut self.failing) {
            self.script.note(format!("  {part:?} is well again"));
            part.repair(self.world.data());
        }
    }
}
