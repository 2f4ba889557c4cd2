//! A screen with its styles in all themes at once, to be read and compared.
//!
//! Each row has its number; beneath it, column by column, stand the letters of its styles. A letter is
//! what a cell looks like in every theme, and the legend says so: the roles of its ink and ground, then
//! both in each theme, as they are seen (what is reversed has changed places). A dot is the style that
//! most cells have; dots at the end of a row, and a row of nothing else, are left out.

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use mirrordeck::config::theme_names;
use mirrordeck::model::colour::{Colour, Depth, Rgb};
use mirrordeck::model::look::{Look, Role, Theme, Tone};

use super::look;
use super::scenes::Scene;
use crate::support::glass::Glass;

/// The names of styles, once the most common has its dot.
const LETTERS: &str =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789αβγδεζηθικλμνξ";

/// The first column of the legend; the longest pair of roles fits in.
const ROLES: usize = 34;

/// Two colours in hexadecimal digits and what lies between them and the next.
const COLOURS: usize = 15;

/// What a scene is drawn in.
struct Looks {
    /// Each role has a colour of its own, to tell them by.
    roles: Arc<Look>,
    /// Every built-in theme by its name.
    themes: Vec<(&'static str, Arc<Look>)>,
}

static LOOKS: LazyLock<Looks> = LazyLock::new(|| {
    let mut theme = Theme::terminal();
    for (nth, (_, role)) in (0..).zip(Role::ALL) {
        let rich = Colour::Rgb(Rgb(nth, 0, 0));
        theme.set(role, Tone { rich, few: None });
    }
    Looks {
        roles: Arc::new(theme.look(Depth::All)),
        themes: theme_names().map(|name| (name, look(name))).collect(),
    }
});

/// What somebody sees of a cell.
#[derive(Clone, Copy, PartialEq)]
struct Style {
    ink: vt100::Color,
    ground: vt100::Color,
    /// Bold, italic, underlined, reversed: what no theme changes.
    told_by: [bool; 4],
    dim: bool,
}

impl Style {
    fn of(cell: &vt100::Cell) -> Self {
        Self {
            ink: cell.fgcolor(),
            ground: cell.bgcolor(),
            told_by: [cell.bold(), cell.italic(), cell.underline(), cell.inverse()],
            dim: cell.dim(),
        }
    }

    /// What a cell whose roles these are has to be in a look: the colours of these roles, and all else
    /// as it is everywhere.
    fn promised(self, look: &Look) -> (vt100::Color, vt100::Color, [bool; 4]) {
        let [(_, ink), (_, ground)] = [self.ink, self.ground].map(role);
        // Where the selection has no colour, its ink is reversed on whatever ground there is.
        let (ink, ground) = match look.colour(ink) {
            Colour::Default if ink == Role::Selection => (look.colour(ground), Colour::Default),
            colour => (colour, look.colour(ground)),
        };
        (of_terminal(ink), of_terminal(ground), self.told_by)
    }

    /// Ink and ground by these names, the terminal's own by theirs.
    fn seen(self, name: impl Fn(vt100::Color) -> String, between: &str) -> String {
        let or = |colour, own: &str| match colour {
            vt100::Color::Default => own.to_owned(),
            colour => name(colour),
        };
        let (mut ink, mut ground) = (or(self.ink, "ink"), or(self.ground, "ground"));
        let [.., is_reversed] = self.told_by;
        if is_reversed {
            std::mem::swap(&mut ink, &mut ground);
        }
        let dim = if self.dim { " dim" } else { "" };
        format!("{ink}{between}{ground}{dim}")
    }
}

/// The role whose colour this is in the look that tells them apart.
fn role(colour: vt100::Color) -> (&'static str, Role) {
    match colour {
        vt100::Color::Rgb(nth, 0, 0) => Role::ALL[usize::from(nth)],
        other => panic!("no role has {other:?}"),
    }
}

fn of_terminal(colour: Colour) -> vt100::Color {
    match colour {
        Colour::Default => vt100::Color::Default,
        Colour::Palette(nth) => vt100::Color::Idx(nth),
        Colour::Rgb(Rgb(r, g, b)) => vt100::Color::Rgb(r, g, b),
    }
}

fn name_of(colour: vt100::Color) -> String {
    const PALETTE: [&str; 8] = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    ];
    match colour {
        vt100::Color::Rgb(r, g, b) => format!("{r:02x}{g:02x}{b:02x}"),
        vt100::Color::Idx(nth) => PALETTE[usize::from(nth)].to_owned(),
        vt100::Color::Default => unreachable!("the terminal's own has another name"),
    }
}

