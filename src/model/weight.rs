//! What JSON takes in memory once it is read: a text of a few bytes may become a tree of hundreds.

/// Room of a value in its array or object, with the room that growing leaves free.
const VALUE: usize = 96;
/// What a key adds to that.
const KEY: usize = 72;
/// The least that an array takes which is not empty.
const ARRAY: usize = 128;
/// The least that an object takes which is not empty: its first node has room for eleven keys.
const OBJECT: usize = 640;

/// Bytes of memory that JSON of these bytes takes as a tree, rather too many than too few. Needs no
/// memory itself, and the bytes need not be JSON.
#[must_use]
pub fn weight(json: &[u8]) -> usize {
    let mut weight = json.len().saturating_add(VALUE);
    let mut in_text = false;
    let mut escaped = false;
    // Whether the next key is the first of its object.
    let mut first_key = false;
    for byte in json {
        if in_text {
            in_text = escaped || *byte != b'"';
            escaped = !escaped && *byte == b'\\';
            continue;
        }
        let more = match byte {
            b'"' => {
                in_text = true;
                0
            }
            b',' => VALUE,
            b':' if first_key => {
                first_key = false;
                OBJECT + KEY
            }
            b':' => KEY,
            b'[' => ARRAY + VALUE,
            b'{' => {
                first_key = true;
                0
            }
            _ => 0,
        };
        weight = weight.saturating_add(more);
    }
    weight
}

#[cfg(test)]
mod tests {
    use super::{ARRAY, KEY, OBJECT, VALUE, weight};

    #[test]
    fn parts_weigh_and_what_stands_in_texts_does_not() {
        let json = br#"{"a,[{:\"{": [1, ""], "": {}}"#;
        let parts = OBJECT + 2 * KEY + ARRAY + 4 * VALUE;
        assert_eq!(weight(json), json.len() + parts);
        assert_eq!(weight(b""), VALUE);
        assert_eq!(weight(br#""\\"[["#), 6 + 2 * ARRAY + 3 * VALUE);
    }
}
