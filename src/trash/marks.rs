//! The small files beside a copy that say what became of it.

use serde::{Deserialize, Serialize};

use crate::model::outcome::Word;
use crate::model::record::RestoredMark;

#[derive(Serialize, Deserialize)]
struct RestoredLine {
    at_ms: i64,
    version: Option<u64>,
}

#[derive(Serialize, Deserialize)]
struct WordLine {
    word: String,
}

/// The largest mark. Every sound one is far below.
pub(super) const LARGEST_MARK: u64 = 4096;

pub(super) fn restored_line(mark: RestoredMark) -> Vec<u8> {
    line(&RestoredLine {
        at_ms: mark.at_ms,
        version: mark.version,
    })
}

pub(super) fn word_line(word: Word) -> Vec<u8> {
    let word = word.as_str().to_owned();
    line(&WordLine { word })
}

/// The mark, unless it is damaged.
pub(super) fn restored(bytes: &[u8]) -> Option<RestoredMark> {
    let RestoredLine { at_ms, version } = serde_json::from_slice(bytes).ok()?;
    Some(RestoredMark { at_ms, version })
}

/// The word, unless it is damaged.
pub(super) fn word(bytes: &[u8]) -> Option<Word> {
    let line: WordLine = serde_json::from_slice(bytes).ok()?;
    named(&line.word)
}

/// The outcome of that name.
pub(super) fn named(word: &str) -> Option<Word> {
    Word::ALL.into_iter().find(|known| known.as_str() == word)
}

fn line(value: &impl Serialize) -> Vec<u8> {
    let mut line = serde_json::to_vec(value).expect("texts and numbers are JSON");
    line.push(b'\n');
    line
}
