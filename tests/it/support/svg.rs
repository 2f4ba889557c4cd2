//! A terminal's screen as an SVG: what stands in the README is what the program drew.
//!
//! Text is set run by run at the column where it belongs and told how wide to be, so that no font
//! can move it. Frames are drawn as lines, because the glyphs of few fonts join.

mod paint;
mod shapes;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::num::NonZero;

use paint::{Colour, Paint};
use shapes::{block, line, shape};

pub use paint::Skin;

/// Units of a cell; the font's advance is 0.6 of its size in all common monospace fonts.
const CELL: (u32, u32) = (9, 20);
const FONT_SIZE: u32 = 15;
/// Of characters that take two cells: as large as the two allow.
const WIDE_FONT_SIZE: u32 = 17;
/// From the top of a cell to the line that letters stand on.
const BASELINE: u32 = 15;
/// Around the cells.
const MARGIN: u32 = 14;
/// The bar of the window.
const BAR: u32 = 34;

const FONTS: &str = "ui-monospace,'SF Mono','Cascadia Mono','DejaVu Sans Mono',Menlo,Consolas,\
                     'D2Coding','Noto Sans Mono CJK KR','Noto Sans CJK KR','Malgun Gothic',monospace";

/// The parts of the picture, from the back to the front.
struct Layers {
    skin: Skin,
    grounds: String,
    /// Signs that no font is needed for.
    shapes: String,
    /// Paths by colour.
    strokes: BTreeMap<Colour, String>,
    texts: String,
}

/// Draws the screen in a window of its own.
pub fn picture(screen: &vt100::Screen, skin: Skin, about: &str) -> String {
    let Skin {
        ground,
        ink,
        bar,
        edge,
    } = skin;
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    let (wide, high) = (u32::from(columns) * CELL.0, u32::from(rows) * CELL.1);
    let (width, height) = (wide + 2 * MARGIN, BAR + high + 2 * MARGIN);
    let mut layers = Layers {
        skin,
        grounds: String::new(),
        shapes: String::new(),
        strokes: BTreeMap::new(),
        texts: String::new(),
    };
    for row in 0..rows {
        let cells: Vec<&vt100::Cell> = (0..columns)
            .filter_map(|column| screen.cell(row, column))
            .collect();
        layers.add_row(&cells, u32::from(row) * CELL.1);
    }
    if !screen.hide_cursor() {
        let (row, column) = screen.cursor_position();
        let (x, y) = (u32::from(column) * CELL.0, u32::from(row) * CELL.1 + 1);
        let high = CELL.1 - 2;
        writeln!(
            layers.texts,
            "<rect x='{x}' y='{y}' width='2' height='{high}' fill='{ink}'/>"
        )
        .unwrap();
    }
    let about = escaped(about);
    let middle = width / 2;
    let mut svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' \
         width='{width}' height='{height}' role='img'>\n\
         <title>{about}</title>\n\
         <rect x='.5' y='.5' width='{}' height='{}' rx='10' fill='{ground}' stroke='{edge}'/>\n\
         <path d='M1 {BAR}V11a10 10 0 0 1 10-10H{}a10 10 0 0 1 10 10V{BAR}z' fill='{bar}'/>\n\
         <g fill='{edge}'><circle cx='20' cy='17' r='6'/><circle cx='40' cy='17' r='6'/>\
         <circle cx='60' cy='17' r='6'/></g>\n\
         <g font-family=\"{FONTS}\" font-size='{FONT_SIZE}'>\n\
         <text x='{middle}' y='22' text-anchor='middle' font-size='13' fill='{}'>mirrordeck</text>\n\
         <g transform='translate({MARGIN} {})'>\n",
        width - 1,
        height - 1,
        width - 11,
        ink.towards(bar, 6),
        BAR + MARGIN,
    );
    // Edges that meet must not let through what lies behind them.
    svg += "<g shape-rendering='crispEdges'>\n";
    svg += &layers.grounds;
    svg += "</g>\n";
    svg += &layers.shapes;
    for (colour, path) in layers.strokes {
        writeln!(svg, "<path stroke='{colour}' fill='none' d='{path}'/>").unwrap();
    }
    svg += &layers.texts;
    svg += "</g>\n</g>\n</svg>\n";
    svg
}

impl Layers {
    fn add_row(&mut self, cells: &[&vt100::Cell], y: u32) {
        // The second half of a wide character has no paint of its own.
        let halves = cells.iter().zip([&cells[0]].into_iter().chain(cells));
        let paints: Vec<Paint> = halves
            .map(|(cell, before)| {
                Paint::of(if cell.is_wide_continuation() {
                    before
                } else {
                    cell
                })
            })
            .collect();
        for (start, end) in runs(&paints, |a, b| a.ground == b.ground) {
            self.add_ground(paints[start].ground, (start, end), y);
        }
        for (start, end) in runs(&paints, |a, b| (a.underline, a.ink) == (b.underline, b.ink)) {
            if paints[start].underline {
                let path = self.strokes.entry(paints[start].ink).or_default();
                write!(path, "M{} {}.5h{}", x(start), y + 18, x(end - start)).unwrap();
            }
        }
        let joined = |a: usize, b: usize| {
            let (left, right) = (cells[a].contents(), cells[b].contents());
            paints[a] == paints[b]
                && ((left == "─" && right == "─") || (is_plain(left) && is_plain(right)))
        };
        let mut start = 0;
        while start < cells.len() {
            let mut end = start + 1;
            while end < cells.len() && joined(end - 1, end) {
                end += 1;
            }
            let text: String = cells[start..end].iter().map(|cell| shown(cell)).collect();
            self.add_text(
                &text,
                cells[start].is_wide(),
                paints[start],
                (start, end),
                y,
            );
            start = end;
        }
    }

