//! The command that reads a mirror without the program, run by a shell.

use std::process::Command;

use mirrordeck::api::request::{Operation, build};
use mirrordeck::model::base_url::BaseUrl;
use mirrordeck::model::curl::command;
use mirrordeck::sim::{DEMO_ACCESS_KEY, DEMO_SECRET_KEY};
use serde_json::{Value, json};

use crate::support::fixtures::mirror_id;
use crate::support::served::Served;

/// Names that a shell, curl or a URL could take for something else.
const ODD: [&str; 9] = [
    "firmware",
    "night mode",
    "it's",
    "$(touch broken-out)`id`",
    "a\"b\\c!d",
    "%s%41{1,2}[1-3]",
    "../..?x=y&z#",
    "예전 것",
    "-o\n--next",
];

#[test]
fn its_request_is_the_one_that_the_program_sends() {
    let base = BaseUrl::parse("https://host/a/v1").unwrap();
    let names = ODD.iter().copied().map(Some).chain([None]);
    for name in names {
        let target = mirror_id("greenhouse-07", name);
        let sent = build(&Operation::ViewMirror(target.clone()), base.prefix()).unwrap();
        let command = command(&base, &target).unwrap();
        let request = format!("\nrequest='{}'\n", sent.path_and_query);
        assert!(command.contains(&request), "{command}");
    }
}

/// Programs that are there; what is not is said, since its tests are skipped.
fn has(program: &str, argument: &str) -> bool {
    let found = Command::new(program).arg(argument).output();
    let is_there = found.is_ok_and(|output| output.status.success());
    if !is_there {
        eprintln!("skipped: there is no {program} here");
    }
    is_there
}

#[cfg(unix)]
#[test]
fn it_reads_the_mirror_in_every_shell() {
    if !has("curl", "--version") || !has("openssl", "version") {
        return;
    }
    let served = Served::start();
    for name in ODD {
        served.device_writes("greenhouse-07", name, &json!({ "name": name }));
    }
    let base = format!("http://{}/cloudiotcore/v1", served.host());
    let base = BaseUrl::parse(&base).unwrap();
    let home = tempfile::TempDir::new().unwrap();
    let shells = ["sh", "bash", "zsh", "dash", "ksh"].into_iter();
    let shells: Vec<_> = shells.filter(|shell| has(shell, "-c:")).collect();
    for shell in shells {
        let names = ODD.iter().copied().map(Some).chain([None]);
        for name in names {
            let command = command(&base, &mirror_id("greenhouse-07", name)).unwrap();
            let output = Command::new(shell)
                .args(["-c", &command])
                .current_dir(home.path())
                .env_remove("NCLOUD_ACCESS_KEY_ID")
                .env_remove("NCLOUD_SECRET_ACCESS_KEY")
                .env("NCLOUD_ACCESS_KEY", DEMO_ACCESS_KEY)
                .env("NCLOUD_SECRET_KEY", DEMO_SECRET_KEY)
                .env("no_proxy", "*")
                .output()
                .unwrap();
            let words = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{shell} {name:?}: {words}");
            let reply: Value = serde_json::from_slice(&output.stdout).expect(&words);
            assert!(reply["version"].is_u64(), "{shell} {name:?}: {reply}");
            if let Some(name) = name.filter(|name| *name != "firmware") {
                assert_eq!(reply["state"]["reported"]["name"], name, "{shell}");
            }
        }
    }
    let left = std::fs::read_dir(home.path()).unwrap();
    assert_eq!(left.count(), 0, "nothing of a name was run");
}

#[cfg(unix)]
#[test]
fn without_keys_it_says_which_are_missing_and_sends_nothing() {
    let served = Served::start();
    let base = format!("http://{}/cloudiotcore/v1", served.host());
    let base = BaseUrl::parse(&base).unwrap();
    let command = command(&base, &mirror_id("greenhouse-07", None)).unwrap();
    assert!(!command.contains(DEMO_SECRET_KEY) && !command.contains(DEMO_ACCESS_KEY));
    let mut shell = Command::new("sh");
    shell.args(["-c", &command]);
    for name in [
        "NCLOUD_ACCESS_KEY_ID",
        "NCLOUD_ACCESS_KEY",
        "NCLOUD_SECRET_ACCESS_KEY",
        "NCLOUD_SECRET_KEY",
    ] {
        shell.env_remove(name);
    }
    let output = shell.output().unwrap();
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(words.contains("NCLOUD_ACCESS_KEY: set it first"), "{words}");
    assert!(served.verbs().is_empty());
}
