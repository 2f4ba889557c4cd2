//! The order to delete one mirror, and the service's receipt.

use std::fmt;
use std::sync::Arc;

use super::mirror::{MirrorId, MirrorReading};
use super::text::escape_text;
use crate::i18n::Text;
use crate::text;

/// Text that the service echoes, at most 64 bytes and never empty
/// (`iot-cloudiotcore-deletedevicemirror`).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ClientToken(String);

/// Bytes that a client token may have.
pub const CLIENT_TOKEN_BYTES: usize = 64;

/// Why a text is no client token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClientTokenError {
    /// Nothing to send; leave the token out instead.
    Empty,
    /// Longer than the service takes.
    TooLong {
        /// Its length in UTF-8.
        bytes: usize,
    },
}

impl ClientTokenError {
    /// What is wrong.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::Empty => text!("error-token-empty"),
            Self::TooLong { bytes } => text!(
                "error-token-too-long",
                bytes = bytes.to_string(),
                limit = CLIENT_TOKEN_BYTES.to_string()
            ),
        }
    }
}

impl fmt::Display for ClientTokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}

impl std::error::Error for ClientTokenError {}

impl ClientToken {
    /// Checks the length.
    ///
    /// # Errors
    /// For an empty text and for more than 64 bytes.
    pub fn new(text: impl Into<String>) -> Result<Self, ClientTokenError> {
        let text = text.into();
        match text.len() {
            0 => Err(ClientTokenError::Empty),
            bytes if bytes > CLIENT_TOKEN_BYTES => Err(ClientTokenError::TooLong { bytes }),
            _ => Ok(Self(text)),
        }
    }

    /// The text as sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The text, safe to draw.
impl fmt::Display for ClientToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&escape_text(&self.0))
    }
}

/// Everything a DELETE will say, frozen when its dialog opened.
#[derive(Debug, Clone, PartialEq)]
pub struct DeleteOrder {
    /// The mirror that was shown and confirmed.
    pub target: MirrorId,
    /// The only version that may fall; none deletes whatever is there.
    pub version: Option<u64>,
    /// Echoed by the service, which proves that the body arrived.
    pub token: Option<ClientToken>,
    /// What was read when the dialog opened.
    pub reading: Arc<MirrorReading>,
}

/// The service's answer to a DELETE (`iot-cloudiotcore-deletedevicemirror`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeleteReceipt {
    /// HTTP status, 2xx.
    pub status: u16,
    /// The token as echoed, if it was.
    pub client_token: Option<String>,
    /// The last version of the mirror.
    pub version: Option<u64>,
    /// When the answer was made, Unix milliseconds.
    pub timestamp_ms: Option<i64>,
}

/// What a look after a DELETE without a clear answer found.
#[derive(Debug, Clone, PartialEq)]
pub enum Look {
    /// A mirror stands there. Its version alone does not tell whether it is the same one: a mirror
    /// that was written back may bear any version (API reference, 12.26).
    Standing(Arc<MirrorReading>),
    /// No such mirror, by the service's own word.
    Gone,
    /// The device itself is gone, and its mirrors cannot be reached any more.
    DeviceGone,
}

impl Look {
    /// The version that stands there, if a mirror does and names one.
    #[must_use]
    pub fn version(&self) -> Option<u64> {
        match self {
            Self::Standing(reading) => reading.document.version,
            Self::Gone | Self::DeviceGone => None,
        }
    }
}
