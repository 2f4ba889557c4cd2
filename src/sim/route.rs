//! From the bytes of a request line to the operation it asks for.

use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};

use super::errors::Failure;
use crate::api::wire::Method;
use crate::model::device::SearchBy;

/// What all paths begin with (`iot-cloudiotcore`).
pub(super) const PREFIX: &str = "/cloudiotcore/v1";

/// The operations that the embedded service knows; a fault can be planned for one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OperationKind {
    /// `GET /devices`.
    #[serde(alias = "list")]
    ListDevices,
    /// `GET /search/devices/..`.
    #[serde(alias = "search")]
    SearchDevices,
    /// `GET /devices/{device}`.
    #[serde(alias = "device")]
    ViewDevice,
    /// `GET /devices/mirror/ListNamedMirrorForDevice/{device}`.
    #[serde(alias = "mirrors")]
    ListMirrors,
    /// `GET /devices/{device}/mirror`.
    #[serde(alias = "view")]
    ViewMirror,
    /// `POST /devices/{device}/mirror`.
    #[serde(alias = "update")]
    UpdateMirror,
    /// `DELETE /devices/{device}/mirror`.
    #[serde(alias = "delete")]
    DeleteMirror,
}

/// An operation with the name in its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Operation {
    ListDevices,
    SearchDevices(SearchBy),
    ViewDevice(String),
    ListMirrors(String),
    ViewMirror(String),
    UpdateMirror(String),
    DeleteMirror(String),
}

impl Operation {
    pub(super) fn kind(&self) -> OperationKind {
        match self {
            Self::ListDevices => OperationKind::ListDevices,
            Self::SearchDevices(_) => OperationKind::SearchDevices,
            Self::ViewDevice(_) => OperationKind::ViewDevice,
            Self::ListMirrors(_) => OperationKind::ListMirrors,
            Self::ViewMirror(_) => OperationKind::ViewMirror,
            Self::UpdateMirror(_) => OperationKind::UpdateMirror,
            Self::DeleteMirror(_) => OperationKind::DeleteMirror,
        }
    }
}

/// An operation and its parameters, all decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Call {
    pub(super) operation: Operation,
    pub(super) query: Query,
}

/// Finds the operation. Splits before decoding, so that an encoded `/` stays part of a name.
///
/// An unknown path is the gateway's 404 with code 300, and bytes that are no UTF-8 its 400 with
/// code 100 (`api-call-lgc-errorhandling`). That both come before the signature is checked is
/// assumed: the gateway must know the API to know how it is protected.
pub(super) fn decode(method: Method, path_and_query: &str) -> Result<Call, Failure> {
    let (path, query) = path_and_query
        .split_once('?')
        .unwrap_or((path_and_query, ""));
    let path = path.strip_prefix(PREFIX).ok_or(Failure::UNKNOWN_PATH)?;
    let segments = path
        .split('/')
        .skip(1)
        .map(text)
        .collect::<Result<Vec<_>, _>>()?;
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    let operation = match (method, &segments[..]) {
        // A name that got lost: "//mirror" must not become a device with an empty name.
        (_, ["devices", rest @ ..]) if rest.contains(&"") => None,
        (Method::Get, ["devices"]) => Some(Operation::ListDevices),
        (Method::Get, ["search", "devices", by]) => search_by(by).map(Operation::SearchDevices),
        (Method::Get, ["devices", device]) => Some(Operation::ViewDevice((*device).to_owned())),
        (Method::Get, ["devices", "mirror", "ListNamedMirrorForDevice", device]) => {
            Some(Operation::ListMirrors((*device).to_owned()))
        }
        (method, ["devices", device, "mirror"]) => {
            let device = (*device).to_owned();
            Some(match method {
                Method::Get => Operation::ViewMirror(device),
                Method::Post => Operation::UpdateMirror(device),
                Method::Delete => Operation::DeleteMirror(device),
            })
        }
        _ => None,
    };
    let operation = operation.ok_or(Failure::UNKNOWN_PATH)?;
    let query = Query::decode(query)?;
    Ok(Call { operation, query })
}

fn search_by(segment: &str) -> Option<SearchBy> {
    match segment {
        "name" => Some(SearchBy::Name),
        "description" => Some(SearchBy::Description),
        "property" => Some(SearchBy::Property),
        _ => None,
    }
}

fn text(encoded: &str) -> Result<String, Failure> {
    percent_decode_str(encoded)
        .decode_utf8()
        .map(std::borrow::Cow::into_owned)
        .map_err(|_| Failure::BAD_REQUEST)
}

/// Decoded parameters. Those that an operation does not know are ignored (assumed).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Query(Vec<(String, String)>);

impl Query {
    /// A raw `+` is a space, as web servers read forms (assumed): a client that means a plus has to
    /// encode it.
    fn decode(query: &str) -> Result<Self, Failure> {
        query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| {
                let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
                Ok((
                    text(&key.replace('+', " "))?,
                    text(&value.replace('+', " "))?,
                ))
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// The only value of a parameter; twice the same parameter is refused (assumed).
    pub(super) fn one(&self, key: &str) -> Result<Option<&str>, Failure> {
        let mut values = self.0.iter().filter(|(name, _)| name == key);
        let first = values.next().map(|(_, value)| value.as_str());
        match values.next() {
            None => Ok(first),
            Some(_) => Err(Failure::unusable(format!("{key} is given more than once"))),
        }
    }
}
