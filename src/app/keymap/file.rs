//! Reads the keymap that is built in: TOML, of which it uses little. The first frame waits for the keys of
//! one place, and a reader of TOML takes longer for all 14 KB than everything else that is shown there; a
//! test holds the two against each other. Names can be those of texts, which stand in the program as long
//! as it runs.

use memchr::{memchr, memchr3, memmem};

use super::{Action, Binding, Place};
use crate::app::key::Key;

/// Why a keymap cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum KeymapError {
    /// Something else stands where this has to be.
    #[error("line {line}: {what} is missing")]
    Missing {
        /// The line, from 1.
        line: usize,
        /// What has to be there.
        what: &'static str,
    },
    /// A name that nothing has.
    #[error("nothing is called {0}")]
    Unknown(String),
}

type Result<T> = std::result::Result<T, KeymapError>;

/// The bindings of a place: those of the lists that stand at its name.
pub(super) fn read(text: &'static str, place: Place) -> Result<Vec<Binding>> {
    let heading = "[places]";
    let places = memmem::find(text.as_bytes(), heading.as_bytes());
    let places = places.ok_or_else(|| {
        Reader {
            text,
            at: text.len(),
        }
        .missing(heading)
    })?;
    let mut reader = Reader::at_value(text, places, place.name())?;
    let mut bindings = Vec::with_capacity(40);
    for name in reader.list(Reader::text)? {
        let mut list = Reader::at_value(text, 0, name)?;
        if list.at > places {
            return Err(KeymapError::Unknown(name.to_owned()));
        }
        bindings.append(&mut list.list(Reader::binding)?);
    }
    Ok(bindings)
}

/// How far it is read.
struct Reader {
    text: &'static str,
    at: usize,
}

impl Reader {
    /// Behind `NAME =` at the start of a line.
    ///
    /// * `from` - where the section begins.
    fn at_value(text: &'static str, from: usize, name: &str) -> Result<Self> {
        let line = format!("\n{name} = ");
        let found = memmem::find(&text.as_bytes()[from..], line.as_bytes());
        let at = found.ok_or_else(|| KeymapError::Unknown(name.to_owned()))?;
        let at = from + at + line.len();
        Ok(Self { text, at })
    }

