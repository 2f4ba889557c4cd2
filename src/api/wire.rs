//! Requests and replies as they stand on the wire, without a connection.

use std::fmt;

/// HTTP methods that the service knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates or changes.
    Post,
    /// Deletes.
    Delete,
}

impl Method {
    /// As it is signed and sent.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Delete => "DELETE",
        }
    }
}

/// Header with the Unix time in milliseconds.
pub const TIMESTAMP_HEADER: &str = "x-ncp-apigw-timestamp";
/// Header with the access key.
pub const ACCESS_KEY_HEADER: &str = "x-ncp-iam-access-key";
/// Header with the signature.
pub const SIGNATURE_HEADER: &str = "x-ncp-apigw-signature-v2";

/// A request ready to be sent: these bytes, and no others, were signed.
#[derive(Clone, PartialEq, Eq)]
pub struct WireRequest {
    /// The verb.
    pub method: Method,
    /// From the first `/` on, percent-encoded; the base URL's prefix included.
    pub path_and_query: String,
    /// Lower-case names with their values.
    pub headers: Vec<(&'static str, String)>,
    /// The body; absent means none at all.
    pub body: Option<Vec<u8>>,
}

impl WireRequest {
    /// The value of a header, by its lower-case name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Leaves out header values and body: they hold the access key, the signature and the token.
impl fmt::Debug for WireRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method.as_str(), self.path_and_query)
    }
}

/// A reply as received, at most [`MAX_BODY_BYTES`] of body.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WireResponse {
    /// HTTP status.
    pub status: u16,
    /// Lower-case names with their values; values that are not text are left out.
    pub headers: Vec<(String, String)>,
    /// The body, decoded from its transfer coding.
    pub body: Vec<u8>,
}

impl WireResponse {
    /// The value of a header, by its lower-case name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Bytes of body that are read; a longer reply is refused.
pub const MAX_BODY_BYTES: usize = 16 * 1024 * 1024;
