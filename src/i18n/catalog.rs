//! The language files. A file is parsed when the first of its texts is asked for, so that the first
//! frame waits only for those that it shows.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::language::Language;
use super::text::Arg;
use crate::model::count::grouped;

type Bundle = FluentBundle<FluentResource>;

/// Texts that belong together: those whose names begin with this one.
struct Topic {
    /// The name, which is that of the files too.
    name: &'static str,
    sources: [&'static str; 3],
    bundles: [OnceLock<Bundle>; 3],
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
            bundles: [const { OnceLock::new() }; 3],
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

/// The topics of what the first frame says.
const FIRST: [&str; 6] = ["key", "config", "detail", "device", "header", "mirror"];

/// Parses what the first frame says. On another thread, this goes on while everything else is prepared
/// that the frame waits for; whoever asks for a text meanwhile need not know.
pub fn read_ahead(language: Language) {
    for topic in TOPICS.iter().filter(|topic| FIRST.contains(&topic.name)) {
        topic.bundle(language);
    }
}

impl Topic {
    fn bundle(&self, language: Language) -> &Bundle {
        let nth = language as usize;
        self.bundles[nth].get_or_init(|| bundle(language, self.sources[nth]))
    }
}

fn formatted(language: Language, id: &str, args: &[(&'static str, Arg)]) -> Option<String> {
    let topic = id.split_once('-').map_or(id, |(topic, _)| topic);
    let topic = TOPICS.iter().find(|known| known.name == topic)?;
    let bundle = topic.bundle(language);
    let pattern = bundle.get_message(id)?.value()?;
    let mut problems = Vec::new();
    let filled: Option<FluentArgs<'_>> = (!args.is_empty()).then(|| {
        args.iter()
            .map(|(name, arg)| (*name, value(language, arg)))
            .collect()
    });
    let words = bundle.format_pattern(pattern, filled.as_ref(), &mut problems);
    Some(words.into_owned())
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

fn bundle(language: Language, source: &str) -> Bundle {
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
    // What can be read of a broken file is of use; a test reads them all.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(parts, _)| parts);
    bundle.add_resource_overriding(resource);
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
    use super::{FIRST, TOPICS, read_ahead};
    use crate::i18n::Language;

    #[test]
    fn what_the_first_frame_says_can_be_read_before_it() {
        read_ahead(Language::Japanese);
        for name in FIRST {
            let topic = TOPICS.iter().find(|topic| topic.name == name);
            let bundle = topic.and_then(|topic| topic.bundles[Language::Japanese as usize].get());
            assert!(bundle.is_some(), "{name}");
        }
    }
}
