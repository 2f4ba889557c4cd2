//! Reading, moving, filtering.

use mirrordeck::app::effect::Effect;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::message::{Answer, Message, Wake};
use mirrordeck::app::notice::Tone;
use mirrordeck::app::state::{Pane, Question};
use mirrordeck::i18n::Text;
use mirrordeck::model::error::{ApiError, NoAnswer};
use mirrordeck::model::mirror::MirrorName;

use crate::support::fixtures::{Bench, device_page, empty_state, found, mirror_id, names};

fn no_answer() -> ApiError {
    ApiError::NoAnswer {
        why: NoAnswer::TimedOut,
        cause: Text::verbatim("20 s passed"),
    }
}

fn rest(bench: &mut Bench) {
    let generation = bench.state.generation;
    bench.send(Message::Woke(Wake::Rested(generation)));
}

#[test]
fn the_first_device_is_read_at_once() {
    let mut bench = Bench {
        state: empty_state(120, 36),
        effects: vec![],
    };
    bench.send(Message::Started);
    assert!(matches!(
        bench.effects[0],
        Effect::ListDevices { page: 0, .. }
    ));
    bench.answer_all(&Answer::Devices(Ok(device_page(0, 100, 3))));
    assert_eq!(bench.state.focus, Pane::Devices);
    assert_eq!(bench.selected_device(), "device-0");
    assert_eq!(bench.viewed(), [mirror_id("device-0", None)]);
    assert!(
        bench
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::ListMirrors { .. }))
    );
}

#[test]
fn moving_fast_asks_only_where_the_selection_rests() {
    let mut bench = Bench {
        state: empty_state(120, 36),
        effects: vec![],
    };
    bench.send(Message::Started);
    bench.answer_all(&Answer::Devices(Ok(device_page(0, 100, 50))));
    bench.answer_all(&Answer::Mirrors(Ok(names(&[]))));
    bench.answer_all(&Answer::Mirror(Ok(found(1))));
    bench.effects.clear();
    bench.press("jjj");
    assert!(
        bench.viewed().is_empty(),
        "nothing is asked while the selection moves"
    );
    let rests: Vec<_> = bench
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::WakeAfter {
                wake: Wake::Rested(generation),
                after_ms: 120,
            } => Some(*generation),
            _ => None,
        })
        .collect();
    assert_eq!(rests.len(), 3);
    for generation in rests {
        bench.send(Message::Woke(Wake::Rested(generation)));
    }
    assert_eq!(bench.viewed(), [mirror_id("device-3", None)]);
}

#[test]
fn reads_for_where_nobody_looks_any_more_are_given_up_and_their_answers_dropped() {
    let mut bench = Bench {
        state: empty_state(120, 36),
        effects: vec![],
    };
    bench.send(Message::Started);
    bench.answer_all(&Answer::Devices(Ok(device_page(0, 100, 50))));
    let old = bench.effects.clone();
    bench.press("j");
    let abandoned = bench
        .effects
        .iter()
        .filter(|e| matches!(e, Effect::Abandon { .. }))
        .count();
    assert_eq!(
        abandoned, 2,
        "the names and the default mirror of the first device"
    );
    for effect in old {
        match &effect {
            Effect::ViewMirror { .. } => {
                bench.answer(effect.asks().unwrap(), Answer::Mirror(Ok(found(9))));
            }
            Effect::ListMirrors { .. } => {
                bench.answer(
                    effect.asks().unwrap(),
                    Answer::Mirrors(Ok(names(&["late"]))),
                );
            }
            _ => {}
        }
    }
    assert_eq!(
        bench
            .state
            .mirrors
            .document(&mirror_id("device-0", None))
            .unwrap()
            .value,
        None
    );
    let open: Vec<_> = bench.state.questions.values().collect();
    let of_the_disk = [&Question::Recovery, &Question::CleanUp];
    assert_eq!(open, of_the_disk, "no read is under way");
}

#[test]
fn what_was_read_is_shown_at_once_and_read_again_on_r() {
    let mut bench = Bench::open();
    bench.press("j");
    rest(&mut bench);
    bench.answer_all(&Answer::Mirrors(Ok(names(&[]))));
    bench.answer_all(&Answer::Mirror(Ok(found(3))));
    bench.effects.clear();
    bench.press("k");
    assert!(
        bench.state.reading().is_some(),
        "the first device is shown without a question"
    );
    rest(&mut bench);
    assert!(bench.viewed().is_empty());
    bench.press("<Tab>r");
    assert_eq!(
        bench.viewed().len(),
        3,
        "default, firmware and legacy are in view"
    );
    bench.answer_all(&Answer::Mirror(Ok(found(77))));
    assert_eq!(bench.state.reading().unwrap().document.version, Some(77));
}

