//! Whatever the files hold: no panic, and nothing that was not written.

use std::fs;

use mirrordeck::i18n::Text;
use mirrordeck::model::device::DeviceName;
use mirrordeck::model::mirror::{MirrorId, MirrorName};
use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::{
    ActionId, ActionKind, CopyHead, End, Event, Intent, Origin, Record,
};
use mirrordeck::model::task::TaskRef;
use mirrordeck::trash::journal::Journaled;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::{Data, head, id};

fn ids() -> impl Strategy<Value = ActionId> {
    (0..=9_999_999_999_999_i64, any::<u64>()).prop_map(|(at, chance)| ActionId::new(at, chance))
}

fn origins() -> impl Strategy<Value = Origin> {
    any::<[String; 3]>().prop_map(|[base_url, key_tail, source]| Origin {
        base_url,
        key_tail,
        source,
    })
}

fn targets() -> impl Strategy<Value = MirrorId> {
    let names = prop_oneof![3 => any::<String>(), 1 => select(vec!["default".to_owned(), "null".to_owned()])];
    (any::<String>(), prop::option::of(names)).prop_map(|(device, name)| {
        let device = DeviceName::new(&device).unwrap_or_else(|| DeviceName::new("d").unwrap());
        let name = name.and_then(|name| MirrorName::named(&name));
        MirrorId::new(device, name.unwrap_or(MirrorName::Default))
    })
}

fn intents() -> impl Strategy<Value = Intent> {
    (
        select(vec![ActionKind::Delete, ActionKind::Restore]),
        origins(),
        targets(),
        ids(),
        any::<[Option<u64>; 2]>(),
        any::<Option<String>>(),
        prop::option::of((ids(), any::<u32>())),
    )
        .prop_map(
            |(kind, origin, target, copy, versions, token, task)| Intent {
                kind,
                origin,
                target,
                copy,
                copy_version: versions[0],
                lock: versions[1],
                task: task.map(|(task, item)| TaskRef { task, item }),
                token,
            },
        )
}

fn ends() -> impl Strategy<Value = End> {
    (
        select(Word::ALL.to_vec()),
        any::<String>(),
        any::<Option<u64>>(),
        any::<u32>(),
        any::<u64>(),
    )
        .prop_map(|(word, reason, version, attempts, duration_ms)| End {
            word,
            reason: Text::verbatim(reason),
            version,
            attempts,
            duration_ms,
        })
}

fn records() -> impl Strategy<Value = Record> {
    let events = prop_oneof![
        intents().prop_map(|intent| Event::Intended(Box::new(intent))),
        ends().prop_map(Event::Ended),
        any::<Option<u64>>().prop_map(|version| Event::CameBack { version }),
        Just(Event::Closed),
    ];
    (any::<i64>(), ids(), ids(), events).prop_map(|(at_ms, id, run, event)| Record {
        at_ms,
        id,
        run,
        event,
    })
}

fn heads() -> impl Strategy<Value = CopyHead> {
    (
        ids(),
        origins(),
        targets(),
        any::<Option<u64>>(),
        any::<i64>(),
        any::<Option<String>>(),
    )
        .prop_map(
            |(id, origin, target, version, read_at_ms, token)| CopyHead {
                id,
                origin,
                target,
                version,
                read_at_ms,
                token,
                bytes: 0,
            },
        )
}

/// What may happen to the bytes of a file.
#[derive(Debug, Clone)]
enum Harm {
    Replace(Vec<u8>),
    Cut(Index),
    Set(Index, u8),
    Insert(Index, Vec<u8>),
    Repeat(Index, Index),
}

fn harms() -> impl Strategy<Value = Harm> {
    let junk = || prop::collection::vec(any::<u8>(), 0..60);
    prop_oneof![
        1 => junk().prop_map(Harm::Replace),
        2 => any::<Index>().prop_map(Harm::Cut),
        4 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Harm::Set(at, byte)),
        2 => (any::<Index>(), junk()).prop_map(|(at, bytes)| Harm::Insert(at, bytes)),
        1 => any::<[Index; 2]>().prop_map(|[from, to]| Harm::Repeat(from, to)),
    ]
}

