//! The rows as other programs read them: CSV and JSON Lines.

use std::sync::Arc;

use serde_json::{Value, json};

use super::Sweep;
use super::table::{Row, at};
use crate::model::device::DeviceName;
use crate::model::mirror::MirrorName;
use crate::model::summary::MirrorSummary;
use crate::model::time::iso;

/// The columns of the CSV.
const HEADER: &str =
    "device,mirror,is_default,version,last_report,age_s,drift,size_bytes,read_at\r\n";

/// Characters at the start of a cell that make a spreadsheet take it for a formula, the full-width
/// forms too, which some read as the plain ones.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// The rows of a moment, to be written where no key waits for it.
#[derive(Debug, Clone)]
pub struct Snapshot {
    devices: Arc<[DeviceName]>,
    names: Vec<MirrorName>,
    rows: Vec<Row>,
}

/// A row on its way out.
struct Line<'a> {
    device: &'a DeviceName,
    mirror: &'a MirrorName,
    facts: Option<&'a MirrorSummary>,
}

impl Sweep {
    /// The rows that match, in the order in which they are shown.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            devices: Arc::clone(&self.table.devices),
            names: self.table.names.clone(),
            rows: self.order.from(0).map(|row| *self.table.row(row)).collect(),
        }
    }
}

impl Snapshot {
    fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.rows.iter().map(|row| Line {
            device: &self.devices[at(row.device)],
            mirror: &self.names[at(row.name)],
            facts: row.facts.read(),
        })
    }

    /// CSV as of RFC 4180, UTF-8. Names stand as the screen shows them, and none is a formula. The
    /// default mirror has no name; what was not read is empty, and so is the report of a mirror that
    /// never made one.
    #[must_use]
    pub fn csv(&self) -> Vec<u8> {
        let mut text = HEADER.to_owned();
        for line in self.lines() {
            line.push_csv(&mut text);
        }
        text.into_bytes()
    }

    /// One JSON object a line, UTF-8. Names stand as the service knows them, the default mirror is
    /// null, and so is what was not read.
    #[must_use]
    pub fn json_lines(&self) -> Vec<u8> {
        let mut text = Vec::new();
        for line in self.lines() {
            text.extend_from_slice(line.json().to_string().as_bytes());
            text.push(b'\n');
        }
        text
    }
}

impl Line<'_> {
    fn push_csv(&self, text: &mut String) {
        let facts = self.facts;
        let is_default = *self.mirror == MirrorName::Default;
        let mirror = if is_default { "" } else { self.mirror.shown() };
        push_name(self.device.shown(), text);
        text.push(',');
        push_name(mirror, text);
        text.push_str(if is_default { ",true" } else { ",false" });
        let moment = |moment: Option<i64>| moment.and_then(iso).unwrap_or_default();
        let cells = [
            number(facts.and_then(|facts| facts.version)),
            moment(facts.and_then(|facts| facts.last_report_ms)),
            number(facts.and_then(age_s)),
            number(facts.map(|facts| facts.differing)),
            number(facts.map(|facts| facts.bytes)),
            moment(facts.map(|facts| facts.read_at_ms)),
        ];
        for cell in cells {
            text.push(',');
            text.push_str(&cell);
        }
        text.push_str("\r\n");
    }

    fn json(&self) -> Value {
        let facts = self.facts;
        let mirror = match self.mirror {
            MirrorName::Default => None,
            MirrorName::Named(name) => Some(name.raw()),
        };
        json!({
            "device": self.device.raw(),
            "mirror": mirror,
            "version": facts.and_then(|facts| facts.version),
            "last_report": facts.and_then(|facts| facts.last_report_ms).and_then(iso),
            "age_s": facts.and_then(age_s),
            "drift": facts.map(|facts| facts.differing),
            "size_bytes": facts.map(|facts| facts.bytes),
            "read_at": facts.map(|facts| facts.read_at_ms).and_then(iso),
        })
    }
}

fn age_s(facts: &MirrorSummary) -> Option<i64> {
    Some(facts.age_ms()?.div_euclid(1000))
}

fn number<N: ToString>(number: Option<N>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

/// A cell with a name: never a formula, and in quotes where it would else be more than one cell.
fn push_name(name: &str, text: &mut String) {
    let is_formula = name.starts_with(FORMULA);
    let needs_quotes = name.contains([',', '"', '\n', '\r']);
    if needs_quotes {
        text.push('"');
    }
    if is_formula {
        text.push('\'');
    }
    if needs_quotes {
        text.push_str(&name.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(name);
    }
}
