//! Colours: what the themes look like, that they read well, and that nothing hangs on them.

mod ascii;
mod contrast;
mod meaning;
mod screens;

use std::sync::Arc;
use std::time::{Duration, Instant};

use mirrordeck::config::{built_in_theme, theme_names};
use mirrordeck::model::colour::Depth;
use mirrordeck::model::look::Look;

use crate::support::glass::Glass;
use crate::support::stage::Stage;

/// Every theme that brings colours of its own.
fn coloured() -> impl Iterator<Item = &'static str> {
    theme_names().filter(|name| *name != "terminal")
}

fn look(theme: &str) -> Arc<Look> {
    Arc::new(built_in_theme(theme).unwrap().look(Depth::All))
}

/// What stands on a stage, drawn in a look.
fn drawn(stage: &mut Stage, look: &Arc<Look>) -> Glass {
    let before = std::mem::replace(&mut stage.state.look, Arc::clone(look));
    let size = stage.state.size;
    let mut glass = Glass::new(size.columns, size.rows);
    glass.draw(&stage.state);
    stage.state.look = before;
    glass
}

/// The first frame waits for it. So slow a build as this one has many times what a release takes.
#[test]
fn a_theme_is_read_in_a_moment() {
    let took = (0..20).map(|_| {
        let before = Instant::now();
        assert!(built_in_theme("light").is_some());
        before.elapsed()
    });
    let took = took.min().unwrap();
    assert!(took < Duration::from_millis(3), "{took:?}");
}

/// The cells that somebody sees, row by row.
fn cells(glass: &Glass) -> impl Iterator<Item = (u16, u16, &vt100::Cell)> {
    let screen = glass.screen();
    let (rows, columns) = screen.size();
    (0..rows.get()).flat_map(move |row| {
        (0..columns.get()).filter_map(move |column| Some((row, column, screen.cell(row, column)?)))
    })
}

/// Screens with much on them: the panes with drift, a dialog, a sweep, a plan, the tasks, the trash,
/// the help, failures.
fn scenes(columns: u16, rows: u16, mut look_at: impl FnMut(&str, &mut Stage)) {
    let mut stage = Stage::open(columns, rows);
    look_at("fleet", &mut stage);
    stage.press("/greenhouse-07<Enter><Tab>j");
    look_at("drift", &mut stage);
    stage.press("d");
    look_at("dialog", &mut stage);
    stage.press("<Tab><Tab>");
    look_at("keep", &mut stage);
    stage.press("<Tab>");
    look_at("delete", &mut stage);
    stage.press("<Enter>");
    look_at("deleted", &mut stage);
    stage.press("t");
    look_at("trash", &mut stage);
    stage.press("<Esc><Tab>j");
    look_at("detail", &mut stage);
    stage.press("?");
    look_at("help", &mut stage);
    stage.press("<Esc>S");
    look_at("swept", &mut stage);
    stage.press("/mirror:legacy* age:>90d<Enter>*");
    look_at("sweep", &mut stage);
    stage.press("d");
    look_at("plan", &mut stage);
    let count = stage.state.marks.mirror_count().to_string();
    stage.press("<Tab>").press(&count).press("<Enter>");
    look_at("tasks", &mut stage);
    stage.press("<Esc><Esc><Esc>");
    stage.fault(r#"{"operation":"view","times":1,"fault":{"status":403}}"#);
    stage.press("r");
    look_at("refused", &mut stage);
}
