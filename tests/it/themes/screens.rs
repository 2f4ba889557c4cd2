//! Screens in each theme, text and styles.

use std::fmt::Write as _;

use super::{coloured, drawn, look, scenes};
use crate::support::glass::Glass;

const SHOWN: [&str; 3] = ["drift", "delete", "sweep"];

/// Each row with the letters of its styles beneath it, and what the letters mean.
fn styled(glass: &Glass) -> String {
    let screen = glass.screen();
    let (rows, columns) = screen.size();
    let mut legend: Vec<String> = Vec::new();
    let mut out = String::new();
    for row in 0..rows.get() {
        let (mut text, mut styles) = (String::new(), String::new());
        for column in 0..columns.get() {
            let cell = screen.cell(row, column).unwrap();
            if cell.is_wide_continuation() {
                continue;
            }
            text += if cell.contents().is_empty() {
                " "
            } else {
                cell.contents()
            };
            let style = style(cell);
            let at = legend.iter().position(|known| *known == style);
            let at = at.unwrap_or_else(|| {
                legend.push(style);
                legend.len() - 1
            });
            let letter = char::from(b'a' + u8::try_from(at).unwrap());
            styles.push(letter);
            if cell.is_wide() {
                styles.push(letter);
            }
        }
        writeln!(out, "{}\n{styles}", text.trim_end()).unwrap();
    }
    for (nth, style) in legend.iter().enumerate() {
        let letter = char::from(b'a' + u8::try_from(nth).unwrap());
        writeln!(out, "{letter}: {style}").unwrap();
    }
    out
}

fn style(cell: &vt100::Cell) -> String {
    let hex = |colour| match colour {
        vt100::Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        other => format!("{other:?}"),
    };
    let (mut ink, mut ground) = (hex(cell.fgcolor()), hex(cell.bgcolor()));
    if cell.inverse() {
        std::mem::swap(&mut ink, &mut ground);
    }
    let mut style = format!("{ink} on {ground}");
    for (is, word) in [
        (cell.bold(), " bold"),
        (cell.italic(), " italic"),
        (cell.underline(), " underlined"),
        (cell.inverse(), " reversed"),
    ] {
        if is {
            style += word;
        }
    }
    style
}

#[test]
fn screens_in_each_theme() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        scenes(columns, rows, |scene, stage| {
            if SHOWN.contains(&scene) {
                for theme in coloured() {
                    let glass = drawn(stage, &look(theme));
                    let name = format!("{theme}_{scene}_{columns}x{rows}");
                    insta::assert_snapshot!(name, styled(&glass));
                }
            }
        });
    }
}
