//! What became of a copy stands beside it.

use std::fs;

use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::{Fate, RestoredMark};
use mirrordeck::trash::error::TrashError;

use super::{Data, id, keep, names};
use crate::support::fixtures::NOW_MS;

const MARK: RestoredMark = RestoredMark {
    at_ms: NOW_MS,
    version: Some(u64::MAX),
};

#[test]
fn marks_come_back_and_the_last_one_counts() {
    let data = Data::new();
    let trash = data.trash();
    let id = id(0, 1);
    keep(&trash, &id, 3);
    assert_eq!(trash.head(&id).unwrap().1, Fate::default());

    let later = RestoredMark {
        at_ms: NOW_MS + 1,
        version: None,
    };
    for mark in [MARK, later] {
        trash.mark_restored(&id, mark).unwrap();
        assert_eq!(trash.head(&id).unwrap().1.restored, Some(mark));
    }
    for word in Word::ALL {
        trash.mark_word(&id, word).unwrap();
        let expected = (word != Word::Deleted).then_some(word);
        assert_eq!(trash.head(&id).unwrap().1.word, expected);
        assert_eq!(trash.list().unwrap()[0].worded, expected.is_some());
    }
    assert_eq!(trash.read(&id).unwrap().1, b"xxx");
}

#[test]
fn deleted_takes_the_word_away_and_leaves_the_other_mark() {
    let data = Data::new();
    let trash = data.trash();
    let id = id(0, 1);
    keep(&trash, &id, 1);
    trash.mark_restored(&id, MARK).unwrap();
    trash.mark_word(&id, Word::OutcomeUnknown).unwrap();
    trash.mark_word(&id, Word::Deleted).unwrap();
    let expected = [format!("{id}.mirror"), format!("{id}.restored")];
    assert_eq!(names(&data.path("trash")), expected);
}

#[test]
fn a_damaged_mark_hides_nothing_and_claims_nothing() {
    let data = Data::new();
    let trash = data.trash();
    let id = id(0, 1);
    keep(&trash, &id, 1);
    for junk in [
        "",
        "{",
        "{\"word\":\"deleted",
        "{\"word\":\"gone\"}",
        "\u{0}",
    ] {
        fs::write(data.part(&id, "word"), junk).unwrap();
        fs::write(data.part(&id, "restored"), junk).unwrap();
        let (head, fate) = trash.head(&id).unwrap();
        assert_eq!(head.id, id);
        assert_eq!(fate.word, Some(Word::OutcomeUnknown), "{junk}");
        let restored = fate.restored.expect("the name tells it");
        assert_eq!(restored.version, None);
        assert!(restored.at_ms > 0, "when the file was written");
    }
    trash.mark_word(&id, Word::Refused).unwrap();
    assert_eq!(trash.head(&id).unwrap().1.word, Some(Word::Refused));
}

#[test]
fn only_a_copy_can_be_marked() {
    let data = Data::new();
    let trash = data.trash();
    let id = id(0, 1);
    let error = TrashError::NotFound { id: id.clone() };
    assert_eq!(trash.mark_restored(&id, MARK), Err(error.clone()));
    assert_eq!(trash.mark_word(&id, Word::Refused), Err(error.clone()));
    assert_eq!(trash.mark_word(&id, Word::Deleted), Err(error));
    assert!(!data.path("trash").exists());
}

#[test]
fn discarding_leaves_nothing_of_it_and_all_of_the_others() {
    let data = Data::new();
    let trash = data.trash();
    let (gone, stays) = (id(0, 1), id(0, 2));
    trash.discard(&gone).unwrap();
    for id in [&gone, &stays] {
        keep(&trash, id, 1);
        trash.mark_restored(id, MARK).unwrap();
        trash.mark_word(id, Word::OutcomeUnknown).unwrap();
    }
    trash.discard(&gone).unwrap();
    trash.discard(&gone).unwrap();
    let left = ["mirror", "restored", "word"].map(|ending| format!("{stays}.{ending}"));
    assert_eq!(names(&data.path("trash")), left);
}

#[test]
fn what_cannot_be_discarded_is_an_error() {
    let data = Data::new();
    let id = id(0, 1);
    fs::create_dir_all(data.part(&id, "mirror")).unwrap();
    let error = data.trash().discard(&id).unwrap_err();
    assert!(matches!(error, TrashError::CannotWrite { .. }), "{error}");
}

#[cfg(unix)]
#[test]
fn marks_are_for_this_user_only() {
    let data = Data::new();
    let trash = data.trash();
    let id = id(0, 1);
    keep(&trash, &id, 1);
    trash.mark_restored(&id, MARK).unwrap();
    trash.mark_word(&id, Word::Refused).unwrap();
    for ending in ["word", "restored"] {
        assert_eq!(super::mode(&data.part(&id, ending)), 0o600, "{ending}");
    }
}
