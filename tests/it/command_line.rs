//! The built program without a terminal: exit statuses, and messages that say what to do.

mod pages;
mod simulate;
mod start;

use crate::support::home::{Home, Ran};

const ACCESS: &str = "EXAMPLEACCESSKEY0001";
const SECRET: &str = "ExampleSecretKeyForDocsOnly0000000000001";

/// A home with a key pair in its environment.
fn with_keys() -> Home {
    Home::new()
        .set("NCLOUD_ACCESS_KEY_ID", ACCESS)
        .set("NCLOUD_SECRET_ACCESS_KEY", SECRET)
}

/// The words on standard error of a start that the user must mend; nothing else is said.
fn to_mend(home: &Home, arguments: &[&str]) -> String {
    let Ran { status, out, err } = home.run(arguments);
    assert_eq!(status, 2, "{arguments:?}: {err}");
    assert_eq!(out, "", "{arguments:?}");
    assert_no_key_in(&err);
    err.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn assert_no_key_in(text: &str) {
    for key in [&ACCESS[..16], SECRET, &SECRET[..13]] {
        assert!(!text.contains(key), "{text}");
    }
}

fn assert_says(words: &str, parts: &[&str]) {
    for part in parts {
        assert!(words.contains(part), "{part} in: {words}");
    }
}
