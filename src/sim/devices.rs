//! The device operations. Their answers wear the envelope `{"status", "body"}`.

use std::ops::Range;

use jiff::tz::{TimeZone, offset};
use serde_json::{Value, json};

use super::errors::Failure;
use super::generate;
use super::reply::{Outcome, moment};
use super::route::Query;
use super::seed::SEEDED_DEVICES;
use super::store::{Fleet, Row, row};
use crate::model::device::SearchBy;

/// Rows in a page that asks for no number (`iot-cloudiotcore-getdevicelist`).
const DEFAULT_SIZE: usize = 10;
/// Conditions that a property search takes (`iot-cloudiotcore-searchdevice`).
const MAX_CONDITIONS: usize = 3;

/// `GET /devices`. Results come in the order of registration (assumed: the pages name none).
pub(super) fn list(fleet: &Fleet, query: &Query, max_size: usize) -> Outcome {
    let page = Page::read(query, max_size)?;
    let total = fleet.len();
    let rows = page
        .range(total)
        .map(|index| row_json(fleet, &row(index)))
        .collect();
    Ok(page.answer(rows, total))
}

/// `GET /search/devices/..`: that its answer has the shape of the list is assumed.
pub(super) fn search(fleet: &mut Fleet, by: SearchBy, query: &Query, max_size: usize) -> Outcome {
    let page = Page::read(query, max_size)?;
    let matcher = Matcher::read(by, query)?;
    let keyword = query.one("keyword")?.unwrap_or_default();
    let known = fleet.found.take();
    let found = match known {
        // The next page of the same search.
        Some((known_by, known, found)) if known_by == by && known == keyword => found,
        _ => {
            let mut text = String::new();
            let all = 0..fleet.len();
            all.filter(|index| matcher.finds(*index, &mut text))
                .collect()
        }
    };
    let rows = found[page.range(found.len())]
        .iter()
        .map(|index| row_json(fleet, &row(*index)))
        .collect();
    let answer = page.answer(rows, found.len());
    fleet.found = Some((by, keyword.to_owned(), found));
    Ok(answer)
}

/// `GET /devices/{device}` (`iot-cloudiotcore-getdevice`).
pub(super) fn view(fleet: &Fleet, name: &str) -> Outcome {
    let index = fleet.find(name).ok_or_else(|| Failure::no_device(name))?;
    let device = row(index);
    let (registered, modified) = times(fleet, &device);
    let properties: Vec<Value> = device
        .properties
        .iter()
        .map(|(key, value)| {
            json!({ "key": key, "value": value, "modifyTime": modified, "registerTime": registered })
        })
        .collect();
    Ok(envelope(&json!({
        "device": row_json(fleet, &device),
        "deviceProperties": { "createUpdateList": properties },
    })))
}

fn envelope(body: &Value) -> Value {
    json!({ "status": "SUCCESS", "body": body })
}

fn row_json(fleet: &Fleet, row: &Row) -> Value {
    let (registered, modified) = times(fleet, row);
    json!({
        "name": row.name,
        "description": row.description,
        "modifyTime": modified,
        "registerTime": registered,
    })
}

/// Registration and last change as the service writes them, in Korea's time (the zone is assumed).
fn times(fleet: &Fleet, row: &Row) -> (String, String) {
    let text = |ago_s: u64| {
        moment(fleet.start_ms().saturating_sub(ago_s * 1000))
            .to_zoned_datetime(TimeZone::fixed(offset(9)))
            .strftime("%Y-%m-%d %H:%M:%S")
            .to_string()
    };
    (text(row.registered_ago_s), text(row.modified_ago_s))
}

/// Which part of the rows is asked for.
struct Page {
    number: usize,
    size: usize,
}

impl Page {
    /// A size above the largest is cut to it without a word, and no number, a negative one or a size
    /// of 0 is refused (all assumed).
    fn read(query: &Query, max_size: usize) -> Result<Self, Failure> {
        let number = |key: &str, default: usize| match query.one(key)? {
            None => Ok(default),
            Some(text) => text
                .parse::<u32>()
                .map(|number| number as usize)
                .map_err(|_| Failure::unusable(format!("{key} is no number from 0 on: {text:?}"))),
        };
        let page = Self {
            number: number("page", 0)?,
            size: number("size", DEFAULT_SIZE)?.min(max_size),
        };
        if page.size == 0 {
            return Err(Failure::unusable("size is 0"));
        }
        Ok(page)
    }