#[test]
fn a_failure_keeps_what_was_read() {
    let mut bench = Bench::open();
    bench
        .press("<Tab><Tab>r")
        .answer_all(&Answer::Mirror(Err(no_answer())));
    assert!(bench.state.reading().is_some());
    let slot = bench
        .state
        .mirrors
        .document(&mirror_id("greenhouse-06", None))
        .unwrap();
    assert_eq!(slot.problem, Some(no_answer()));
    assert_eq!(bench.state.notice.as_ref().unwrap().tone, Tone::Bad);
    assert!(
        bench.notice().contains("r reads again"),
        "{}",
        bench.notice()
    );
}

#[test]
fn loading_is_shown_only_after_a_while() {
    let mut bench = Bench {
        state: empty_state(120, 36),
        effects: vec![],
    };
    bench.send(Message::Started);
    let Some(Effect::WakeAfter {
        after_ms: 150,
        wake: slow,
    }) = bench
        .effects
        .iter()
        .find(|effect| matches!(effect, Effect::WakeAfter { .. }))
        .cloned()
    else {
        panic!("{:?}", bench.effects);
    };
    assert!(!bench.state.devices.is_slow());
    bench.send(Message::Woke(slow.clone()));
    assert!(bench.state.devices.is_slow());
    bench.answer_all(&Answer::Devices(Ok(device_page(0, 100, 3))));
    bench.send(Message::Woke(slow));
    assert!(
        !bench.state.devices.is_slow(),
        "the question is no longer open"
    );
}

#[test]
fn a_page_that_repeats_itself_is_not_asked_for_ever() {
    let mut bench = Bench {
        state: empty_state(120, 36),
        effects: vec![],
    };
    bench.send(Message::Started);
    let mut page = device_page(0, 10, 10);
    page.page.as_mut().unwrap().total_pages = u64::MAX;
    for _ in 0..5 {
        bench.answer_all(&Answer::Devices(Ok(page.clone())));
        bench.press("G");
    }
    assert_eq!(bench.state.devices.loaded(), 10);
    assert!(bench.state.devices.all().is_complete());
}

#[test]
fn reading_the_devices_again_keeps_the_selection_by_identity() {
    let mut bench = Bench::with_rows(&["a", "b", "c"]);
    bench.press("jjr");
    assert_eq!(bench.selected_device(), "c");
    let mut page = device_page(0, 100, 0);
    let names = ["new", "b", "x", "c"];
    page.devices = names
        .iter()
        .map(|name| crate::support::fixtures::device(name, ""))
        .collect();
    page.page.as_mut().unwrap().total_elements = 4;
    page.page.as_mut().unwrap().total_pages = 1;
    bench.answer_all(&Answer::Devices(Ok(page)));
    assert_eq!(bench.selected_device(), "c");
    assert_eq!(bench.state.devices.cursor.at, 3);
}

#[test]
fn a_filter_narrows_the_pane_in_focus_and_esc_clears_it() {
    let mut bench = Bench::with_rows(&["pump-east", "press-1", "온실-7"]);
    bench.press("/PRESS");
    assert!(bench.state.devices.is_empty(), "letter case counts");
    bench.press("<Ctrl-U>press");
    assert_eq!(
        (bench.state.devices.len(), bench.selected_device()),
        (1, "press-1")
    );
    bench.press("<Ctrl-U>온");
    assert_eq!(bench.selected_device(), "온실-7");
    bench.press("<Enter>");
    assert_eq!(bench.state.devices.filter(), "온");
    bench.press("<Esc>");
    assert_eq!(bench.state.devices.len(), 3);
    assert_eq!(
        bench.selected_device(),
        "온실-7",
        "the selection stays with the device"
    );
    bench.press("/q/dj");
    assert!(
        bench.state.devices.is_empty(),
        "letters are text in the filter line"
    );
    assert!(bench.state.mirrors.device().is_none());
    bench.press("<Esc>");
    assert_eq!(bench.state.devices.len(), 3);
}

#[test]
fn the_filter_of_the_detail_keeps_the_path_to_what_matches() {
    let mut bench = Bench::open();
    bench.press("<Tab><Tab>/rssi<Enter>");
    let rows = &bench.state.comparison().unwrap();
    let shown: Vec<_> = (0..bench.state.detail.len())
        .map(|place| {
            rows.rows[bench.state.detail.tree.index(place).unwrap()]
                .key
                .as_str()
        })
        .collect();
    assert_eq!(shown, ["net", "rssi"]);
}

#[test]
fn a_paste_is_text_never_keys() {
    let mut bench = Bench::open();
    bench
        .press("<Tab>")
        .send(Message::Pasted("dq\n\n\n".into()));
    assert_eq!(bench.state.focus, Pane::Mirrors);
    assert!(bench.state.overlay.is_none());
    assert!(bench.notice().contains("paste"));
    bench.press("/").send(Message::Pasted("leg".into()));
    assert_eq!(bench.state.mirrors.filter(), "leg");
    bench.send(Message::Pasted("x".repeat(5000).into()));
    assert_eq!(
        bench.state.mirrors.filter(),
        "leg",
        "a huge paste is refused whole"
    );
}

