//! What is dropped, and what never is.

use std::fs::{self, File};
use std::time::{Duration, UNIX_EPOCH};

use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::ActionId;
use mirrordeck::trash::error::TrashError;
use mirrordeck::trash::store::{Limits, Pruned};

use super::{DAY_MS, Data, id, keep, names};
use crate::support::fixtures::NOW_MS;

const GENEROUS: Limits = Limits {
    days: 90,
    bytes: u64::MAX,
};

fn prune(data: &Data, limits: Limits) -> Pruned {
    data.trash().prune(limits, NOW_MS, &|_| false).unwrap()
}

fn left(data: &Data) -> Vec<ActionId> {
    let listed = data.trash().list().unwrap();
    listed.into_iter().map(|it| it.id).collect()
}

/// Bytes on disk of a copy with so long a body.
fn size(data: &Data, id: &ActionId) -> u64 {
    data.part(id, "mirror").metadata().unwrap().len()
}

#[test]
fn the_limits_are_90_days_and_a_gibibyte_unless_told_otherwise() {
    let bytes = 1 << 30;
    assert_eq!(Limits::default(), Limits { days: 90, bytes });
}

#[test]
fn what_is_older_than_the_days_is_dropped() {
    let data = Data::new();
    let (old, limit, new) = (id(91, 1), id(90, 2), id(0, 3));
    for id in [&new, &old, &limit] {
        keep(&data.trash(), id, 10);
        data.trash().mark_word(id, Word::Refused).unwrap();
    }
    let pruned = prune(&data, GENEROUS);
    assert_eq!(pruned.dropped, std::slice::from_ref(&old));
    assert_eq!(left(&data), [new.clone(), limit.clone()]);
    assert_eq!(pruned.bytes, size(&data, &new) + size(&data, &limit));
    assert_eq!(
        (pruned.over_by, pruned.foreign, pruned.skipped),
        (0, 0, false)
    );
    assert!(!data.part(&old, "word").exists());
    assert!(data.part(&limit, "word").exists());
}

#[test]
fn the_oldest_go_until_the_rest_fits() {
    let data = Data::new();
    let ids = [id(40, 1), id(30, 2), id(20, 3), id(10, 4)];
    for id in &ids {
        keep(&data.trash(), id, 1000);
    }
    let two: u64 = ids[2..].iter().map(|id| size(&data, id)).sum();
    let bytes = two + 1;
    let pruned = prune(&data, Limits { days: 90, bytes });
    assert_eq!(pruned.dropped, ids[..2]);
    assert_eq!((pruned.bytes, pruned.over_by), (two, 0));

    let pruned = prune(
        &data,
        Limits {
            days: 90,
            bytes: two,
        },
    );
    assert_eq!(pruned.dropped, []);
}

#[test]
fn the_young_stay_and_the_excess_is_told() {
    let data = Data::new();
    let (old, young, future) = (id(8, 1), id(6, 2), id(-400, 3));
    for id in [&old, &young, &future] {
        keep(&data.trash(), id, 1000);
    }
    let pruned = prune(&data, Limits { days: 0, bytes: 10 });
    assert_eq!(pruned.dropped, [old]);
    assert_eq!(left(&data), [future.clone(), young.clone()]);
    let stay = size(&data, &young) + size(&data, &future);
    assert_eq!((pruned.bytes, pruned.over_by), (stay, stay - 10));
}

#[test]
fn what_is_protected_stays_whatever_its_age() {
    let data = Data::new();
    let (doubtful, next) = (id(300, 1), id(200, 2));
    keep(&data.trash(), &doubtful, 1000);
    keep(&data.trash(), &next, 1000);
    let limits = Limits { days: 90, bytes: 0 };
    let pruned = data.trash().prune(limits, NOW_MS, &|id| *id == doubtful);
    let pruned = pruned.unwrap();
    assert_eq!(pruned.dropped, [next]);
    assert_eq!(pruned.over_by, size(&data, &doubtful));
    assert_eq!(left(&data), [doubtful]);
}

