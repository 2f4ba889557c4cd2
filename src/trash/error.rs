//! Why something could not be kept or read, and what to do.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::model::record::ActionId;
use crate::model::size;
use crate::model::text::escape_text;

/// Why the storage did not do what was asked. Paths and causes are safe to draw.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TrashError {
    /// Nothing was written, or not for sure.
    #[error("cannot write {path}: {obstacle}{cause}")]
    CannotWrite {
        /// The file or folder.
        path: String,
        /// Which kind of obstacle.
        obstacle: Obstacle,
        /// The system's words.
        cause: String,
    },
    /// It is there, but the system does not let it be read.
    #[error("cannot read {path}: {obstacle}{cause}")]
    CannotRead {
        /// The file or folder.
        path: String,
        /// Which kind of obstacle.
        obstacle: Obstacle,
        /// The system's words.
        cause: String,
    },
    /// A copy that does not hold what was once written.
    #[error("{path} is damaged: {damage}")]
    Damaged {
        /// The copy.
        path: String,
        /// In what way.
        damage: Damage,
    },
    /// Not written by this program, or by a newer one.
    #[error("{path} is no copy that this version of mirrordeck can read")]
    Foreign {
        /// The file.
        path: String,
    },
    /// The trash holds no such copy.
    #[error("there is no copy {id} in the trash")]
    NotFound {
        /// The deletion that it would be of.
        id: ActionId,
    },
    /// A copy is never overwritten.
    #[error("{path} is there already and is not overwritten")]
    AlreadyThere {
        /// The file.
        path: String,
    },
    /// More than could be read back.
    #[error(
        "cannot write {path}: {} is more than the {} that it may hold",
        size::bytes(*bytes),
        size::bytes(*limit)
    )]
    TooLarge {
        /// The file.
        path: String,
        /// What it would have held, bytes.
        bytes: usize,
        /// What it may hold, bytes.
        limit: usize,
    },
}

/// What the system had against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// No room left, or none left for this user.
    DiskFull,
    /// The file system takes no changes.
    ReadOnly,
    /// This user may not.
    NotAllowed,
    /// Anything else; the system's words are all there is.
    Other,
}

/// In what way a copy is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// Its end is missing.
    CutShort,
    /// It goes on behind its end.
    TooLong,
    /// Its bytes are not the ones that were written.
    Altered,
    /// It holds the copy of another deletion than its name says.
    Misnamed,
}

impl TrashError {
    /// A sentence that tells the user what to do.
    #[must_use]
    pub fn advice(&self) -> String {
        let advice = match self {
            Self::CannotWrite { obstacle, .. } => match obstacle {
                Obstacle::DiskFull => "Make room on that disk, then try again.",
                Obstacle::ReadOnly => {
                    "Make that file system writable, or have the data folder on another one."
                }
                Obstacle::NotAllowed => "Make that folder yours and writable for you.",
                Obstacle::Other => "Check that disk and that path.",
            },
            Self::CannotRead { obstacle, .. } => match obstacle {
                Obstacle::NotAllowed => "Make it yours and readable for you.",
                _ => "Check that disk and that path.",
            },
            Self::Damaged { .. } => {
                "It cannot be brought back whole; look for the file in a backup of this computer."
            }
            Self::Foreign { .. } => "A newer mirrordeck may read it; otherwise move it elsewhere.",
            Self::NotFound { .. } => {
                "It was dropped meanwhile, by its age or by another mirrordeck; read the list again."
            }
            Self::AlreadyThere { .. } => "Try again: the next deletion has another name.",
            Self::TooLarge { .. } => "Use the console for this mirror.",
        };
        advice.to_owned()
    }

    pub(super) fn cannot_write(path: &Path, error: &io::Error) -> Self {
        Self::CannotWrite {
            path: shown(path),
            obstacle: Obstacle::of(error),
            cause: safe(error),
        }
    }

    pub(super) fn cannot_read(path: &Path, error: &io::Error) -> Self {
        Self::CannotRead {
            path: shown(path),
            obstacle: Obstacle::of(error),
            cause: safe(error),
        }
    }
}

impl Obstacle {
    fn of(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::PermissionDenied => Self::NotAllowed,
            _ => Self::Other,
        }
    }
}

/// In front of the system's words, which not everybody knows.
impl fmt::Display for Obstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::DiskFull => "the disk is full: ",
            Self::ReadOnly => "the file system is read-only: ",
            Self::NotAllowed => "this user may not: ",
            Self::Other => "",
        })
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CutShort => "its end is missing",
            Self::TooLong => "it goes on behind its end",
            Self::Altered => "its bytes are not the ones that were written",
            Self::Misnamed => "it holds the copy of another deletion than its name says",
        })
    }
}

/// A path as messages show it.
pub(super) fn shown(path: &Path) -> String {
    escape_text(&path.display().to_string()).into_owned()
}

fn safe(error: &io::Error) -> String {
    escape_text(&error.to_string()).into_owned()
}

#[cfg(test)]
mod tests {
    use std::io::{self, ErrorKind};
    use std::path::Path;

    use super::TrashError;

    #[test]
    fn a_full_disk_a_read_only_one_and_a_missing_right_are_told_apart() {
        let cases = [
            (ErrorKind::StorageFull, "the disk is full: ", "Make room"),
            (ErrorKind::QuotaExceeded, "the disk is full: ", "Make room"),
            (
                ErrorKind::ReadOnlyFilesystem,
                "the file system is read-only: ",
                "Make that file system writable",
            ),
            (
                ErrorKind::PermissionDenied,
                "this user may not: ",
                "Make that folder yours",
            ),
            (ErrorKind::NotADirectory, "", "Check that disk"),
        ];
        for (kind, words, advice) in cases {
            let error = TrashError::cannot_write(Path::new("/data/\u{1b}x"), &kind.into());
            let said = format!("cannot write /data/\\u{{1b}}x: {words}{kind}");
            assert_eq!(error.to_string(), said);
            assert!(error.advice().starts_with(advice), "{kind}");
        }
    }

    #[test]
    fn the_systems_words_are_made_safe() {
        let odd = io::Error::other("a\u{202e}b");
        let error = TrashError::cannot_read(Path::new("x"), &odd);
        assert_eq!(error.to_string(), "cannot read x: a\\u{202e}b");
    }
}