/// The styles of a screen, and how many cells have each: by role, then in each theme.
#[derive(Default)]
struct Legend(Vec<(Vec<Style>, usize)>);

impl Legend {
    /// The place of a style, which one more cell has.
    fn place(&mut self, styles: Vec<Style>) -> usize {
        let place = self.0.iter().position(|(known, _)| *known == styles);
        let place = place.unwrap_or_else(|| {
            self.0.push((styles, 0));
            self.0.len() - 1
        });
        self.0[place].1 += 1;
        place
    }

    /// The letter of each place.
    fn letters(&self) -> Vec<char> {
        let most = self.0.iter().map(|(_, cells)| *cells).max();
        let common = self.0.iter().position(|(_, cells)| Some(*cells) == most);
        let mut others = LETTERS.chars();
        let letter = |place| {
            if Some(place) == common {
                '.'
            } else {
                others.next().expect("a letter for each style")
            }
        };
        (0..self.0.len()).map(letter).collect()
    }

    fn write(&self, letters: &[char], out: &mut String) {
        let themes = &LOOKS.themes;
        let mut line = format!("\n   {:ROLES$}", "");
        for (theme, _) in themes {
            let width = column(theme);
            write!(line, "{theme:width$}").unwrap();
        }
        writeln!(out, "{}", line.trim_end()).unwrap();
        for (letter, (styles, _)) in letters.iter().zip(&self.0) {
            let mut line = format!(
                "{letter}  {:ROLES$}",
                styles[0].seen(|own| role(own).0.to_owned(), " on ")
            );
            for ((theme, _), style) in themes.iter().zip(&styles[1..]) {
                let (seen, width) = (style.seen(name_of, "/"), column(theme));
                write!(line, "{seen:width$}").unwrap();
            }
            let words = ["bold", "italic", "underlined", "reversed"];
            for (word, is) in words.iter().zip(styles[0].told_by) {
                if is {
                    write!(line, " {word}").unwrap();
                }
            }
            writeln!(out, "{}", line.trim_end()).unwrap();
        }
    }
}

fn column(theme: &str) -> usize {
    COLOURS.max(theme.len() + 2)
}

/// The text of a scene with its styles in all themes. Fails where a theme changes more than
/// colours, or has another colour for a role than it says.
pub fn sheet(name: &str, scene: &mut dyn Scene) -> String {
    let mut glasses = vec![scene.drawn(&LOOKS.roles)];
    let plain = glasses[0].text();
    for (theme, look) in &LOOKS.themes {
        let glass = scene.drawn(look);
        assert_eq!(glass.text(), plain, "{name}, {theme}");
        glasses.push(glass);
    }
    let (legend, rows) = read(name, &glasses);
    let letters = legend.letters();
    let mut out = String::new();
    for (number, (text, places)) in (1..).zip(rows.iter()) {
        writeln!(out, "{}", format!("{number:02} {text}").trim_end()).unwrap();
        let styles: String = places.iter().map(|place| letters[*place]).collect();
        let styles = styles.trim_end_matches('.');
        if !styles.is_empty() {
            writeln!(out, "   {styles}").unwrap();
        }
    }
    legend.write(&letters, &mut out);
    out
}

/// The text of each row and the places of its cells in the legend.
fn read(name: &str, glasses: &[Glass]) -> (Legend, Vec<(String, Vec<usize>)>) {
    let mut legend = Legend::default();
    let (rows, columns) = glasses[0].screen().size();
    let rows = (0..rows.get()).map(|row| {
        let (mut text, mut places) = (String::new(), Vec::new());
        for column in 0..columns.get() {
            let cells = glasses.iter().map(|glass| glass.screen().cell(row, column));
            let cells: Vec<_> = cells.map(Option::unwrap).collect();
            if cells[0].is_wide_continuation() {
                // Its style is that of the first half.
                places.push(*places.last().expect("a first half"));
                continue;
            }
            text += match cells[0].contents() {
                "" => " ",
                contents => contents,
            };
            let styles: Vec<_> = cells.into_iter().map(Style::of).collect();
            for ((theme, look), style) in LOOKS.themes.iter().zip(&styles[1..]) {
                let promised = styles[0].promised(look);
                let drawn = (style.ink, style.ground, style.told_by);
                assert_eq!(drawn, promised, "{name}, {theme}: {column},{row}");
            }
            places.push(legend.place(styles));
        }
        (text, places)
    });
    let rows = rows.collect();
    (legend, rows)
}
