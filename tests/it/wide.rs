//! Wide characters, marks and joined signs: no column is off, whatever lies over them.

use mirrordeck::app::geometry::Size;
use mirrordeck::app::message::{Answer, Message};
use mirrordeck::app::mouse::{Mouse, MouseKind};
use mirrordeck::model::text::{SafeText, escape_name, escape_text};
use mirrordeck::model::width::{cut, cut_middle, width};
use mirrordeck::view::{pointed, view};
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::text::Line;
use unicode_width::UnicodeWidthChar as _;

use crate::support::fixtures::{Bench, found, kept_copy};
use crate::support::glass::Glass;
use crate::support::runs::{many, record};

/// What names and descriptions are made of here.
const PARTS: [&str; 26] = [
    "한",
    "글",
    "온실 7동",
    "Ω",
    "a",
    "B",
    " ",
    "-",
    "漢字",
    "カナ",
    "ｶﾅ",
    "🌡",
    "👍",
    "👍\u{1f3fd}",
    "👨\u{200d}👩\u{200d}👧",
    "🇰🇷",
    "🇰",
    "❤\u{fe0f}",
    "☀",
    "\u{1112}\u{1161}\u{11ab}",
    "\u{1100}\u{1100}\u{1161}",
    "e\u{301}",
    "لا",
    "क्षि",
    "ក្ក",
    "\u{a960}\u{1161}\u{d7cb}",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PARTS.to_vec()), 1..24)
        .prop_map(|parts| parts.concat())
}

/// What the terminal must show: every cell of a frame drawn from nothing, one after the other. A wide
/// sign covers the cell behind it, so nothing else may stand there.
fn model(bench: &Bench) -> Result<Vec<Vec<String>>, TestCaseError> {
    let Size { columns, rows } = bench.state.size;
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    terminal.draw(|frame| view(&bench.state, frame)).unwrap();
    let buffer = terminal.backend().buffer();
    let mut lines = Vec::new();
    for row in 0..rows {
        let mut line = Vec::new();
        while line.len() < usize::from(columns) {
            let at = |column: usize| buffer[(u16::try_from(column).unwrap(), row)].symbol();
            let column = line.len();
            let symbol = at(column);
            let taken = width(symbol).max(1);
            prop_assert!(
                column + taken <= usize::from(columns),
                "{symbol:?} is cut off"
            );
            for covered in column + 1..column + taken {
                prop_assert_eq!(at(covered), " ", "{:?} covers it", symbol);
            }
            // Terminals place the characters of a cluster one by one.
            for c in symbol.chars() {
                let columns = c.width().unwrap_or(0);
                if columns == 0 {
                    let before = line
                        .iter_mut()
                        .rev()
                        .find(|cell: &&mut String| !cell.is_empty());
                    before.unwrap().push(c);
                    continue;
                }
                line.push(c.to_string());
                line.resize(line.len() + columns - 1, String::new());
            }
            prop_assert_eq!(line.len(), column + taken, "{:?}", symbol);
        }
        lines.push(line);
    }
    Ok(lines)
}

fn assert_shown(glass: &Glass, bench: &Bench) -> Result<(), TestCaseError> {
    for (row, line) in (0..).zip(model(bench)?) {
        for (column, wanted) in (0..).zip(line) {
            let shown = glass.cell(column, row);
            let shown = if shown.is_empty() && wanted == " " {
                " "
            } else {
                shown
            };
            prop_assert_eq!(shown, wanted, "{} {}:\n{}", column, row, glass.text());
        }
    }
    Ok(())
}

