//! A journal that is torn, foreign or half written.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::PathBuf;

use mirrordeck::actions::points::{Point, Points};
use mirrordeck::model::outcome::Word;
use mirrordeck::model::record::Event;
use mirrordeck::trash::journal::{Journal, Journaled};

use super::{DELETE, open, open_with, said, stands, world};
use crate::support::stage::Stage;
use crate::support::world::World;

const DELETED: &str =
    "deleted greenhouse-07 › firmware (v10) at …, token came back, copy kept: u brings it back";

fn file(world: &World) -> PathBuf {
    world.data().join("journal.jsonl")
}

fn journal(world: &World) -> Journaled {
    Journal::new(file(world)).read().unwrap()
}

/// The words of the ends in the journal.
fn ends(world: &World) -> Vec<Word> {
    let records = journal(world).records.into_iter();
    let ended = records.filter_map(|record| match record.event {
        Event::Ended(end) => Some(end.word),
        _ => None,
    });
    ended.collect()
}

fn write_behind(world: &World, bytes: &[u8]) {
    let mut options = OpenOptions::new();
    let mut file = options.append(true).create(true).open(file(world)).unwrap();
    file.write_all(bytes).unwrap();
}

/// Takes bytes away from the end.
fn tear(world: &World, bytes: usize) {
    let mut journal = fs::read(file(world)).unwrap();
    journal.truncate(journal.len() - bytes);
    fs::write(file(world), journal).unwrap();
}

/// Confirms the deletion, holds it at a point, and kills the program there.
fn killed_at(point: Point) -> World {
    let world = world();
    let points = Points::asking(move |reached| reached != point);
    let mut stage = open_with(&world, points);
    stage.press("d<BackTab>").rush("<Enter>");
    stage.pass(std::time::Duration::from_secs(30));
    stage.kill();
    world
}

/// The status line of the next start without the moment of the deletion.
fn next_start_says(world: &World) -> (Stage, String) {
    let stage = open(world);
    let words = said(world, &stage);
    let words = match words.split_once(" (deletion of 2026-11-23 14:02:") {
        Some((before, after)) => format!("{before}{}", &after["15)".len()..]),
        None => words,
    };
    (stage, words)
}

#[test]
fn lines_of_somebody_else_are_passed_over_and_left_alone() {
    let world = world();
    let foreign: &[u8] = b"{\"event\":\"intended\"}\n\xff\xfe\x00\n[1,2]\n# notes\n";
    write_behind(&world, foreign);
    let (mut stage, words) = next_start_says(&world);
    assert_eq!(words, "");
    stage.press(DELETE);
    assert_eq!(said(&world, &stage), DELETED);
    assert!(fs::read(file(&world)).unwrap().starts_with(foreign));
    assert_eq!(
        (journal(&world).unreadable, ends(&world)),
        (4, vec![Word::Deleted])
    );
}

#[test]
fn a_torn_last_line_of_somebody_else_does_not_swallow_the_next_record() {
    let world = world();
    write_behind(&world, b"{\"event\":\"inten");
    let mut stage = open(&world);
    stage.press(DELETE);
    assert_eq!(said(&world, &stage), DELETED);
    assert_eq!(
        (journal(&world).unreadable, ends(&world)),
        (1, vec![Word::Deleted])
    );
}

#[test]
fn a_torn_intent_means_that_nothing_was_sent_and_there_is_nothing_to_tell() {
    let world = killed_at(Point::Intended);
    tear(&world, 20);
    assert!(stands(&world));
    let (mut stage, words) = next_start_says(&world);
    assert_eq!(words, "");
    assert_eq!(stage.sent("DELETE").len(), 0);
    stage.press(DELETE);
    assert_eq!(said(&world, &stage), DELETED);
    assert_eq!(
        (journal(&world).unreadable, ends(&world)),
        (1, vec![Word::Deleted])
    );
}

#[test]
fn a_torn_end_is_found_out_again_and_written_whole() {
    for bytes in [1, 2, 40] {
        let world = killed_at(Point::Ended);
        assert_eq!(ends(&world), [Word::Deleted]);
        tear(&world, bytes);
        let (stage, words) = next_start_says(&world);
        let found = "deleted greenhouse-07 › firmware: no answer came: mirrordeck was ended \
                     meanwhile; the look afterwards found it gone";
        // Without its newline alone, the line is whole.
        let wanted = if bytes == 1 { "" } else { found };
        assert_eq!(words, wanted, "{bytes}");
        assert_eq!(ends(&world), [Word::Deleted], "{bytes}");
        stage.kill();
        let (stage, words) = next_start_says(&world);
        assert_eq!(words, "", "{bytes}: told once");
        assert_eq!(stage.sent("DELETE").len(), 1, "{bytes}");
    }
}

#[test]
fn an_open_deletion_among_foreign_lines_is_found() {
    let world = killed_at(Point::Answered);
    write_behind(&world, b"\x00\x01\x02\n{}\n");
    let (stage, words) = next_start_says(&world);
    assert!(
        words.starts_with("deleted greenhouse-07 › firmware: "),
        "{words}"
    );
    assert_eq!(ends(&world), [Word::Deleted]);
    assert_eq!(stage.sent("DELETE").len(), 1);
}

#[test]
fn a_lost_journal_loses_no_copy() {
    let world = killed_at(Point::Answered);
    fs::remove_file(file(&world)).unwrap();
    let (mut stage, words) = next_start_says(&world);
    assert_eq!(words, "");
    stage.press("u<BackTab><Enter>");
    let restored = "restored greenhouse-07 › firmware at …, it stands at v11 with the same state";
    assert_eq!(said(&world, &stage), restored);
}

#[test]
fn what_is_open_waits_while_the_journal_cannot_be_read() {
    let world = killed_at(Point::Answered);
    let aside = world.data().join("aside");
    fs::rename(file(&world), &aside).unwrap();
    fs::create_dir(file(&world)).unwrap();
    let (stage, words) = next_start_says(&world);
    assert_eq!(
        words,
        "what earlier runs left open is not known: cannot read ~/journal.jsonl: Is a directory (os \
         error 21). Check that disk and that path."
    );
    stage.kill();
    fs::remove_dir(file(&world)).unwrap();
    fs::rename(aside, file(&world)).unwrap();
    let (_, words) = next_start_says(&world);
    assert!(
        words.starts_with("deleted greenhouse-07 › firmware: "),
        "{words}"
    );
}
