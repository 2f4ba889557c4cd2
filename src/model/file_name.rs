//! A name for the file of a document that every file system takes.

use super::mirror::{MirrorId, MirrorName};
use super::text::escape_text;

/// Characters of a device or a mirror in the name: with three bytes each, as Hangul has, the whole stays
/// below the 255 bytes that file systems take.
const CHARACTERS: usize = 36;

/// Names that Windows keeps for devices, whatever their ending.
///
/// Source: learn.microsoft.com, "Naming Files, Paths, and Namespaces".
const RESERVED: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];

/// `greenhouse-07.firmware.v10.json`; a default mirror has no name in it, one without a version no
/// version. What is no letter or digit stands as `_`.
#[must_use]
pub fn of_document(target: &MirrorId, version: Option<u64>) -> String {
    let mut name = part(target.device.raw());
    if is_reserved(&name) {
        name.insert(0, '_');
    }
    if let MirrorName::Named(mirror) = &target.mirror {
        name.push('.');
        name.push_str(&part(mirror.raw()));
    }
    if let Some(version) = version {
        name.push_str(".v");
        name.push_str(&version.to_string());
    }
    name.push_str(".json");
    name
}

fn part(raw: &str) -> String {
    let safe = raw.chars().take(CHARACTERS).enumerate().map(|(nth, c)| {
        let is_letter =
            c.is_alphanumeric() && *escape_text(c.encode_utf8(&mut [0; 4])) == *c.to_string();
        // A dot at the start hides a file, a hyphen looks like an option, dots in a row like a way up.
        if is_letter || c == '_' || (nth > 0 && c == '-') {
            c
        } else {
            '_'
        }
    });
    safe.collect()
}

fn is_reserved(name: &str) -> bool {
    RESERVED.iter().any(|reserved| {
        let Some((stem, rest)) = name.split_at_checked(reserved.len()) else {
            return false;
        };
        let is_numbered = matches!(*reserved, "COM" | "LPT");
        let is_whole = match rest.chars().next() {
            None => !is_numbered,
            Some(c) => is_numbered && c.is_ascii_digit() && rest.len() == 1,
        };
        stem.eq_ignore_ascii_case(reserved) && is_whole
    })
}

#[cfg(test)]
mod tests {
    use super::of_document;
    use crate::model::device::Identifier;
    use crate::model::mirror::{MirrorId, MirrorName};

    fn name(device: &str, mirror: Option<&str>, version: Option<u64>) -> String {
        let device = Identifier::new(device).expect("a name");
        let mirror = mirror.map_or(MirrorName::Default, |mirror| {
            MirrorName::named(mirror).expect("a name")
        });
        of_document(&MirrorId::new(device, mirror), version)
    }

    #[test]
    fn ordinary_names_stay_as_they_are() {
        let usual = name("greenhouse-07", Some("firmware"), Some(10));
        assert_eq!(usual, "greenhouse-07.firmware.v10.json");
        assert_eq!(name("온실-7동", None, Some(3)), "온실-7동.v3.json");
        assert_eq!(name("온실", Some("예전"), None), "온실.예전.json");
    }

    #[test]
    fn no_name_leads_out_of_the_folder_or_hides() {
        for (device, mirror, wanted) in [
            ("../../etc/passwd", "x", "______etc_passwd.x.json"),
            (".ssh", "..", "_ssh.__.json"),
            ("-rf", "a b\\c:d", "_rf.a_b_c_d.json"),
            ("a\u{202e}b", "\u{3164}\u{1b}[2J", "a_b.___2J.json"),
            ("con", "x", "_con.x.json"),
            ("Lpt1", "x", "_Lpt1.x.json"),
            ("COM10", "console", "COM10.console.json"),
        ] {
            assert_eq!(name(device, Some(mirror), None), wanted);
        }
    }

    #[test]
    fn the_longest_names_fit_a_file_system() {
        let long = "한".repeat(1_000);
        assert!(name(&long, Some(&long), Some(u64::MAX)).len() < 255);
    }
}
