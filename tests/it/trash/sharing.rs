//! Several programs share one data folder without harm.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::Record;
use mirrordeck::trash::error::TrashError;
use mirrordeck::trash::store::Limits;

use super::{Data, ended, head, id, intended, keep};
use crate::support::fixtures::NOW_MS;

#[test]
fn lines_of_several_programs_stay_whole_and_together() {
    const BATCHES: u64 = 25;
    let data = Data::new();
    let written_by: Vec<u64> = (0..4).collect();
    let batch = |program: u64, number: u64| -> [Record; 3] {
        let id = id(0, program * 1000 + number);
        // Long lines take a while to write, so that they can be seen half.
        let name = "습도".repeat(usize::try_from(number * 1000).unwrap());
        let name = (number > 0).then_some(name.as_str());
        [
            intended(&id, name),
            ended(&id, Word::OutcomeUnknown),
            ended(&id, Word::Deleted),
        ]
    };
    let writing = AtomicBool::new(true);
    thread::scope(|scope| {
        let reader = scope.spawn(|| {
            while writing.load(Ordering::SeqCst) {
                let read = data.journal().read().unwrap();
                assert_eq!(read.unreadable, 0, "half a line was read");
                assert_eq!(read.records.len() % 3, 0, "half a batch was read");
            }
        });
        let writers: Vec<_> = written_by
            .iter()
            .map(|program| {
                let data = &data;
                scope.spawn(move || {
                    for number in 0..BATCHES {
                        let journal = data.journal();
                        journal.append_all(&batch(*program, number)).unwrap();
                    }
                })
            })
            .collect();
        let written: Vec<_> = writers
            .into_iter()
            .map(thread::ScopedJoinHandle::join)
            .collect();
        writing.store(false, Ordering::SeqCst);
        reader.join().unwrap();
        assert!(written.iter().all(Result::is_ok));
    });

    let read = data.journal().read().unwrap();
    assert_eq!(read.unreadable, 0);
    let mut next = vec![0; written_by.len()];
    for together in read.records.chunks(3) {
        let of_it = |(program, number): (&u64, &u64)| together == batch(*program, *number);
        let program = written_by.iter().zip(&next).position(of_it);
        next[program.expect("the next batch of one of them")] += 1;
    }
    assert!(next.iter().all(|number| *number == BATCHES), "{next:?}");
}

/// Whether somebody waits for a lock on that file.
#[cfg(target_os = "linux")]
fn is_waited_for(path: &std::path::Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let inode = format!(":{}", path.metadata().unwrap().ino());
    let locks = std::fs::read_to_string("/proc/locks").unwrap();
    let mut waiting = locks.lines().filter(|line| line.contains("->"));
    waiting.any(|line| line.split(' ').any(|word| word.ends_with(&inode)))
}

#[cfg(target_os = "linux")]
#[test]
fn who_writes_or_reads_waits_for_the_one_who_writes() {
    let data = Data::new();
    let record = intended(&id(0, 1), None);
    data.journal().append(&record).unwrap();
    let path = data.path("journal.jsonl");
    let work: [&(dyn Fn() + Sync); 3] = [
        &|| data.journal().append(&record).unwrap(),
        &|| drop(data.journal().read().unwrap()),
        &|| drop(data.journal().open_ends().unwrap()),
    ];
    for (number, work) in work.into_iter().enumerate() {
        let other = std::fs::File::open(&path).unwrap();
        other.lock().unwrap();
        thread::scope(|scope| {
            let working = scope.spawn(work);
            while !is_waited_for(&path) {
                assert!(!working.is_finished(), "{number} did not wait");
                thread::yield_now();
            }
            other.unlock().unwrap();
        });
    }
    assert_eq!(data.journal().read().unwrap().records.len(), 2);
}

#[test]
fn of_two_that_keep_the_same_id_one_does() {
    let data = Data::new();
    for chance in 0..20 {
        let id = id(0, chance);
        let keep_it = |body: &'static [u8]| {
            let kept = data.trash().keep(&head(&id, "bulb", None, body), body);
            (body, kept)
        };
        let both = thread::scope(|scope| {
            let one = scope.spawn(|| keep_it(b"one"));
            let other = scope.spawn(|| keep_it(b"other"));
            [one.join().unwrap(), other.join().unwrap()]
        });
        let [kept] = &both.iter().filter(|it| it.1.is_ok()).collect::<Vec<_>>()[..] else {
            panic!("{both:?}");
        };
        let refused = both.iter().find_map(|it| it.1.as_ref().err()).unwrap();
        assert!(
            matches!(refused, TrashError::AlreadyThere { .. }),
            "{refused}"
        );
        assert_eq!(data.trash().read(&id).unwrap().1, kept.0);
    }
}

#[test]
fn keeping_marking_pruning_and_reading_at_once_is_no_error() {
    const EACH: u64 = 15;
    let data = Data::new();
    let limits = Limits { days: 90, bytes: 0 };
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let keepers: Vec<_> = [(0, 0), (300, 1000)]
            .map(|(days_ago, first)| {
                let data = &data;
                scope.spawn(move || {
                    for chance in first..first + EACH {
                        let id = id(days_ago, chance);
                        keep(&data.trash(), &id, 100);
                        // An old copy may be pruned before it is marked.
                        let marked = data.trash().mark_word(&id, Word::OutcomeUnknown);
                        let gone = matches!(marked, Err(TrashError::NotFound { .. }));
                        assert!(marked.is_ok() || gone && days_ago > 0, "{marked:?}");
                    }
                })
            })
            .into_iter()
            .collect();
        for _ in 0..2 {
            scope.spawn(|| {
                while !done.load(Ordering::SeqCst) {
                    data.trash().prune(limits, NOW_MS, &|_| false).unwrap();
                    for listed in data.trash().list().unwrap() {
                        match data.trash().read(&listed.id) {
                            Ok((_, body)) => assert_eq!(body.len(), 100),
                            Err(TrashError::NotFound { .. }) => {}
                            Err(other) => panic!("{other}"),
                        }
                    }
                }
            });
        }
        let kept: Vec<_> = keepers
            .into_iter()
            .map(thread::ScopedJoinHandle::join)
            .collect();
        done.store(true, Ordering::SeqCst);
        assert!(kept.iter().all(Result::is_ok));
    });

    data.trash().prune(limits, NOW_MS, &|_| false).unwrap();
    let left = data.trash().list().unwrap();
    assert_eq!(left.len() as u64, EACH, "the young ones");
    assert!(left.iter().all(|it| it.worded && it.id.at_ms() == NOW_MS));
}
