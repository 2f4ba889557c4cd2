//! Reads the keymap that is built in. It is walked by hand: that is fast, and its names can be those
//! of texts, which stand in the program as long as it runs.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Action, Binding, Place};
use crate::app::key::Key;

type Value = Spanned<DeValue<'static>>;

/// Why a keymap cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeymapError {
    /// It is no TOML.
    #[error("no TOML: {0}")]
    NoToml(String),
    /// A table or list is missing, or is something else.
    #[error("{0} is missing or is something else")]
    Missing(&'static str),
    /// A name that nothing has.
    #[error("nothing is called {0}")]
    Unknown(String),
}

/// The bindings by place.
pub(super) fn read(text: &'static str) -> Result<Vec<Vec<Binding>>, KeymapError> {
    let file = DeTable::parse(text).map_err(|error| KeymapError::NoToml(error.to_string()))?;
    let lists = table(file.get_ref(), "lists")?;
    let places = table(file.get_ref(), "places")?;
    if let Some(unknown) = places
        .keys()
        .find(|key| Place::named(key.get_ref()).is_none())
    {
        return Err(KeymapError::Unknown(unknown.get_ref().to_string()));
    }
    Place::ALL
        .iter()
        .map(|(name, _)| bindings(lists, array(places.get(*name), "a place")?))
        .collect()
}

/// The bindings of some lists.
fn bindings(lists: &DeTable<'static>, names: &[Value]) -> Result<Vec<Binding>, KeymapError> {
    let mut bindings = Vec::with_capacity(32);
    for name in names {
        let name = word(name)?;
        let list = lists
            .get(name)
            .ok_or_else(|| KeymapError::Unknown(name.to_owned()))?;
        for entry in array(Some(list), "a list")? {
            let entry = entry.get_ref().as_table();
            bindings.push(binding(entry.ok_or(KeymapError::Missing("a binding"))?)?);
        }
    }
    Ok(bindings)
}

fn binding(entry: &DeTable<'static>) -> Result<Binding, KeymapError> {
    let known = ["action", "keys", "help", "footer", "with", "line"];
    if let Some(unknown) = entry.keys().find(|key| !known.contains(&&**key.get_ref())) {
        return Err(KeymapError::Unknown(unknown.get_ref().to_string()));
    }
    let optional = |name| entry.get(name).map(word).transpose();
    let action = |name: &'static str| {
        Action::named(name).ok_or_else(|| KeymapError::Unknown(name.to_owned()))
    };
    let keys = array(entry.get("keys"), "keys")?.iter().map(|name| {
        let name = word(name)?;
        Key::named(name).ok_or_else(|| KeymapError::Unknown(name.to_owned()))
    });
    Ok(Binding {
        action: action(optional("action")?.ok_or(KeymapError::Missing("action"))?)?,
        keys: keys.collect::<Result<_, _>>()?,
        help: optional("help")?,
        line: optional("line")?,
        footer: optional("footer")?,
        with: optional("with")?.map(action).transpose()?,
    })
}

fn table<'a>(
    within: &'a DeTable<'static>,
    name: &'static str,
) -> Result<&'a DeTable<'static>, KeymapError> {
    let found = within
        .get(name)
        .and_then(|value| value.get_ref().as_table());
    found.ok_or(KeymapError::Missing(name))
}

fn array<'a>(value: Option<&'a Value>, what: &'static str) -> Result<&'a [Value], KeymapError> {
    let found = value.and_then(|value| value.get_ref().as_array());
    found
        .map(|array| &**array)
        .ok_or(KeymapError::Missing(what))
}

/// A text without escapes, which therefore is part of the file.
fn word(value: &Value) -> Result<&'static str, KeymapError> {
    match value.get_ref() {
        DeValue::String(Cow::Borrowed(word)) => Ok(word),
        _ => Err(KeymapError::Missing("a text without escapes")),
    }
}
