//! The signature of NAVER Cloud's API gateway, version 2.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use super::wire::Method;
use crate::model::credentials::Credentials;

/// Signs one request.
///
/// * `path_and_query` - from the first `/` on, percent-encoded exactly as sent, prefix and query
///   included: the gateway checks the bytes that it receives.
/// * `timestamp_ms` - Unix time in milliseconds, the same number as in the timestamp header; the
///   gateway refuses more than 5 minutes of difference.
///
/// Returns base64 of HMAC-SHA256: 44 ASCII characters. Body and other headers are not signed.
///
/// Source: api-gov.ncloud-docs.com, `api-call-std-auth`; API reference, section 5.
#[must_use]
pub fn sign(
    method: Method,
    path_and_query: &str,
    timestamp_ms: u64,
    credentials: &Credentials,
) -> String {
    let access_key = credentials.access_key();
    let text = format!(
        "{} {path_and_query}\n{timestamp_ms}\n{access_key}",
        method.as_str()
    );
    let mut mac = Hmac::<Sha256>::new_from_slice(credentials.expose_secret().as_bytes())
        .expect("HMAC takes keys of any length");
    mac.update(text.as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}
