//! An operation as a request that is neither signed nor sent.
//!
//! The one place that builds path and query (a mirror's is that of [`crate::model::address`]): the text
//! made here is the text that is signed and the text that goes on the wire (API reference, 5.1).

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::wire::Method;
use crate::model::address::{can_stand_in_a_path, encoded, mirror_path};
use crate::model::delete::ClientToken;
use crate::model::device::{DeviceName, SearchBy};
use crate::model::error::{ApiError, NotSent};
use crate::model::mirror::{MirrorId, MirrorUpdate};
use crate::text;

/// What can be asked of the service (API reference, section 2).
#[derive(Debug, Clone, PartialEq)]
pub enum Operation {
    /// One page of all devices (`iot-cloudiotcore-getdevicelist`).
    ListDevices {
        /// Counts from 0.
        page: u64,
        /// Rows in a page.
        size: u32,
    },
    /// One page of the devices that match (`iot-cloudiotcore-searchdevice`).
    SearchDevices {
        /// What the keyword is compared with.
        by: SearchBy,
        /// Text or conditions, as [`SearchBy`] says.
        keyword: String,
        /// Counts from 0.
        page: u64,
        /// Rows in a page.
        size: u32,
    },
    /// One device with its properties (`iot-cloudiotcore-getdevice`).
    ViewDevice(DeviceName),
    /// The named mirrors of a device (`iot-cloudiotcore-getnameddevicemirrors`).
    ListMirrors(DeviceName),
    /// One mirror (`iot-cloudiotcore-getdevicemirror`).
    ViewMirror(MirrorId),
    /// Changes a mirror, or creates it (`iot-cloudiotcore-updatedevicemirror`).
    UpdateMirror {
        /// Which mirror.
        target: MirrorId,
        /// What to change.
        update: MirrorUpdate,
    },
    /// Deletes a mirror (`iot-cloudiotcore-deletedevicemirror`).
    DeleteMirror {
        /// Which mirror.
        target: MirrorId,
        /// The only version that may fall.
        version: Option<u64>,
        /// Text to be echoed.
        token: Option<ClientToken>,
    },
}

/// A request without the headers that depend on the moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnsignedRequest {
    /// The verb.
    pub method: Method,
    /// From the first `/` on, percent-encoded; the base URL's prefix included.
    pub path_and_query: String,
    /// The JSON body; absent means none at all.
    pub body: Option<Vec<u8>>,
    /// Whether a name or keyword has characters that had to be encoded, which a gateway may sign
    /// differently.
    pub encoded: bool,
}

/// Bytes of path and query that are sent: HTTP libraries take no address of 64 KiB or more, and most
/// servers far less.
const PATH_BYTES: usize = 60_000;

/// Builds the request of an operation.
///
/// * `prefix` - path of the base URL, without a slash at its end.
///
/// # Errors
/// [`ApiError::NotSent`] for a device named `.` or `..`: a URL resolves these away, encoded ones
/// too, so that the request would address something else. Also for a name of more than some 60,000
/// bytes.
pub fn build(operation: &Operation, prefix: &str) -> Result<UnsignedRequest, ApiError> {
    let mut url = UrlText::new(prefix);
    let (method, body) = match operation {
        Operation::ListDevices { page, size } => {
            url.literal("/devices").page(*page, *size);
            (Method::Get, None)
        }
        Operation::SearchDevices {
            by,
            keyword,
            page,
            size,
        } => {
            url.literal(search_path(*by)).page(*page, *size);
            url.literal("&keyword=").encode(keyword);
            (Method::Get, None)
        }
        Operation::ViewDevice(device) => {
            url.literal("/devices").device(device)?;
            (Method::Get, None)
        }
        Operation::ListMirrors(device) => {
            url.literal("/devices/mirror/ListNamedMirrorForDevice")
                .device(device)?;
            (Method::Get, None)
        }
        Operation::ViewMirror(target) => {
            url.mirror(target)?;
            (Method::Get, None)
        }
        Operation::UpdateMirror { target, update } => {
            url.mirror(target)?;
            (Method::Post, Some(update_body(update)))
        }
        Operation::DeleteMirror {
            target,
            version,
            token,
        } => {
            url.mirror(target)?;
            (Method::Delete, delete_body(*version, token.as_ref()))
        }
    };
    if url.text.len() > PATH_BYTES {
        return Err(ApiError::NotSent {
            why: NotSent::NameUnsendable,
            cause: text!("error-cause-name-too-long"),
        });
    }
    Ok(UnsignedRequest {
        method,
        path_and_query: url.text,
        body,
        encoded: url.encoded,
    })
}

fn search_path(by: SearchBy) -> &'static str {
    match by {
        SearchBy::Name => "/search/devices/name",
        SearchBy::Description => "/search/devices/description",
        SearchBy::Property => "/search/devices/property",
    }
}

/// Path and query as they grow.
struct UrlText {
    text: String,
    encoded: bool,
}

impl UrlText {
    fn new(prefix: &str) -> Self {
        Self {
            text: prefix.to_owned(),
            encoded: false,
        }
    }

    fn literal(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    fn encode(&mut self, raw: &str) {
        let before = self.text.len();
        self.text.extend(encoded(raw));
        self.encoded |= self.text[before..].contains('%');
    }

    fn page(&mut self, page: u64, size: u32) {
        write!(self.text, "?page={page}&size={size}").expect("writing to a string cannot fail");
    }

    fn device(&mut self, device: &DeviceName) -> Result<(), ApiError> {
        if !can_stand_in_a_path(device) {
            return Err(unsendable(device));
        }
        self.text.push('/');
        self.encode(device.raw());
        Ok(())
    }

    fn mirror(&mut self, target: &MirrorId) -> Result<(), ApiError> {
        let path = mirror_path(target).ok_or_else(|| unsendable(&target.device))?;
        self.encoded |= path.contains('%');
        self.text.push_str(&path);
        Ok(())
    }
}

fn unsendable(device: &DeviceName) -> ApiError {
    ApiError::NotSent {
        why: NotSent::NameUnsendable,
        cause: text!("error-cause-name-in-path", device = device.shown()),
    }
}

fn update_body(update: &MirrorUpdate) -> Vec<u8> {
    let halves = [("desired", &update.desired), ("reported", &update.reported)];
    let state = halves
        .into_iter()
        .filter_map(|(key, half)| Some((key.to_owned(), half.clone()?)))
        .collect();
    let mut body = Map::new();
    body.insert("state".to_owned(), Value::Object(state));
    add_guard(&mut body, update.version, update.client_token.as_ref());
    to_bytes(&body)
}

/// No guard, no body: not even `{}` (API reference, 12.1).
fn delete_body(version: Option<u64>, token: Option<&ClientToken>) -> Option<Vec<u8>> {
    let mut body = Map::new();
    add_guard(&mut body, version, token);
    (!body.is_empty()).then(|| to_bytes(&body))
}

fn add_guard(body: &mut Map<String, Value>, version: Option<u64>, token: Option<&ClientToken>) {
    if let Some(token) = token {
        body.insert("clientToken".to_owned(), token.as_str().into());
    }
    if let Some(version) = version {
        body.insert("version".to_owned(), version.into());
    }
}

fn to_bytes(body: &Map<String, Value>) -> Vec<u8> {
    serde_json::to_vec(body).expect("keys are text, so a JSON object can be written")
}