fn harmed(file: &[u8], harm: &Harm) -> Vec<u8> {
    let mut file = file.to_vec();
    match harm {
        Harm::Replace(bytes) => file.clone_from(bytes),
        Harm::Cut(at) => file.truncate(at.index(file.len())),
        Harm::Set(at, byte) => {
            let at = at.index(file.len());
            file[at] = *byte;
        }
        Harm::Insert(at, bytes) => {
            let at = at.index(file.len());
            file.splice(at..at, bytes.iter().copied());
        }
        Harm::Repeat(from, to) => {
            let (from, to) = (from.index(file.len()), to.index(file.len()));
            file.extend_from_within(from.min(to)..from.max(to));
        }
    }
    file
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_head_and_body_come_back(
        mut head in heads(),
        body in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        let data = Data::new();
        head.bytes = body.len() as u64;
        data.trash().keep(&head, &body).unwrap();
        prop_assert_eq!(data.trash().head(&head.id).unwrap().0, head.clone());
        prop_assert_eq!(data.trash().read(&head.id).unwrap(), (head, body));
    }

    #[test]
    fn any_records_come_back(records in prop::collection::vec(records(), 0..20)) {
        let data = Data::new();
        data.journal().append_all(&records).unwrap();
        let unreadable = 0;
        prop_assert_eq!(data.journal().read(), Ok(Journaled { records, unreadable }));
    }
}

proptest! {
    #[test]
    fn a_harmed_copy_is_never_another_one(harm in harms(), ending in select(vec!["word", "restored"])) {
        let body = b"{\"state\":{}}\n";
        let kept = head(&id(0, 1), "온실-07", None, body);
        let (data, file) = one_copy(&kept, body);
        let path = data.part(&kept.id, "mirror");
        let harmed = harmed(&file, &harm);
        fs::write(&path, &harmed).unwrap();
        fs::write(data.part(&kept.id, ending), &harmed).unwrap();
        match data.trash().head(&kept.id) {
            Ok((head, _)) => prop_assert_eq!(&head, &kept),
            Err(error) => prop_assert!(!error.to_string().contains(char::is_control)),
        }
        match data.trash().read(&kept.id) {
            Ok(read) => prop_assert_eq!((read, &harmed), ((kept, body.to_vec()), &file)),
            Err(error) => prop_assert!(!error.advice().is_empty()),
        }
    }

    #[test]
    fn any_mark_leaves_the_copy_to_be_seen(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        let kept = head(&id(0, 1), "bulb", None, b"{}");
        let (data, _) = one_copy(&kept, b"{}");
        for ending in ["word", "restored"] {
            fs::write(data.part(&kept.id, ending), &bytes).unwrap();
        }
        let (head, fate) = data.trash().head(&kept.id).unwrap();
        prop_assert_eq!(head, kept);
        prop_assert!(fate.word.is_some() && fate.restored.is_some());
    }

    #[test]
    fn a_harmed_journal_keeps_its_other_lines(harm in harms(), lines in 1_usize..4) {
        let text = harmed(JOURNAL_LINE.as_bytes(), &harm);
        let mut file = [JOURNAL_LINE.as_bytes(), b"\n"].concat().repeat(lines);
        file.extend(&text);
        file.push(b'\n');
        file.extend(JOURNAL_LINE.bytes());
        let data = Data::new();
        fs::write(data.path("journal.jsonl"), &file).unwrap();
        let read = data.journal().read().unwrap();
        let sound = read.records.iter().filter(|it| it.id == id(0, 7)).count();
        prop_assert!(sound > lines, "{} of {}", sound, lines + 1);
        data.journal().open_ends().unwrap();
    }
}

const JOURNAL_LINE: &str = r#"{"at_ms":1,"id":"1795410133000-0000000000000007","run":"1795410133000-0000000000000001","event":"intended","action":"delete","base_url":"","key":"","source":"","device":"온실","mirror":null,"copy":"1795410133000-0000000000000007","version":1}"#;

/// A folder with one sound copy, and the bytes of it.
fn one_copy(head: &CopyHead, body: &[u8]) -> (Data, Vec<u8>) {
    let data = Data::new();
    data.trash().keep(head, body).unwrap();
    let file = fs::read(data.part(&head.id, "mirror")).unwrap();
    (data, file)
}
