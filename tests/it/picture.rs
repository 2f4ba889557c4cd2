//! The pictures in the README are drawn from what the program draws.

use std::path::Path;
use std::{env, fs};

use crate::support::stage::Stage;
use crate::support::svg::picture;

/// The variable that has the pictures written anew.
const RENEW: &str = "MIRRORDECK_RENEW_PICTURES";

/// A deletion behind it, and a mirror with drift selected in the middle of the fleet.
fn dashboard() -> Stage {
    let mut stage = Stage::open(120, 36);
    stage.press("/greenhouse-02<Enter><Tab>jd<Tab><Tab><Tab><Enter><Esc><Esc>");
    stage.press("/greenhouse-07<Enter><Esc>jjjjjjjjjkkkkkkkkk<Tab>j");
    stage
}

fn assert_up_to_date(name: &str, about: &str, stage: &Stage) {
    let drawn = picture(stage.glass().screen(), about);
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("assets")
        .join(name);
    if env::var_os(RENEW).is_some() {
        fs::write(&path, &drawn).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept.replace('\r', "") == drawn,
        "assets/{name} does not show the program any more; look at the change, then renew it with: \
         {RENEW}=1 cargo test picture"
    );
}

#[test]
fn the_picture_of_the_screen_is_up_to_date() {
    let about = "The dashboard: devices and mirrors on the left, the mirror greenhouse-07 › firmware \
                 on the right, one key of which differs";
    assert_up_to_date("screen.svg", about, &dashboard());
}

#[test]
fn the_picture_of_the_dialog_is_up_to_date() {
    let mut stage = dashboard();
    stage.press("d");
    let about = "The delete dialog for greenhouse-07 › firmware over the dashboard";
    assert_up_to_date("dialog.svg", about, &stage);
}

/// A sweep of the whole fleet, everything old of one name marked.
fn swept() -> Stage {
    let mut stage = Stage::open(120, 36);
    stage.press("S/mirror:legacy* age:>90d<Enter>*");
    stage
}

#[test]
fn the_picture_of_the_sweep_is_up_to_date() {
    let about = "A sweep of 120 devices, filtered to mirrors named legacy that were last reported more \
                 than 90 days ago, all of them marked";
    assert_up_to_date("sweep.svg", about, &swept());
}

#[test]
fn the_picture_of_the_plan_is_up_to_date() {
    let mut stage = swept();
    stage.press("d");
    let about = "The plan: every mirror that would be deleted, with its version, and the field for \
                 their number";
    assert_up_to_date("plan.svg", about, &stage);
}

#[test]
fn the_picture_of_the_tasks_is_up_to_date() {
    let mut stage = swept();
    stage.press("d<Tab>");
    let number = stage.state.marks.mirror_count().to_string();
    stage.press(&number).press("<Enter>");
    let about = "Tasks: a run of deletions with the outcome of each of its mirrors";
    assert_up_to_date("tasks.svg", about, &stage);
}
