//! Whatever the files hold: no panic, and no key in a message or in `Debug`.

use proptest::prelude::*;

use super::{ACCESS, Machine, SECRET};
use crate::support::accidents::accidents_to;
use crate::support::tame::is_tame;

const CONFIG: &str = "\
api_url = 'http://127.0.0.1:8787/v1'
page_size = 100
request_timeout_s = 20
[profiles.plant]
label = '공장 1'
colour = 'red'
read_only = true
";

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
    #[test]
    fn no_accident_to_a_sound_file_makes_it_panic_or_talk(
        keys in accidents_to(Just(format!(
            "[DEFAULT]\nncloud_access_key_id = {ACCESS}\nncloud_secret_key = {SECRET}\n\
             [plant]\nncloud_access_key_id = {ACCESS}\nncloud_secret_key = {SECRET}\n"
        ).into_bytes())),
        config in accidents_to(Just(CONFIG.as_bytes().to_vec())),
        named in any::<bool>(),
    ) {
        let arguments: &[&str] = if named { &["--profile", "plant"] } else { &[] };
        let machine = Machine::new().configure(&keys).config(&config);
        let printed = outcome(&machine, arguments);
        prop_assert!(!printed.contains(SECRET), "{}", printed);
        prop_assert!(!printed.contains(ACCESS), "{}", printed);
        if let Err(error) = machine.start(arguments) {
            // It goes to a terminal as it is.
            let words = error.to_string();
            prop_assert!(words.chars().all(|c| is_tame(c) || c == '\n'), "{:?}", words);
        }
    }
}
