//! The disk fails the program: nothing is deleted without a copy, the words say why and what to do,
//! and everything else goes on.
#![cfg(unix)]

mod copies;
mod journal;
mod unwritable;

use std::path::{Path, PathBuf};

use mirrordeck::actions::points::{Point, Points};
use mirrordeck::model::record::ActionId;
use mirrordeck::sim::service::Settings;
use mirrordeck::trash::store::Trash;

use crate::support::stage::Stage;
use crate::support::world::World;

/// Confirms the deletion of the mirror that is selected.
const DELETE: &str = "d<BackTab><Enter>";

fn world() -> World {
    World::new(Settings::default())
}

/// A program in that world beside `greenhouse-07 › firmware`.
fn open(world: &World) -> Stage {
    open_with(world, Points::default())
}

fn open_with(world: &World, points: Points) -> Stage {
    let mut stage = Stage::open_in(world, points);
    stage.rush("/greenhouse-07<Enter>").settle().press("<Tab>j");
    stage
}

/// Something happens to the disk when an action comes to a point; the action goes on.
fn meanwhile(point: Point, happens: impl Fn() + Send + Sync + 'static) -> Points {
    Points::asking(move |reached| {
        if reached == point {
            happens();
        }
        true
    })
}

/// What the status line says, with the data folder as `~`, without the time and the names of runs
/// and copies.
fn said(world: &World, stage: &Stage) -> String {
    let words = homely(world, &stage.notice());
    let Some((before, after)) = words.split_once(" at 14:") else {
        return words;
    };
    format!("{before} at …{}", &after["02:15".len()..])
}

fn homely(world: &World, words: &str) -> String {
    let words = words.replace(&world.data().display().to_string(), "~");
    let is_id = |part: &&str| part.parse::<ActionId>().is_ok();
    let id = words.split(['/', '.', ' ']).find(is_id).map(str::to_owned);
    id.map_or(words.clone(), |id| words.replace(&id, "ID"))
}

/// Whether firmware stands.
fn stands(world: &World) -> bool {
    let firmware = |service: &mut mirrordeck::sim::service::Service| {
        service.mirror("greenhouse-07", Some("firmware")).is_some()
    };
    world.service.with_service(firmware)
}

/// The file of the newest copy.
fn newest_copy(world: &World) -> PathBuf {
    let folder = world.data().join("trash");
    let newest = Trash::new(folder.clone()).list().unwrap().remove(0);
    folder.join(format!("{}.mirror", newest.id))
}

/// A file stands where a folder was.
fn replace_by_file(folder: &Path) {
    std::fs::remove_dir_all(folder).unwrap();
    std::fs::write(folder, "in the way").unwrap();
}

/// A folder stands where a file was.
fn replace_by_folder(file: &Path) {
    std::fs::remove_file(file).unwrap();
    std::fs::create_dir(file).unwrap();
}
