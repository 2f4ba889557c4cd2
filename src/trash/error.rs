//! Why something could not be kept or read, and what to do.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::i18n::Text;
use crate::model::record::ActionId;
use crate::model::size;
use crate::model::text::escape_text;
use crate::text;

/// Why the storage did not do what was asked. Paths and causes are safe to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TrashError {
    /// Nothing was written, or not for sure.
    CannotWrite {
        /// The file or folder.
        path: String,
        /// Which kind of obstacle.
        obstacle: Obstacle,
        /// The system's words.
        cause: String,
    },
    /// It is there, but the system does not let it be read.
    CannotRead {
        /// The file or folder.
        path: String,
        /// Which kind of obstacle.
        obstacle: Obstacle,
        /// The system's words.
        cause: String,
    },
    /// A copy that does not hold what was once written.
    Damaged {
        /// The copy.
        path: String,
        /// In what way.
        damage: Damage,
    },
    /// Not written by this program, or by a newer one.
    Foreign {
        /// The file.
        path: String,
    },
    /// The trash holds no such copy.
    NotFound {
        /// The deletion that it would be of.
        id: ActionId,
    },
    /// A copy is never overwritten.
    AlreadyThere {
        /// The file.
        path: String,
    },
    /// More than could be read back.
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
    /// What happened.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::CannotWrite {
                path,
                obstacle,
                cause,
            } => text!(
                "storage-cannot-write",
                path = path,
                cause = obstacle.text(cause)
            ),
            Self::CannotRead {
                path,
                obstacle,
                cause,
            } => text!(
                "storage-cannot-read",
                path = path,
                cause = obstacle.text(cause)
            ),
            Self::Damaged { path, damage } => {
                text!("storage-damaged", path = path, damage = damage.text())
            }
            Self::Foreign { path } => text!("storage-foreign", path = path),
            Self::NotFound { id } => text!("storage-not-found", id = id.as_str()),
            Self::AlreadyThere { path } => text!("storage-already-there", path = path),
            Self::TooLarge { path, bytes, limit } => text!(
                "storage-too-large",
                path = path,
                bytes = size::bytes(*bytes),
                limit = size::bytes(*limit)
            ),
        }
    }

    /// A sentence that tells the user what to do.
    #[must_use]
    pub fn advice(&self) -> Text {
        match self {
            Self::CannotWrite { obstacle, .. } => match obstacle {
                Obstacle::DiskFull => text!("storage-advice-full"),
                Obstacle::ReadOnly => text!("storage-advice-read-only"),
                Obstacle::NotAllowed => text!("storage-advice-not-writable"),
                Obstacle::Other => text!("storage-advice-check"),
            },
            Self::CannotRead { obstacle, .. } => match obstacle {
                Obstacle::NotAllowed => text!("storage-advice-not-readable"),
                _ => text!("storage-advice-check"),
            },
            Self::Damaged { .. } => text!("storage-advice-damaged"),
            Self::Foreign { .. } => text!("storage-advice-foreign"),
            Self::NotFound { .. } => text!("storage-advice-not-found"),
            Self::AlreadyThere { .. } => text!("storage-advice-already-there"),
            Self::TooLarge { .. } => text!("storage-advice-too-large"),
        }
    }

    /// What happened, and a sentence on what to do.
    #[must_use]
    pub fn in_full(&self) -> Text {
        text!("error-in-full", error = self.text(), advice = self.advice())
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

impl fmt::Display for TrashError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}

impl std::error::Error for TrashError {}

impl Obstacle {
    /// The system's words, and before them what they mean, which not everybody knows.
    fn text(self, cause: &str) -> Text {
        match self {
            Self::DiskFull => text!("storage-disk-full", cause = cause),
            Self::ReadOnly => text!("storage-read-only", cause = cause),
            Self::NotAllowed => text!("storage-not-allowed", cause = cause),
            Self::Other => Text::verbatim(cause),
        }
    }
}

impl Damage {
    fn text(self) -> Text {
        match self {
            Self::CutShort => text!("storage-damage-cut-short"),
            Self::TooLong => text!("storage-damage-too-long"),
            Self::Altered => text!("storage-damage-altered"),
            Self::Misnamed => text!("storage-damage-misnamed"),
        }
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
            assert!(error.advice().to_string().starts_with(advice), "{kind}");
        }
    }

    #[test]
    fn the_systems_words_are_made_safe() {
        let odd = io::Error::other("a\u{202e}b");
        let error = TrashError::cannot_read(Path::new("x"), &odd);
        assert_eq!(error.to_string(), "cannot read x: a\\u{202e}b");
    }
}