#[test]
fn what_killed_programs_left_is_swept_away() {
    let data = Data::new();
    let kept = id(50, 1);
    keep(&data.trash(), &kept, 1);
    data.trash().mark_word(&kept, Word::Refused).unwrap();
    let folder = data.path("trash");
    fs::write(data.part(&id(3, 9), "word"), "").unwrap();
    fs::write(data.part(&id(3, 9), "restored"), "").unwrap();
    for (name, age_ms) in [
        (".writing-abandoned012", DAY_MS + 1),
        (".writing-unfinished01", DAY_MS),
        // Not as this program names them.
        (".writing-my novel.txt", 9 * DAY_MS),
        (".writing-", 9 * DAY_MS),
    ] {
        fs::write(folder.join(name), "half").unwrap();
        let written = Duration::from_millis(u64::try_from(NOW_MS - age_ms).unwrap());
        let file = File::options().write(true).open(folder.join(name)).unwrap();
        file.set_modified(UNIX_EPOCH + written).unwrap();
    }
    let pruned = prune(&data, GENEROUS);
    assert_eq!((pruned.dropped.len(), pruned.foreign), (0, 2));
    let mut expected = vec![
        ".writing-".to_owned(),
        ".writing-my novel.txt".to_owned(),
        ".writing-unfinished01".to_owned(),
        "prune.lock".to_owned(),
        format!("{kept}.mirror"),
        format!("{kept}.word"),
    ];
    expected.sort();
    assert_eq!(names(&folder), expected);
}

#[test]
fn foreign_entries_are_counted_and_never_touched() {
    let data = Data::new();
    let folder = data.path("trash");
    let old = id(300, 1).to_string();
    keep(&data.trash(), &id(0, 1), 1);
    for name in ["notes.txt", "a.mirror", &format!("{old}.mirror~")] {
        fs::write(folder.join(name), "mine").unwrap();
    }
    // The name of a copy, but no file.
    fs::create_dir(folder.join(format!("{old}.mirror"))).unwrap();
    fs::write(folder.join(format!("{old}.mirror/x")), "mine").unwrap();
    let before = names(&folder);

    let pruned = prune(&data, Limits { days: 0, bytes: 0 });
    assert_eq!((pruned.dropped.len(), pruned.foreign), (0, 4));
    let mut after = names(&folder);
    after.retain(|name| name != "prune.lock");
    assert_eq!(after, before);
}

#[test]
fn one_program_prunes_at_a_time() {
    let data = Data::new();
    let old = id(300, 1);
    keep(&data.trash(), &old, 1);
    let lock = File::create(data.path("trash/prune.lock")).unwrap();
    lock.lock().unwrap();
    let pruned = prune(&data, GENEROUS);
    assert!(pruned.skipped);
    assert_eq!(left(&data), std::slice::from_ref(&old));
    lock.unlock().unwrap();
    assert_eq!(prune(&data, GENEROUS).dropped, [old]);
}

#[test]
fn a_folder_that_was_never_made_is_not_made() {
    let data = Data::new();
    assert_eq!(prune(&data, GENEROUS), Pruned::default());
    assert!(!data.path("trash").exists());
}

#[test]
fn a_copy_that_vanishes_meanwhile_is_no_error() {
    let data = Data::new();
    let trash = data.trash();
    let (first, second) = (id(300, 1), id(200, 2));
    keep(&trash, &first, 1);
    keep(&trash, &second, 1);
    let pruned = trash.prune(GENEROUS, NOW_MS, &|_| {
        // Another program is faster.
        trash.discard(&second).unwrap();
        false
    });
    let pruned = pruned.unwrap();
    assert_eq!((pruned.dropped, pruned.bytes), (vec![first], 0));
}

#[test]
fn the_mark_of_a_copy_that_is_made_meanwhile_stays() {
    let data = Data::new();
    let trash = data.trash();
    let (old, new) = (id(300, 1), id(0, 2));
    keep(&trash, &old, 1);
    fs::write(data.part(&new, "word"), "").unwrap();
    let pruned = trash.prune(GENEROUS, NOW_MS, &|_| {
        // The listing was made before.
        keep(&trash, &new, 1);
        false
    });
    assert_eq!(pruned.unwrap().dropped, [old]);
    assert!(data.part(&new, "word").exists());
}

#[test]
fn a_copy_that_cannot_be_dropped_keeps_none_of_the_others() {
    let data = Data::new();
    let trash = data.trash();
    let (stuck, other) = (id(300, 1), id(200, 2));
    keep(&trash, &stuck, 1);
    let make_it_stick = |id: &ActionId| {
        let path = data.part(&stuck, "mirror");
        if *id == stuck && path.is_file() {
            // No file any more by the time it is removed.
            fs::remove_file(&path).unwrap();
            fs::create_dir(&path).unwrap();
        }
        false
    };
    let alone = trash.prune(GENEROUS, NOW_MS, &make_it_stick);
    let error = alone.unwrap_err();
    assert!(matches!(error, TrashError::CannotWrite { .. }), "{error}");

    fs::remove_dir(data.part(&stuck, "mirror")).unwrap();
    keep(&trash, &stuck, 1);
    keep(&trash, &other, 1);
    let pruned = trash.prune(GENEROUS, NOW_MS, &make_it_stick).unwrap();
    assert_eq!(pruned.dropped, [other]);
    assert!(pruned.bytes > 0);
}
