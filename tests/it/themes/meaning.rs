//! Meaning never hangs on colour alone.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use mirrordeck::model::look::Look;

use super::scenes::scenes;
use super::{cells, look};
use crate::support::glass::Glass;

/// What someone sees who sees no colours: the characters of a row, bold, dim, underlined, reversed.
fn without_colours(glass: &Glass) -> BTreeMap<u16, String> {
    let mut rows: BTreeMap<u16, String> = BTreeMap::new();
    for (row, _, cell) in cells(glass) {
        let told_by = [
            cell.bold(),
            cell.dim(),
            cell.italic(),
            cell.underline(),
            cell.inverse(),
        ];
        let told_by = told_by.map(|is| if is { '1' } else { '0' });
        let told_by: String = told_by.iter().collect();
        write!(
            rows.entry(row).or_default(),
            "{}{told_by} ",
            cell.contents()
        )
        .unwrap();
    }
    rows
}

/// The colours of a row. What a frame is around stands in its title, of which its other lines only
/// have the colour.
fn colours(glass: &Glass) -> BTreeMap<u16, String> {
    let mut rows: BTreeMap<u16, String> = BTreeMap::new();
    for (row, _, cell) in cells(glass) {
        let of_row = rows.entry(row).or_default();
        if cell.has_contents() && "─│╭╮╰╯".contains(cell.contents()) {
            continue;
        }
        let colours = (cell.fgcolor(), cell.bgcolor());
        write!(of_row, "{colours:?}").unwrap();
    }
    rows
}

#[test]
fn rows_that_differ_in_colour_differ_without_colours_too() {
    for theme in ["dark", "light", "colour-blind"] {
        let (theme, none) = (look(theme), Arc::new(Look::colourless()));
        let mut known: BTreeMap<String, (String, String)> = BTreeMap::new();
        scenes(120, 36, |scene, stage| {
            let coloured = colours(&stage.drawn(&theme));
            for (row, seen) in without_colours(&stage.drawn(&none)) {
                let here = (coloured[&row].clone(), format!("{scene}, row {row}"));
                let (colours, place) = known.entry(seen.clone()).or_insert(here.clone());
                assert_eq!(
                    *colours, here.0,
                    "{place} and {} look alike: {seen}",
                    here.1
                );
            }
        });
    }
}

#[test]
fn without_colours_no_cell_has_one() {
    let none = Arc::new(Look::colourless());
    scenes(80, 24, |scene, stage| {
        for (row, column, cell) in cells(&stage.drawn(&none)) {
            let colours = (cell.fgcolor(), cell.bgcolor());
            let own = (vt100::Color::Default, vt100::Color::Default);
            assert_eq!(colours, own, "{scene}: {column},{row}");
        }
    });
}
