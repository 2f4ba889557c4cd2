//! What is asked of the service: the names of each device, and of mirrors only what the columns and
//! the filter need.

use super::Sweep;
use super::table::{DEFAULT, DefaultLook, Facts, Names, Row, at, number};
use crate::model::device::DeviceName;
use crate::model::mirror::{MirrorId, MirrorName};
use crate::model::sweep_filter::{Subject, Verdict};

/// Questions that are open at most. More than the client sends at a time, so that none of its places
/// is empty while an answer is on its way here.
const OPEN: usize = 48;

/// Something to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ask {
    /// The named mirrors of a device.
    Names(u32),
    /// The default mirror of a device.
    Default(u32),
    /// The mirror of a row.
    Facts(u32),
}

/// A question as it leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// The named mirrors of a device.
    Names(DeviceName),
    /// The facts of a mirror.
    Facts(MirrorId),
}

/// Why nothing is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Halt {
    /// The user has paused it.
    Paused,
    /// It has paused itself: nothing is heard of the service.
    Unreachable,
    /// The user has stopped it.
    Stopped,
}

/// How far the asking is. What lies before each place was asked, or is not wanted.
#[derive(Debug, Default)]
pub(super) struct Demand {
    next_device: u32,
    /// Devices whose names are here, as they came.
    pub(super) listed: Vec<u32>,
    pub(super) next_default: usize,
    /// Devices that the service does not know.
    pub(super) gone: usize,
    next_row: u32,
    /// Questions that are out.
    pub(super) open: usize,
    pub(super) halt: Option<Halt>,
    /// The last ones that failed because nothing was heard, without an answer between them.
    pub(super) silent: Vec<Ask>,
}

impl Demand {
    /// Looks at everything once more: what is wanted has changed.
    pub(super) fn look_again(&mut self) {
        self.next_device = 0;
        self.next_default = 0;
        self.next_row = 0;
    }
}

impl Sweep {
    /// The questions that are to leave now. They count as asked from now on.
    pub fn wanted(&mut self) -> Vec<Wanted> {
        let mut wanted = Vec::new();
        if self.demand.halt.is_some() || self.demand.open >= OPEN {
            return wanted;
        }
        // What the user looks at comes first.
        let in_view: Vec<u32> = self
            .order
            .from(self.cursor.offset)
            .take(self.height)
            .filter(|row| self.is_wanted(self.table.row(*row)))
            .collect();
        let mut in_view = in_view.into_iter().map(Ask::Facts);
        while self.demand.open < OPEN {
            let Some(ask) = in_view.next().or_else(|| self.next()) else {
                break;
            };
            self.demand.open += 1;
            wanted.push(self.asked(ask));
        }
        wanted
    }

    fn next(&mut self) -> Option<Ask> {
        let devices = number(self.table.devices.len());
        while self.demand.next_device < devices {
            let device = self.demand.next_device;
            self.demand.next_device += 1;
            if self.table.states[at(device)] == Names::Todo {
                return Some(Ask::Names(device));
            }
        }
        if self.looks_at_defaults() {
            while let Some(device) = self.demand.listed.get(self.demand.next_default).copied() {
                self.demand.next_default += 1;
                if self.wants_default(device) {
                    return Some(Ask::Default(device));
                }
            }
        }
        while at(self.demand.next_row) < self.table.rows.len() {
            let row = self.demand.next_row;
            self.demand.next_row += 1;
            if self.is_wanted(self.table.row(row)) {
                return Some(Ask::Facts(row));
            }
        }
        None
    }

    fn asked(&mut self, ask: Ask) -> Wanted {
        match ask {
            Ask::Names(device) => {
                self.table.states[at(device)] = Names::Asked;
                Wanted::Names(self.table.devices[at(device)].clone())
            }
            Ask::Default(device) => {
                self.table.defaults[at(device)] = DefaultLook::Asked;
                let device = self.table.devices[at(device)].clone();
                Wanted::Facts(MirrorId::new(device, MirrorName::Default))
            }
            Ask::Facts(row) => {
                self.table.rows[at(row)].facts = Facts::Asked;
                Wanted::Facts(self.table.target(row))
            }
        }
    }

    /// Whether the mirror of a row is to be read: its facts decide whether it matches, or it matches
    /// and they are shown.
    pub(super) fn is_wanted(&self, row: &Row) -> bool {
        let wanted = match row.verdict {
            Verdict::Unknown => true,
            Verdict::Matches => self.shows_facts(),
            Verdict::Fails => false,
        };
        wanted && !row.gone && row.facts == Facts::Unread
    }

    /// Whether default mirrors are looked for: each is a question of its own, as no list names them.
    pub(super) fn looks_at_defaults(&self) -> bool {
        self.shows_facts() || self.filter.wants_default()
    }

    fn wants_default(&self, device: u32) -> bool {
        let subject = Subject {
            device: &self.table.devices[at(device)],
            mirror: &self.table.names[at(DEFAULT)],
            facts: None,
            is_marked: false,
        };
        self.table.defaults[at(device)] == DefaultLook::Unread
            && self.filter.verdict(&subject) != Verdict::Fails
    }

    /// Why nothing is asked, if nothing is.
    #[must_use]
    pub fn halt(&self) -> Option<Halt> {
        self.demand.halt
    }

    /// Asks nothing from now on. The caller gives up what is out.
    ///
    /// What is on the wire is given up too rather than waited for: else questions that wait in the
    /// client for their turn would still leave, and a pause would be none.
    pub fn halt_for(&mut self, why: Halt) {
        self.demand.halt = Some(why);
        self.demand.open = 0;
        self.pace.rest();
        for state in &mut self.table.states {
            if *state == Names::Asked {
                *state = Names::Todo;
            }
        }
        for state in &mut self.table.defaults {
            if *state == DefaultLook::Asked {
                *state = DefaultLook::Unread;
            }
        }
        for row in &mut self.table.rows {
            if row.facts == Facts::Asked {
                row.facts = Facts::Unread;
            }
        }
        self.demand.look_again();
    }

    /// Goes on asking.
    pub fn go_on(&mut self) {
        self.demand.halt = None;
        self.demand.silent.clear();
    }

    /// Everything that failed is to be asked once more. Says how much that is.
    pub fn try_again(&mut self) -> usize {
        let failures = std::mem::take(&mut self.failures);
        for ask in failures.keys() {
            self.forget_failure(*ask);
        }
        self.failed = None;
        self.demand.look_again();
        failures.len()
    }

    /// Something that failed is as if it had not been asked.
    pub(super) fn forget_failure(&mut self, ask: Ask) {
        self.failures.remove(&ask);
        match ask {
            Ask::Names(device) => self.table.states[at(device)] = Names::Todo,
            Ask::Default(device) => self.table.defaults[at(device)] = DefaultLook::Unread,
            Ask::Facts(row) => self.change(row, |row| row.facts = Facts::Unread),
        }
    }
}
