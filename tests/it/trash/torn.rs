//! Lines that are no records lose none of the others.

use std::fs;

use mirrordeck::model::outcome::Word;
use mirrordeck::trash::journal::Journaled;

use super::{Data, ended, id, intended};

/// What two records are as text, one line each.
fn two_lines() -> (String, String) {
    let data = Data::new();
    let records = [intended(&id(0, 1), None), intended(&id(0, 2), Some("습도"))];
    data.journal().append_all(&records).unwrap();
    let text = fs::read_to_string(data.path("journal.jsonl")).unwrap();
    let (first, second) = text.split_at(text.find('\n').unwrap() + 1);
    (first.to_owned(), second.to_owned())
}

#[test]
fn a_last_line_torn_anywhere_is_sealed_by_the_next_one() {
    let (first, second) = two_lines();
    let whole = [intended(&id(0, 1), None), intended(&id(0, 2), Some("습도"))];
    let next = ended(&id(0, 1), Word::Deleted);
    let data = Data::new();
    let journal = data.journal();
    for length in 0..=second.len() {
        let torn = [first.as_bytes(), &second.as_bytes()[..length]].concat();
        fs::write(data.path("journal.jsonl"), &torn).unwrap();
        // Only its newline is missing at the last offset but one.
        let is_whole = length + 1 >= second.len();
        let mut expected = Journaled {
            records: whole[..=usize::from(is_whole)].to_vec(),
            unreadable: usize::from(length > 0 && !is_whole),
        };
        assert_eq!(journal.read(), Ok(expected.clone()), "{length}");

        journal.append(&next).unwrap();
        expected.records.push(next.clone());
        assert_eq!(journal.read(), Ok(expected), "{length}");
        let text = fs::read(data.path("journal.jsonl")).unwrap();
        assert!(text.starts_with(&torn), "nothing is taken away");
    }
}

#[test]
fn lines_that_are_no_records_are_counted_and_left_out() {
    let (first, second) = two_lines();
    let (first, second) = (first.trim_end(), second.trim_end());
    let long = "x".repeat(1024 * 1024 + 1);
    let very_long = first.replace("t-1", &"y".repeat(3 * 1024 * 1024));
    let garbage: Vec<Vec<u8>> = vec![
        b"hello".to_vec(),
        b"{}".to_vec(),
        b"[]".to_vec(),
        b" ".to_vec(),
        b"\0\0\0\0".to_vec(),
        vec![0xff, 0xfe],
        [br#"{"at":""#, &[0xff][..], &first.as_bytes()[7..]].concat(),
        long.into_bytes(),
        very_long.into_bytes(),
        format!("{first}{second}").into_bytes(),
        first.replace("intended", "planned").into_bytes(),
        first.replace("\"delete\"", "\"erase\"").into_bytes(),
        first.replace("\"device\":", "\"devices\":").into_bytes(),
        first.replace("온실-07", "").into_bytes(),
        first.replace("\"lock\":14", "\"lock\":-1").into_bytes(),
        first
            .replace("\"lock\":14", "\"lock\":18446744073709551616")
            .into_bytes(),
        first
            .replace("\"mirror\":null", "\"mirror\":7")
            .into_bytes(),
        first
            .replace("\"mirror\":null", "\"mirror\":null,\"mirror\":\"a\"")
            .into_bytes(),
        first.replace("\"id\":\"1", "\"id\":\"../1").into_bytes(),
    ];
    let mut file = format!("{first}\n").into_bytes();
    for line in &garbage {
        assert!(line != first.as_bytes(), "the replacement found nothing");
        file.extend(line);
        file.push(b'\n');
    }
    file.extend(format!("{second}\n").bytes());
    let data = Data::new();
    fs::write(data.path("journal.jsonl"), file).unwrap();

    let expected = Journaled {
        records: vec![intended(&id(0, 1), None), intended(&id(0, 2), Some("습도"))],
        unreadable: garbage.len(),
    };
    assert_eq!(data.journal().read(), Ok(expected));
    let open = data.journal().open_ends().unwrap();
    assert_eq!((open.actions.len(), open.unreadable), (2, garbage.len()));
}

#[test]
fn empty_lines_and_those_of_other_editors_do_no_harm() {
    let (first, second) = two_lines();
    let edited = format!("\n{}\r\n\n\n{second}", first.trim_end());
    let data = Data::new();
    fs::write(data.path("journal.jsonl"), edited).unwrap();
    let read = data.journal().read().unwrap();
    assert_eq!((read.records.len(), read.unreadable), (2, 0));
}

#[test]
fn the_longest_line_that_is_read_is_a_mebibyte() {
    const MIB: usize = 1024 * 1024;
    let (first, second) = two_lines();
    let data = Data::new();
    for (length, readable) in [(MIB, 2), (MIB + 1, 1)] {
        let padding = " ".repeat(length - first.trim_end().len());
        let padded = format!("{}{padding}", first.trim_end());
        fs::write(data.path("journal.jsonl"), format!("{padded}\n{second}")).unwrap();
        let read = data.journal().read().unwrap();
        assert_eq!(read.records.len(), readable, "{length}");
        assert_eq!(read.unreadable, 2 - readable, "{length}");
    }
}
