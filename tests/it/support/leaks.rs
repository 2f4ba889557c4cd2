//! English words on a screen that speaks another language.

use std::collections::BTreeSet;

use mirrordeck::model::outcome::Word;

/// Words that are the same in every language: names of products and keys, units, and what the service
/// calls things.
const KEPT: [&str; 35] = [
    "mirrordeck",
    "NCP",
    "API",
    "Cloud",
    "IoT",
    "Core",
    "HTTP",
    "JSON",
    "desired",
    "reported",
    "default",
    "desc",
    "prop",
    "Tab",
    "Shift",
    "Ctrl",
    "Esc",
    "Enter",
    "Space",
    "Backspace",
    "Home",
    "End",
    "PgUp",
    "PgDn",
    "ms",
    "KiB",
    "MiB",
    "GiB",
    // Where devices are made, as the console writes it.
    "Services",
    "Internet",
    "of",
    "Things",
    "Virtual",
    "Devices",
    // The account of the stage.
    "PRODUCTION",
];

/// The Latin words of a screen that no language but English has, apart from `names`.
///
/// What has digits, dots or the like in it is taken for a name or a value, a single letter for a key,
/// and the word of an outcome may stand in parentheses behind that of the language.
pub fn english(screen: &str, names: &[&str]) -> BTreeSet<String> {
    let mut screen = screen.to_owned();
    for word in Word::ALL {
        screen = screen.replace(&format!("({word})"), "");
    }
    let is_part = |c: char| c.is_ascii_alphanumeric() || "_-./=@#…'".contains(c);
    let runs = screen.split(|c| !is_part(c));
    runs.map(|run| run.trim_matches(['.', '-', '/', '=', '\'']))
        .filter(|run| {
            run.chars()
                .all(|c| c.is_ascii_alphabetic() || c == '-' || c == '\'')
        })
        .filter(|run| !names.contains(run))
        .flat_map(|run| run.split(['-', '\'']))
        .filter(|word| word.len() > 1 && !KEPT.contains(word) && !names.contains(word))
        .map(str::to_owned)
        .collect()
}

#[test]
fn english_is_told_from_names_and_keys() {
    let screen =
        "╭ 디바이스 greenhouse-07 › firmware ╮ 거부됨(refused) Ctrl-U 12 ms the key\nread-only y";
    let found = english(screen, &["firmware"]);
    assert_eq!(
        found.into_iter().collect::<Vec<_>>(),
        ["key", "only", "read", "the"]
    );
}
