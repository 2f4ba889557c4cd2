//! What goes wrong at the service and on the disk.

use std::fs;
use std::path::Path;

use mirrordeck::sim::OperationKind;
use mirrordeck::sim::fault::{Fault, FaultKind};

use super::dice::Dice;

const OPERATIONS: [(usize, OperationKind); 6] = [
    (40, OperationKind::DeleteMirror),
    (25, OperationKind::ViewMirror),
    (20, OperationKind::UpdateMirror),
    (7, OperationKind::ListMirrors),
    (5, OperationKind::ViewDevice),
    (3, OperationKind::ListDevices),
];

/// Refusals that say what is so: that nothing was done. A 404 with the service's own words is not
/// among them, as a service that lies about what is there cannot be told from one that does not.
const REFUSALS: [(u16, &str); 21] = [
    (400, "100"),
    (400, "400"),
    (401, "200"),
    (401, "210"),
    (403, "403"),
    (404, "300"),
    (409, "409"),
    (412, "412"),
    (413, "430"),
    (422, "422"),
    (429, "420"),
    (429, "410"),
    (429, "400"),
    (302, "302"),
    (500, "900"),
    (502, "502"),
    (503, "500"),
    (504, "510"),
    (510, "510"),
    (200, "500"),
    // May stand for "no default mirror", or for anything else.
    (200, "771"),
];

/// What may be said after the work was done all the same.
const DOUBTFUL: [(u16, &str); 5] = [
    (500, "900"),
    (502, "502"),
    (503, "500"),
    (504, "510"),
    (200, "500"),
];

/// A fault for this operation.
pub fn fault_of(dice: &mut Dice, operation: OperationKind) -> Fault {
    let words = "Planned failure";
    let kind = match dice.below(16) {
        0..4 => {
            let (status, code) = *dice.pick(&REFUSALS);
            let retry_after = (status == 429 && dice.percent(50)).then(|| "2".to_owned());
            FaultKind::Status {
                status,
                code: code.to_owned(),
                message: words.to_owned(),
                retry_after,
            }
        }
        4..7 => {
            let (status, code) = *dice.pick(&DOUBTFUL);
            FaultKind::StatusAfter {
                status,
                code: code.to_owned(),
                message: words.to_owned(),
            }
        }
        7 => FaultKind::Slow {
            ms: u64::try_from(*dice.pick(&[300, 3_000, 19_990, 40_000])).unwrap(),
        },
        8 => FaultKind::Html,
        9 => FaultKind::BrokenJson,
        10 => FaultKind::Empty,
        11 => FaultKind::CloseBefore,
        12 => FaultKind::CloseAfter,
        13 => FaultKind::Hang,
        14 => FaultKind::HangAfter,
        _ => FaultKind::ClockOffset {
            ms: *dice.pick(&[-600_000, 600_000, 90_000]),
        },
    };
    Fault {
        operation: Some(operation),
        times: u32::try_from(*dice.pick(&[1, 1, 1, 2, 3, 6])).unwrap(),
        kind,
    }
}

/// One refusal of this operation.
pub fn refusal(operation: OperationKind, status: u16, code: &str) -> Fault {
    let kind = FaultKind::Status {
        status,
        code: code.to_owned(),
        message: "Planned failure".to_owned(),
        retry_after: None,
    };
    Fault::once(operation, kind)
}

/// Any fault.
pub fn any_fault(dice: &mut Dice) -> Fault {
    let operation = *dice.weighed(&OPERATIONS);
    fault_of(dice, operation)
}

/// A part of the storage that a disk can fail to give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Journal,
    Trash,
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Self::Journal => "journal.jsonl",
            Self::Trash => "trash",
        }
    }

    /// Puts something else in its place, so that it can neither be read nor written.
    pub fn obstruct(self, data: &Path) {
        let path = data.join(self.name());
        if path.exists() {
            fs::rename(&path, aside(&path)).unwrap();
        }
        match self {
            Self::Journal => fs::create_dir(&path).unwrap(),
            Self::Trash => fs::write(&path, "in the way").unwrap(),
        }
    }

    /// Puts it back.
    pub fn repair(self, data: &Path) {
        let path = data.join(self.name());
        match self {
            Self::Journal => fs::remove_dir(&path).unwrap(),
            Self::Trash => fs::remove_file(&path).unwrap(),
        }
        if aside(&path).exists() {
            fs::rename(aside(&path), &path).unwrap();
        }
    }
}

fn aside(path: &Path) -> std::path::PathBuf {
    path.with_extension("aside")
}
