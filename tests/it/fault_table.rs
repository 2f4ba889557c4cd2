//! What the program says and sends under each fault of the service, to the word and to the call.
//!
//! The table is in `fault_table/*.txt`, a file for each of the things that a user does. A block of
//! it is a fault, written as `simulate` takes it and whether it strikes once or nine times; below it
//! the status line, what the detail says of a mirror that is gone, and every request that the service
//! saw from the key press on. Waits are not in it: they are in the tests of the client.
//!
//! To see what comes out, let `FAULT_TABLE_OUT` name a folder for it.

use std::path::Path;

use mirrordeck::sim::service::Service;

use crate::support::stage::Stage;

/// Everything that the embedded service can do wrong.
const FAULTS: [&str; 30] = [
    r#"{"slow_ms":3000}"#,
    r#"{"status":400}"#,
    r#"{"status":400,"code":"400","message":"Invalid state"}"#,
    r#"{"status":401}"#,
    r#"{"status":401,"code":"210"}"#,
    r#"{"status":403}"#,
    r#"{"status":404}"#,
    r#"{"status":404,"code":"404","message":"Mirror not found"}"#,
    r#"{"status":409,"message":"Version conflict"}"#,
    r#"{"status":412,"message":"Version conflict"}"#,
    r#"{"status":413}"#,
    r#"{"status":429,"code":"400"}"#,
    r#"{"status":429,"code":"400","retry_after":"2"}"#,
    r#"{"status":429,"code":"410"}"#,
    r#"{"status":429,"code":"410","retry_after":"2"}"#,
    r#"{"status":500}"#,
    r#"{"status":503}"#,
    r#"{"status":504}"#,
    r#""html""#,
    r#"{"status_after":500}"#,
    r#"{"status_after":503}"#,
    r#"{"status_after":504}"#,
    r#""broken_json""#,
    r#""empty""#,
    r#""close_before""#,
    r#""close_after""#,
    r#""hang""#,
    r#""hang_after""#,
    r#"{"clock_offset_ms":-600000}"#,
    r#"{"clock_offset_ms":600000}"#,
];

/// More often than anything is tried.
const LASTING: u32 = 9;

/// Beside `greenhouse-07 › firmware` at version 10, which no device changes by itself.
fn on_firmware() -> Stage {
    let mut stage = Stage::open(80, 24);
    stage.rush("/greenhouse-07<Enter>").settle().press("<Tab>j");
    stage
}

/// The user reads the devices again.
fn list(plan: &str) -> Stage {
    let mut stage = Stage::open(80, 24);
    strike(&mut stage, "list", plan);
    stage.press("r");
    stage
}

/// The user reads a mirror again.
fn view(plan: &str) -> Stage {
    let mut stage = on_firmware();
    stage.press("<Tab>");
    strike(&mut stage, "view", plan);
    stage.press("r");
    stage
}

/// The user confirms a deletion.
fn delete(plan: &str) -> Stage {
    let mut stage = on_firmware();
    stage.press("d");
    strike(&mut stage, "delete", plan);
    stage.press("<BackTab><Enter>");
    stage
}

