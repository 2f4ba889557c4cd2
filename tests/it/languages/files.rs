//! The language files, held against each other and against the sources that name their texts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;
use mirrordeck::i18n::{Arg, Language, Text, sources, speaking};
use mirrordeck::model::text::{DEFAULT_MIRRORS, escape_name, escape_text};
use mirrordeck::text;
use unicode_width::UnicodeWidthStr as _;

/// Texts that need no letters of their language: names, units, signs.
const NEUTRAL: &[&str] = &[
    "clipboard-desired",
    "clipboard-reported",
    "config-list-and",
    "count-place",
    "detail-column-desired",
    "detail-column-reported",
    "detail-desired",
    "detail-differ-short",
    "detail-reported",
    "detail-reported-ago",
    "detail-v",
    "header-of",
    "notice-at-version",
    "notice-outcome",
    "notice-outcome-version",
    "pane-place",
    "watch-version",
];

/// Texts in places that do not grow, with the most columns that they may take at 80x24. Whoever owns
/// such a place adds it here.
const NARROW: &[(&str, usize)] = &[
    ("time-now", 10),
    ("time-just-now", 10),
    ("outcome-deleted", 32),
    ("outcome-version-conflict", 32),
    ("outcome-already-gone", 32),
    ("outcome-refused", 32),
    ("outcome-unknown", 32),
    ("outcome-not-deleted", 32),
    ("outcome-restored", 32),
    ("outcome-not-restored", 32),
];

/// The texts of a file by their ids, each with the source of its pattern.
fn texts(topic: &str, source: &str) -> Vec<(String, String)> {
    let parsed = FluentResource::try_new(source.to_owned());
    assert!(
        parsed.is_ok(),
        "{topic}: {:?}",
        parsed.err().map(|(_, errors)| errors)
    );
    let mut texts: Vec<(String, String)> = Vec::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once(" =") {
            Some((id, text)) if !line.starts_with([' ', '*', '[', '}']) => {
                texts.push((id.to_owned(), text.to_owned()));
            }
            _ => {
                if let Some((_, text)) = texts.last_mut() {
                    text.push('\n');
                    text.push_str(line);
                }
            }
        }
    }
    texts
}

/// Every text of a language by its id.
fn all(language: Language) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (topic, source) in sources(language) {
        for (id, text) in texts(topic, source) {
            let prefix = format!("{topic}-");
            assert!(id.starts_with(&prefix), "{id} stands in {topic}.ftl");
            let before = found.insert(id.clone(), text);
            assert!(before.is_none(), "{id} twice in {}", language.code());
        }
    }
    found
}

/// The names that a pattern fills in: `{ $name }`.
fn placeholders(text: &str) -> BTreeSet<String> {
    let names = text.split('$').skip(1).map(|rest| {
        let is_of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        let end = rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
        rest[..end].to_owned()
    });
    names.collect()
}

/// The ids that a source names with the names that it fills in, and all texts in quotes that could be
/// ids handed on to a function.
#[derive(Default)]
struct Uses {
    calls: Vec<(String, BTreeSet<String>)>,
    quoted: BTreeSet<String>,
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

fn uses() -> Uses {
    let mut files = Vec::new();
    rust_files(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut files,
    );
    // The keymap names the texts of its bindings.
    let keymap = include_str!("../../../assets/keymap.toml");
    let named = keymap.split('"').skip(1).step_by(2).map(str::to_owned);
    let mut uses = Uses {
        calls: Vec::new(),
        quoted: named.collect(),
    };
    // Their own tests and documents name texts that may not be there.
    for file in files {
        let source = fs::read_to_string(&file).unwrap();
        let lines = source.lines();
        let code: Vec<_> = lines
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect();
        let code = code.join("\n");
        for macro_name in ["text!(", "words!("] {
            for (at, _) in code.match_indices(macro_name) {
                uses.calls.extend(call(&code[at + macro_name.len()..]));
            }
        }
        for quoted in code.split('"').skip(1) {
            uses.quoted.insert(quoted.to_owned());
        }
    }
    uses
}

/// The id and the names of a call, from behind its opening bracket on.
fn call(code: &str) -> Option<(String, BTreeSet<String>)> {
    let rest = code.trim_start().strip_prefix('"')?;
    let (id, mut rest) = rest.split_once('"')?;
    let mut names = BTreeSet::new();
    let mut depth = 0_u32;
    // A name stands behind a comma of the call itself, in front of a single `=`.
    while let Some(c) = rest.chars().next() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => break,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            '"' => {
                let inner = &rest[1..];
                let mut escaped = false;
                let end = inner.find(|c| {
                    let ends = c == '"' && !escaped;
                    escaped = c == '\\' && !escaped;
                    ends
                })?;
                rest = &inner[end..];
            }
            ',' if depth == 0 => {
                let next = rest[1..].trim_start();
                let end = next.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
                let (name, after) = next.split_at(end.unwrap_or(next.len()));
                let after = after.trim_start();
                if !name.is_empty() && after.starts_with('=') && !after.starts_with("==") {
                    names.insert(name.to_owned());
                }
            }
            _ => {}
        }
        rest = &rest[rest.chars().next()?.len_utf8()..];
    }
    Some((id.to_owned(), names))
}