    /// What is left, from the next sign on that means something.
    fn rest(&mut self) -> &'static str {
        let bytes = self.text.as_bytes();
        loop {
            match bytes.get(self.at) {
                // A checkout on Windows has other ends of lines.
                Some(b' ' | b'\t' | b'\r' | b'\n') => self.at += 1,
                Some(b'#') => {
                    let end = memchr(b'\n', &bytes[self.at..]);
                    self.at = end.map_or(bytes.len(), |end| self.at + end);
                }
                _ => return &self.text[self.at..],
            }
        }
    }

    fn missing(&self, what: &'static str) -> KeymapError {
        let before = self.text[..self.at].bytes();
        let line = 1 + before.filter(|byte| *byte == b'\n').count();
        KeymapError::Missing { line, what }
    }

    fn has(&mut self, sign: &str) -> bool {
        self.rest().starts_with(sign)
    }

    /// Whether this came next; then it is taken.
    fn takes(&mut self, sign: &str) -> bool {
        let has = self.has(sign);
        if has {
            self.at += sign.len();
        }
        has
    }

    fn expect(&mut self, sign: &'static str) -> Result<()> {
        if self.takes(sign) {
            Ok(())
        } else {
            Err(self.missing(sign))
        }
    }

    /// A name that needs no quotes.
    fn name(&mut self) -> Result<&'static str> {
        let rest = self.rest();
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
        let end = rest.bytes().take_while(is_part).count();
        if end == 0 {
            return Err(self.missing("a name"));
        }
        self.at += end;
        Ok(&rest[..end])
    }

    /// A text in quotes, without escapes, and so part of the file.
    fn text(&mut self) -> Result<&'static str> {
        self.expect("\"")?;
        let rest = &self.text[self.at..];
        match memchr3(b'"', b'\\', b'\n', rest.as_bytes()) {
            Some(end) if rest[end..].starts_with('"') => {
                self.at += end + 1;
                Ok(&rest[..end])
            }
            _ => Err(self.missing("a text without escapes")),
        }
    }

    fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        self.expect("[")?;
        let mut items = Vec::with_capacity(4);
        while !self.takes("]") {
            items.push(item(self)?);
            if !self.takes(",") && !self.has("]") {
                return Err(self.missing("]"));
            }
        }
        Ok(items)
    }

    fn binding(&mut self) -> Result<Binding> {
        self.expect("{")?;
        let mut action = None;
        let mut binding = Binding {
            action: Action::Quit,
            keys: Vec::new(),
            help: None,
            line: None,
            footer: None,
            with: None,
        };
        loop {
            let name = self.name()?;
            self.expect("=")?;
            match name {
                "action" => action = Some(self.action()?),
                "keys" => binding.keys = self.list(Self::key)?,
                "help" => binding.help = Some(self.text()?),
                "line" => binding.line = Some(self.text()?),
                "footer" => binding.footer = Some(self.text()?),
                "with" => binding.with = Some(self.action()?),
                _ => return Err(KeymapError::Unknown(name.to_owned())),
            }
            if !self.takes(",") {
                break;
            }
        }
        binding.action = action.ok_or_else(|| self.missing("action"))?;
        if binding.keys.is_empty() {
            return Err(self.missing("keys"));
        }
        self.expect("}")?;
        Ok(binding)
    }

    fn action(&mut self) -> Result<Action> {
        let name = self.text()?;
        Action::named(name).ok_or_else(|| KeymapError::Unknown(name.to_owned()))
    }

    fn key(&mut self) -> Result<Key> {
        let name = self.text()?;
        Key::named(name).ok_or_else(|| KeymapError::Unknown(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use toml::de::{DeTable, DeValue};

    use super::{KeymapError, Reader, read};
    use crate::app::key::Key;
    use crate::app::keymap::{Action, BUILT_IN, Binding, Place};

    /// A binding as the words that it has in the file.
    fn words(binding: &Binding) -> Vec<(&str, String)> {
        let keys = binding.keys.iter().map(ToString::to_string);
        let mut words = vec![
            ("action", binding.action.name().to_owned()),
            ("keys", keys.collect::<Vec<_>>().join(" ")),
        ];
        let with = binding.with.map(Action::name);
        for (name, word) in [
            ("footer", binding.footer),
            ("help", binding.help),
            ("line", binding.line),
            ("with", with),
        ] {
            words.extend(word.map(|word| (name, word.to_owned())));
        }
        words.sort();
        words
    }

    fn text(value: &DeValue<'_>) -> String {
        match value {
            DeValue::Array(keys) => {
                let keys = keys.iter().map(|key| {
                    let key = Key::named(&text(key.get_ref())).unwrap();
                    key.to_string()
                });
                keys.collect::<Vec<_>>().join(" ")
            }
            other => other.as_str().unwrap().to_owned(),
        }
    }

    #[test]
    fn the_file_says_the_same_to_a_reader_of_toml() {
        let file = DeTable::parse(BUILT_IN).unwrap();
        let file = file.get_ref();
        let table = |name: &str| file[name].get_ref().as_table().unwrap();
        assert_eq!(file.len(), 2);
        assert_eq!(table("places").len(), Place::ALL.len());
        for (name, place) in Place::ALL {
            let ours = read(BUILT_IN, place).unwrap();
            let lists = table("places")[name].get_ref().as_array().unwrap();
            let lists = lists.iter().flat_map(|list| {
                let name = list.get_ref().as_str().unwrap();
                table("lists")[name].get_ref().as_array().unwrap().iter()
            });
            let theirs: Vec<Vec<(&str, String)>> = lists
                .map(|entry| {
                    let entry = entry.get_ref().as_table().unwrap().iter();
                    let words = entry.map(|(key, value)| (&**key.get_ref(), text(value.get_ref())));
                    let mut words: Vec<_> = words.collect();
                    words.sort();
                    words
                })
                .collect();
            let ours: Vec<_> = ours.iter().map(words).collect();
            assert_eq!(ours, theirs, "{name}");
        }
    }

    #[test]
    fn ends_of_lines_do_not_matter() {
        let windows = BUILT_IN.replace('\n', "\r\n").leak();
        for (_, place) in Place::ALL {
            assert_eq!(read(windows, place), read(BUILT_IN, place));
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let problem = |text: &'static str| {
            let problem = read(text, Place::Help).unwrap_err();
            problem.to_string()
        };
        assert_eq!(problem("# nothing\n"), "line 2: [places] is missing");
        assert_eq!(problem("\n[places]\n"), "nothing is called help");
        let twice = "\n[places]\nhelp = [\"help\"]";
        assert_eq!(problem(twice), "nothing is called help");
        let of_list = |list: &str| {
            let text = format!("[lists]\na = [\n{list}\n]\n[places]\nhelp = [\"a\"]");
            problem(text.leak())
        };
        assert_eq!(of_list("{ action = \"help\" },"), "line 3: keys is missing");
        assert_eq!(
            of_list("{ action = \"help\", keys = [\"\\u0041\"] }"),
            "line 3: a text without escapes is missing"
        );
        assert_eq!(
            of_list("{ action = \"fly\", keys = [\"j\"] }"),
            "nothing is called fly"
        );
    }

    #[test]
    fn signs_within_quotes_are_text() {
        let text = "# [\n[ \"]\", \"#\", \",\" , ]";
        let mut reader = Reader { text, at: 0 };
        assert_eq!(reader.list(Reader::text).unwrap(), ["]", "#", ","]);
        assert_eq!(reader.rest(), "");
        let mut reader = Reader {
            text: "[\"a\" \"b\"]",
            at: 0,
        };
        let missing = KeymapError::Missing { line: 1, what: "]" };
        assert_eq!(reader.list(Reader::text), Err(missing));
    }
}
