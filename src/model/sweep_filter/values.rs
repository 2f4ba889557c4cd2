//! Numbers, lengths of time, sizes, and how they are compared.

use crate::i18n::Text;
use crate::text;

/// How a number is compared with one that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Comparison {
    relation: Relation,
    number: i128,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    Greater,
    Less,
    AtLeast,
    AtMost,
    Equal,
}

impl Comparison {
    pub(super) fn holds(self, number: i128) -> bool {
        match self.relation {
            Relation::Greater => number > self.number,
            Relation::Less => number < self.number,
            Relation::AtLeast => number >= self.number,
            Relation::AtMost => number <= self.number,
            Relation::Equal => number == self.number,
        }
    }
}

/// Units of time, in milliseconds.
const TIMES: [(&str, i128); 6] = [
    ("s", 1_000),
    ("min", 60_000),
    ("m", 60_000),
    ("h", 3_600_000),
    ("d", 86_400_000),
    ("w", 604_800_000),
];

/// Units of size, in bytes, in any letter case.
const SIZES: [(&str, i128); 8] = [
    ("", 1),
    ("b", 1),
    ("k", 1 << 10),
    ("kb", 1 << 10),
    ("kib", 1 << 10),
    ("m", 1 << 20),
    ("mb", 1 << 20),
    ("mib", 1 << 20),
];

/// `>90d`: a relation, a number, a unit of time.
pub(super) fn age(text: &str) -> Result<Comparison, Text> {
    let (relation, rest) = relation(text);
    let relation = match relation {
        Some(Relation::Equal) | None => return Err(text!("filter-age-relation")),
        Some(relation) => relation,
    };
    let (number, unit) = number(rest).ok_or_else(|| text!("filter-age-number"))?;
    let unit_ms = TIMES.iter().find(|(name, _)| *name == unit);
    let Some((_, unit_ms)) = unit_ms else {
        return Err(text!("filter-age-unit"));
    };
    Ok(Comparison {
        relation,
        number: number.saturating_mul(*unit_ms),
    })
}

/// `>4k`: a relation, a number, perhaps a unit.
pub(super) fn size(text: &str) -> Result<Comparison, Text> {
    let (relation, rest) = relation(text);
    let (number, unit) = number(rest).ok_or_else(|| text!("filter-size-number"))?;
    let unit = unit.to_lowercase();
    let Some((_, bytes)) = SIZES.iter().find(|(name, _)| *name == unit) else {
        return Err(text!("filter-size-unit"));
    };
    Ok(Comparison {
        relation: relation.unwrap_or(Relation::Equal),
        number: number.saturating_mul(*bytes),
    })
}

/// `>10`, `=3`, `3`.
pub(super) fn version(text: &str) -> Result<Comparison, Text> {
    let (relation, rest) = relation(text);
    match number(rest) {
        Some((number, "")) => Ok(Comparison {
            relation: relation.unwrap_or(Relation::Equal),
            number,
        }),
        _ => Err(text!("filter-version")),
    }
}

fn relation(text: &str) -> (Option<Relation>, &str) {
    let relations = [
        (">=", Relation::AtLeast),
        ("<=", Relation::AtMost),
        (">", Relation::Greater),
        ("<", Relation::Less),
        ("=", Relation::Equal),
    ];
    for (sign, relation) in relations {
        if let Some(rest) = text.strip_prefix(sign) {
            return (Some(relation), rest);
        }
    }
    (None, text)
}

/// A whole number and what stands behind it. One that no quantity reaches is as good as infinite.
fn number(text: &str) -> Option<(i128, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, unit) = text.split_at(end);
    if digits.is_empty() {
        return None;
    }
    Some((digits.parse().unwrap_or(i128::MAX), unit))
}
