//! Every letter reads well on its ground.
//!
//! Source: WCAG 2.2, success criteria 1.4.3 (4.5:1) and, for high contrast, 1.4.6 (7:1).

use mirrordeck::config::built_in_theme;
use mirrordeck::model::colour::{Colour, Depth, READABLE, Rgb, of_palette};
use mirrordeck::model::look::{Role, STANDS_OUT};

use super::scenes::scenes;
use super::{cells, coloured, look};

fn seen(colour: Colour) -> Option<Rgb> {
    match colour {
        Colour::Default => None,
        Colour::Palette(index) => Some(of_palette(index)),
        Colour::Rgb(rgb) => Some(rgb),
    }
}

#[test]
fn every_role_reads_well_on_each_ground_however_many_colours_there_are() {
    for name in coloured() {
        let theme = built_in_theme(name).unwrap();
        for depth in [Depth::All, Depth::Many, Depth::Few] {
            let least = if name.starts_with("high-contrast") && depth == Depth::All {
                7.0
            } else {
                READABLE
            };
            let look = theme.look(depth);
            for (role_name, role) in Role::ALL {
                for ground in role.grounds() {
                    let (ink, ground) = (look.colour(role), look.colour(*ground));
                    // The other of two that trade places reads as well.
                    if let (Some(ink), Some(ground)) = (seen(ink), seen(ground)) {
                        let contrast = ink.contrast(ground);
                        assert!(
                            contrast >= least,
                            "{name}, {depth:?}: {role_name} {ink:?} on {ground:?}: {contrast:.2}"
                        );
                    }
                }
            }
        }
    }
}

/// Lines are no letters.
///
/// Source: WCAG 2.2, success criterion 1.4.11 "Non-text Contrast".
const SEEN: f64 = 3.0;

#[test]
fn the_lines_of_frames_are_seen() {
    for name in coloured() {
        for depth in [Depth::All, Depth::Many, Depth::Few] {
            let look = built_in_theme(name).unwrap().look(depth);
            let [frame, ground] =
                [Role::Frame, Role::Ground].map(|role| seen(look.colour(role)).unwrap());
            assert!(frame.contrast(ground) >= SEEN, "{name}, {depth:?}");
        }
    }
}

#[test]
fn the_selected_row_is_seen() {
    for name in coloured() {
        let look = look(name);
        let [ground, selection] =
            [Role::Ground, Role::Selection].map(|role| seen(look.colour(role)).unwrap());
        assert!(ground.contrast(selection) >= STANDS_OUT, "{name}");
    }
}

/// What was drawn, rather than what the theme says.
#[test]
fn no_cell_of_any_screen_has_too_little_contrast() {
    scenes(100, 30, |scene, stage| {
        for name in coloured() {
            let glass = stage.drawn(&look(name));
            for (row, column, cell) in cells(&glass) {
                if cell.is_wide_continuation() {
                    continue;
                }
                let [
                    vt100::Color::Rgb(r, g, b),
                    vt100::Color::Rgb(red, green, blue),
                ] = [cell.fgcolor(), cell.bgcolor()]
                else {
                    panic!("{name}, {scene}: no colour of its own at {column},{row}: {cell:?}");
                };
                let contrast = Rgb(r, g, b).contrast(Rgb(red, green, blue));
                let is_blank = cell.contents().trim().is_empty();
                let is_line = "─│╭╮╰╯".contains(cell.contents());
                let least = if is_line { SEEN } else { READABLE };
                assert!(!cell.dim(), "{name}, {scene}: dimmed at {column},{row}");
                assert!(
                    is_blank || contrast >= least,
                    "{name}, {scene}: {contrast:.2} at {column},{row}: {cell:?}"
                );
            }
        }
    });
}