#[test]
fn every_text_is_there_in_every_language_with_the_same_placeholders() {
    let english = all(Language::English);
    for (code, language) in Language::ALL {
        let texts = all(language);
        let ids = |texts: &BTreeMap<String, String>| texts.keys().cloned().collect::<BTreeSet<_>>();
        let missing: Vec<_> = ids(&english).difference(&ids(&texts)).cloned().collect();
        let surplus: Vec<_> = ids(&texts).difference(&ids(&english)).cloned().collect();
        assert!(
            missing.is_empty() && surplus.is_empty(),
            "{code}: lacks {missing:?}, has {surplus:?}"
        );
        for (id, text) in &texts {
            assert_eq!(
                placeholders(text),
                placeholders(&english[id]),
                "{id} in {code}"
            );
        }
    }
}

#[test]
fn the_sources_name_texts_that_are_there_and_fill_in_what_they_ask_for() {
    let english = all(Language::English);
    let mut wrong = Vec::new();
    for (id, names) in uses().calls {
        match english.get(&id) {
            None => wrong.push(format!("{id} is not there")),
            Some(text) if placeholders(text) != names => {
                wrong.push(format!(
                    "{id} asks for {:?}, gets {names:?}",
                    placeholders(text)
                ));
            }
            Some(_) => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_text_is_named_in_the_sources() {
    let uses = uses();
    let english = all(Language::English);
    let idle: Vec<_> = english
        .keys()
        .filter(|id| !uses.quoted.contains(*id))
        .collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn no_text_holds_what_a_terminal_should_not_get() {
    for (code, language) in Language::ALL {
        for (id, text) in all(language) {
            for line in text.lines() {
                assert_eq!(escape_text(line), line, "{id} in {code}");
            }
        }
    }
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}' | '\u{3130}'..='\u{318f}')
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')
}

#[test]
fn every_text_is_written_in_its_language() {
    let english = all(Language::English);
    for (language, is_own) in [
        (Language::Korean, is_hangul as fn(char) -> bool),
        (Language::Japanese, is_japanese),
    ] {
        for (id, text) in all(language) {
            // What fills in alone, or has no word of English either, needs no letters.
            let bare = |text: &str| {
                let parts = text.split('{');
                let outside = parts.map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
                outside.collect::<String>().chars().any(char::is_alphabetic)
            };
            let needs = bare(&english[&id]) && !NEUTRAL.contains(&id.as_str());
            assert!(
                !needs || text.chars().any(is_own),
                "{id} in {}: {text}",
                language.code()
            );
            // A sample of a Hangul name, and the label of a key on Korean keyboards.
            let is_quoted = ["config-no-toml", "key-hangul"];
            let is_quoted = is_quoted.iter().any(|start| id.starts_with(start));
            let foreign = if language == Language::Korean {
                text.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}'))
            } else {
                text.chars().any(is_hangul) && !is_quoted
            };
            assert!(
                !foreign,
                "{id} in {} holds another language: {text}",
                language.code()
            );
        }
    }
}

#[test]
fn texts_in_narrow_places_fit() {
    for (code, language) in Language::ALL {
        let texts = all(language);
        for (id, most) in NARROW {
            let text = texts
                .get(*id)
                .unwrap_or_else(|| panic!("{id} is not there"));
            let columns = text.trim().width();
            assert!(
                columns <= *most,
                "{id} in {code} takes {columns} columns of {most}: {text}"
            );
        }
    }
}

#[test]
fn the_default_mirror_is_written_as_no_name_can_be() {
    for (code, language) in Language::ALL {
        let said = speaking(language, || text!("mirror-default").to_string());
        assert_eq!(said, DEFAULT_MIRRORS[language as usize], "{code}");
        assert_ne!(escape_name(&said), said, "{code}");
    }
}

#[test]
fn every_language_says_counts_and_nested_texts() {
    let said = |language| {
        let inner = Text::named("time-seconds", [("number", Arg::from("4"))]);
        let outer = Text::named("time-since", [("span", Arg::from(inner))]);
        speaking(language, || outer.to_string())
    };
    let said = Language::ALL.map(|(_, language)| said(language));
    assert_eq!(said, ["4 s ago", "4초 전", "4秒前"]);
}
