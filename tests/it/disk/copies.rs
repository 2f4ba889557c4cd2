//! A copy that is not what was written: shown as such, never sent, and in nobody's way.

use std::fs;
use std::path::Path;

use mirrordeck::trash::store::Trash;

use super::{DELETE, homely, newest_copy, open, said, world};
use crate::support::stage::Stage;
use crate::support::world::World;

/// What happened to the file of a copy, and what is said about it, behind the name of the file.
struct Row {
    name: &'static str,
    damage: fn(&Path),
    said: &'static str,
    /// Whether the list can tell it before the copy is selected.
    is_listed: bool,
}

const CUT: &str = " is damaged: its end is missing. It cannot be brought back whole; look for the file \
                   in a backup of this computer.";
const ALTERED: &str = " is damaged: its bytes are not the ones that were written. It cannot be brought \
                       back whole; look for the file in a backup of this computer.";
const FOREIGN: &str = " is no copy that this version of mirrordeck can read. A newer mirrordeck may \
                       read it; otherwise move it elsewhere.";

const ROWS: [Row; 7] = [
    Row {
        name: "cut short in its document",
        damage: |file| change(file, |bytes| bytes.truncate(bytes.len() - 1)),
        said: CUT,
        is_listed: false,
    },
    Row {
        name: "cut short in its first line",
        damage: |file| change(file, |bytes| bytes.truncate(100)),
        said: CUT,
        is_listed: true,
    },
    Row {
        name: "empty",
        damage: |file| change(file, Vec::clear),
        said: CUT,
        is_listed: true,
    },
    Row {
        name: "flipped in its document",
        damage: |file| change(file, |bytes| *bytes.last_mut().unwrap() ^= 1),
        said: ALTERED,
        is_listed: false,
    },
    Row {
        name: "flipped in its first line",
        damage: |file| change(file, |bytes| bytes[120] ^= 1),
        said: ALTERED,
        is_listed: true,
    },
    Row {
        name: "of another program",
        damage: |file| change(file, |bytes| *bytes = b"{\"version\": 10}\n".to_vec()),
        said: FOREIGN,
        is_listed: true,
    },
    Row {
        name: "a folder",
        damage: super::replace_by_folder,
        said: FOREIGN,
        is_listed: true,
    },
];

fn change(file: &Path, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(file).unwrap();
    change(&mut bytes);
    fs::write(file, bytes).unwrap();
}

/// A program that has deleted firmware and then legacy, the copy of legacy damaged.
fn with_a_damaged_copy(world: &World, damage: fn(&Path)) -> Stage {
    let mut stage = open(world);
    stage.press(DELETE).press(DELETE);
    assert!(stage.notice().starts_with("deleted greenhouse-07 › legacy"));
    damage(&newest_copy(world));
    stage
}

#[test]
fn the_trash_shows_what_is_wrong_with_a_copy_and_refuses_to_bring_it_back() {
    for Row {
        name,
        damage,
        said: problem,
        is_listed,
    } in ROWS
    {
        let world = world();
        let mut stage = with_a_damaged_copy(&world, damage);
        stage.press("t");
        let screen = stage.screen();
        assert!(
            screen.contains("✖ There is no copy to bring back"),
            "{name}: {screen}"
        );
        let (first, second) = (screen.lines().nth(2), screen.lines().nth(3));
        assert_eq!(first.unwrap().contains('⚠'), is_listed, "{name}: {screen}");
        assert!(second.unwrap().contains("firmware"), "{name}: {screen}");
        stage.press("u");
        let wanted = format!("this copy cannot be brought back: ~/trash/ID.mirror{problem}");
        assert_eq!(said(&world, &stage), wanted, "{name}");
        assert!(!stage.screen().contains("Restore mirror"), "{name}");
        assert!(stage.sent("POST").is_empty(), "{name}");
    }
}

#[test]
fn a_damaged_copy_is_in_nobodys_way() {
    for Row { name, damage, .. } in ROWS {
        let world = world();
        let mut stage = with_a_damaged_copy(&world, damage);
        stage.press("tju<BackTab><Enter>");
        let restored =
            "restored greenhouse-07 › firmware at …, it stands at v11 with the same state";
        assert_eq!(said(&world, &stage), restored, "{name}");
        stage.press("<Esc>").press(DELETE);
        assert!(
            stage.notice().contains("copy kept: u brings it back"),
            "{name}"
        );
    }
}

#[test]
fn u_does_not_offer_an_older_mirror_in_the_place_of_one_whose_copy_is_damaged() {
    for Row {
        name,
        damage,
        said: problem,
        ..
    } in ROWS
    {
        let world = world();
        let mut stage = with_a_damaged_copy(&world, damage);
        stage.press("u");
        let wanted = format!("the copy cannot be read: ~/trash/ID.mirror{problem}");
        assert_eq!(said(&world, &stage), wanted, "{name}");
        assert!(!stage.screen().contains("Restore mirror"), "{name}");
    }
}

#[test]
fn a_foreign_file_in_the_trash_is_left_alone() {
    let world = world();
    let mut stage = with_a_damaged_copy(&world, |_| {});
    let folder = world.data().join("trash");
    let foreign = ["notes.txt", "x.mirror", ".hidden"].map(|name| folder.join(name));
    for file in &foreign {
        fs::write(file, "mine").unwrap();
    }
    stage.press("t");
    let screen = stage.screen();
    assert!(screen.contains("1 of 2"), "{screen}");
    stage.kill();
    let stage = open(&world);
    assert_eq!(
        homely(&world, &stage.notice()),
        "",
        "the start says nothing of it"
    );
    for file in &foreign {
        assert_eq!(fs::read_to_string(file).unwrap(), "mine");
    }
    assert_eq!(Trash::new(folder).list().unwrap().len(), 2);
}
