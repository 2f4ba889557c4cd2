//! The language files. A text is parsed when it is asked for the first time, so that the first frame
//! waits only for those that it shows.

use std::borrow::Cow;
use std::sync::{OnceLock, PoisonError, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use memchr::{memchr_iter, memmem};
use unic_langid::LanguageIdentifier;

use super::language::Language;
use super::text::Arg;
use crate::model::count::grouped;

type Bundle = FluentBundle<FluentResource>;

/// What has been parsed, by language.
static BUNDLES: [OnceLock<RwLock<Bundle>>; 3] = [const { OnceLock::new() }; 3];

/// Texts that belong together: those whose names begin with this one.
struct Topic {
    /// The name, which is that of the files too.
    name: &'static str,
    sources: [&'static str; 3],
}

macro_rules! topics {
    ($($name:literal),* $(,)?) => {
        static TOPICS: [Topic; [$($name),*].len()] = [$(Topic {
            name: $name,
            sources: [
                include_str!(concat!("../../assets/lang/en/", $name, ".ftl")),
                include_str!(concat!("../../assets/lang/ko/", $name, ".ftl")),
                include_str!(concat!("../../assets/lang/ja/", $name, ".ftl")),
            ],
        }),*];
    };
}

topics!(
    "action",
    "cli",
    "clipboard",
    "config",
    "count",
    "detail",
    "device",
    "dialog",
    "error",
    "export",
    "filter",
    "header",
    "help",
    "key",
    "keymap",
    "mirror",
    "mouse",
    "notice",
    "open",
    "outcome",
    "palette",
    "pane",
    "plan",
    "prompt",
    "quit",
    "restore",
    "screen",
    "status",
    "storage",
    "suspend",
    "sweep",
    "task",
    "terminal",
    "theme",
    "time",
    "trash",
    "watch",
    "welcome",
);

/// Every topic with the text of its file in a language.
pub fn sources(language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    TOPICS
        .iter()
        .map(move |topic| (topic.name, topic.sources[language as usize]))
}

/// The words of a text in a language. What a language lacks is said in English, what English lacks
/// by its name; tests see to it that neither happens.
pub(super) fn say(language: Language, id: &str, args: &[(&'static str, Arg)]) -> String {
    formatted(language, id, args)
        .or_else(|| formatted(Language::English, id, args))
        .unwrap_or_else(|| id.to_owned())
}

fn formatted(language: Language, id: &str, args: &[(&'static str, Arg)]) -> Option<String> {
    // What is filled in may be texts of the same bundle: they are said before it is locked.
    let filled: Option<FluentArgs<'_>> = (!args.is_empty()).then(|| {
        args.iter()
            .map(|(name, arg)| (*name, value(language, arg)))
            .collect()
    });
    let lock = BUNDLES[language as usize].get_or_init(|| RwLock::new(bundle(language)));
    let mut bundle = lock.read().unwrap_or_else(PoisonError::into_inner);
    if !bundle.has_message(id) {
        drop(bundle);
        let parsed = parsed(source(language, id)?);
        let mut to_write = lock.write().unwrap_or_else(PoisonError::into_inner);
        to_write.add_resource_overriding(parsed);
        drop(to_write);
        bundle = lock.read().unwrap_or_else(PoisonError::into_inner);
    }
    let pattern = bundle.get_message(id)?.value()?;
    let mut problems = Vec::new();
    let words = bundle.format_pattern(pattern, filled.as_ref(), &mut problems);
    Some(words.into_owned())
}

/// The part of the language files that is this text.
fn source(language: Language, id: &str) -> Option<&'static str> {
    let topic = id.split_once('-').map_or(id, |(topic, _)| topic);
    let topic = TOPICS.iter().find(|known| known.name == topic)?;
    entry(topic.sources[language as usize], id)
}

/// From the name at the start of a line to the next line that begins something else, which is what
/// Fluent takes for one text.
fn entry<'a>(file: &'a str, id: &str) -> Option<&'a str> {
    let bytes = file.as_bytes();
    let is_named = |at: &usize| {
        let is_start = *at == 0 || bytes[at - 1] == b'\n';
        is_start
            && file[at + id.len()..]
                .trim_start_matches(' ')
                .starts_with('=')
    };
    let start = memmem::find_iter(bytes, id).find(is_named)?;
    let begins = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'#');
    let mut ends = memchr_iter(b'\n', &bytes[start..]).map(|end| start + end);
    let end = ends.find(|end| bytes.get(end + 1).is_none_or(begins));
    Some(&file[start..end.unwrap_or(file.len())])
}

/// What can be read of a broken text is of use; a test reads them all.
fn parsed(source: &str) -> FluentResource {
    FluentResource::try_new(source.to_owned()).unwrap_or_else(|(parts, _)| parts)
}

fn value(language: Language, arg: &Arg) -> FluentValue<'_> {
    match arg {
        Arg::Verbatim(words) => FluentValue::String(Cow::Borrowed(words)),
        Arg::Count(count) => FluentValue::from(*count),
        Arg::Text(text) => {
            let words = super::speaking(language, || text.to_string());
            FluentValue::String(Cow::Owned(words))
        }
    }
}

fn bundle(language: Language) -> Bundle {
    let locale: LanguageIdentifier = language
        .code()
        .parse()
        .expect("the codes of our languages are sound");
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    // Marks of direction are not for terminals.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(with_thousands));
    bundle
        .add_function("KEY", |arguments, _| super::keys::key(arguments))
        .expect("no other function is called so");
    bundle
}

/// Counts have their thousands set apart.
fn with_thousands<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => {
            let number: u64 = number.as_string().parse().ok()?;
            Some(grouped(usize::try_from(number).unwrap_or(usize::MAX)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use fluent_bundle::FluentResource;

    use super::{entry, sources};
    use crate::i18n::Language;

    #[test]
    fn a_text_alone_is_the_same_as_within_its_file() {
        let mut count = 0;
        for (_, language) in Language::ALL {
            for (topic, file) in sources(language) {
                let whole = FluentResource::try_new(file.to_owned()).unwrap();
                let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_alphabetic());
                let names = file.lines().filter(begins);
                let names = names.map(|line| line.split(' ').next().unwrap());
                let alone: String = names
                    .map(|name| {
                        count += 1;
                        entry(file, name).unwrap().to_owned() + "\n"
                    })
                    .collect();
                let alone = FluentResource::try_new(alone).unwrap();
                let texts = whole.entries().filter(|entry| !is_comment(entry));
                assert!(alone.entries().eq(texts), "{topic} {language:?}");
            }
        }
        assert!(count > 1_000, "{count}");
    }

    fn is_comment(entry: &impl std::fmt::Debug) -> bool {
        let entry = format!("{entry:?}");
        assert!(
            !entry.contains("MessageReference") && !entry.contains("TermReference"),
            "a text is parsed without the others: {entry}"
        );
        assert!(
            !entry.starts_with("Term") && !entry.starts_with("Junk"),
            "{entry}"
        );
        entry.contains("Comment(")
    }

    #[test]
    fn a_text_ends_where_the_next_begins() {
        let file =
            "a-b = { $n ->\n    [one] x\n   *[other] y\n}\n\n# a =\na = a = b\n  a = c\nab = d";
        let found = |id| entry(file, id);
        assert_eq!(
            found("a-b"),
            Some("a-b = { $n ->\n    [one] x\n   *[other] y\n}\n")
        );
        assert_eq!(found("a"), Some("a = a = b\n  a = c"));
        assert_eq!(found("ab"), Some("ab = d"));
        assert_eq!(found("b"), None);
        assert_eq!(found("c"), None);
    }
}
