//! Colours: what the themes look like, that they read well, and that nothing hangs on them.

mod ascii;
mod contrast;
mod meaning;
mod scenes;
mod screens;
mod sheet;

use std::sync::Arc;

use mirrordeck::config::{built_in_theme, theme_names};
use mirrordeck::model::colour::Depth;
use mirrordeck::model::look::Look;

use crate::support::glass::Glass;

/// Every theme that brings colours of its own.
fn coloured() -> impl Iterator<Item = &'static str> {
    theme_names().filter(|name| *name != "terminal")
}

fn look(theme: &str) -> Arc<Look> {
    Arc::new(built_in_theme(theme).unwrap().look(Depth::All))
}

/// The cells that somebody sees, row by row.
fn cells(glass: &Glass) -> impl Iterator<Item = (u16, u16, &vt100::Cell)> {
    let screen = glass.screen();
    let (rows, columns) = screen.size();
    (0..rows.get()).flat_map(move |row| {
        (0..columns.get()).filter_map(move |column| Some((row, column, screen.cell(row, column)?)))
    })
}
