//! Several copies or records at once: each as by itself.

use std::fs;

use mirrordeck::i18n::Text;
use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::{End, Event};
use mirrordeck::trash::error::TrashError;

use super::{Data, end, ended, head, id, names, record};

#[test]
fn all_copies_of_a_group_are_there_and_a_bad_one_fails_alone() {
    let data = Data::new();
    let heads: Vec<_> = (0..10)
        .map(|nth| head(&id(0, nth), "bulb", None, b"{}"))
        .collect();
    let large = vec![b'x'; 16 * 1024 * 1024 + 1];
    data.trash().keep(&heads[3], b"before").unwrap();
    let copies: Vec<_> = heads
        .iter()
        .enumerate()
        .map(|(nth, head)| (head, if nth == 5 { &large[..] } else { b"{}" }))
        .collect();
    let kept = data.trash().keep_all(&copies);
    for (nth, (head, kept)) in heads.iter().zip(kept).enumerate() {
        match nth {
            3 => {
                assert!(matches!(kept, Err(TrashError::AlreadyThere { .. })));
                assert_eq!(data.trash().read(&head.id).unwrap().1, b"before");
            }
            5 => assert!(matches!(kept, Err(TrashError::TooLarge { .. }))),
            _ => assert_eq!(data.trash().read(&head.id).unwrap().1, b"{}"),
        }
    }
    let left = names(&data.path("trash"));
    assert_eq!(left.len(), 9, "nothing half-named: {left:?}");
}

#[test]
fn a_folder_that_cannot_be_made_fails_every_copy() {
    let data = Data::new();
    fs::write(data.path("trash"), "in the way").unwrap();
    let heads = [1, 2].map(|nth| head(&id(0, nth), "bulb", None, b"{}"));
    let copies = heads.each_ref().map(|head| (head, b"{}".as_slice()));
    assert!(data.trash().keep_all(&copies).iter().all(Result::is_err));
    assert!(data.trash().keep_all(&[]).is_empty());
}

#[test]
fn a_record_that_is_too_long_takes_no_other_with_it() {
    let data = Data::new();
    let long = End {
        reason: Text::verbatim("x".repeat(2 * 1024 * 1024)),
        ..end(Word::Refused)
    };
    let first = [
        ended(&id(0, 1), Word::Deleted),
        ended(&id(0, 2), Word::Deleted),
    ];
    let second = [
        ended(&id(0, 3), Word::Deleted),
        record(&id(0, 3), Event::Ended(long)),
    ];
    let third = [ended(&id(0, 4), Word::Deleted)];
    let written = data.journal().append_groups(&[&first, &second, &third]);
    let written: Vec<_> = written.iter().map(Result::is_ok).collect();
    assert_eq!(written, [true, false, true]);
    let there = data.journal().read().unwrap();
    let expected = [first.to_vec(), third.to_vec()].concat();
    assert_eq!((there.records, there.unreadable), (expected, 0));
}

#[test]
fn where_the_write_fails_every_group_is_told() {
    let data = Data::new();
    fs::create_dir(data.path("journal.jsonl")).unwrap();
    let records = [ended(&id(0, 1), Word::Deleted)];
    let written = data.journal().append_groups(&[&records, &records]);
    assert!(written.len() == 2 && written.iter().all(Result::is_err));
}
