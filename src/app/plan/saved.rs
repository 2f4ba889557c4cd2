//! A plan as a file: written for people and scripts to look at, and read with suspicion.

use std::collections::HashSet;

use serde::{Deserialize, Deserializer, Serialize};

use super::{FreshFacts, PlanItem, PlanView};
use crate::i18n::Text;
use crate::model::device::Identifier;
use crate::model::mirror::{MirrorId, MirrorName};
use crate::model::record::Origin;
use crate::model::text::escape_text;
use crate::text;

/// What the file says it is.
const FORMAT: &str = "mirrordeck plan";
/// The version of its form.
const VERSION: u64 = 1;
/// Rows that are taken at most.
pub const MOST_ROWS: usize = 200_000;

/// A plan of deletions as it is written.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedPlan {
    format: String,
    version: u64,
    account: SavedAccount,
    created_ms: i64,
    kind: String,
    mirrors: Vec<SavedRow>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedAccount {
    base_url: String,
    key: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedRow {
    device: String,
    /// Null for the default mirror. It must be there: a name that got lost must not mean that one.
    #[serde(deserialize_with = "present")]
    mirror: Option<String>,
    #[serde(deserialize_with = "present")]
    version: Option<u64>,
    #[serde(rename = "in")]
    is_in: bool,
}

/// A field that may be null and may not be missing.
fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}

impl SavedPlan {
    /// The plan of deletions as it stands on the screen.
    #[must_use]
    pub fn new(plan: &PlanView, origin: &Origin) -> Self {
        let rows = plan.rows().iter().map(|row| SavedRow {
            device: row.item.target.device.raw().to_owned(),
            mirror: match &row.item.target.mirror {
                MirrorName::Default => None,
                MirrorName::Named(name) => Some(name.raw().to_owned()),
            },
            // Of one that has moved and was not taken in again, what was marked.
            version: match (&row.fresh, row.has_moved() && !row.is_taken_in) {
                (FreshFacts::Found(facts), false) => facts.version,
                _ => row.item.version,
            },
            is_in: row.state(plan.kind) == super::RowState::In,
        });
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            account: SavedAccount {
                base_url: origin.base_url.clone(),
                key: origin.key_tail.clone(),
            },
            created_ms: plan.read_at_ms,
            kind: "delete".to_owned(),
            mirrors: rows.collect(),
        }
    }

    /// The bytes of the file.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("text and numbers are JSON");
        bytes.push(b'\n');
        bytes
    }
}

/// The items of a saved plan, by device and name.
///
/// * `here` - the account that is worked on; a plan of another one is refused.
///
/// # Errors
/// A sentence that says what is wrong with the file; none of it is taken then.
pub fn parse(bytes: &[u8], here: &Origin) -> Result<Vec<PlanItem>, Text> {
    let plan: SavedPlan = serde_json::from_slice(bytes)
        .map_err(|error| text!("plan-file-none", cause = &*escape_text(&error.to_string())))?;
    if plan.format != FORMAT || plan.kind != "delete" {
        return Err(text!("plan-file-no-deletions"));
    }
    if plan.version != VERSION {
        return Err(text!(
            "plan-file-form",
            form = plan.version.to_string(),
            known = VERSION.to_string()
        ));
    }
    let account = &plan.account;
    if account.base_url != here.base_url || account.key != here.key_tail {
        return Err(text!(
            "plan-file-account",
            address = &*escape_text(&account.base_url),
            key = &*escape_text(&account.key)
        ));
    }
    if plan.mirrors.is_empty() {
        return Err(text!("plan-file-empty"));
    }
    if plan.mirrors.len() > MOST_ROWS {
        return Err(text!("plan-file-too-many", most = MOST_ROWS));
    }
    let mut seen = HashSet::with_capacity(plan.mirrors.len());
    let mut items = Vec::with_capacity(plan.mirrors.len());
    for (number, row) in (1_u64..).zip(plan.mirrors) {
        let target = target(&row).ok_or_else(|| text!("plan-file-bad-name", number = number))?;
        if !seen.insert(target.clone()) {
            return Err(text!("plan-file-twice", target = target.text()));
        }
        if row.version.is_none() && row.is_in {
            return Err(text!("plan-file-no-version", target = target.text()));
        }
        items.push(PlanItem {
            target,
            version: row.version,
            copy: None,
            is_out: !row.is_in,
        });
    }
    items.sort_by(|one, other| one.target.cmp(&other.target));
    Ok(items)
}

fn target(row: &SavedRow) -> Option<MirrorId> {
    let device = Identifier::new(&row.device)?;
    let mirror = match &row.mirror {
        None => MirrorName::Default,
        Some(name) => MirrorName::named(name)?,
    };
    Some(MirrorId::new(device, mirror))
}
