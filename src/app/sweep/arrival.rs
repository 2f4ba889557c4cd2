//! Answers, and what is known from elsewhere.

use super::demand::{Ask, Halt};
use super::table::{DefaultLook, Facts, Names, at, number};
use super::{Sweep, Table};
use crate::app::marks::Marks;
use crate::model::device::DeviceName;
use crate::model::error::{ApiError, NoAnswer, NotSent};
use crate::model::mirror::{MirrorId, MirrorList, MirrorName};
use crate::model::summary::Summarized;

/// So many questions in a row without a word of the service, and it is left alone.
const SILENT: usize = 10;

impl Sweep {
    /// Takes the named mirrors of a device.
    pub fn take_names(
        &mut self,
        device: &DeviceName,
        answer: Result<MirrorList, ApiError>,
        at_ms: i64,
        marks: &Marks,
    ) {
        let Some(device) = self.table.device(device) else {
            return;
        };
        self.answered(at_ms);
        match answer {
            Ok(list) => {
                self.demand.silent.clear();
                self.fill(device, &list, marks);
            }
            Err(error) if is_gone(&error) => {
                self.demand.silent.clear();
                self.demand.gone += 1;
                self.table.states[at(device)] = Names::Gone;
            }
            Err(error) => {
                self.table.states[at(device)] = Names::Failed;
                self.fail(Ask::Names(device), error);
            }
        }
    }

    fn fill(&mut self, device: u32, list: &MirrorList, marks: &Marks) {
        let first = number(self.table.rows.len());
        for name in &list.names {
            let row = self.table.push(device, name, Facts::Unread);
            let is_marked = marks.mirror_count() > 0 && marks.has_mirror(&self.table.target(row));
            self.table.rows[at(row)].marked = is_marked;
        }
        self.table.states[at(device)] = Names::Here {
            first,
            length: number(list.names.len()),
            unusable: number(list.unusable),
        };
        self.demand.listed.push(device);
        for row in first..number(self.table.rows.len()) {
            self.take_in(row);
        }
    }

    /// Takes the facts of a mirror.
    pub fn take_facts(
        &mut self,
        target: &MirrorId,
        answer: Result<Summarized, ApiError>,
        at_ms: i64,
        marks: &Marks,
    ) {
        let Some(ask) = self.ask_about(target) else {
            return;
        };
        self.answered(at_ms);
        let error = match answer {
            Ok(found) => {
                self.demand.silent.clear();
                return self.know(target, found, marks);
            }
            Err(error) => error,
        };
        if is_gone(&error) {
            self.demand.silent.clear();
            return self.know(target, Summarized::Absent, marks);
        }
        match ask {
            Ask::Facts(row) => self.change(row, |row| row.facts = Facts::Failed),
            Ask::Default(device) => self.table.defaults[at(device)] = DefaultLook::Failed,
            Ask::Names(_) => {}
        }
        self.fail(ask, error);
    }

    /// The question to which facts of a mirror are the answer.
    fn ask_about(&self, target: &MirrorId) -> Option<Ask> {
        match self.table.find(target) {
            Some(row) => Some(Ask::Facts(row)),
            None if target.mirror == MirrorName::Default => {
                Some(Ask::Default(self.table.device(&target.device)?))
            }
            None => None,
        }
    }

    /// Takes note of a mirror that was read, by whomever.
    pub fn know(&mut self, target: &MirrorId, found: Summarized, marks: &Marks) {
        match found {
            Summarized::Absent => self.lose(target),
            Summarized::Found(facts) => self.gain(target, Facts::Read(facts), marks),
        }
    }

    /// A mirror does not stand any more.
    pub fn lose(&mut self, target: &MirrorId) {
        if let Some(row) = self.table.find(target) {
            self.failures.remove(&Ask::Facts(row));
            self.change(row, |row| {
                row.gone = true;
                row.marked = false;
            });
        }
        if target.mirror == MirrorName::Default
            && let Some(device) = self.table.device(&target.device)
        {
            self.failures.remove(&Ask::Default(device));
            self.table.defaults[at(device)] = DefaultLook::Absent;
        }
    }

    /// A mirror stands, whatever was known of it. Its facts are read anew where they are wanted.
    pub fn regain(&mut self, target: &MirrorId, marks: &Marks) {
        self.gain(target, Facts::Unread, marks);
        self.demand.look_again();
    }

    fn gain(&mut self, target: &MirrorId, facts: Facts, marks: &Marks) {
        let is_marked = marks.has_mirror(target);
        if let Some(row) = self.table.find(target) {
            self.failures.remove(&Ask::Facts(row));
            if target.mirror == MirrorName::Default {
                let device = self.table.row(row).device;
                self.table.defaults[at(device)] = DefaultLook::Here(row);
            }
            self.change(row, |row| {
                row.facts = facts;
                row.gone = false;
                row.marked = is_marked;
            });
            return;
        }
        let Some(device) = self.table.device(&target.device) else {
            return;
        };
        let is_listed = matches!(self.table.states[at(device)], Names::Here { .. });
        let is_default = target.mirror == MirrorName::Default;
        // Else the list of its device is still to come, and has it.
        if !is_listed && !is_default {
            return;
        }
        if is_default && facts == Facts::Unread {
            // Whether it stands is asked where it is wanted.
            self.table.defaults[at(device)] = DefaultLook::Unread;
            return;
        }
        let row = Table::add(&mut self.table, device, &target.mirror, facts);
        self.table.rows[at(row)].marked = is_marked;
        if is_default {
            self.failures.remove(&Ask::Default(device));
            self.table.defaults[at(device)] = DefaultLook::Here(row);
        }
        self.take_in(row);
    }

    fn answered(&mut self, at_ms: i64) {
        self.demand.open = self.demand.open.saturating_sub(1);
        self.pace.beat(at_ms);
    }

    fn fail(&mut self, ask: Ask, error: ApiError) {
        let is_silent = is_silence(&error);
        self.failures.insert(ask, error);
        if !is_silent {
            self.demand.silent.clear();
            return;
        }
        self.demand.silent.push(ask);
        if self.demand.silent.len() < SILENT {
            return;
        }
        // They say nothing about their devices.
        for ask in std::mem::take(&mut self.demand.silent) {
            self.forget_failure(ask);
        }
        self.halt_for(Halt::Unreachable);
    }
}

/// The service says that the device is not there.
fn is_gone(error: &ApiError) -> bool {
    matches!(error, ApiError::Refused(refusal) if refusal.means_absent())
}

/// No connection, or no answer: this may be true of every device.
fn is_silence(error: &ApiError) -> bool {
    matches!(
        error,
        ApiError::NotSent {
            why: NotSent::Unreachable,
            ..
        } | ApiError::NoAnswer {
            why: NoAnswer::TimedOut | NoAnswer::Broken,
            ..
        }
    )
}