    fn range(&self, total: usize) -> Range<usize> {
        let start = self.number.saturating_mul(self.size).min(total);
        start..start.saturating_add(self.size).min(total)
    }

    fn answer(&self, rows: Vec<Value>, total: usize) -> Value {
        envelope(&json!({
            "content": Value::Array(rows),
            "page": {
                "size": self.size,
                "totalElements": total,
                "totalPages": total.div_ceil(self.size),
                "number": self.number,
            },
        }))
    }
}

/// What a search looks for. Upper and lower case differ (assumed).
enum Matcher {
    Name(String),
    Description(String),
    Properties(Vec<Condition>),
}

/// One of the conditions of a property search, all of which must hold.
enum Condition {
    Exists(String),
    Contains(String, String),
    Equals(String, String),
}

impl Matcher {
    /// An empty keyword is refused like a missing one (assumed).
    fn read(by: SearchBy, query: &Query) -> Result<Self, Failure> {
        let keyword = query
            .one("keyword")?
            .filter(|keyword| !keyword.is_empty())
            .ok_or_else(|| Failure::unusable("keyword is missing"))?;
        match by {
            SearchBy::Name => Ok(Self::Name(keyword.to_owned())),
            SearchBy::Description => Ok(Self::Description(keyword.to_owned())),
            SearchBy::Property => conditions(keyword).map(Self::Properties),
        }
    }

    /// Looks at no more of a device than it has to: a search goes through all of them while other
    /// requests wait.
    ///
    /// * `text` - room to write in, whose content does not matter.
    fn finds(&self, index: usize, text: &mut String) -> bool {
        if index < SEEDED_DEVICES {
            let row = row(index);
            return match self {
                Self::Name(part) => row.name.contains(part),
                Self::Description(part) => row.description.contains(part),
                Self::Properties(conditions) => {
                    let has = (row.properties.iter()).map(|(key, value)| (&**key, &**value));
                    accept(conditions, &has)
                }
            };
        }
        text.clear();
        match self {
            Self::Name(part) => {
                generate::write_name(index, text);
                text.contains(part)
            }
            Self::Description(part) => {
                generate::write_description(index, text);
                text.contains(part)
            }
            Self::Properties(conditions) => {
                accept(conditions, &generate::properties(index).into_iter())
            }
        }
    }
}

/// Whether properties meet all conditions.
fn accept<'a>(
    conditions: &[Condition],
    properties: &(impl Iterator<Item = (&'a str, &'a str)> + Clone),
) -> bool {
    conditions.iter().all(|condition| {
        let mut properties = properties.clone();
        properties.any(|(key, value)| condition.accepts(key, value))
    })
}

impl Condition {
    fn accepts(&self, key: &str, value: &str) -> bool {
        match self {
            Self::Exists(wanted) => key == wanted,
            Self::Contains(wanted, part) => key == wanted && value.contains(part),
            Self::Equals(wanted, whole) => key == wanted && value == whole,
        }
    }
}

/// Reads `floor,type=pump,hall:3`. Letters of any script, digits, `-` and `_` are no special
/// characters (assumed from the alphabet of properties, `iot-cloudiotcore-postdevice`).
fn conditions(keyword: &str) -> Result<Vec<Condition>, Failure> {
    let allowed = |c: char| c.is_alphanumeric() || "-_:=,".contains(c);
    if let Some(refused) = keyword.chars().find(|c| !allowed(*c)) {
        return Err(Failure::unusable(format!(
            "keyword has a special character: {refused:?}"
        )));
    }
    let conditions = keyword
        .split(',')
        .map(condition)
        .collect::<Result<Vec<_>, _>>()?;
    if conditions.len() > MAX_CONDITIONS {
        return Err(Failure::unusable("keyword has more than 3 conditions"));
    }
    Ok(conditions)
}

/// The first `:` or `=` decides, and what stands empty is refused (both assumed).
fn condition(text: &str) -> Result<Condition, Failure> {
    let at = text.find([':', '=']);
    let (key, rest) = text.split_at(at.unwrap_or(text.len()));
    let value = rest.get(1..).unwrap_or_default().to_owned();
    if key.is_empty() || (at.is_some() && value.is_empty()) {
        return Err(Failure::unusable("keyword has an empty condition"));
    }
    Ok(match rest.chars().next() {
        None => Condition::Exists(key.to_owned()),
        Some(':') => Condition::Contains(key.to_owned(), value),
        Some(_) => Condition::Equals(key.to_owned(), value),
    })
}
