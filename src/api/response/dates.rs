//! The times in the headers of a reply.

use jiff::fmt::rfc2822;

use crate::api::wire::WireResponse;

/// The service's clock when it replied, Unix milliseconds; nothing where no readable `Date` came.
#[must_use]
pub fn date_ms(reply: &WireResponse) -> Option<i64> {
    parse_ms(reply.header("date")?)
}

/// How long the service wants to be left alone (RFC 9110, 10.2.3), milliseconds: seconds, or a
/// moment, which counts from the reply's own `Date` or else from `now_ms`. Zero for a moment that is
/// past; nothing for what is neither.
pub(super) fn retry_after_ms(reply: &WireResponse, now_ms: i64) -> Option<u64> {
    let text = reply.header("retry-after")?.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // Only a number too large for 64 bits cannot be read.
        let seconds: u64 = text.parse().unwrap_or(u64::MAX);
        return Some(seconds.saturating_mul(1000));
    }
    let from_ms = date_ms(reply).unwrap_or(now_ms);
    let wait_ms = parse_ms(text)?.saturating_sub(from_ms);
    Some(u64::try_from(wait_ms).unwrap_or(0))
}

fn parse_ms(date: &str) -> Option<i64> {
    let moment = rfc2822::DateTimeParser::new().parse_timestamp(date).ok()?;
    Some(moment.as_millisecond())
}
