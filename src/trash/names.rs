//! The names of the files in the trash, which alone tell what a file is.

use std::ffi::OsStr;

use super::files::{TEMPORARY, TEMPORARY_CHANCE};
use crate::model::record::ActionId;

/// Held by the program that drops old copies.
pub(super) const PRUNE_LOCK: &str = "prune.lock";

/// What there may be of one deletion. The copy is the greatest, so that it comes first where the
/// newest does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// The word about the deletion, where it is not simply `deleted`.
    Word,
    /// That the copy was brought back.
    Restored,
    /// The copy itself.
    Copy,
}

impl Part {
    const ALL: [Self; 3] = [Self::Word, Self::Restored, Self::Copy];

    fn ending(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Restored => "restored",
            Self::Copy => "mirror",
        }
    }

    /// The name of the file.
    pub(super) fn file_name(self, id: &ActionId) -> String {
        format!("{id}.{}", self.ending())
    }
}

/// What a name in the folder tells.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// A part of a deletion.
    Part(ActionId, Part),
    /// A file that was never finished, or is being written.
    Temporary,
    /// [`PRUNE_LOCK`].
    Lock,
    /// Not of this program.
    Foreign,
}

/// Reads a file name.
pub(super) fn entry(name: &OsStr) -> Entry {
    let Some(name) = name.to_str() else {
        return Entry::Foreign;
    };
    if name == PRUNE_LOCK {
        return Entry::Lock;
    }
    if let Some(chance) = name.strip_prefix(TEMPORARY) {
        let ours = chance.len() == TEMPORARY_CHANCE
            && chance.bytes().all(|byte| byte.is_ascii_alphanumeric());
        return if ours {
            Entry::Temporary
        } else {
            Entry::Foreign
        };
    }
    part(name).map_or(Entry::Foreign, |(id, part)| Entry::Part(id, part))
}

fn part(name: &str) -> Option<(ActionId, Part)> {
    let (id, ending) = name.split_once('.')?;
    let part = Part::ALL.into_iter().find(|part| part.ending() == ending)?;
    Some((id.parse().ok()?, part))
}

/// The id as a number that sorts as its text does, in a third of the time.
pub(super) fn order(id: &ActionId) -> u128 {
    let (_, chance) = id.as_str().split_once('-').unwrap_or_default();
    let chance = u64::from_str_radix(chance, 16).unwrap_or(0);
    u128::from(id.at_ms().unsigned_abs()) << 64 | u128::from(chance)
}
