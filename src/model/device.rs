//! Virtual devices as the service lists them.

use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::text::{SafeText, escape_name};

/// The longest name that is taken, bytes. None of more than 64 KiB fits into a request, but it can be
/// shown; beyond this a page of names would take more memory than any account is worth.
pub const NAME_BYTES: usize = 1 << 20;

/// Text that identifies a device or a mirror: the raw form goes to the service, the shown form
/// (see [`escape_name`]) to the screen.
#[derive(Clone, Eq, PartialOrd, Ord)]
pub struct Identifier {
    raw: Arc<str>,
    /// Only where it differs from `raw`, which is rare.
    shown: Option<Arc<str>>,
    /// Of `raw`, so that nothing goes through long names with each frame to find what was read.
    hash: u64,
}

impl Identifier {
    /// Takes any text but one of more than [`NAME_BYTES`], and the empty one, which the service would
    /// read as "no name".
    #[must_use]
    pub fn new(raw: &str) -> Option<Self> {
        if raw.is_empty() || raw.len() > NAME_BYTES {
            return None;
        }
        let mut hasher = DefaultHasher::new();
        raw.hash(&mut hasher);
        let shown = escape_name(raw);
        let shown = (*shown != *raw).then(|| Arc::from(&*shown));
        Some(Self {
            raw: raw.into(),
            shown,
            hash: hasher.finish(),
        })
    }

    /// The bytes that the service knows. Never draw them.
    #[must_use]
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// The form to draw.
    #[must_use]
    pub fn shown(&self) -> &str {
        self.shown.as_deref().unwrap_or(&self.raw)
    }

    /// A number that equal names share and others hardly ever do.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        self.hash
    }

    /// Whether the shown form had to be escaped, so that the screen can point at it.
    #[must_use]
    pub fn is_escaped(&self) -> bool {
        self.shown.is_some()
    }
}

impl PartialEq for Identifier {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash && self.raw == other.raw
    }
}

impl Hash for Identifier {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.hash);
    }
}

impl fmt::Display for Identifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.shown())
    }
}

impl fmt::Debug for Identifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.raw)
    }
}

/// The name of a virtual device, never empty.
///
/// The service allows up to 128 of `A-Z a-z 0-9 - _` (`iot-cloudiotcore-postdevice`), but names
/// outside that are taken from replies and encoded in the path.
pub type DeviceName = Identifier;

/// One row of the device list (`iot-cloudiotcore-getdevicelist`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Its identity.
    pub name: DeviceName,
    /// Free text, possibly empty.
    pub description: SafeText,
    /// `yyyy-MM-dd HH:mm:ss` without a zone, as received; empty when there was none.
    pub modified: SafeText,
    /// As `modified`.
    pub registered: SafeText,
}

/// One page of devices.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DevicePage {
    /// The rows, in the order of the service, without duplicates.
    pub devices: Vec<Device>,
    /// Rows that had no usable name and so cannot be addressed.
    pub unnamed: usize,
    /// What the service says of the page; absent when it said nothing.
    pub page: Option<PageInfo>,
}

/// The service's word about a page. Trust it over what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageInfo {
    /// Counts from 0.
    pub number: u64,
    /// Rows in a full page.
    pub size: u64,
    /// Devices in all pages.
    pub total_elements: u64,
    /// Pages there are.
    pub total_pages: u64,
}

/// A device with its properties (`iot-cloudiotcore-getdevice`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceDetail {
    /// As in the list.
    pub device: Device,
    /// Key and value pairs.
    pub properties: Vec<Property>,
}

/// One property of a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    /// Its key.
    pub key: SafeText,
    /// Its value.
    pub value: SafeText,
}

/// What a search looks at (`iot-cloudiotcore-searchdevice`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchBy {
    /// Device names that contain the keyword.
    Name,
    /// Descriptions that contain the keyword.
    Description,
    /// Up to three of `key`, `key:value` (contains), `key=value` (equal), separated by commas.
    Property,
}

/// Which devices a page is cut out of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listing {
    /// All of the account.
    All,
    /// Those that a search finds.
    Search {
        /// What it looks at.
        by: SearchBy,
        /// What it looks for.
        keyword: Arc<str>,
    },
}
