//! The list is what the folder's names tell.

use std::fs;

use mirrordeck::model::record::Listed;
use mirrordeck::trash::error::TrashError;

use super::{Data, id, keep};

fn listed(data: &Data) -> Vec<(String, bool, bool)> {
    let listed = data.trash().list().unwrap();
    let plain = |it: Listed| (it.id.to_string(), it.restored, it.worded);
    listed.into_iter().map(plain).collect()
}

#[test]
fn the_newest_comes_first_with_its_marks() {
    let data = Data::new();
    let trash = data.trash();
    let ids = [id(3, 1), id(1, 2), id(1, 9), id(2, 3)];
    for id in &ids {
        keep(&trash, id, 1);
    }
    for (id, ending) in [(1, "restored"), (2, "word"), (3, "word"), (3, "restored")] {
        fs::write(data.part(&ids[id], ending), "").unwrap();
    }
    let shown = |at: usize, restored, worded| (ids[at].to_string(), restored, worded);
    assert_eq!(
        listed(&data),
        [
            shown(2, false, true),
            shown(1, true, false),
            shown(3, true, true),
            shown(0, false, false),
        ]
    );
}

#[test]
fn no_file_is_opened_and_no_foreign_one_is_listed() {
    let data = Data::new();
    let id = id(0, 1);
    fs::create_dir(data.path("trash")).unwrap();
    // Empty, so it could not be read; it must be seen all the same.
    fs::write(data.part(&id, "mirror"), "").unwrap();
    let orphan = super::id(1, 1);
    fs::write(data.part(&orphan, "word"), "").unwrap();
    fs::write(data.part(&orphan, "restored"), "").unwrap();
    let upper = super::id(0, u64::MAX).to_string().to_uppercase();
    for name in [
        "notes.txt",
        "x.mirror",
        ".writing-abcdefghijkl",
        "prune.lock",
        &format!("{id}"),
        &format!("{id}.mirror.bak"),
        &format!("{id}.MIRROR"),
        &format!("{upper}.mirror"),
    ] {
        fs::write(data.path("trash").join(name), "").unwrap();
    }
    assert_eq!(listed(&data), [(id.to_string(), false, false)]);
}

#[test]
fn a_folder_that_was_never_made_is_empty() {
    let data = Data::new();
    assert_eq!(listed(&data), []);
    assert!(!data.path("trash").exists());
    let missing = id(0, 1);
    let error = TrashError::NotFound {
        id: missing.clone(),
    };
    assert_eq!(data.trash().head(&missing).unwrap_err(), error);
    assert_eq!(data.trash().read(&missing), Err(error));
}

#[test]
fn a_folder_that_cannot_be_read_is_an_error() {
    let data = Data::new();
    fs::write(data.path("trash"), "").unwrap();
    let error = data.trash().list().unwrap_err();
    assert!(matches!(error, TrashError::CannotRead { .. }), "{error}");
}
