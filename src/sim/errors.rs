//! Refusals in the two documented shapes: the gateway's, and the service's own.

use std::borrow::Cow;

use serde_json::{Value, json};

/// An answer that says no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Failure {
    /// HTTP status.
    pub(super) status: u16,
    /// `errorCode`, a string as in the gateway's own example (`api-call-lgc-errorhandling`).
    code: Cow<'static, str>,
    message: Cow<'static, str>,
    /// Only the service's errors have it (`iot-cloudiotcore`); the gateway's have none.
    details: Option<String>,
}

/// Rows of the gateway's table (`api-call-lgc-errorhandling`).
impl Failure {
    pub(super) const BAD_REQUEST: Self = Self::gateway(400, "100", "Bad Request Exception");
    pub(super) const AUTHENTICATION: Self = Self::gateway(401, "200", "Authentication Failed");
    pub(super) const UNKNOWN_PATH: Self = Self::gateway(404, "300", "Not Found Exception");
    pub(super) const TOO_LARGE: Self = Self::gateway(413, "430", "Request Entity Too Large");
    const PERMISSION: Self = Self::gateway(401, "210", "Permission Denied");
    const RATE: Self = Self::gateway(429, "420", "Rate Limited");
    const THROTTLE: Self = Self::gateway(429, "410", "Throttle Limited");
    const QUOTA: Self = Self::gateway(429, "400", "Quota Exceeded");
    const ENDPOINT: Self = Self::gateway(503, "500", "Endpoint Error");
    const TIMEOUT: Self = Self::gateway(504, "510", "Endpoint Timeout");
    const UNEXPECTED: Self = Self::gateway(500, "900", "Unexpected Error");

    const fn gateway(status: u16, code: &'static str, message: &'static str) -> Self {
        Self {
            status,
            code: Cow::Borrowed(code),
            message: Cow::Borrowed(message),
            details: None,
        }
    }

    /// The whole table; of the rows with one status the first is the usual one.
    const ROWS: [Self; 11] = [
        Self::BAD_REQUEST,
        Self::AUTHENTICATION,
        Self::PERMISSION,
        Self::UNKNOWN_PATH,
        Self::TOO_LARGE,
        Self::RATE,
        Self::THROTTLE,
        Self::QUOTA,
        Self::ENDPOINT,
        Self::TIMEOUT,
        Self::UNEXPECTED,
    ];

    /// The gateway's message for a status with one of its codes.
    pub(super) fn message_of(status: u16, code: &str) -> Option<String> {
        let mut rows = Self::ROWS.into_iter();
        let row = rows.find(|row| row.status == status && row.code == code)?;
        Some(row.message.into_owned())
    }

    /// The gateway's code and message for a status; outside its table the status as code and words
    /// that say so.
    pub(super) fn row(status: u16) -> (String, String) {
        Self::ROWS
            .into_iter()
            .find(|row| row.status == status)
            .map_or_else(
                || (status.to_string(), "Planned failure".to_owned()),
                |row| (row.code.into_owned(), row.message.into_owned()),
            )
    }
}

/// The service's own refusals. None of its codes is documented: status and the status as
/// `errorCode` are assumed, after the answers of AWS.
impl Failure {
    /// A body, parameter or keyword that cannot be used.
    pub(super) fn unusable(details: impl Into<String>) -> Self {
        Self::service(400, "Invalid request", details)
    }

    /// No such device.
    pub(super) fn no_device(name: &str) -> Self {
        Self::service(404, "Device not found", format!("no device named {name:?}"))
    }

    /// No such mirror.
    pub(super) fn no_mirror(device: &str, mirror: Option<&str>) -> Self {
        let which = mirror.map_or_else(
            || "default mirror".to_owned(),
            |name| format!("mirror named {name:?}"),
        );
        Self::service(
            404,
            "Mirror not found",
            format!("{device:?} has no {which}"),
        )
    }

    /// The version lock did not fit.
    pub(super) fn version_conflict(asked: i64, current: Option<u64>) -> Self {
        let current = current.map_or_else(
            || "there is no such mirror".to_owned(),
            |version| format!("the mirror is at {version}"),
        );
        let details = format!("version {asked} was asked for, {current}");
        Self::service(409, "Version conflict", details)
    }

    /// A control request that there is none of.
    pub(super) fn no_control() -> Self {
        Self::service(
            404,
            "No such control",
            "there are POST and DELETE /_sim/faults and /_sim/throttle, and GET /_sim/requests",
        )
    }

    /// A code of the caller's choice, without details.
    pub(super) fn planned(status: u16, code: String, message: String) -> Self {
        Self {
            status,
            code: code.into(),
            message: message.into(),
            details: None,
        }
    }

    fn service(status: u16, message: &'static str, details: impl Into<String>) -> Self {
        Self {
            status,
            code: status.to_string().into(),
            message: message.into(),
            details: Some(details.into()),
        }
    }
}

impl Failure {
    /// The documented error object.
    pub(super) fn body(&self) -> Value {
        let mut error = json!({ "errorCode": self.code, "message": self.message });
        if let Some(details) = &self.details {
            error["details"] = json!(details);
        }
        json!({ "error": error })
    }
}
