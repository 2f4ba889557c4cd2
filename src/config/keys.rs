//! `[keys.PLACE]` of `config.toml`: the keys that the user wishes for.

use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::entries::Entries;
use super::error::shown;
use super::nearest::nearest;
use crate::app::key::Key;
use crate::app::keymap::{Action, Chosen, Group, Keymap, Wish};
use crate::i18n::Text;
use crate::text;

/// Reads the section. Every problem is told; there is a keymap only where there is none.
pub(super) fn keymap(entries: &mut Entries<'_>, section: &DeTable<'_>) -> Option<Arc<Keymap>> {
    let built_in = Keymap::built_in();
    let mut wishes = Vec::new();
    for (name, value) in section {
        let Some(group) = group(entries, name) else {
            continue;
        };
        for (name, value) in entries.table(name, value).into_iter().flatten() {
            wishes.extend(wish(entries, &built_in, group, name, value));
        }
    }
    match built_in.with(&wishes) {
        Ok(keymap) => Some(Arc::new(keymap)),
        Err(problems) => {
            for problem in problems {
                tell(entries, problem.at, &problem.what);
            }
            None
        }
    }
}

fn group(entries: &mut Entries<'_>, name: &Spanned<DeString<'_>>) -> Option<Group> {
    let (at, name) = (name.span().start, name.get_ref());
    let group = Group::named(name);
    if group.is_none() {
        let what = if Group::FIXED.contains(&&**name) {
            text!("keymap-fixed", place = shown(name))
        } else {
            let names = Group::ALL.map(|group| group.name);
            match nearest(name, names) {
                Some(near) => text!("keymap-place-near", place = shown(name), near = near),
                None => text!("keymap-place", place = shown(name), all = listed(&names)),
            }
        };
        tell(entries, at, &what);
    }
    group
}

fn wish(
    entries: &mut Entries<'_>,
    built_in: &Keymap,
    group: Group,
    name: &Spanned<DeString<'_>>,
    value: &Spanned<DeValue<'_>>,
) -> Option<Wish> {
    let at = name.span().start;
    let action = Action::named(name.get_ref());
    if action.is_none() {
        let names = group.actions(built_in);
        let action = shown(name.get_ref());
        let what = match nearest(name.get_ref(), names.iter().copied()) {
            Some(near) => text!("keymap-action-near", action = action, near = near),
            None => text!(
                "keymap-action",
                action = action,
                place = group.name,
                all = listed(&names)
            ),
        };
        tell(entries, at, &what);
    }
    let one = std::slice::from_ref(value);
    let values = value.get_ref().as_array().map_or(one, |array| &**array);
    let mut keys = Vec::new();
    for value in values {
        let Some(name) = value.get_ref().as_str() else {
            let what = text!("keymap-no-text", action = shown(name.get_ref()));
            tell(entries, value.span().start, &what);
            continue;
        };
        let at = value.span().start;
        match Key::named(name) {
            Some(key) => keys.push(Chosen { key, at }),
            None => tell(entries, at, &text!("keymap-key", key = shown(name))),
        }
    }
    // A key that cannot be read is told; that none is left would be told of the same mistake.
    let is_whole = keys.len() == values.len();
    is_whole.then_some(Wish {
        group,
        action: action?,
        keys,
        at,
    })
}

fn listed(names: &[&'static str]) -> Text {
    Text::joined(names.iter().map(|name| Text::verbatim(*name)), ", ")
}

fn tell(entries: &mut Entries<'_>, at: usize, what: &Text) {
    entries.problem(at, what.clone());
}