/// As `delete`, and the mirror cannot be looked at afterwards either.
fn delete_unseen(plan: &str) -> Stage {
    let mut stage = on_firmware();
    stage.press("d");
    strike(&mut stage, "delete", plan);
    stage.fault(r#"{"operation":"view","times":99,"fault":{"status":503}}"#);
    stage.press("<BackTab><Enter>");
    stage
}

/// The user confirms that a mirror is brought back where none stands.
fn restore(plan: &str) -> Stage {
    let mut stage = on_firmware();
    stage.press("d<BackTab><Enter>u");
    strike(&mut stage, "update", plan);
    stage.press("<BackTab><Enter>");
    stage
}

/// The user confirms that a mirror is brought back over one that a device has written meanwhile.
fn overwrite(plan: &str) -> Stage {
    let mut stage = on_firmware();
    stage.press("d<BackTab><Enter>");
    let now_ms = stage.now_ms();
    let written = stage.service.with_service(|service| {
        let reported = serde_json::json!({ "target": "2.4.1" });
        service.device_reports("greenhouse-07", Some("firmware"), &reported, now_ms)
    });
    assert!(written.is_some());
    stage.press("u<BackTab><Enter>");
    strike(&mut stage, "update", plan);
    stage.press("<BackTab><Enter>");
    stage
}

/// Plans the fault for one operation; what was asked before is not of interest.
fn strike(stage: &mut Stage, operation: &str, plan: &str) {
    stage.service.with_service(Service::forget_requests);
    stage.fault(&format!(r#"{{"operation":"{operation}",{plan}}}"#));
}

/// The table as it comes out: what does not differ by how often the fault strikes is told once.
fn played(play: impl Fn(&str) -> Stage) -> Vec<String> {
    let mut blocks = Vec::new();
    for fault in FAULTS {
        let [once, lasting] =
            [1, LASTING].map(|times| told(&play(&format!(r#""times":{times},"fault":{fault}"#))));
        if once == lasting {
            blocks.push(format!("{fault} once or more\n{once}"));
        } else {
            blocks.push(format!("{fault} once\n{once}"));
            blocks.push(format!("{fault} again and again\n{lasting}"));
        }
    }
    blocks
}

/// What the detail says where nothing stands: then the status line need not.
const GONE: &str = "This mirror does not exist any more.";

/// What the status line says, and below it the requests.
fn told(stage: &Stage) -> String {
    let calls = calls(stage).into_iter().map(|(call, count)| match count {
        1 => format!("    > {call}"),
        count => format!("    > {call} ×{count}"),
    });
    let words = format!("    {}", without_time(&stage.notice()));
    let gone = stage
        .screen()
        .contains(GONE)
        .then(|| format!("    | {GONE}"));
    let lines: Vec<_> = std::iter::once(words).chain(gone).chain(calls).collect();
    lines.join("\n")
}

/// Verb and path of every request in turn; what was asked several times in a row is counted.
fn calls(stage: &Stage) -> Vec<(String, usize)> {
    let mut calls: Vec<(String, usize)> = Vec::new();
    stage.service.with_service(|service| {
        for request in service.requests() {
            let path = request
                .path_and_query
                .trim_start_matches("/cloudiotcore/v1");
            let call = format!("{} {path}", request.method);
            match calls.last_mut() {
                Some((last, count)) if *last == call => *count += 1,
                _ => calls.push((call, 1)),
            }
        }
    });
    calls
}

/// `at 14:02:15` as `at …`: how long a journey takes is not of interest.
fn without_time(words: &str) -> String {
    let Some((before, after)) = words.split_once(" at 14:") else {
        return words.to_owned();
    };
    format!("{before} at …{}", &after["02:15".len()..])
}

fn check(name: &str, table: &str, play: impl Fn(&str) -> Stage) {
    let came = played(play);
    if let Some(folder) = std::env::var_os("FAULT_TABLE_OUT") {
        let file = Path::new(&folder).join(format!("{name}.txt"));
        std::fs::write(file, came.join("\n\n") + "\n").unwrap();
    }
    let written: Vec<_> = table.trim_end().split("\n\n").skip(1).collect();
    let new: Vec<_> = came
        .iter()
        .filter(|block| !written.contains(&block.as_str()))
        .map(String::as_str)
        .collect();
    assert!(
        written == came,
        "not as in {name}.txt:\n\n{}",
        new.join("\n\n")
    );
}

#[test]
fn what_is_said_and_sent_when_the_devices_are_listed() {
    check("list", include_str!("fault_table/list.txt"), list);
}

#[test]
fn what_is_said_and_sent_when_a_mirror_is_viewed() {
    check("view", include_str!("fault_table/view.txt"), view);
}

#[test]
fn what_is_said_and_sent_when_a_mirror_is_deleted() {
    check("delete", include_str!("fault_table/delete.txt"), delete);
}

#[test]
fn what_is_said_and_sent_when_a_deleted_mirror_cannot_be_looked_at() {
    check(
        "delete_unseen",
        include_str!("fault_table/delete_unseen.txt"),
        delete_unseen,
    );
}

#[test]
fn what_is_said_and_sent_when_a_mirror_is_restored() {
    check("restore", include_str!("fault_table/restore.txt"), restore);
}

#[test]
fn what_is_said_and_sent_when_a_mirror_is_restored_over_another() {
    check(
        "overwrite",
        include_str!("fault_table/overwrite.txt"),
        overwrite,
    );
}
