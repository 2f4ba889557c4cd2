//! English words on a screen that speaks another language.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use mirrordeck::model::outcome::Word;
use mirrordeck::model::sweep_filter::FORMS;

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

/// What the service says when it refuses or breaks, and the library of a connection that ends.
const SAID: [&str; 4] = [
    "Rate Limited",
    "Permission Denied",
    "Endpoint Error",
    "closed by the embedded service",
];

/// Blanks a phrase wherever it stands, broken over lines in a frame too.
fn without(screen: &str, phrase: &str) -> String {
    let phrase: Vec<_> = phrase.split(' ').collect();
    let is_between = |c: char| c.is_whitespace() || "│┃".contains(c);
    let words: Vec<_> = screen
        .split(is_between)
        .filter(|word| !word.is_empty())
        .map(|word| {
            let start = word.as_ptr() as usize - screen.as_ptr() as usize;
            start..start + word.len()
        })
        .collect();
    let mut blanked = screen.to_owned();
    for place in words.windows(phrase.len()) {
        let mut both = place.iter().zip(&phrase);
        if both.all(|(range, word)| screen[range.clone()].starts_with(word)) {
            for range in place {
                blanked.replace_range(range.clone(), &" ".repeat(range.len()));
            }
        }
    }
    blanked
}

/// The Latin words of a screen that no language but English has, apart from `names`.
///
/// What has digits, dots or the like in it is taken for a name or a value, a single letter for a key,
/// a word that touches a quotation mark for JSON, one that touches a frame for the rest of one that a
/// dialog cuts, and the word of an outcome may
/// stand in parentheses behind that of the language, on two lines too.
pub fn english(screen: &str, names: &[&str]) -> BTreeSet<String> {
    let mut screen = SAID
        .iter()
        .fold(screen.to_owned(), |screen, phrase| without(&screen, phrase));
    for word in Word::ALL {
        screen = screen.replace(&format!("({word})"), "");
        if let Some((first, last)) = word.as_str().split_once(' ') {
            screen = screen.replace(&format!("({first}"), "");
            screen = screen.replace(&format!("{last})"), "");
        }
    }
    let is_part = |c: char| c.is_ascii_alphanumeric() || "_-./=@#…'\"\\│┃╭╰".contains(c);
    let runs = screen.split(|c| !is_part(c));
    runs.filter(|run| !run.starts_with("--"))
        .map(|run| run.trim_matches(['.', '-', '/', '=', '\'']))
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

/// The screen without the language of filters, which is the same in every language.
pub fn without_filters(screen: &str) -> String {
    let fields = [
        "device", "mirror", "default", "age", "drift", "version", "size", "marked",
    ];
    let mut parts: Vec<String> = FORMS.iter().map(|form| form.example.to_owned()).collect();
    let samples = [
        "drift:yes -mirror:tuning",
        "mirror:legacy* agee:>90d",
        "agee:>90d",
    ];
    parts.extend(samples.map(str::to_owned));
    parts.extend(fields.map(|field| format!("{field}:")));
    let mut screen = screen.to_owned();
    for part in parts {
        screen = screen.replace(&part, " ");
    }
    screen
}

/// The Latin words of the sample fleet: its names and descriptions, and the keys and values of its
/// documents.
pub fn fleet_words() -> &'static [&'static str] {
    static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let fleet = include_str!("../../../assets/demo.json");
        let quoted = fleet.split('"').skip(1).step_by(2);
        let words = quoted.flat_map(|text| text.split(|c: char| !c.is_ascii_alphabetic()));
        let of_the_file = ["", "name", "description", "properties", "mirrors", "ages"];
        let mut words: Vec<_> = words.filter(|word| !of_the_file.contains(word)).collect();
        words.sort_unstable();
        words.dedup();
        words
    });
    &WORDS
}

#[test]
fn english_is_told_from_names_and_keys() {
    let screen = "╭ 디바이스 greenhouse-07 › firmware ╮ 거부됨(refused) Ctrl-U 12 ms the key\nread-only y │rth \
         --api-url (already\n gone) {\"json 401 Permission\n│ │ Denied.";
    let found = english(screen, &["firmware"]);
    assert_eq!(
        found.into_iter().collect::<Vec<_>>(),
        ["key", "only", "read", "the"]
    );
}