#[test]
fn panes_go_round_and_in_and_out() {
    let mut bench = Bench::open();
    for (keys, pane) in [
        ("<Tab>", Pane::Mirrors),
        ("l", Pane::Detail),
        ("<Right>", Pane::Devices),
        ("<BackTab>", Pane::Detail),
        ("h", Pane::Mirrors),
        ("<Left>", Pane::Devices),
        ("<Enter>", Pane::Mirrors),
        ("<Enter>", Pane::Detail),
        ("<Enter>", Pane::Detail),
        ("<Esc>", Pane::Mirrors),
        ("<Esc>", Pane::Devices),
        ("<Esc>", Pane::Devices),
    ] {
        bench.press(keys);
        assert_eq!(bench.state.focus, pane, "{keys}");
    }
    assert!(bench.notice().contains("q quits"));
}

#[test]
fn the_mirrors_follow_the_device_and_the_detail_the_mirror() {
    let mut bench = Bench::open();
    bench.press("<Tab>j");
    assert_eq!(
        bench.state.detail.target(),
        Some(&mirror_id("greenhouse-06", Some("firmware")))
    );
    bench.press("<BackTab>j");
    assert_eq!(
        bench.state.detail.target(),
        Some(&mirror_id("greenhouse-07", None))
    );
    assert_eq!(bench.state.mirrors.get(0), Some(&MirrorName::Default));
}

#[test]
fn another_device_begins_at_its_default_mirror_whatever_was_filtered_before() {
    let mut bench = Bench::open();
    bench.press("j");
    rest(&mut bench);
    bench.answer_all(&Answer::Mirrors(Ok(names(&["firmware", "legacy"]))));
    bench.answer_all(&Answer::Mirror(Ok(found(3))));
    bench.press("<Tab>/firmware<Enter>");
    assert_eq!(bench.state.mirrors.len(), 1);
    bench.press("<BackTab>k");
    assert_eq!(
        bench.state.detail.target(),
        Some(&mirror_id("greenhouse-06", None))
    );
}

#[test]
fn the_default_row_is_there_before_and_without_any_answer() {
    let mut bench = Bench {
        state: empty_state(120, 36),
        effects: vec![],
    };
    bench.send(Message::Started);
    bench.answer_all(&Answer::Devices(Ok(device_page(0, 100, 3))));
    assert_eq!(bench.state.mirrors.rows(), 1);
    bench.answer_all(&Answer::Mirrors(Err(no_answer())));
    assert_eq!(bench.state.mirrors.get(0), Some(&MirrorName::Default));
}

#[test]
fn only_the_mirrors_in_view_are_read() {
    let mut bench = Bench {
        state: empty_state(120, 36),
        effects: vec![],
    };
    bench.send(Message::Started);
    bench.answer_all(&Answer::Devices(Ok(device_page(0, 100, 1))));
    let many: Vec<String> = (0..50_000).map(|n| format!("mirror-{n:05}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    bench.answer_all(&Answer::Mirrors(Ok(names(&many))));
    assert_eq!(bench.state.mirrors.rows(), 50_001);
    assert_eq!(
        bench.viewed().len(),
        Size {
            columns: 120,
            rows: 36
        }
        .mirror_rows()
    );
}

#[test]
fn keys_do_nothing_but_quit_where_nothing_can_be_seen() {
    let mut bench = Bench::open();
    bench.press("<Tab>").send(Message::Resized(Size {
        columns: 40,
        rows: 10,
    }));
    bench.press("jd/x?");
    assert_eq!(bench.state.mirrors.cursor.at, 0);
    assert!(bench.state.overlay.is_none());
    bench.press("q");
    assert_eq!(bench.state.end, mirrordeck::app::state::End::Now);
}

#[test]
fn a_key_without_a_meaning_says_where_the_keys_are() {
    let mut bench = Bench::open();
    bench.press("%");
    assert_eq!(bench.notice(), "% does nothing here; ? shows the keys");
}

#[test]
fn the_help_scrolls_and_closes() {
    use mirrordeck::app::state::Overlay;
    let mut bench = Bench::open();
    bench.send(Message::Resized(Size {
        columns: 60,
        rows: 16,
    }));
    bench.press("?jjj");
    assert!(matches!(
        bench.state.overlay,
        Some(Overlay::Help { offset: 3, .. })
    ));
    bench.press("g");
    assert!(matches!(
        bench.state.overlay,
        Some(Overlay::Help { offset: 0, .. })
    ));
    bench.press("?");
    assert!(bench.state.overlay.is_none());
    assert_eq!(bench.state.end, mirrordeck::app::state::End::Running);
}
