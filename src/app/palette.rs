//! The list of all actions that work in a place, with the line in which they are looked for.

use frizbee::{CaseMatching, Config, Matcher, Pattern, PatternConfig};
use tui_input::Input;

use super::cursor::Cursor;
use super::geometry::Size;
use super::key::Key;
use super::keymap::{Action, Keymap, Place, hangul};
use crate::i18n::{Language, speaking};

/// Rows of the screen that are not rows of the palette: header, status, footer, its frame, its line
/// and the gap below that, and one on each side.
const OTHER_ROWS: u16 = 9;
/// Characters of the line that are looked for; no action has so many words.
const LONGEST: usize = 64;

/// One action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it does.
    pub action: Action,
    /// Its keys.
    pub keys: Vec<Key>,
    /// What it does, in the user's language.
    pub words: String,
    /// The same in English, where that is another language.
    pub english: Option<String>,
}

/// An entry that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its number.
    pub entry: usize,
    /// The characters that match, by number.
    pub marks: Vec<usize>,
    /// Whether these are characters of its English words.
    pub in_english: bool,
}

/// The open palette.
#[derive(Debug, Clone)]
pub struct Palette {
    /// Where it was opened, which is where the action runs.
    pub place: Place,
    /// What is looked for.
    pub input: Input,
    /// The selected row and the first in view.
    pub cursor: Cursor,
    entries: Vec<Entry>,
    found: Vec<Found>,
}

impl Palette {
    /// Everything that works in a place, in the order of the keymap; what only moves comes last.
    #[must_use]
    pub fn new(keymap: &Keymap, place: Place, read_only: bool, language: Language) -> Self {
        let offered = keymap
            .bindings(place)
            .iter()
            .filter(|binding| binding.action != Action::Palette)
            .filter(|binding| !read_only || binding.action.is_offered_read_only(place));
        let mut entries: Vec<Entry> = offered
            .filter_map(|binding| {
                let words = binding.words()?;
                let said = |language| speaking(language, || words.to_string());
                Some(Entry {
                    action: binding.action,
                    keys: binding.keys.clone(),
                    words: said(language),
                    english: (language != Language::English).then(|| said(Language::English)),
                })
            })
            .collect();
        entries.sort_by_key(|entry| {
            matches!(
                entry.action,
                Action::Move(_) | Action::Next | Action::Previous | Action::OutOf
            )
        });
        let mut palette = Self {
            place,
            input: Input::default(),
            cursor: Cursor::default(),
            entries,
            found: Vec::new(),
        };
        palette.look();
        palette
    }

    /// Rows in view at most; the palette keeps this height, so that nothing moves while one types.
    #[must_use]
    pub fn rows(&self, size: Size) -> usize {
        let most = usize::from(size.rows.saturating_sub(OTHER_ROWS)).max(1);
        self.entries.len().clamp(1, most)
    }

    /// All actions.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What was found, the best first.
    #[must_use]
    pub fn found(&self) -> &[Found] {
        &self.found
    }

    /// The entry of a row that was found.
    #[must_use]
    pub fn entry(&self, found: &Found) -> Option<&Entry> {
        self.entries.get(found.entry)
    }

    /// The selected action; nothing where none was found.
    #[must_use]
    pub fn selected(&self) -> Option<&Entry> {
        self.entry(self.found.get(self.cursor.at)?)
    }

    /// Looks for what stands in the line, in the words of the user's language and in English. What was
    /// typed on a keyboard in Hangul mode is looked for as the letters on those keys too.
    pub fn look(&mut self) {
        self.cursor = Cursor::default();
        let typed: String = self.input.value().trim().chars().take(LONGEST).collect();
        if typed.is_empty() {
            let all = 0..self.entries.len();
            let all = all.map(|entry| Found {
                entry,
                marks: Vec::new(),
                in_english: false,
            });
            self.found = all.collect();
            return;
        }
        let english = hangul::in_english(&typed);
        let mut needles = vec![typed.as_str()];
        needles.extend((english != typed).then_some(english.as_str()));
        let mut matchers: Vec<_> = needles.iter().map(|needle| matcher(needle)).collect();
        let key = Key::named(&typed);
        let mut found = Vec::new();
        for (entry, of) in self.entries.iter().enumerate() {
            let texts = [
                (Some(of.words.as_str()), false),
                (of.english.as_deref(), true),
            ];
            let best = texts
                .into_iter()
                .filter_map(|(text, in_english)| Some((text?, in_english)))
                .flat_map(|(text, in_english)| {
                    let hits = matchers.iter_mut().filter_map(|matcher| hit(matcher, text));
                    hits.map(|(score, marks)| (score, in_english, marks))
                        .collect::<Vec<_>>()
                })
                .max_by_key(|(score, in_english, _)| (*score, !*in_english));
            let has_key = key.is_some_and(|key| of.keys.contains(&key));
            if let Some((score, in_english, marks)) = best {
                found.push((
                    has_key,
                    score,
                    Found {
                        entry,
                        marks,
                        in_english,
                    },
                ));
            } else if has_key {
                let marks = Vec::new();
                found.push((
                    true,
                    0,
                    Found {
                        entry,
                        marks,
                        in_english: false,
                    },
                ));
            }
        }
        // Stable: among equals the order of the keymap stays.
        found.sort_by_key(|(has_key, score, _)| std::cmp::Reverse((*has_key, *score)));
        self.found = found.into_iter().map(|(_, _, found)| found).collect();
    }
}

/// Letter case does not count, and every character of the needle must be there, in order.
fn matcher(needle: &str) -> Matcher {
    let config = Config::default().casing(CaseMatching::Ignore);
    Matcher::new(Pattern::new(needle, PatternConfig::default()), &config)
}

/// How well a text matches, and its characters that do, by number.
fn hit(matcher: &mut Matcher, text: &str) -> Option<(u16, Vec<usize>)> {
    let found = matcher.match_one_indices(text, 0)?;
    // Bytes, all of those that a character has.
    let is_hit = |at: usize| u32::try_from(at).is_ok_and(|at| found.indices.contains(&at));
    let characters = text.char_indices().enumerate();
    let marks = characters.filter(|(_, (at, _))| is_hit(*at));
    Some((found.score, marks.map(|(nth, _)| nth).collect()))
}
