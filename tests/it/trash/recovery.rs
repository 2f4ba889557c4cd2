//! What is not resolved is found again, and nothing else.

use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::OpenEnd;
use mirrordeck::model::record::{ActionKind, Event, Record};
use proptest::prelude::*;

use super::{Data, end, ended, id, intended, record};

fn open_ends(records: &[Record]) -> Vec<OpenEnd> {
    let data = Data::new();
    data.journal().append_all(records).unwrap();
    let open = data.journal().open_ends().unwrap();
    assert_eq!(open.unreadable, 0);
    open.actions
}

/// Whether the action is open once these events have followed its intent.
fn is_open_after(events: &[Event]) -> bool {
    let id = id(0, 1);
    let mut records = vec![intended(&id, None)];
    records.extend(events.iter().map(|event| record(&id, event.clone())));
    !open_ends(&records).is_empty()
}

#[test]
fn a_killed_program_leaves_its_intent() {
    let id = id(0, 1);
    let mut meant = intended(&id, Some("습도"));
    meant.run = super::id(0, 77);
    let Event::Intended(intent) = meant.event.clone() else {
        unreachable!("it is an intent");
    };
    let expected = OpenEnd {
        id: id.clone(),
        run: meant.run.clone(),
        at_ms: meant.at_ms,
        intent: *intent,
        end: None,
    };
    assert_eq!(
        open_ends(std::slice::from_ref(&meant)),
        std::slice::from_ref(&expected)
    );

    // A later program has looked and could not tell.
    let mut looked = ended(&id, Word::OutcomeUnknown);
    looked.run = super::id(0, 78);
    let expected = OpenEnd {
        end: Some(end(Word::OutcomeUnknown)),
        ..expected
    };
    assert_eq!(open_ends(&[meant, looked]), [expected]);
}

#[test]
fn the_last_end_counts_and_a_closed_one_stays_closed() {
    let unknown = Event::Ended(end(Word::OutcomeUnknown));
    let deleted = Event::Ended(end(Word::Deleted));
    let came_back = Event::CameBack { version: Some(1) };
    let cases: [(&[Event], bool); 9] = [
        (&[], true),
        (std::slice::from_ref(&came_back), true),
        (std::slice::from_ref(&unknown), true),
        (&[unknown.clone(), deleted.clone()], false),
        // Two programs looked, and the second one saw less.
        (&[deleted.clone(), unknown.clone()], true),
        (&[deleted.clone(), unknown.clone(), deleted.clone()], false),
        (&[unknown.clone(), Event::Closed], false),
        (&[Event::Closed, unknown.clone()], false),
        (&[Event::Closed], false),
    ];
    for (events, open) in cases {
        assert_eq!(is_open_after(events), open, "{events:?}");
    }
    for word in Word::ALL {
        let open = word == Word::OutcomeUnknown;
        assert_eq!(is_open_after(&[Event::Ended(end(word))]), open, "{word}");
    }
}

#[test]
fn the_oldest_comes_first_and_restores_are_among_them() {
    let ids = [id(1, 5), id(3, 1), id(2, 2)];
    let mut records: Vec<Record> = ids.iter().map(|id| intended(id, None)).collect();
    if let Event::Intended(intent) = &mut records[2].event {
        intent.kind = ActionKind::Restore;
    }
    let open = open_ends(&records);
    let order: Vec<_> = open.iter().map(|it| it.id.clone()).collect();
    assert_eq!(order, [ids[1].clone(), ids[2].clone(), ids[0].clone()]);
    assert_eq!(open[1].intent.kind, ActionKind::Restore);
}

#[test]
fn an_end_without_a_readable_intent_cannot_be_looked_up() {
    let unknown = ended(&id(0, 1), Word::OutcomeUnknown);
    assert_eq!(open_ends(&[unknown]), []);
}

/// The rule, read off all records at once.
fn by_the_rule(records: &[Record]) -> Vec<String> {
    let mut open = Vec::new();
    for meant in records {
        if !matches!(meant.event, Event::Intended(_)) {
            continue;
        }
        let of_it = || records.iter().filter(|it| it.id == meant.id);
        let last = of_it().rev().find_map(|it| match &it.event {
            Event::Ended(end) => Some(end.word),
            _ => None,
        });
        let closed = of_it().any(|it| it.event == Event::Closed);
        if !closed && last.is_none_or(|word| word == Word::OutcomeUnknown) {
            open.push(meant.id.to_string());
        }
    }
    open.sort();
    open
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_was_written_in_whatever_order_the_rule_holds(
        steps in prop::collection::vec((0_u64..6, 0_usize..5), 0..40),
    ) {
        let mut records: Vec<Record> = (0..6).map(|chance| intended(&id(0, chance), None)).collect();
        records.extend(steps.into_iter().map(|(chance, step)| {
            let event = match step {
                0 => Event::Ended(end(Word::Deleted)),
                1 | 2 => Event::Ended(end(Word::OutcomeUnknown)),
                3 => Event::CameBack { version: None },
                _ => Event::Closed,
            };
            record(&id(0, chance), event)
        }));
        let open = open_ends(&records).into_iter().map(|it| it.id.to_string());
        prop_assert_eq!(open.collect::<Vec<_>>(), by_the_rule(&records));
    }
}
