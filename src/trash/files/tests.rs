//! Files are whole or not there, whatever the disk does.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use tempfile::TempDir;

use super::full_disk::FullDisk;
use super::{Existing, place, place_all_with, place_with, sync_folder, write_synced};
use crate::trash::error::TrashError;

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

fn onto_a_full_disk(target: &Path, existing: Existing, room: usize) -> TrashError {
    let parts: [&[u8]; 2] = [b"head\n", b"body"];
    let filled = place_with(target, existing, |file| {
        write_synced(&mut FullDisk::new(file, room), &parts)
    });
    filled.expect_err("the disk is full")
}

#[test]
fn a_disk_that_fills_up_anywhere_leaves_nothing_behind() {
    let folder = TempDir::new().unwrap();
    let target = folder.path().join("x.mirror");
    // 9 bytes are to be written, so with room for 9 it is the sync that fails.
    for room in 0..=9 {
        let error = onto_a_full_disk(&target, Existing::Keep, room);
        assert!(error.to_string().contains("the disk is full: "), "{error}");
        assert_eq!(names(folder.path()), [""; 0], "room for {room}");
    }
}

#[test]
fn a_disk_that_fills_up_leaves_the_old_mark_alone() {
    let folder = TempDir::new().unwrap();
    let target = folder.path().join("x.word");
    place(&target, &[b"old"], Existing::Replace).unwrap();
    for room in [0, 5, 9] {
        onto_a_full_disk(&target, Existing::Replace, room);
        assert_eq!(fs::read(&target).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["x.word"]);
    }
}

fn three(folder: &Path) -> Vec<std::path::PathBuf> {
    ["a", "b", "c"].map(|name| folder.join(name)).to_vec()
}

#[test]
fn of_a_group_only_the_file_fails_that_the_disk_does_not_take() {
    let folder = TempDir::new().unwrap();
    let paths = three(folder.path());
    let files: Vec<_> = paths
        .iter()
        .map(|path| (path.as_path(), [b"head\n".as_slice(), b"body"]))
        .collect();
    let nth = std::sync::atomic::AtomicUsize::new(0);
    let placed = place_all_with(
        &files,
        |file, parts| {
            if nth.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 1 {
                return write_synced(&mut FullDisk::new(file, 3), parts);
            }
            write_synced(file, parts)
        },
        sync_folder,
    );
    assert_eq!(placed.iter().filter(|placed| placed.is_ok()).count(), 2);
    let standing = names(folder.path());
    assert_eq!(standing.len(), 2, "nothing half is left: {standing:?}");
    for (path, placed) in paths.iter().zip(placed) {
        assert_eq!(path.exists(), placed.is_ok());
    }
}

#[test]
fn a_group_whose_names_are_not_on_the_disk_is_taken_back() {
    let folder = TempDir::new().unwrap();
    let paths = three(folder.path());
    fs::write(&paths[1], "old").unwrap();
    let files: Vec<_> = paths
        .iter()
        .map(|path| (path.as_path(), [b"head\n".as_slice(), b"body"]))
        .collect();
    let full = |_: &Path| -> io::Result<()> { Err(ErrorKind::StorageFull.into()) };
    let placed = place_all_with(&files, |file, parts| write_synced(file, parts), full);
    assert!(placed.iter().all(Result::is_err));
    assert_eq!(names(folder.path()), ["b"]);
    assert_eq!(fs::read(&paths[1]).unwrap(), b"old", "it was there before");
}