    fn add_ground(&mut self, ground: Colour, (start, end): (usize, usize), y: u32) {
        if ground != self.skin.ground {
            let (x, width, height) = (x(start), x(end - start), CELL.1);
            writeln!(
                self.grounds,
                "<rect x='{x}' y='{y}' width='{width}' height='{height}' fill='{ground}'/>"
            )
            .unwrap();
        }
    }

    /// Text of one paint: a frame's line, a single character, or ASCII words.
    fn add_text(
        &mut self,
        text: &str,
        is_wide: bool,
        paint: Paint,
        (start, end): (usize, usize),
        y: u32,
    ) {
        if let Some(path) = line(text, x(start), y, x(end - start)) {
            *self.strokes.entry(paint.ink).or_default() += &path;
            return;
        }
        if let Some(path) = block(text, x(start), y) {
            writeln!(self.grounds, "<path d='{path}' fill='{}'/>", paint.ink).unwrap();
            return;
        }
        if let Some(shape) = shape(text) {
            let place = format!("M{} {y}", x(start));
            writeln!(
                self.shapes,
                "<path d='{place}{shape}' fill='{}'/>",
                paint.ink
            )
            .unwrap();
            return;
        }
        // Wide gaps are left out: what follows them has its own place.
        for (at, words) in words(text) {
            let (left, length) = (x(start + at), x(words.chars().count()));
            let place = if words.is_ascii() {
                format!("x='{left}' textLength='{length}'")
            } else {
                let cells = if is_wide { 2 } else { 1 };
                let middle = left * 2 + CELL.0 * cells;
                let half = if middle % 2 == 1 { ".5" } else { "" };
                let size = if is_wide {
                    format!(" font-size='{WIDE_FONT_SIZE}'")
                } else {
                    String::new()
                };
                format!("x='{}{half}' text-anchor='middle'{size}", middle / 2)
            };
            let weight = if paint.bold {
                " font-weight='bold'"
            } else {
                ""
            };
            let slant = if paint.italic {
                " font-style='italic'"
            } else {
                ""
            };
            writeln!(
                self.texts,
                "<text {place} y='{}' fill='{}'{weight}{slant}>{}</text>",
                y + BASELINE,
                paint.ink,
                escaped(words).replace('⚠', "⚠\u{fe0e}")
            )
            .unwrap();
        }
    }
}

fn x(column: usize) -> u32 {
    u32::try_from(column).unwrap() * CELL.0
}

/// Stretches of equals, as start and end.
fn runs<T>(items: &[T], equal: impl Fn(&T, &T) -> bool) -> Vec<(usize, usize)> {
    let mut start = 0;
    let chunks = items.chunk_by(equal).map(|chunk| {
        let run = (start, start + chunk.len());
        start = run.1;
        run
    });
    chunks.collect()
}

/// A cell that holds nothing is blank, also the second half of a wide character.
fn shown(cell: &vt100::Cell) -> &str {
    match cell.contents() {
        "" => " ",
        text => text,
    }
}

/// What every monospace font has in one width.
fn is_plain(text: &str) -> bool {
    text.is_ascii()
}

/// The words of a text with their columns, where single spaces do not part words.
fn words(text: &str) -> Vec<(usize, &str)> {
    if !text.is_ascii() {
        return vec![(0, text)];
    }
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.trim_start().is_empty() {
        let tail = rest.trim_start();
        let at = text.len() - tail.len();
        let end = tail.find("  ").unwrap_or(tail.trim_end().len());
        found.push((at, &tail[..end]));
        rest = &tail[end..];
    }
    found
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[test]
fn what_steers_xml_is_escaped_and_columns_are_kept() {
    let mut parser = vt100::Parser::new(NonZero::new(1).unwrap(), NonZero::new(20).unwrap(), 0);
    // Every cell has colours of its own, as in a drawn frame.
    let bytes =
        "\u{1b}[38;2;1;2;3;48;2;250;251;252ma<b>&c   온실\u{1b}[7m x \u{1b}[27m◆   \u{1b}[?25l";
    parser.process(bytes.as_bytes());
    let skin = Skin {
        ground: Colour(250, 251, 252),
        ink: Colour(1, 2, 3),
        bar: Colour(200, 200, 200),
        edge: Colour(100, 100, 100),
    };
    let (ground, ink) = (skin.ground, skin.ink);
    let svg = picture(parser.screen(), skin, "a & b");
    assert!(svg.contains("<title>a &amp; b</title>"), "{svg}");
    let at = |x: &str| format!("<text x='{x}'");
    for part in [
        format!(
            "{} textLength='54' y='15' fill='{ink}'>a&lt;b&gt;&amp;c<",
            at("0")
        ),
        format!(
            "{} text-anchor='middle' font-size='17' y='15' fill='{ink}'>온<",
            at("90")
        ),
        format!(
            "{} text-anchor='middle' font-size='17' y='15' fill='{ink}'>실<",
            at("108")
        ),
        format!("<rect x='117' y='0' width='27' height='20' fill='{ink}'/>"),
        format!("{} textLength='9' y='15' fill='{ground}'>x<", at("126")),
        format!("<path d='M144 0m4.5 5.5l4 4.5-4 4.5-4-4.5z' fill='{ink}'/>"),
    ] {
        assert!(svg.contains(&part), "{part}\n{svg}");
    }
}
