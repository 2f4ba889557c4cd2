//! The keys that sentences name: those of the user, where they have others than the default ones.

use std::cell::RefCell;
use std::sync::Arc;

use fluent_bundle::FluentValue;

/// Knows the user's keys. It is asked while a text is being said, and so must say none itself.
pub trait Keys: Send + Sync {
    /// The key of an action in a place, as sentences name it; nothing for what does not exist.
    ///
    /// * `of` - `PLACE/ACTION`, named as in the keymap.
    fn key(&self, of: &str) -> Option<String>;
}

thread_local! {
    static KEYS: RefCell<Option<Arc<dyn Keys>>> = const { RefCell::new(None) };
}

/// Runs something that writes texts in which these keys are named. The scope is this call on this
/// thread; outside of it, as in the log, the default keys are named.
pub fn naming<R>(keys: Arc<dyn Keys>, write: impl FnOnce() -> R) -> R {
    /// Goes back to the keys before, after a panic too.
    struct Before(Option<Arc<dyn Keys>>);
    impl Drop for Before {
        fn drop(&mut self) {
            KEYS.set(self.0.take());
        }
    }
    let _before = Before(KEYS.replace(Some(keys)));
    write()
}

/// `KEY("PLACE/ACTION", "DEFAULT")` in the language files.
pub(super) fn key<'a>(arguments: &[FluentValue<'a>]) -> FluentValue<'a> {
    let [FluentValue::String(of), FluentValue::String(default)] = arguments else {
        return FluentValue::Error;
    };
    let own = KEYS.with_borrow(|keys| keys.as_ref()?.key(of));
    FluentValue::String(own.map_or_else(|| default.clone(), Into::into))
}
