//! The layers of the crate, read off its sources.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("src")
            .join(folder),
    ];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty(), "no sources in {folder}");
    found
}

fn assert_free_of(folder: &str, words: &[&str]) {
    for (path, text) in sources(folder) {
        for (number, line) in text.lines().enumerate() {
            let code = line.trim_start();
            if code.starts_with("//") {
                continue;
            }
            for word in words {
                assert!(
                    !code.contains(word),
                    "{}:{}: `{word}`",
                    path.display(),
                    number + 1
                );
            }
        }
    }
}

#[test]
fn the_core_and_the_view_have_no_runtime_no_network_and_no_clock() {
    let outside = [
        "tokio", "reqwest", "::now(", "std::fs", "std::env", "rand", "println!",
    ];
    for folder in ["i18n", "model", "app", "view"] {
        assert_free_of(folder, &outside);
    }
}

#[test]
fn imports_point_one_way() {
    assert_free_of(
        "i18n",
        &[
            "crate::app",
            "crate::api",
            "crate::view",
            "crate::sim",
            "crate::runtime",
        ],
    );
    assert_free_of(
        "model",
        &[
            "crate::app",
            "crate::api",
            "crate::view",
            "crate::sim",
            "crate::runtime",
        ],
    );
    assert_free_of(
        "app",
        &[
            "crate::api",
            "crate::view",
            "crate::sim",
            "crate::runtime",
            "ratatui",
            "crossterm",
        ],
    );
    assert_free_of(
        "view",
        &["crate::api", "crate::sim", "crate::runtime", "crossterm"],
    );
    assert_free_of(
        "api",
        &["crate::app", "crate::view", "crate::sim", "crate::runtime"],
    );
    assert_free_of("sim", &["crate::app", "crate::view", "crate::runtime"]);
    assert_free_of(
        "trash",
        &[
            "crate::app",
            "crate::api",
            "crate::view",
            "crate::sim",
            "crate::runtime",
            "tokio",
        ],
    );
    assert_free_of(
        "actions",
        &["crate::app", "crate::view", "crate::sim", "crate::runtime"],
    );
}

#[test]
fn the_protocol_does_no_io_outside_its_transport() {
    for (path, text) in sources("api") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let is_http = path.components().any(|part| part.as_os_str() == "http") || name == "http.rs";
        if !is_http {
            assert!(
                !text.contains("reqwest"),
                "{}: only http.rs names reqwest",
                path.display()
            );
        }
    }
}

#[test]
fn nothing_outside_tests_unwraps() {
    for (path, text) in sources(".") {
        let code = text.split("#[cfg(").next().unwrap_or_default();
        assert!(!code.contains(".unwrap()"), "{}", path.display());
    }
}

#[test]
fn colours_are_named_in_the_theme_only() {
    for (path, text) in sources("view") {
        let is_theme = path.ends_with("theme.rs") || path.iter().any(|part| part == "theme");
        if !is_theme {
            assert!(!text.contains("Color::"), "{}", path.display());
        }
    }
}
