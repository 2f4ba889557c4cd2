//! Where a mirror is below the base URL: the one place that writes its path, for the requests of the
//! program and for the command that a user copies.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::device::DeviceName;
use super::mirror::{MirrorId, MirrorName};

/// Everything but the unreserved characters of RFC 3986, 2.3: a space becomes `%20`, never `+`.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A name or keyword as it stands in a path or query (API reference, 5.1).
pub fn encoded(raw: &str) -> impl Iterator<Item = &str> {
    utf8_percent_encode(raw, ENCODED)
}

/// Whether a device can stand in a path: URLs resolve `.` and `..` away, encoded ones too, so that the
/// request would address something else.
#[must_use]
pub fn can_stand_in_a_path(device: &DeviceName) -> bool {
    !matches!(device.raw(), "." | "..")
}

/// Path and query of a mirror, from the slash after the base URL on, percent-encoded; nothing for a
/// device that cannot stand in a path. The default mirror has no query: an empty name is never written.
#[must_use]
pub fn mirror_path(target: &MirrorId) -> Option<String> {
    if !can_stand_in_a_path(&target.device) {
        return None;
    }
    let mut path = "/devices/".to_owned();
    path.extend(encoded(target.device.raw()));
    path.push_str("/mirror");
    if let MirrorName::Named(name) = &target.mirror {
        path.push_str("?name=");
        path.extend(encoded(name.raw()));
    }
    Some(path)
}
