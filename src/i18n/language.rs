//! The languages, and which one is spoken here and now.

use std::cell::Cell;

/// A language that all texts are there in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English, which logs, journal and exported files are always in.
    #[default]
    English,
    /// Korean.
    Korean,
    /// Japanese.
    Japanese,
}

impl Language {
    /// Every language with its code (ISO 639-1).
    pub const ALL: [(&'static str, Self); 3] = [
        ("en", Self::English),
        ("ko", Self::Korean),
        ("ja", Self::Japanese),
    ];

    /// The code: `en`, `ko` or `ja`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Korean => "ko",
            Self::Japanese => "ja",
        }
    }

    /// The language of a locale as the environment names it: `ko`, `ko_KR.UTF-8`, `ja-JP`; none for
    /// another one. `C` and `POSIX` are English.
    #[must_use]
    pub fn of_locale(locale: &str) -> Option<Self> {
        let code = locale.split(['_', '-', '.', '@']).next()?;
        if matches!(code, "C" | "POSIX") {
            return Some(Self::English);
        }
        let known = |(name, _): &&(&str, Self)| name.eq_ignore_ascii_case(code);
        Self::ALL.iter().find(known).map(|(_, language)| *language)
    }
}

thread_local! {
    static SPOKEN: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language of the scope: that of the innermost [`speaking`], else English.
#[must_use]
pub fn spoken() -> Language {
    SPOKEN.get()
}

/// Runs something that writes texts in a language. The scope is this call on this thread, so what
/// comes out depends on the arguments alone.
pub fn speaking<R>(language: Language, write: impl FnOnce() -> R) -> R {
    /// Goes back to the language before, after a panic too.
    struct Before(Language);
    impl Drop for Before {
        fn drop(&mut self) {
            SPOKEN.set(self.0);
        }
    }
    let _before = Before(SPOKEN.replace(language));
    write()
}

#[cfg(test)]
mod tests {
    use super::{Language, speaking, spoken};

    #[test]
    fn a_locale_names_a_language() {
        for (locale, language) in [
            ("ko_KR.UTF-8", Some(Language::Korean)),
            ("KO", Some(Language::Korean)),
            ("ja-JP", Some(Language::Japanese)),
            ("en_GB", Some(Language::English)),
            ("C.UTF-8", Some(Language::English)),
            ("POSIX", Some(Language::English)),
            ("de_DE", None),
            ("", None),
        ] {
            assert_eq!(Language::of_locale(locale), language, "{locale}");
        }
    }

    #[test]
    fn a_scope_ends_with_its_call() {
        assert_eq!(spoken(), Language::English);
        let inner = speaking(Language::Korean, || {
            let japanese = speaking(Language::Japanese, spoken);
            (japanese, spoken())
        });
        assert_eq!(inner, (Language::Japanese, Language::Korean));
        let crashed =
            std::panic::catch_unwind(|| speaking(Language::Korean, || panic!("on purpose")));
        assert!(crashed.is_err());
        assert_eq!(spoken(), Language::English);
    }
}
