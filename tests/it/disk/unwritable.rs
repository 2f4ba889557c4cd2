//! The data folder takes nothing, or not any more.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;

use mirrordeck::actions::points::Point;

use super::{
    DELETE, meanwhile, open, open_with, replace_by_file, replace_by_folder, said, stands, world,
};
use crate::support::stage::Stage;
use crate::support::world::World;

/// Confirms the deletion, sees that nothing left the program but reads and that it goes on, and
/// returns what was said.
fn refused(world: &World) -> String {
    let mut stage = open(world);
    stage.press(DELETE);
    let words = said(world, &stage);
    assert!(stage.sent("DELETE").is_empty() && stage.sent("POST").is_empty());
    assert!(stands(world));
    check_goes_on(&mut stage);
    words
}

fn check_goes_on(stage: &mut Stage) {
    stage.press("r");
    assert_eq!(stage.notice(), "read again");
    stage.press("d");
    assert!(stage.screen().contains("Delete mirror"));
    stage.press("<Esc>");
    assert!(stage.notice().starts_with("kept "), "{}", stage.notice());
}

#[test]
fn a_file_in_the_place_of_the_data_folder() {
    let world = world();
    replace_by_file(world.data());
    let start = open(&world);
    assert_eq!(
        said(&world, &start),
        "what earlier runs left open is not known: cannot read ~/journal.jsonl: Not a directory (os \
         error 20). Check that disk and that path; past runs could not be listed: cannot read ~/tasks: \
         Not a directory (os error 20). Check that disk and that path."
    );
    start.kill();
    assert_eq!(
        refused(&world),
        "not deleted greenhouse-07 › firmware (v10) at …, the journal could not be written, so \
         nothing was sent: cannot write ~/running/ID.lock: Not a directory (os error 20). Check that \
         disk and that path."
    );
}

#[test]
fn a_file_in_the_place_of_the_trash() {
    let world = world();
    fs::write(world.data().join("trash"), "in the way").unwrap();
    assert_eq!(
        refused(&world),
        "not deleted greenhouse-07 › firmware (v10) at …, the copy could not be written, so nothing \
         was sent: cannot write ~/trash: File exists (os error 17). Check that disk and that path."
    );
}

#[test]
fn a_file_in_the_place_of_the_marks_of_running_programs() {
    let world = world();
    fs::write(world.data().join("running"), "in the way").unwrap();
    assert_eq!(
        refused(&world),
        "not deleted greenhouse-07 › firmware (v10) at …, the journal could not be written, so \
         nothing was sent: cannot write ~/running/ID.lock: Not a directory (os error 20). Check that \
         disk and that path."
    );
}

#[test]
fn a_folder_in_the_place_of_the_journal() {
    let world = world();
    fs::create_dir(world.data().join("journal.jsonl")).unwrap();
    assert_eq!(
        refused(&world),
        "not deleted greenhouse-07 › firmware (v10) at …, the journal could not be written, so \
         nothing was sent: cannot write ~/journal.jsonl: Is a directory (os error 21). Check that \
         disk and that path."
    );
}

/// Every write to `/dev/full` fails as on a full disk.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_without_room_for_the_journal() {
    let world = world();
    symlink("/dev/full", world.data().join("journal.jsonl")).unwrap();
    assert_eq!(
        refused(&world),
        "not deleted greenhouse-07 › firmware (v10) at …, the journal could not be written, so \
         nothing was sent: cannot write ~/journal.jsonl: the disk is full: No space left on device \
         (os error 28). Make room on that disk, then try again."
    );
}

#[test]
fn a_folder_that_this_user_may_not_write_to() {
    let world = world();
    let trash = world.data().join("trash");
    fs::create_dir(&trash).unwrap();
    let allow = |mode| fs::set_permissions(&trash, fs::Permissions::from_mode(mode)).unwrap();
    allow(0o500);
    if fs::write(trash.join("probe"), "").is_ok() {
        eprintln!("skipped: this user may write anywhere");
        return;
    }
    let words = refused(&world);
    allow(0o700);
    assert_eq!(
        words,
        "not deleted greenhouse-07 › firmware (v10) at …, the copy could not be written, so nothing \
         was sent: cannot write ~/trash/ID.mirror: this user may not: Permission denied (os error \
         13). Make that folder yours and writable for you."
    );
}

#[test]
fn once_the_obstacle_is_gone_the_same_keys_delete() {
    let world = world();
    let obstacle = world.data().join("trash");
    fs::write(&obstacle, "in the way").unwrap();
    let mut stage = open(&world);
    stage.press(DELETE);
    assert!(stage.notice().starts_with("not deleted"));
    fs::remove_file(obstacle).unwrap();
    stage.press(DELETE);
    assert_eq!(
        said(&world, &stage),
        "deleted greenhouse-07 › firmware (v10) at …, token came back, copy kept: u brings it back"
    );
}

#[test]
fn a_trash_taken_away_between_copy_and_request_is_told() {
    let world = world();
    let trash = world.data().join("trash");
    let points = meanwhile(Point::Copied, move || replace_by_file(&trash));
    let mut stage = open_with(&world, points);
    stage.press(DELETE);
    assert_eq!(
        said(&world, &stage),
        "deleted greenhouse-07 › firmware (v10) at …, token came back ⚠ its copy cannot be read any \
         more: cannot read ~/trash/ID.mirror: Not a directory (os error 20). Check that disk and that \
         path."
    );
    assert!(!stands(&world));
    stage.press("u");
    assert_eq!(
        said(&world, &stage),
        "the copy cannot be read: cannot read ~/trash: Not a directory (os error 20). Check that disk \
         and that path."
    );
    stage.press("t");
    let screen = stage.screen();
    assert!(screen.contains("✖ The trash could not be read"), "{screen}");
    stage.press("<Esc>");
    check_goes_on(&mut stage);
}

#[test]
fn a_journal_taken_away_before_the_end_is_told_and_stops_the_next_change() {
    let world = world();
    let journal = world.data().join("journal.jsonl");
    let points = meanwhile(Point::Copied, move || take_away(&journal));
    let mut stage = open_with(&world, points);
    stage.press(DELETE);
    assert_eq!(
        said(&world, &stage),
        "deleted greenhouse-07 › firmware (v10) at …, token came back, copy kept: u brings it back ⚠ \
         the journal lacks its end: cannot write ~/journal.jsonl: Is a directory (os error 21). Check \
         that disk and that path."
    );
    stage.press("u<BackTab><Enter>");
    assert_eq!(
        said(&world, &stage),
        "not restored greenhouse-07 › firmware at …, the journal could not be written, so nothing was \
         sent: cannot write ~/journal.jsonl: Is a directory (os error 21). Check that disk and that \
         path."
    );
    assert_eq!(
        (stage.sent("DELETE").len(), stage.sent("POST").len()),
        (1, 0)
    );
}

fn take_away(journal: &Path) {
    if journal.is_file() {
        replace_by_folder(journal);
    }
}
