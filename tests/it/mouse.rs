//! The mouse on every screen, and what it never does.

mod anywhere;
mod dialogs;
mod lists;

use mirrordeck::app::message::Message;
use mirrordeck::app::mouse::{Mouse, MouseKind};
use mirrordeck::view::pointed;

use crate::support::stage::Stage;

/// Does something with the mouse on a settled screen, as the event loop does.
fn point(stage: &mut Stage, kind: MouseKind, column: u16, row: u16) {
    let mouse = Mouse { kind, column, row };
    let message: Message = pointed(&stage.state, mouse);
    stage.apply(message);
    stage.settle();
}

/// Presses and releases.
fn click(stage: &mut Stage, column: u16, row: u16) {
    point(stage, MouseKind::Press, column, row);
    point(stage, MouseKind::Release, column, row);
}

/// Where words stand on the screen: the cell of their first letter.
fn find(stage: &Stage, words: &str) -> (u16, u16) {
    let screen = stage.screen();
    for (row, line) in screen.lines().enumerate() {
        if let Some(at) = line.find(words) {
            let column = mirrordeck::model::width::width(&line[..at]);
            return (u16::try_from(column).unwrap(), u16::try_from(row).unwrap());
        }
    }
    panic!("{words} is not on the screen:\n{screen}");
}

/// Clicks on words.
fn click_on(stage: &mut Stage, words: &str) {
    let (column, row) = find(stage, words);
    click(stage, column, row);
}
