//! The data folder on a file system of its own, where the system lets an ordinary user mount one for
//! himself.

use std::process::Command;

use super::{BACK_TAB, Home, Served, Session, go_to_firmware, open_dialog, quit};
use mirrordeck::sim::OperationKind::DeleteMirror;

/// Mounts a file system with the options `$0` on the folder `$1`, then becomes the program `$2`.
const MOUNT: &str = r#"mount -t tmpfs -o "$0" none "$1" && exec "$2""#;

/// The program whose data folder is on a file system with these options; nothing where the system
/// does not let it be mounted.
fn on_a_file_system(home: &Home, options: &str) -> Option<Session> {
    let folder = home.path("data/mirrordeck");
    std::fs::create_dir_all(&folder).unwrap();
    let folder = folder.to_str().unwrap();
    let starter = ["unshare", "-rm", "sh", "-c", MOUNT, options, folder];
    let probe = Command::new(starter[0])
        .args(&starter[1..])
        .arg("true")
        .output();
    if !probe.is_ok_and(|probe| probe.status.success()) {
        eprintln!("skipped: no file system can be mounted here");
        return None;
    }
    let session = Session::start(home.in_terminal_by(&starter), 120, 36);
    session.wait_for("1 of 120");
    Some(session)
}

/// Confirms a deletion and waits for the words; nothing must be deleted.
fn refuses_to_delete(options: &str, words: [&str; 2]) {
    let served = Served::start();
    let home = served.home();
    let Some(mut session) = on_a_file_system(&home, options) else {
        return;
    };
    go_to_firmware(&mut session);
    open_dialog(&mut session);
    session.send(format!("{BACK_TAB}\r"));
    session.wait_for("✖ not deleted greenhouse-07 › firmware (v10) at ");
    for words in words {
        session.wait_for(words);
    }
    // The program goes on.
    session.send("r").wait_for("read again");
    quit(&mut session);
    assert_eq!(served.count(DeleteMirror), 0);
    assert!(served.stands("greenhouse-07", "firmware"));
}

#[test]
fn nothing_is_deleted_where_the_disk_has_no_room_for_the_copy() {
    // One page, which the journal takes.
    refuses_to_delete(
        "size=4k",
        [
            "the copy could not be written, so nothing was sent: cannot write ",
            "the disk is full: No space left on device (os error 28). Make room on that disk, then \
             try again.",
        ],
    );
}

#[test]
fn nothing_is_deleted_where_the_data_folder_takes_no_changes() {
    refuses_to_delete(
        "ro",
        [
            "the journal could not be written, so nothing was sent: cannot write ",
            "the file system is read-only: Read-only file system (os error 30). Make that file \
             system writable, or have the data folder on another one.",
        ],
    );
}
