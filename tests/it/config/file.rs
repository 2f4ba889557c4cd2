//! Wrong entries of `config.toml`: file, line, what is wrong, the nearest right name.

use mirrordeck::config::FileConfig;

use super::Machine;

/// What is said of a file, each line without the name of the file.
fn problems(text: &str) -> Vec<String> {
    let message = Machine::with_keys().config(text).message(&[]);
    let lines = message.lines().map(|line| {
        let line = line.strip_prefix("~/config.toml:");
        line.expect("each line has its file").to_owned()
    });
    lines.collect()
}

#[test]
fn each_wrong_entry_has_its_line_and_the_nearest_name() {
    let all = "api_url, page_size, in_flight, connect_timeout_s, request_timeout_s, read_only, \
               log_level, trash_days, trash_mib, look_again_s, watch_every_s, language, theme, \
               ascii, mouse, keys and profiles";
    for (text, problem) in [
        ("\n\npagesize = 50", "3: unknown entry `pagesize`; did you mean `page_size`?".to_owned()),
        ("zebra = 1", format!("1: unknown entry `zebra`; there are {all}")),
        ("[profile.plant]", "1: unknown entry `profile`; did you mean `profiles`?".to_owned()),
        (
            "[profiles.plant]\nlable = 'x'",
            "2: unknown entry `lable`; did you mean `label`?".to_owned(),
        ),
        (
            "[profiles.'공장']\ncolour = 'yelow'",
            "2: `colour` cannot be `yelow`; did you mean `yellow`?".to_owned(),
        ),
        (
            "[profiles.plant]\ncolor = 'pink!'",
            "2: `color` cannot be `pink!`; there are red, yellow, green, blue, magenta, cyan and \
             white"
                .to_owned(),
        ),
        (
            "[profiles.plant]\ncolor = 'red'\ncolour = 'red'",
            "2: `color` and `colour` are the same entry; keep one of them".to_owned(),
        ),
        (
            "page_size = 0",
            "1: `page_size` must be a whole number from 1 to 1000, not 0".to_owned(),
        ),
        (
            "page_size = -99999999999999999999",
            "1: `page_size` must be a whole number from 1 to 1000, not -99999999999999999999"
                .to_owned(),
        ),
        (
            "watch_every_s = 3601",
            "1: `watch_every_s` must be a whole number from 1 to 3600, not 3601".to_owned(),
        ),
        (
            "in_flight = '4'",
            "1: `in_flight` must be a whole number from 1 to 64, not a value of type string"
                .to_owned(),
        ),
        (
            "connect_timeout_s = 0.5",
            "1: `connect_timeout_s` must be a whole number from 1 to 60, not a value of type float"
                .to_owned(),
        ),
        (
            "request_timeout_s = 301",
            "1: `request_timeout_s` must be a whole number from 1 to 300, not 301".to_owned(),
        ),
        (
            "read_only = 'yes'",
            "1: `read_only` must be true or false, not a value of type string".to_owned(),
        ),
        ("log_level = 'wran'", "1: `log_level` cannot be `wran`; did you mean `warn`?".to_owned()),
        (
            "api_url = 'http://example.com'",
            "1: `api_url` is wrong: `http://example.com` must begin with https://; http:// is \
             accepted for loopback addresses only"
                .to_owned(),
        ),
        (
            "profiles = 3",
            "1: `profiles` must be a table: write a header in square brackets, not a value of type \
             integer"
                .to_owned(),
        ),
        (
            "profiles.plant = true",
            "1: `plant` must be a table: write a header in square brackets, not a value of type \
             boolean"
                .to_owned(),
        ),
        (
            "[profiles.plant]\nlabel = ' '",
            "2: `label` is blank; write a name, or take the entry out".to_owned(),
        ),
        (
            "[profiles.plant]\nlabel = '123456789 123456789 123456789 123'",
            "2: `label` has 33 characters, and at most 32 can be shown".to_owned(),
        ),
        (
            "[profiles.plant]\nncloud_secret_key = 'HIDDEN'",
            "2: `ncloud_secret_key` does not belong here: keys are for the environment or \
             ~/.ncloud/configure"
                .to_owned(),
        ),
    ] {
        assert_eq!(problems(text), [problem], "{text}");
    }
}

#[test]
fn all_problems_are_told_in_the_order_of_their_lines() {
    let text = "read_only = 1\r\n\r\npage_size = 5000\r\n[profiles.plant]\r\ncolour = 1\r\n";
    let lines = problems(text);
    let lines: Vec<&str> = lines.iter().map(|line| &line[..2]).collect();
    assert_eq!(lines, ["1:", "3:", "5:"]);
}

#[test]
fn what_is_no_toml_has_a_line_and_nothing_of_the_text() {
    for (text, line) in [
        ("page_size = 1\nlog_level = HIDDEN\n", 2),
        ("page_size = 1\npage_size = 2\n", 2),
        ("\n[profiles.plant\n", 2),
        ("label = \"\"\"\nHIDDEN\n", 3),
    ] {
        let [problem] = &problems(text)[..] else {
            panic!("one problem in {text}")
        };
        assert!(
            problem.starts_with(&format!("{line}: this is no TOML: ")),
            "{problem}"
        );
        assert!(!problem.contains("HIDDEN"), "{problem}");
    }
}

#[test]
fn a_name_that_needs_quotes_says_so() {
    let [problem] = &problems("[profiles.공장]\n")[..] else {
        panic!("one problem")
    };
    let end = "; a name with other characters needs quotes, like [profiles.\"공장 1\"]";
    assert!(problem.ends_with(end), "{problem}");
}

#[test]
fn a_byte_order_mark_and_every_number_within_its_range_will_do() {
    let text = "\u{feff}page_size = 1_000\r\nin_flight = 0x10\r\nconnect_timeout_s = 60\r\n";
    let config = FileConfig::parse(text).unwrap();
    assert_eq!((config.page_size, config.in_flight), (Some(1000), Some(16)));
    assert_eq!(FileConfig::parse("").unwrap(), FileConfig::default());
}
