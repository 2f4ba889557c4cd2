//! Sound bytes to which something happened.

use proptest::prelude::*;
use proptest::sample::Index;

/// What is put in: bytes that mean something to JSON or TOML, to terminals or to nobody.
fn bits() -> impl Strategy<Value = Vec<u8>> {
    let sharp = [
        r"\u001b[2J",
        r"\u202e",
        r"\ud800",
        r"\u0000",
        "\u{9b}31m",
        "\u{2066}",
        "\u{200b}",
        "\u{301}\u{301}",
        "한",
        "\u{feff}",
        "\"",
        "\\",
        "[",
        "]",
        "{",
        "}",
        ":",
        ",",
        "null",
        "=",
        "'",
        "\n",
        "\r",
        "#",
        "18446744073709551616",
        "-1e999",
        "1e-7",
        "\"error\": {}",
        "\"timestamp\": -9223372036854775808",
    ];
    prop_oneof![
        6 => prop::sample::select(sharp.to_vec()).prop_map(|text| text.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 1..6),
    ]
}

/// These bytes after some accidents: bytes put in, taken out, or said twice.
pub fn accidents_to(sound: impl Strategy<Value = Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let accident = (any::<Index>(), any::<Index>(), bits(), 0_u8..5);
    (sound, prop::collection::vec(accident, 0..5)).prop_map(|(mut bytes, accidents)| {
        for (one, other, bits, kind) in accidents {
            let mut range = [one.index(bytes.len() + 1), other.index(bytes.len() + 1)];
            range.sort_unstable();
            let [from, to] = range;
            let short = to.min(from + 12);
            match kind {
                0 => drop(bytes.splice(from..short, bits)),
                1 => drop(bytes.splice(from..from, bytes[from..to].to_vec())),
                _ => drop(bytes.splice(from..from, bits)),
            }
        }
        bytes
    })
}