#[derive(Debug, Clone)]
enum Step {
    Press(&'static str),
    Resize(u16, u16),
    Mouse(MouseKind, u16, u16),
}

fn steps() -> impl Strategy<Value = Step> {
    let keys = [
        "j", "k", "<Tab>", "d", "u", "t", "?", "<Esc>", "q", "T", "S", "/", "한", "v", " ",
        "<PgDn>", "<Home>", "<Enter>", "g", "G", "%",
    ];
    let kinds = [MouseKind::Press, MouseKind::WheelDown, MouseKind::WheelUp];
    prop_oneof![
        8 => prop::sample::select(keys.to_vec()).prop_map(Step::Press),
        1 => (60..120_u16, 16..36_u16).prop_map(|(columns, rows)| Step::Resize(columns, rows)),
        2 => (prop::sample::select(kinds.to_vec()), 0..100_u16, 0..36_u16)
            .prop_map(|(kind, column, row)| Step::Mouse(kind, column, row)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// ratatui up to 0.30.2 loses cells where a wide sign is covered by half.
    #[test]
    fn nothing_is_lost_at_the_edges_of_what_lies_over_wide_signs(
        rows in prop::collection::vec((text(), text()), 1..20),
        shifts in 60..110_u16,
        steps in prop::collection::vec(steps(), 1..30),
    ) {
        let names = rows.iter().map(|(name, _)| name.trim()).filter(|it| !it.is_empty());
        let names: Vec<_> = names.collect();
        let mut bench = Bench::with_described_rows(&names, &rows[0].1);
        // Leaving asks first.
        let plan = record(1, &many(30), vec![]).plan;
        bench.state.tasks.begin(plan, false);
        bench.send(Message::Resized(Size { columns: shifts, rows: 24 }));
        let mut glass = Glass::new(shifts, 24);
        for step in steps {
            match step {
                Step::Press(keys) => {
                    bench.press(keys);
                }
                Step::Resize(columns, rows) => {
                    bench.send(Message::Resized(Size { columns, rows }));
                }
                Step::Mouse(kind, column, row) => {
                    let message = pointed(&bench.state, Mouse { kind, column, row });
                    bench.send(message);
                }
            }
            bench.answer_all(&Answer::Mirror(Ok(found(10))));
            bench.answer_all(&Answer::LastCopy(Ok(Some(kept_copy(1, 9)))));
            bench.answer_all(&Answer::Copy(Ok(kept_copy(1, 9))));
            if bench.state.end != mirrordeck::app::state::End::Running {
                break;
            }
            glass.draw(&bench.state);
            assert_shown(&glass, &bench)?;
        }
    }

    /// A mark at the end of each text stands where the measuring says, at every width.
    #[test]
    fn no_column_is_off(raw in text()) {
        for safe in [escape_text(&raw), escape_name(&raw)] {
            for columns in 1..30 {
                for text in [cut(&safe, columns), cut_middle(&safe, columns)] {
                    let taken = u16::try_from(width(&text)).unwrap();
                    prop_assert!(usize::from(taken) <= columns);
                    let line = Line::raw(format!("{text}|"));
                    let mut terminal = Terminal::new(TestBackend::new(40, 1)).unwrap();
                    terminal.draw(|frame| frame.render_widget(&line, frame.area())).unwrap();
                    let drawn = terminal.backend().buffer();
                    prop_assert_eq!(drawn[(taken, 0)].symbol(), "|", "{:?} by ratatui", text);
                    let mut emulator = vt100::Parser::new(2.try_into().unwrap(), 40.try_into().unwrap(), 0);
                    emulator.process(format!("{text}|").as_bytes());
                    let cell = emulator.screen().cell(0, taken).map(|cell| cell.contents().to_owned());
                    prop_assert_eq!(cell.as_deref(), Some("|"), "{:?} by the emulator", text);
                }
            }
        }
    }
}

#[test]
fn decomposed_hangul_is_drawn_as_syllables_and_named_as_what_it_is() {
    assert_eq!(
        SafeText::from_text("\u{1112}\u{1161}\u{11ab}").as_str(),
        "한"
    );
    assert_eq!(
        escape_name("\u{1112}\u{1161}\u{11ab}"),
        "ᄒ\\u{1161}\\u{11ab}"
    );
}
