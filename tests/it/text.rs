//! Untrusted text made safe, whatever it is.

use mirrordeck::model::device::Identifier;
use mirrordeck::model::mirror::{MirrorId, MirrorName};
use mirrordeck::model::text::{escape_name, escape_text};
use mirrordeck::model::width::{cut, cut_middle, width, wrap, wrap_words};
use proptest::prelude::*;
use unicode_width::UnicodeWidthChar as _;

use crate::support::tame::is_tame;

/// Text that is likelier to do harm than any text.
fn nasty() -> impl Strategy<Value = String> {
    let parts = [
        "\u{1b}[2J",
        "\u{9b}31m",
        "\u{202e}",
        "\u{2066}",
        "\u{200b}",
        "\u{200d}",
        "\u{feff}",
        "\u{301}",
        "\u{1112}\u{1161}\u{11ab}",
        "한",
        "👨\u{200d}👩\u{200d}👧",
        "\u{fe0f}",
        "\\",
        "\\u{1b}",
        "\n",
        "\r",
        "\t",
        " ",
        "\u{a0}",
        "\u{3000}",
        "\u{3164}",
        "a",
        "é",
        "e\u{301}",
        "\u{2126}",
        "›",
        "\u{e0041}",
    ];
    let part = prop_oneof![
        4 => prop::sample::select(parts.to_vec()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(part, 0..8).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn nothing_wild_comes_through(raw in nasty()) {
        for safe in [escape_text(&raw), escape_name(&raw)] {
            prop_assert!(safe.chars().all(is_tame), "{raw:?}: {safe:?}");
            prop_assert_eq!(escape_text(&safe).into_owned(), safe.clone(), "safe text is left alone");
        }
    }

    #[test]
    fn distinct_names_look_distinct(one in nasty(), other in nasty()) {
        prop_assume!(one != other);
        prop_assert_ne!(escape_name(&one), escape_name(&other));
    }

    #[test]
    fn every_character_of_a_name_takes_a_column(raw in nasty()) {
        let safe = escape_name(&raw);
        prop_assert!(safe.chars().all(|c| c.width().is_some_and(|columns| columns > 0)), "{safe:?}");
    }

    #[test]
    fn a_named_mirror_is_never_written_like_the_default_one(raw in "[a-z ()]{0,20}|default \\(no name\\)") {
        let Some(name) = MirrorName::named(&raw) else { return Ok(()) };
        let device = Identifier::new("device").unwrap();
        let named = MirrorId::new(device.clone(), name).to_string();
        prop_assert_ne!(named, MirrorId::new(device, MirrorName::Default).to_string());
    }

    #[test]
    fn cutting_and_wrapping_keep_to_the_columns(raw in nasty(), columns in 2_usize..40) {
        let safe = escape_text(&raw);
        prop_assert!(width(&cut(&safe, columns)) <= columns);
        prop_assert!(width(&cut_middle(&safe, columns)) <= columns);
        let lines = wrap(&safe, columns);
        prop_assert!(lines.iter().all(|line| width(line) <= columns), "{lines:?}");
        prop_assert_eq!(lines.concat(), safe.to_string());
        prop_assert!(wrap_words(&safe, columns).iter().all(|line| width(line) <= columns));
    }
}
