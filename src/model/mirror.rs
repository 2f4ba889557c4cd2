//! Mirrors: their names and the documents they hold.

use std::fmt;
use std::sync::{Arc, OnceLock};

use serde_json::Value;

use super::compare::{Comparison, compare};
use super::device::{DeviceName, Identifier};
use super::outline::Outline;
use super::weight::weight;
use crate::i18n::Text;
use crate::text;

/// Which mirror of a device is meant.
///
/// An enum and never an optional string: a request whose name gets lost addresses the *default*
/// mirror. The default one sorts first, named ones by code point.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MirrorName {
    /// Addressed by leaving `name` out of the query.
    Default,
    /// Addressed by `?name=`; an empty name cannot be built.
    Named(Identifier),
}

impl MirrorName {
    /// A named mirror, or nothing for the empty text.
    #[must_use]
    pub fn named(raw: &str) -> Option<Self> {
        Identifier::new(raw).map(Self::Named)
    }

    /// The form to draw: `default` for the default mirror; the screen draws it in a style of its
    /// own, since a named mirror may be called that too.
    #[must_use]
    pub fn shown(&self) -> &str {
        match self {
            Self::Default => "default",
            Self::Named(name) => name.shown(),
        }
    }
}

/// As [`MirrorName::shown`].
impl fmt::Display for MirrorName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.shown())
    }
}

/// A mirror of a device.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MirrorId {
    /// The device it belongs to.
    pub device: DeviceName,
    /// Which of its mirrors.
    pub mirror: MirrorName,
}

impl MirrorId {
    /// Names a mirror.
    #[must_use]
    pub fn new(device: DeviceName, mirror: MirrorName) -> Self {
        Self { device, mirror }
    }

    /// `device › mirror`, with the default one told apart from a mirror named so, for state and
    /// messages.
    #[must_use]
    pub fn text(&self) -> Text {
        let mirror = match &self.mirror {
            MirrorName::Default => text!("mirror-default"),
            MirrorName::Named(name) => Text::verbatim(name.shown()),
        };
        Text::joined([Text::verbatim(self.device.shown()), mirror], " › ")
    }
}

/// As [`MirrorId::text`], in the language of the scope.
impl fmt::Display for MirrorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}

/// The named mirrors of a device (`iot-cloudiotcore-getnameddevicemirrors`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MirrorList {
    /// [`MirrorName::Named`] only, by code point, without duplicates.
    pub names: Vec<MirrorName>,
    /// Entries that were no usable name (empty text, null, a number, more than
    /// [`NAME_BYTES`](super::device::NAME_BYTES)) and so were left out.
    pub unusable: usize,
}

/// What one mirror holds, digits as the service sent them.
#[derive(Clone, PartialEq)]
pub struct MirrorDocument {
    /// The number that locks a delete; some replies lack it.
    pub version: Option<u64>,
    /// When the reply was made, Unix milliseconds.
    pub timestamp_ms: Option<i64>,
    /// What was asked of the device; absent for missing and null.
    pub desired: Option<Value>,
    /// What the device says it is; absent for missing and null.
    pub reported: Option<Value>,
    /// When each key was asked for; the tree need not match `desired`.
    pub metadata_desired: Option<Value>,
    /// When each key was reported; the tree need not match `reported`.
    pub metadata_reported: Option<Value>,
    /// The reply's bytes as they came.
    pub body: Arc<[u8]>,
}

impl MirrorDocument {
    /// Whether both are the same mirror in the same state: version, values and the times at which
    /// they were set.
    #[must_use]
    pub fn is_unchanged_from(&self, other: &Self) -> bool {
        self.version == other.version
            && self.desired == other.desired
            && self.reported == other.reported
            && self.metadata_desired == other.metadata_desired
            && self.metadata_reported == other.metadata_reported
    }
}

impl fmt::Debug for MirrorDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MirrorDocument")
            .field("version", &self.version)
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// A document with the moment it was read and what the comparison of its halves says.
#[derive(Debug, Clone, PartialEq)]
pub struct MirrorReading {
    /// What the service answered.
    pub document: MirrorDocument,
    /// This computer's clock when the answer came, Unix milliseconds.
    pub read_at_ms: i64,
    /// Desired beside reported.
    pub comparison: Comparison,
    /// How many of its rows had drifted for long when it was read.
    pub old: usize,
    /// Bytes of memory that the document takes, about.
    pub weight: usize,
    outline: Once,
}

/// The lines of a document once somebody has asked for them. They follow from its bytes, so they do
/// not tell two readings apart.
#[derive(Debug, Clone, Default)]
struct Once(OnceLock<Outline>);

impl PartialEq for Once {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl MirrorReading {
    /// Compares the halves of the document; does the work that drawing must not do.
    #[must_use]
    pub fn new(document: MirrorDocument, read_at_ms: i64) -> Self {
        let comparison = compare(&document);
        let weight = weight(&document.body);
        let old = comparison.old(read_at_ms);
        Self {
            document,
            read_at_ms,
            comparison,
            old,
            weight,
            outline: Once::default(),
        }
    }

    /// The lines of the document. The first to ask waits until they are found: the worker asks
    /// before the screen does.
    pub fn outline(&self) -> &Outline {
        self.outline
            .0
            .get_or_init(|| Outline::of(&self.document.body))
    }
}

/// What a request for a mirror found.
#[derive(Debug, Clone, PartialEq)]
pub enum MirrorRead {
    /// It stands.
    Found(Arc<MirrorReading>),
    /// The service (not its gateway) says that there is none.
    Absent,
}

/// The body of an update (`iot-cloudiotcore-updatedevicemirror`): only the keys given change, a
/// key set to null is removed.
#[derive(Debug, Clone, PartialEq)]
pub struct MirrorUpdate {
    /// Keys to change in `desired`.
    pub desired: Option<Value>,
    /// Keys to change in `reported`.
    pub reported: Option<Value>,
    /// Echoed by the service.
    pub client_token: Option<super::delete::ClientToken>,
    /// The update happens only at this version.
    pub version: Option<u64>,
}
