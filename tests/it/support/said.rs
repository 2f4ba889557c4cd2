//! Texts as tests read them: in English.

use mirrordeck::i18n::Text;

pub trait Said {
    fn contains(&self, words: &str) -> bool;
    fn starts_with(&self, words: &str) -> bool;
}

impl Said for Text {
    fn contains(&self, words: &str) -> bool {
        self.to_string().contains(words)
    }

    fn starts_with(&self, words: &str) -> bool {
        self.to_string().starts_with(words)
    }
}
