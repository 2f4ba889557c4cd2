//! Saved rows.

use mirrordeck::app::effect::Effect;
use mirrordeck::app::message::Answer;
use mirrordeck::app::state::Overlay;
use mirrordeck::model::mirror::{MirrorId, MirrorName};
use mirrordeck::model::summary::{MirrorSummary, Summarized};
use serde_json::{Value, json};

use super::{over, serve, summary};
use crate::support::fixtures::Bench;

/// Saves under a name and returns the bytes.
fn saved(bench: &mut Bench, path: &str) -> String {
    bench.press(&format!("e<Ctrl-U>{path}<Enter>"));
    let place = bench
        .effects
        .iter()
        .position(|effect| matches!(effect, Effect::SaveFile { .. }))
        .expect("it is saved");
    let Effect::SaveFile {
        request, contents, ..
    } = bench.effects.remove(place)
    else {
        unreachable!()
    };
    bench.answer(request, Answer::Saved(Ok(path.to_owned())));
    String::from_utf8(contents.bytes()).unwrap()
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "it stands for an answer of the service"
)]
fn facts(target: &MirrorId) -> Result<Summarized, mirrordeck::model::error::ApiError> {
    Ok(match &target.mirror {
        MirrorName::Default if target.device.raw() == "온실-7동" => {
            Summarized::Found(summary(14, 0, 2))
        }
        MirrorName::Default => Summarized::Absent,
        MirrorName::Named(name) if name.raw() == "default" => Summarized::Found(MirrorSummary {
            version: None,
            last_report_ms: None,
            ..summary(3, 0, 0)
        }),
        MirrorName::Named(_) => Summarized::Found(summary(3, 214, 0)),
    })
}

#[test]
fn csv_has_a_line_for_each_row_in_the_order_shown() {
    let mut bench = over(&["온실-7동"]);
    bench.press("c");
    serve(&mut bench, |_| vec!["default", "legacy"], facts);
    bench.press("so");
    let text = saved(&mut bench, "sweep.csv");
    let lines: Vec<_> = text.split("\r\n").collect();
    assert_eq!(
        lines,
        [
            "device,mirror,is_default,version,last_report,age_s,drift,size_bytes,read_at",
            "온실-7동,legacy,false,3,2026-04-23T05:02:13.000Z,18489600,0,300,2026-11-23T05:02:13.000Z",
            "온실-7동,default,false,,,,0,300,2026-11-23T05:02:13.000Z",
            "온실-7동,,true,14,2026-11-23T05:02:13.000Z,0,2,1400,2026-11-23T05:02:13.000Z",
            "",
        ]
    );
    assert!(bench.state.overlay.is_none());
}

#[test]
fn json_lines_carry_names_as_the_service_knows_them() {
    let mut bench = over(&["온실-7동"]);
    bench.press("c");
    serve(&mut bench, |_| vec!["default", "a\u{202e}\"b"], facts);
    let text = saved(&mut bench, "sweep.JSONL");
    let lines: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(
        lines[0],
        json!({
            "device": "온실-7동", "mirror": null, "version": 14,
            "last_report": "2026-11-23T05:02:13.000Z", "age_s": 0, "drift": 2,
            "size_bytes": 1400, "read_at": "2026-11-23T05:02:13.000Z",
        })
    );
    assert_eq!(lines[1]["mirror"], "a\u{202e}\"b");
    assert_eq!(lines[2]["mirror"], "default");
    assert_eq!(lines[2]["last_report"], Value::Null);
}

#[test]
fn no_cell_is_a_formula_and_none_breaks_out_of_its_place() {
    let devices = [
        "=1+1",
        "+82",
        "-x",
        "@SUM(A1)",
        "＝1",
        "＋1",
        "－1",
        "＠a",
        "\t=1",
        "\r=1",
        "a,b",
        "q\"q",
        "line\nbreak",
        "=a,\"b\"",
        "bidi\u{202e}x",
        "가\u{feff}나",
    ];
    let mut bench = over(&devices);
    serve(&mut bench, |_| vec!["=cmd|' /C calc'!A0"], facts);
    let text = saved(&mut bench, "a.csv");
    let mut devices = Vec::new();
    for line in text.split_terminator("\r\n").skip(1) {
        assert!(
            !line.contains(['\n', '\r', '\t', '\u{202e}', '\u{feff}']),
            "{line:?}"
        );
        let cells = cells(line);
        assert_eq!(cells.len(), 9, "{line}");
        assert_eq!(cells[1], "'=cmd|' /C calc'!A0");
        for cell in &cells {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']),
                "{cell}"
            );
        }
        devices.push(cells[0].clone());
    }
    for expected in [
        "'=1+1",
        "'+82",
        "'-x",
        "'@SUM(A1)",
        "'＝1",
        "'＠a",
        "\\t=1",
        "a,b",
        "q\"q",
        "line\\nbreak",
        "'=a,\"b\"",
        "bidi\\u{202e}x",
    ] {
        assert!(
            devices.iter().any(|device| device == expected),
            "{expected}"
        );
    }
}

/// The cells of a line as RFC 4180 has them.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let (mut quoted, mut rest) = (false, line.chars().peekable());
    while let Some(c) = rest.next() {
        let cell = cells.last_mut().unwrap();
        match c {
            '"' if quoted && rest.peek() == Some(&'"') => cell.extend(rest.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            _ => cell.push(c),
        }
    }
    cells
}

#[test]
fn only_rows_that_match_are_saved_and_the_ending_tells_the_format() {
    let mut bench = over(&["a", "b"]);
    serve(&mut bench, |_| vec!["legacy", "firmware"], facts);
    bench.press("/mirror:legacy device:b<Enter>");
    assert_eq!(saved(&mut bench, "x.csv").lines().count(), 2);
    assert_eq!(saved(&mut bench, "x.ndjson").lines().count(), 1);
    bench.press("e<Ctrl-U>sweep.xlsx<Enter>");
    let Some(Overlay::Prompt(prompt)) = &bench.state.overlay else {
        panic!("the prompt stays open")
    };
    let problem = prompt.problem.as_ref().unwrap().to_string();
    assert!(
        problem.contains(".csv") && problem.contains(".jsonl"),
        "{problem}"
    );
}

#[test]
fn what_was_not_read_is_empty() {
    let mut bench = over(&["a"]);
    serve(&mut bench, |_| vec!["legacy"], facts);
    let text = saved(&mut bench, "x.csv");
    assert!(text.ends_with("a,legacy,false,,,,,,\r\n"), "{text}");
    bench.press("/nothing<Enter>e");
    assert!(
        bench.notice().contains("no row to save"),
        "{}",
        bench.notice()
    );
}
