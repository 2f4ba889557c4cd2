//! The file of a copy: one line of JSON, then the bytes of the service as they came.
//!
//! ```text
//! {"format":"mirrordeck copy","number":1,"id":..,"base_url":..,"key":..,"source":..,"device":..,
//!  "mirror":null or a name,"version":..,"read_at_ms":..,"token":..,"bytes":..,"sha256":..,"seal":..}
//! ```
//!
//! `sha256` is that of the body. `seal` is that of the line in front of it, since a bit that flips
//! in the name would bring a mirror back on another device.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::error::Damage;
use crate::model::device::DeviceName;
use crate::model::mirror::{MirrorId, MirrorName};
use crate::model::record::{ActionId, CopyHead, Origin};

/// The largest body: what the client takes from the service.
pub(super) const LARGEST_BODY: usize = 16 * 1024 * 1024;

/// The longest first line, its newline included.
pub(super) const LONGEST_HEAD: usize = 1024 * 1024;

const FORMAT: &str = "mirrordeck copy";
const NUMBER: u32 = 1;
const BEGINNING: &[u8] = br#"{"format":"mirrordeck copy","number":"#;
const SEAL: &str = r#","seal":""#;
const SEAL_DIGITS: usize = 64;
const END: &str = "\"}";

#[derive(Serialize, Deserialize)]
struct Line<'a> {
    format: Cow<'a, str>,
    number: u32,
    id: Cow<'a, str>,
    base_url: Cow<'a, str>,
    key: Cow<'a, str>,
    source: Cow<'a, str>,
    device: Cow<'a, str>,
    // Read by a function, a name that is missing is an error and not the default mirror.
    #[serde(deserialize_with = "Option::deserialize")]
    mirror: Option<Cow<'a, str>>,
    version: Option<u64>,
    read_at_ms: i64,
    token: Option<Cow<'a, str>>,
    bytes: u64,
    sha256: Cow<'a, str>,
}

/// What the first line of a copy says.
#[derive(Debug)]
pub(super) struct Opening {
    /// For everybody.
    pub(super) head: CopyHead,
    /// In hexadecimal digits.
    sha256: String,
}

/// Why a first line says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoOpening {
    /// Another program's file, or a newer format.
    Foreign,
    /// Ours once.
    Damaged(Damage),
}

/// The first line, its newline included.
pub(super) fn first_line(head: &CopyHead, body: &[u8]) -> Vec<u8> {
    let mirror = match &head.target.mirror {
        MirrorName::Default => None,
        MirrorName::Named(name) => Some(name.raw().into()),
    };
    let line = Line {
        format: FORMAT.into(),
        number: NUMBER,
        id: head.id.as_str().into(),
        base_url: head.origin.base_url.as_str().into(),
        key: head.origin.key_tail.as_str().into(),
        source: head.origin.source.as_str().into(),
        device: head.target.device.raw().into(),
        mirror,
        version: head.version,
        read_at_ms: head.read_at_ms,
        token: head.token.as_deref().map(Cow::Borrowed),
        bytes: body.len() as u64,
        sha256: sha256(body).into(),
    };
    let mut line = serde_json::to_string(&line).expect("texts and numbers are JSON");
    line.pop();
    let seal = sha256(line.as_bytes());
    writeln!(line, "{SEAL}{seal}{END}").expect("writing to a string cannot fail");
    line.into_bytes()
}

/// Reads the beginning of a file, up to its first newline or to [`LONGEST_HEAD`], as the copy of
/// the deletion `id`.
pub(super) fn opening(beginning: &[u8], id: &ActionId) -> Result<Opening, NoOpening> {
    let Some(rest) = beginning.strip_prefix(BEGINNING) else {
        return Err(if BEGINNING.starts_with(beginning) {
            NoOpening::Damaged(Damage::CutShort)
        } else {
            NoOpening::Foreign
        });
    };
    let number = rest.split(|byte| *byte == b',').next().unwrap_or_default();
    if rest.len() > number.len() && number != NUMBER.to_string().as_bytes() {
        return Err(NoOpening::Foreign);
    }
    let Some(line) = beginning.strip_suffix(b"\n") else {
        return Err(NoOpening::Damaged(if beginning.len() < LONGEST_HEAD {
            Damage::CutShort
        } else {
            Damage::Altered
        }));
    };
    let altered = NoOpening::Damaged(Damage::Altered);
    let Some(opening) = unsealed(line).and_then(|json| parse(&json)) else {
        return Err(altered);
    };
    if opening.head.id != *id {
        return Err(NoOpening::Damaged(Damage::Misnamed));
    }
    Ok(opening)
}

/// The JSON without its seal, if that is right.
fn unsealed(line: &[u8]) -> Option<String> {
    let line = str::from_utf8(line).ok()?;
    let (front, seal) = line.strip_suffix(END)?.rsplit_once(SEAL)?;
    (seal.len() == SEAL_DIGITS && sha256(front.as_bytes()) == seal).then(|| format!("{front}}}"))
}

fn parse(json: &str) -> Option<Opening> {
    let line: Line<'_> = serde_json::from_str(json).ok()?;
    let mirror = match line.mirror {
        None => MirrorName::Default,
        Some(name) => MirrorName::named(&name)?,
    };
    let head = CopyHead {
        id: line.id.parse().ok()?,
        origin: Origin {
            base_url: line.base_url.into_owned(),
            key_tail: line.key.into_owned(),
            source: line.source.into_owned(),
        },
        target: MirrorId::new(DeviceName::new(&line.device)?, mirror),
        version: line.version,
        read_at_ms: line.read_at_ms,
        token: line.token.map(Cow::into_owned),
        bytes: line.bytes,
    };
    let sha256 = line.sha256.into_owned();
    Some(Opening { head, sha256 })
}

impl Opening {
    /// Whether the bytes behind the first line are the body that was written; `body` may go on
    /// behind the end by a byte or more.
    pub(super) fn check(&self, body: &[u8]) -> Result<(), Damage> {
        match (body.len() as u64).cmp(&self.head.bytes) {
            std::cmp::Ordering::Less => Err(Damage::CutShort),
            std::cmp::Ordering::Greater => Err(Damage::TooLong),
            std::cmp::Ordering::Equal if sha256(body) == self.sha256 => Ok(()),
            std::cmp::Ordering::Equal => Err(Damage::Altered),
        }
    }
}

fn sha256(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(SEAL_DIGITS);
    for byte in Sha256::digest(bytes) {
        write!(digits, "{byte:02x}").expect("writing to a string cannot fail");
    }
    digits
}
