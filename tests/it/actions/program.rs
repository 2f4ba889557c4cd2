//! One program after the other on `agv-01`, held where a test wants it.

use mirrordeck::actions::points::{Point, Points};
use mirrordeck::api::transport::Transport;
use mirrordeck::sim::service::Settings;
use mirrordeck::sim::transport::SimTransport;
use mirrordeck::trash::store::Trash;
use serde_json::json;

use crate::support::stage::Stage;
use crate::support::world::World;

pub fn world() -> World {
    World::new(Settings {
        devices: 1,
        ..Settings::default()
    })
}

/// A program that has read all that it reads by itself.
pub fn program(world: &World) -> Stage {
    let mut stage = begun(world, world.service.clone(), None);
    stage.settle();
    stage
}

/// A program whose first action is held for ever at a point.
pub fn held_at(world: &World, point: Point) -> Stage {
    let mut stage = begun::<SimTransport>(world, world.service.clone(), Some(point));
    stage.settle();
    stage
}

fn begun<T: Transport>(world: &World, way: T, point: Option<Point>) -> Stage {
    let points = Points::asking(move |reached| Some(reached) != point);
    Stage::begin_in(world, way, points, "md-test")
}

/// Opens the delete dialog on a row of the mirrors, the default one being the first.
pub fn open_dialog(stage: &mut Stage, row: usize) {
    stage.press("<Enter><Home>");
    stage.press(&"j".repeat(row));
    stage.press("d");
}

pub fn trash(world: &World) -> Trash {
    Trash::new(world.data().join("trash"))
}

/// A device writes a mirror of `agv-01`.
pub fn device_writes(stage: &Stage, name: Option<&str>) {
    let now_ms = stage.now_ms();
    let report = json!({ "written": "meanwhile" });
    stage
        .service
        .with_service(|service| service.device_reports("agv-01", name, &report, now_ms));
}
