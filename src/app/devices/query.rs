//! What is typed after `/` in the devices pane.

use std::sync::Arc;

use crate::i18n::Text;
use crate::model::device::{Listing, SearchBy};
use crate::text;

/// Conditions that the service takes in one search (`iot-cloudiotcore-searchdevice`).
const MOST_CONDITIONS: usize = 3;
/// Characters of a fuzzy text: no name is longer, and the time to match grows with it.
const LONGEST_FUZZY: usize = 128;

/// What the devices pane looks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Query {
    /// Nothing: all devices.
    #[default]
    All,
    /// Names that contain a text, letter case as typed: the service's rule for it is not documented,
    /// and the scope of a deletion must not hang on whether a row was loaded.
    Name(Arc<str>),
    /// Names that have the letters of a text in this order; only what is loaded.
    Fuzzy(Arc<str>),
    /// Descriptions that contain a text.
    Description(Arc<str>),
    /// Properties as the service writes such conditions; only the service knows them.
    Properties(Arc<str>),
    /// A text that cannot be looked for, and why.
    Wrong(Text),
}

impl Query {
    /// Reads what was typed.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        if text.is_empty() {
            Self::All
        } else if let Some(text) = text.strip_prefix('~') {
            if text.chars().count() > LONGEST_FUZZY {
                return Self::Wrong(text!("filter-fuzzy-too-long", most = LONGEST_FUZZY));
            }
            Self::Fuzzy(text.into())
        } else if let Some(text) = text.strip_prefix("desc:") {
            if text.is_empty() {
                return Self::Wrong(text!("filter-description"));
            }
            Self::Description(text.into())
        } else if let Some(conditions) = text.strip_prefix("prop:") {
            match problem(conditions) {
                None => Self::Properties(conditions.into()),
                Some(problem) => Self::Wrong(problem),
            }
        } else {
            Self::Name(text.into())
        }
    }

    /// What the service is asked for, if it is asked.
    #[must_use]
    pub fn listing(&self) -> Option<Listing> {
        let (by, keyword) = match self {
            Self::All | Self::Fuzzy(_) | Self::Wrong(_) => return None,
            Self::Name(text) => (SearchBy::Name, text),
            Self::Description(text) => (SearchBy::Description, text),
            Self::Properties(text) => (SearchBy::Property, text),
        };
        Some(Listing::Search {
            by,
            keyword: keyword.clone(),
        })
    }
}

/// Why the service would refuse these conditions.
fn problem(conditions: &str) -> Option<Text> {
    if conditions.is_empty() {
        return Some(text!("filter-property"));
    }
    // The alphabet of properties (`iot-cloudiotcore-postdevice`); the service refuses others.
    let allowed = |c: char| c.is_alphanumeric() || "-_:=,".contains(c);
    if !conditions.chars().all(allowed) {
        return Some(text!("filter-property-character"));
    }
    if conditions.split(',').count() > MOST_CONDITIONS {
        return Some(text!("filter-property-most"));
    }
    for condition in conditions.split(',') {
        let at = condition.find([':', '=']);
        let (key, value) = condition.split_at(at.unwrap_or(condition.len()));
        if key.is_empty() {
            return Some(text!("filter-property-key"));
        }
        if value.len() == 1 {
            return Some(text!("filter-property-value"));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::Query;

    #[test]
    fn a_prefix_says_what_is_looked_at() {
        for (text, query) in [
            ("", Query::All),
            ("pump", Query::Name("pump".into())),
            ("~pmp", Query::Fuzzy("pmp".into())),
            ("desc:온실 7", Query::Description("온실 7".into())),
            ("prop:hall", Query::Properties("hall".into())),
            (
                "prop:hall=3,type:pump,층",
                Query::Properties("hall=3,type:pump,층".into()),
            ),
        ] {
            assert_eq!(Query::parse(text), query, "{text}");
        }
    }

    #[test]
    fn what_the_service_would_refuse_is_named_and_not_asked() {
        for (text, word) in [
            ("prop:", "prop:key"),
            ("prop:a,b,c,d", "three"),
            ("prop:=3", "key"),
            ("prop:a,,b", "key"),
            ("prop:a=", "value"),
            ("prop:a=b c", "special"),
            ("desc:", "desc:text"),
        ] {
            let Query::Wrong(words) = Query::parse(text) else {
                panic!("{text} is taken");
            };
            assert!(words.to_string().contains(word), "{text}: {words}");
            assert_eq!(Query::parse(text).listing(), None);
        }
    }
}
