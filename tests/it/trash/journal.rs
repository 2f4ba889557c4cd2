//! The journal gives back what was written, and scripts can read it.

use mirrordeck::i18n::Text;
use std::fs;

use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::{ActionKind, Event, Record};
use mirrordeck::trash::error::TrashError;
use mirrordeck::trash::journal::{Journal, Journaled};
use serde_json::{Value, json};

use super::{Data, ended, id, intended, record};

fn lines(data: &Data) -> Vec<Value> {
    let text = fs::read_to_string(data.path("journal.jsonl")).unwrap();
    assert!(text.ends_with('\n'));
    let lines = text.lines().map(serde_json::from_str);
    lines.collect::<Result<_, _>>().unwrap()
}

fn read(data: &Data) -> Vec<Record> {
    let Journaled {
        records,
        unreadable,
    } = data.journal().read().unwrap();
    assert_eq!(unreadable, 0);
    records
}

#[test]
fn every_kind_of_record_comes_back_in_order() {
    let (one, two) = (id(0, 1), id(0, 2));
    let mut restore = intended(&two, Some("a\u{1b}\n\"습도"));
    if let Event::Intended(intent) = &mut restore.event {
        intent.kind = ActionKind::Restore;
        intent.copy = one.clone();
        (intent.copy_version, intent.lock, intent.token) = (None, Some(u64::MAX), None);
    }
    let mut records = vec![
        intended(&one, None),
        restore,
        record(&one, Event::CameBack { version: Some(15) }),
        record(&two, Event::CameBack { version: None }),
        record(&two, Event::Closed),
    ];
    records.extend(Word::ALL.map(|word| ended(&one, word)));

    let data = Data::new();
    let journal = data.journal();
    journal.append(&records[0]).unwrap();
    journal.append_all(&records[1..4]).unwrap();
    journal.append_all(&[]).unwrap();
    journal.append_all(&records[4..]).unwrap();
    assert_eq!(read(&data), records);
}

#[test]
fn a_line_is_a_flat_object_with_the_promised_names() {
    let data = Data::new();
    let id = id(0, 7);
    let mut bare = ended(&id, Word::VersionConflict);
    if let Event::Ended(end) = &mut bare.event {
        (end.version, end.reason) = (None, Text::empty());
    }
    let records = [
        intended(&id, Some("습도")),
        ended(&id, Word::AlreadyGone),
        bare,
        record(&id, Event::CameBack { version: Some(1) }),
        record(&id, Event::Closed),
    ];
    data.journal().append_all(&records).unwrap();
    let common = |mut rest: Value| {
        let line = rest.as_object_mut().unwrap();
        line.insert("at".to_owned(), json!("2026-11-23T05:02:13.000Z"));
        line.insert("at_ms".to_owned(), json!(1_795_410_133_000_i64));
        line.insert("id".to_owned(), json!("1795410133000-0000000000000007"));
        line.insert("run".to_owned(), json!("1795410133000-0000000000000063"));
        rest
    };
    let expected = [
        json!({
            "event": "intended",
            "action": "delete",
            "base_url": "https://cloudiotcore.apigw.ntruss.com/cloudiotcore/v1",
            "key": "…0001",
            "source": "profile 공장",
            "device": "온실-07",
            "mirror": "습도",
            "copy": "1795410133000-0000000000000007",
            "copy_version": 14,
            "lock": 14,
            "token": "t-1",
        }),
        json!({
            "event": "ended",
            "outcome": "already gone",
            "reason": "token came back",
            "version": 14,
            "attempts": 1,
            "duration_ms": 87,
        }),
        json!({
            "event": "ended",
            "outcome": "version conflict",
            "reason": "",
            "attempts": 1,
            "duration_ms": 87,
        }),
        json!({ "event": "came_back", "version": 1 }),
        json!({ "event": "closed" }),
    ];
    assert_eq!(lines(&data), expected.map(common));
}

#[test]
fn milliseconds_are_written_and_a_moment_without_a_calendar_is_left_out() {
    let data = Data::new();
    let mut early = record(&id(0, 1), Event::Closed);
    early.at_ms = 1_795_410_133_123;
    let mut never = early.clone();
    never.at_ms = i64::MIN;
    let records = [early, never];
    data.journal().append_all(&records).unwrap();
    assert_eq!(lines(&data)[0]["at"], "2026-11-23T05:02:13.123Z");
    assert_eq!(lines(&data)[1].get("at"), None);
    assert_eq!(read(&data), records);
}

#[test]
fn the_default_mirror_is_null_and_a_lost_name_is_not_it() {
    let data = Data::new();
    let id = id(0, 1);
    let records = [intended(&id, None), intended(&id, Some("default"))];
    data.journal().append_all(&records).unwrap();
    let written = lines(&data);
    assert_eq!(written[0].get("mirror"), Some(&Value::Null));
    assert_eq!(written[1]["mirror"], "default");
    assert_eq!(read(&data), records);

    let mut lost = written[1].clone();
    lost.as_object_mut().unwrap().remove("mirror");
    let mut empty = written[1].clone();
    empty["mirror"] = json!("");
    fs::write(data.path("journal.jsonl"), format!("{lost}\n{empty}\n")).unwrap();
    let nothing = Journaled {
        records: Vec::new(),
        unreadable: 2,
    };
    assert_eq!(data.journal().read(), Ok(nothing));
}

#[test]
fn a_journal_that_was_never_written_is_empty() {
    let data = Data::new();
    assert_eq!(data.journal().read(), Ok(Journaled::default()));
    assert!(data.journal().open_ends().unwrap().actions.is_empty());
    data.journal().append_all(&[]).unwrap();
    assert_eq!(super::names(data.root.path()), [""; 0]);
}

#[cfg(unix)]
#[test]
fn it_is_for_this_user_only() {
    let data = Data::new();
    let path = data.path("new/data/journal.jsonl");
    let journal = Journal::new(path.clone());
    journal.append(&intended(&id(0, 1), None)).unwrap();
    assert_eq!(super::mode(&path), 0o600);
    for made in ["new", "new/data"] {
        assert_eq!(super::mode(&data.path(made)), 0o700, "{made}");
    }
}

#[test]
fn a_record_that_could_not_be_read_back_is_not_written() {
    let data = Data::new();
    let small = intended(&id(0, 1), None);
    let large = intended(&id(0, 2), Some(&"x".repeat(1024 * 1024)));
    let refused = data.journal().append_all(&[small, large]);
    let error = refused.unwrap_err();
    assert!(matches!(error, TrashError::TooLarge { .. }), "{error}");
    assert_eq!(data.journal().read(), Ok(Journaled::default()));
}

#[test]
fn what_cannot_be_written_or_read_says_where_and_why() {
    let data = Data::new();
    fs::create_dir(data.path("journal.jsonl")).unwrap();
    let written = data.journal().append(&intended(&id(0, 1), None));
    let error = written.unwrap_err();
    assert!(matches!(error, TrashError::CannotWrite { .. }), "{error}");
    assert!(error.to_string().contains("journal.jsonl"), "{error}");
    let error = data.journal().read().unwrap_err();
    assert!(matches!(error, TrashError::CannotRead { .. }), "{error}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_really_full_is_told_as_that() {
    let journal = Journal::new("/dev/full".into());
    let error = journal.append(&intended(&id(0, 1), None)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "cannot write /dev/full: the disk is full: No space left on device (os error 28)"
    );
    assert_eq!(error.advice(), "Make room on that disk, then try again.");
}
