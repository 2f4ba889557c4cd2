//! Whatever the files hold: no panic, and no key in a message or in `Debug`.

use proptest::prelude::*;

use super::{ACCESS, Machine, SECRET};

/// Bytes that look like either file now and then.
fn junk() -> impl Strategy<Value = Vec<u8>> {
    let word = prop_oneof![
        Just("[profiles.plant]\n".to_owned()),
        Just("[plant]\n".to_owned()),
        Just("page_size = ".to_owned()),
        Just("label = '".to_owned()),
        Just("\"\"\"".to_owned()),
        Just("= [ { \n".to_owned()),
        "\\PC{0,8}",
        any::<String>(),
    ];
    let text = prop::collection::vec(word, 0..8).prop_map(|words| words.concat().into_bytes());
    prop_oneof![4 => text, 1 => prop::collection::vec(any::<u8>(), 0..40)]
}

fn outcome(machine: &Machine, arguments: &[&str]) -> String {
    match machine.start(arguments) {
        Ok(settings) => format!("{settings:?}"),
        Err(error) => format!("{error} {error:?}"),
    }
}

proptest! {
    #[test]
    fn no_file_makes_it_panic_or_talk(before in junk(), after in junk(), named in any::<bool>()) {
        let mut keys = before;
        keys.extend(format!("\nncloud_access_key_id = {ACCESS}\nncloud_secret_key = {SECRET}\n").bytes());
        keys.extend(&after);
        let mut config = after;
        config.extend(format!("\nncloud_secret_key = '{SECRET}'\n").bytes());
        let arguments: &[&str] = if named { &["--profile", "plant"] } else { &[] };
        for machine in [
            Machine::new().configure(&keys),
            Machine::with_keys().config(&config),
        ] {
            let printed = outcome(&machine, arguments);
            prop_assert!(!printed.contains(SECRET), "{}", printed);
            prop_assert!(!printed.contains(ACCESS), "{}", printed);
        }
    }
}
