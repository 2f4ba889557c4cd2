//! The pictures in the README are drawn from what the program draws, each in a dark and a light theme.

use std::path::Path;
use std::sync::Arc;
use std::{env, fs};

use mirrordeck::config::built_in_theme;
use mirrordeck::model::colour::Depth;

use crate::support::glass::Glass;
use crate::support::stage::Stage;
use crate::support::svg::{Skin, picture};

/// The variable that has the pictures written anew.
const RENEW: &str = "MIRRORDECK_RENEW_PICTURES";

/// The themes, and how much the bar of the window stands out from the ground, of 20.
const THEMES: [(&str, u16); 2] = [("dark", 2), ("light", 1)];

/// A deletion behind it, and a mirror with drift selected in the middle of the fleet.
fn dashboard() -> Stage {
    let mut stage = Stage::open(120, 36);
    stage.press("/greenhouse-02<Enter><Tab>jd<Tab><Tab><Tab><Enter><Esc><Esc>");
    stage.press("/greenhouse-07<Enter><Esc>jjjjjjjjjkkkkkkkkk<Tab>j");
    stage
}

/// All themes are looked at before one that differs is told: renewing writes them all.
fn assert_up_to_date(name: &str, about: &str, stage: &mut Stage) {
    let mut outdated = Vec::new();
    for (theme, bar) in THEMES {
        let look = Arc::new(built_in_theme(theme).unwrap().look(Depth::All));
        let skin = Skin::of(&look, bar);
        stage.state.look = look;
        let size = stage.state.size;
        let mut glass = Glass::new(size.columns, size.rows);
        glass.draw(&stage.state);
        let drawn = picture(glass.screen(), skin, about);
        let file = format!("{name}-{theme}.svg");
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("assets")
            .join(&file);
        if env::var_os(RENEW).is_some() {
            fs::write(&path, &drawn).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        if kept.replace('\r', "") != drawn {
            outdated.push(file);
        }
    }
    assert!(
        outdated.is_empty(),
        "{outdated:?} in assets/ do not show the program any more; look at the change, then renew all \
         pictures with .ci/pictures"
    );
}

#[test]
fn the_picture_of_the_screen_is_up_to_date() {
    let about = "The dashboard: devices and mirrors on the left, the mirror greenhouse-07 › firmware \
                 on the right, one key of which differs";
    assert_up_to_date("screen", about, &mut dashboard());
}

#[test]
fn the_picture_of_the_dialog_is_up_to_date() {
    let mut stage = dashboard();
    stage.press("d");
    let about = "The delete dialog for greenhouse-07 › firmware over the dashboard";
    assert_up_to_date("dialog", about, &mut stage);
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
    assert_up_to_date("sweep", about, &mut swept());
}

#[test]
fn the_picture_of_the_plan_is_up_to_date() {
    let mut stage = swept();
    stage.press("d");
    let about = "The plan: every mirror that would be deleted, with its version, and the field for \
                 their number";
    assert_up_to_date("plan", about, &mut stage);
}

#[test]
fn the_picture_of_the_tasks_is_up_to_date() {
    let mut stage = swept();
    stage.press("d<Tab>");
    let number = stage.state.marks.mirror_count().to_string();
    stage.press(&number).press("<Enter>");
    let about = "Tasks: a run of deletions with the outcome of each of its mirrors";
    assert_up_to_date("tasks", about, &mut stage);
}

/// In both kinds of README viewers: those that know of dark and light, and those that do not.
#[test]
fn the_readme_shows_every_picture_in_both_themes() {
    let readme = include_str!("../../README.md");
    for name in ["screen", "dialog", "sweep", "plan", "tasks"] {
        let dark = format!(
            "<source media=\"(prefers-color-scheme: dark)\" srcset=\"assets/{name}-dark.svg\">"
        );
        assert!(readme.contains(&dark), "{name}");
        assert!(
            readme.contains(&format!("src=\"assets/{name}-light.svg\"")),
            "{name}"
        );
    }
}
