//! A dialog in which the names have no room, and what a new size changes about that.

use mirrordeck::app::geometry::Size;
use mirrordeck::app::key::Key;
use mirrordeck::app::message::{Answer, Message};
use mirrordeck::app::state::Overlay;

use crate::support::fixtures::{Bench, found};

fn problem(bench: &Bench) -> String {
    let Some(Overlay::Delete(dialog)) = &bench.state.overlay else {
        panic!("there is no dialog");
    };
    dialog.problem.as_ref().expect("a problem").to_string()
}

/// The dialog on a mirror of a device with a long name, *Delete* in focus.
fn on_a_long_name(columns: u16, rows: u16) -> Bench {
    let mut bench = Bench::with_rows(&[&"x".repeat(900)]);
    bench
        .press("<Tab>d")
        .answer_all(&Answer::Mirror(Ok(found(1))));
    bench.send(Message::Resized(Size { columns, rows }));
    bench.draw();
    bench.press("<BackTab>");
    bench
}

#[test]
fn names_that_do_not_fit_keep_delete_off() {
    let mut bench = on_a_long_name(80, 24);
    bench.press("<Enter>");
    assert_eq!(bench.deletes(), 0);
    assert!(problem(&bench).contains("enlarge"), "{}", problem(&bench));
}

#[test]
fn names_that_fit_by_a_new_size_must_have_been_seen() {
    let mut bench = on_a_long_name(80, 24);
    bench.send(Message::Resized(Size {
        columns: 200,
        rows: 50,
    }));
    bench.send(Message::Pressed(Key::Enter));
    assert_eq!(bench.deletes(), 0);
    assert!(problem(&bench).contains("look"), "{}", problem(&bench));
    bench.draw();
    bench.send(Message::Pressed(Key::Enter));
    assert_eq!(bench.deletes(), 1);
}
