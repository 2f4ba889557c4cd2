//! Colours on real terminals: those that have none, those that tell their ground, those that do not.

use super::quit;
use crate::support::home::Home;
use crate::support::pty::{Output, Session};

const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";
/// Ordinary ink of the themes.
const DARK: vt100::Color = vt100::Color::Rgb(0xd8, 0xde, 0xe9);
const LIGHT: vt100::Color = vt100::Color::Rgb(0x1f, 0x27, 0x33);

/// Parameters of `CSI ... m` that set or reset a colour.
fn colour_sequences(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let sequences = text.split("\x1b[").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
        (rest.as_bytes()[end] == b'm').then(|| rest[..end].to_owned())
    });
    let is_colour = |parameter: &str| {
        let number: u8 = parameter
            .split(':')
            .next()
            .unwrap_or("")
            .parse()
            .unwrap_or(0);
        matches!(number, 30..=49 | 58 | 59 | 90..=107)
    };
    sequences
        .filter(|sequence| sequence.split(';').any(is_colour))
        .collect()
}

fn has_ink(output: &Output, ink: vt100::Color) -> bool {
    let screen = output.screen();
    let (_, columns) = screen.size();
    let row = (0..columns.get()).filter_map(|column| screen.cell(2, column));
    row.into_iter()
        .any(|cell| cell.fgcolor() == ink || cell.bgcolor() == ink)
}

fn demo_with(home: &Home, arguments: &[&str]) -> Session {
    let arguments: Vec<&str> = ["--demo"].iter().chain(arguments).copied().collect();
    let session = Session::start(home.in_terminal(&arguments), 120, 36);
    session.wait_for("1 of 120");
    session
}

/// To the dialog and back, so that all that counts is drawn.
fn walk(session: &mut Session) {
    session.send("/greenhouse-07\r").wait_for("1 found");
    session.wait_for("tuning");
    session.send("\tj").wait_for("2 of 4");
    session.wait_for("differs");
    session
        .send("d")
        .wait_for("lock: deletes only this version");
    // What comes within moments of the dialog's appearance does not count.
    session.send_until("\x15", "no lock: deletes whatever is there");
    session.send("\x1b").wait_for_no("no lock");
}

#[test]
fn no_color_leaves_no_colour_sequence_in_the_output() {
    let home = Home::new()
        .set("NO_COLOR", "1")
        .set("COLORTERM", "truecolor");
    let mut session = demo_with(&home, &["--theme", "dark"]);
    walk(&mut session);
    quit(&mut session);
    let output = session.output();
    assert_eq!(colour_sequences(&output.bytes), [""; 0]);
    assert!(output.has_bytes(b"\x1b[1m"), "bold stays");
    assert!(output.has_bytes(b"\x1b[7m"), "reversed stays");
    assert!(!output.has_bytes(QUESTION), "there is nothing to ask for");
}

#[test]
fn an_empty_no_color_is_none() {
    let home = Home::new().set("NO_COLOR", "");
    let mut session = demo_with(&home, &[]);
    quit(&mut session);
    assert!(!colour_sequences(&session.output().bytes).is_empty());
}

#[test]
fn a_dumb_terminal_gets_ascii_without_colours() {
    let home = Home::new()
        .set("TERM", "dumb")
        .set("COLORTERM", "truecolor");
    let mut session = demo_with(&home, &[]);
    walk(&mut session);
    session.wait_for("+- Devices");
    quit(&mut session);
    let output = session.output();
    assert_eq!(colour_sequences(&output.bytes), [""; 0]);
    assert!(!output.has_bytes(QUESTION));
    assert!(!output.said().contains('╭') && !output.said().contains('▸'));
}

#[test]
fn the_linux_console_gets_ascii_and_the_colours_of_its_palette() {
    let home = Home::new().set("TERM", "linux");
    let mut session = demo_with(&home, &[]);
    session.wait_for("+- Devices");
    quit(&mut session);
    let output = session.output();
    assert!(!output.has_bytes(QUESTION));
    let colours = colour_sequences(&output.bytes);
    assert!(colours.iter().any(|sequence| sequence.contains("38;5;6")));
    assert!(!colours.iter().any(|sequence| sequence.contains("8;2;")));
}

#[test]
fn the_look_follows_the_ground_that_the_terminal_tells() {
    for (answer, ink) in [
        ("\x1b]11;rgb:fdfd/f6f6/e3e3\x1b\\", LIGHT),
        ("\x1b]11;rgb:0000/0000/0000\x07", DARK),
    ] {
        let home = Home::new().set("COLORTERM", "truecolor");
        let mut session = demo_with(&home, &[]);
        session.wait_until("the question", |output| output.has_bytes(QUESTION));
        let question = String::from_utf8_lossy(QUESTION).into_owned();
        let said = session.output().said();
        let before = said.split(&question).next().unwrap();
        assert!(before.contains("Devices"), "the first frame stands before");
        assert!(!has_ink(&session.output(), ink));
        session.send(answer);
        session.wait_until("the look", |output| has_ink(output, ink));
        // None of its keys did anything.
        session.wait_for("1 of 120");
        session.send("j").wait_for("2 of 120");
        quit(&mut session);
        assert!(!session.output().said().contains("Delete mirror"));
    }
}

#[test]
fn an_answer_that_comes_late_and_in_pieces_does_no_harm() {
    let home = Home::new().set("COLORTERM", "truecolor");
    let mut session = demo_with(&home, &[]);
    session.send("jj").wait_for("3 of 120");
    session
        .send("\x1b]11;rgb:fdfd/f6")
        .send("f6/e3e3")
        .send("\x1b\\");
    session.wait_until("the look", |output| has_ink(output, LIGHT));
    session.wait_for("3 of 120");
    quit(&mut session);
}

#[test]
fn a_key_that_begins_like_an_answer_is_a_key() {
    let home = Home::new().set("COLORTERM", "truecolor");
    let mut session = demo_with(&home, &[]);
    session.send("\x1b]j").wait_for("2 of 120");
    quit(&mut session);
}

#[test]
fn a_fixed_theme_is_there_from_the_first_frame_and_nothing_is_asked() {
    let home = Home::new().set("COLORTERM", "truecolor");
    let mut session = demo_with(&home, &["--theme", "light"]);
    session.wait_until("the theme", |output| has_ink(output, LIGHT));
    quit(&mut session);
    assert!(!session.output().has_bytes(QUESTION));
}

#[test]
fn a_theme_with_a_mistake_ends_with_its_line() {
    let home = Home::new().write("mine.toml", "\nacent = \"#ffffff\"\n");
    let file = home.path("mine.toml").display().to_string();
    let ran = home.run(&["--demo", "--theme", &file]);
    assert_eq!(ran.status, 2);
    let wanted = "mine.toml:2: unknown entry `acent`; did you mean `accent`?";
    assert!(ran.err.contains(wanted), "{}", ran.err);
    let ran = home.run(&["--demo", "--theme", "drak"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("did you mean `dark`?"), "{}", ran.err);
}
