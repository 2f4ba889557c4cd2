//! From a row back to what the document has there: rows hold what is drawn, cut and escaped.

use serde_json::Value;

use super::rows::merged_keys;
use super::{Comparison, Place, is_branch};
use crate::model::cell::VALUE_CHARACTERS;
use crate::model::mirror::MirrorDocument;
use crate::model::text::SafeText;

/// A key of the tree as the document has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Located<'a> {
    /// The keys that lead to it, as `net.ssid` or `stops[2]`; what is no plain word stands as
    /// `["a b"]`. Empty for the whole of a half that is no tree.
    pub path: String,
    /// The value asked for.
    pub desired: Option<&'a Value>,
    /// The value reported.
    pub reported: Option<&'a Value>,
}

impl Comparison {
    /// What stands at a row in the document that was compared; nothing where the two do not match.
    #[must_use]
    pub fn locate<'a>(&self, document: &'a MirrorDocument, index: usize) -> Option<Located<'a>> {
        let row = self.rows.get(index)?;
        let mut place = Place::whole_of(document);
        let mut path = String::new();
        if is_branch(place) {
            let mut shown = SafeText::default();
            for nth in self.steps(index) {
                (place, shown) = step(place, nth, &mut path)?;
            }
            if shown != row.key {
                return None;
            }
        }
        Some(Located {
            path,
            desired: place.desired,
            reported: place.reported,
        })
    }

    /// The way down to a row: at each depth, which of the children it leads through.
    fn steps(&self, index: usize) -> Vec<usize> {
        let mut steps = vec![0];
        let mut depth = self.rows[index].depth;
        for row in self.rows[..index].iter().rev() {
            if row.depth < depth {
                depth = row.depth;
                steps.push(0);
            } else if row.depth == depth
                && let Some(before) = steps.last_mut()
            {
                *before += 1;
            }
        }
        steps.reverse();
        steps
    }
}

/// The child of a place, with its key as a row shows it.
fn step<'a>(place: Place<'a>, nth: usize, path: &mut String) -> Option<(Place<'a>, SafeText)> {
    let halves = [place.desired, place.reported];
    if let Some(Value::Array(_)) = halves.into_iter().flatten().next() {
        let key = format!("[{nth}]");
        path.push_str(&key);
        return Some((place.child(|tree| tree.get(nth)), SafeText::from_text(&key)));
    }
    let keys = merged_keys(halves.map(|half| half.and_then(Value::as_object)));
    let key: &str = keys.get(nth)?;
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    if !key.is_empty() && key.chars().all(is_plain) {
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(key);
    } else {
        path.push('[');
        path.push_str(&Value::from(key).to_string());
        path.push(']');
    }
    let child = place.child(|tree| tree.get(key));
    Some((child, SafeText::excerpt(key, VALUE_CHARACTERS)))
}
