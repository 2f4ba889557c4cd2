//! Frames and signs in ASCII.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use mirrordeck::model::look::Look;
use mirrordeck::model::signs::in_ascii;

use super::scenes::scenes;

/// Letters are names and words; there is no other form of them.
fn is_letter(c: char) -> bool {
    c.is_ascii() || c.is_alphanumeric()
}

#[test]
fn every_screen_is_ascii_but_for_names_and_everything_keeps_its_place() {
    let ascii = Arc::new(Look::default().with_ascii(true));
    scenes(80, 24, |scene, stage| {
        let (plain, spelt) = (
            stage.drawn(&Arc::default()).text(),
            stage.drawn(&ascii).text(),
        );
        let mapped: String = plain.chars().map(|c| in_ascii(c).unwrap_or(c)).collect();
        assert_eq!(spelt, mapped, "{scene}");
        let odd: String = spelt.chars().filter(|c| !is_letter(*c)).collect();
        assert_eq!(odd, "", "{scene}");
    });
}

#[test]
fn a_dialog_in_ascii() {
    let ascii = Arc::new(Look::colourless().with_ascii(true));
    scenes(80, 24, |scene, stage| {
        if scene == "drift" || scene == "delete" || scene == "tasks" {
            insta::assert_snapshot!(format!("ascii_{scene}"), stage.drawn(&ascii).text());
        }
    });
}

/// Whoever adds a sign is told to give it a form here, before somebody sees a blank box.
#[test]
fn every_sign_in_the_sources_has_an_ascii_form() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = ["src/view", "src/app", "src/model", "assets/lang"]
        .map(|folder| root.join(folder))
        .to_vec();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for line in code.lines().map(str::trim_start) {
                if line.starts_with("//") || line.starts_with('#') {
                    continue;
                }
                for c in line.chars().filter(|c| !is_letter(*c)) {
                    // What is two columns wide belongs to a writing, not to us.
                    let is_wide = mirrordeck::model::width::width(&c.to_string()) == 2;
                    assert!(
                        is_wide || in_ascii(c).is_some(),
                        "{}: {c} has no form in src/model/signs.rs: {line}",
                        path.display()
                    );
                }
            }
        }
    }
}
