//! What keeps the dashboard from starting.

use super::{ACCESS, Home, SECRET, assert_no_key_in, assert_says, to_mend, with_keys};

#[test]
fn no_terminal() {
    let expected = "mirrordeck: standard input is not a terminal; start mirrordeck in a terminal \
        window, without a pipe or a redirection (for a service to script against: mirrordeck \
        simulate)";
    assert_eq!(to_mend(&Home::new(), &["--demo"]), expected);
    assert_eq!(to_mend(&with_keys(), &[]), expected);
}

/// What the environment lacks is said even without a terminal, as a script may want to know.
#[test]
fn no_credentials() {
    let words = to_mend(&Home::new(), &[]);
    assert_says(
        &words,
        &[
            "mirrordeck: no credentials:",
            "NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY",
            "ncloud_access_key_id and ncloud_secret_access_key under [DEFAULT]",
            ".ncloud",
            "mirrordeck --demo",
        ],
    );
    // Blank counts as unset.
    let blank = Home::new()
        .set("NCLOUD_ACCESS_KEY_ID", " ")
        .set("NCLOUD_SECRET_KEY", "");
    assert_eq!(to_mend(&blank, &[]), words);
}

#[test]
fn half_a_pair_in_the_environment() {
    for (name, value, missing) in [
        (
            "NCLOUD_ACCESS_KEY",
            ACCESS,
            "secret key is missing; set NCLOUD_SECRET_ACCESS_KEY or NCLOUD_SECRET_KEY",
        ),
        (
            "NCLOUD_SECRET_KEY",
            SECRET,
            "access key is missing; set NCLOUD_ACCESS_KEY_ID or NCLOUD_ACCESS_KEY",
        ),
    ] {
        let words = to_mend(&Home::new().set(name, value), &[]);
        assert_says(&words, &["half a pair in the environment", name, missing]);
    }
}

#[test]
fn a_key_that_no_header_may_hold() {
    for odd in [
        "EXAMPLEACCESSKEY0001 # plant",
        "EXAMPLEACCESSKEY0001\u{feff}",
    ] {
        let home = with_keys().set("NCLOUD_ACCESS_KEY_ID", odd);
        let words = to_mend(&home, &[]);
        assert_says(&words, &["NCLOUD_ACCESS_KEY_ID", "copy the key again"]);
    }
}

#[cfg(unix)]
#[test]
fn profiles() {
    let text = format!(
        "ncloud_access_key_id = {ACCESS}\nncloud_secret_access_key = {SECRET}\n\
         [plant]\nncloud_access_key = {ACCESS}\n\
         [empty]\n"
    );
    let home = with_keys().configure(&text);
    let words = to_mend(&home, &["--profile", "Plant"]);
    assert_says(
        &words,
        &[
            "--profile: there is no profile `Plant` in ~/.ncloud/configure",
            "did you mean `plant`? It has DEFAULT, empty and plant",
        ],
    );
    let half = to_mend(&home, &["--profile", "plant"]);
    assert_says(
        &half,
        &[
            "half a pair in profile `plant` of ~/.ncloud/configure",
            "set ncloud_secret_access_key or ncloud_secret_key",
        ],
    );
    let empty = to_mend(&home, &["--profile", "empty"]);
    assert_says(&empty, &["profile `empty`", "has no keys"]);
    let by_variable = with_keys().configure(&text).set("NCLOUD_PROFILE", "nobody");
    let words = to_mend(&by_variable, &[]);
    assert_says(&words, &["NCLOUD_PROFILE: there is no profile `nobody`"]);
    // With its keys in order, only the terminal is missing.
    let words = to_mend(&home, &["--profile", "DEFAULT"]);
    assert_says(&words, &["is not a terminal"]);
    let words = to_mend(&with_keys(), &["--profile", "plant"]);
    assert_says(&words, &["~/.ncloud/configure, which does not exist"]);
    let broken = Home::new().configure(&format!("[plant]\n = {SECRET}\n"));
    assert_says(&to_mend(&broken, &[]), &["~/.ncloud/configure:2: "]);
}

#[test]
fn a_bad_configuration_is_told_line_by_line() {
    let text =
        "api_url = \"https://host/v1\"\n\nread_onli = true\n[profiles.plant]\ncolour = \"rde\"\n";
    let home = with_keys().write("my.toml", text);
    let file = home.path("my.toml").display().to_string();
    let by_variable = with_keys()
        .write("my.toml", text)
        .set("MIRRORDECK_CONFIG", "my.toml");
    for words in [
        to_mend(&home, &["--config", &file]),
        to_mend(&by_variable, &[]),
    ] {
        assert_says(
            &words,
            &[
                "my.toml:3: unknown entry `read_onli`; did you mean `read_only`?",
                "my.toml:5: `colour` cannot be `rde`; did you mean `red`?",
            ],
        );
    }
    let home = with_keys().write("my.toml", &format!("secret_key = \"{SECRET}\"\n"));
    let words = to_mend(&home, &["--config", "my.toml"]);
    assert_says(&words, &["my.toml:1: `secret_key` does not belong here"]);
}

#[test]
fn a_configuration_that_was_asked_for_must_be_there() {
    let words = to_mend(&with_keys(), &["--config", "nowhere.toml"]);
    assert_says(&words, &["--config: nowhere.toml does not exist"]);
    let home = with_keys().set("MIRRORDECK_CONFIG", "nowhere.toml");
    let words = to_mend(&home, &["--demo"]);
    assert_says(&words, &["MIRRORDECK_CONFIG: nowhere.toml does not exist"]);
}

#[test]
fn a_bad_address() {
    for (url, problem) in [
        ("nonsense", "`nonsense` is not a URL"),
        ("http://10.0.0.1/v1", "must begin with https://"),
        (
            "http://localhost.example.com",
            "for loopback addresses only",
        ),
        ("ftp://127.0.0.1", "must begin with https://"),
        ("https://host/v1?a=b", "take out the query"),
    ] {
        let words = to_mend(&with_keys(), &["--api-url", url]);
        assert_says(&words, &["mirrordeck: --api-url: ", problem]);
        let home = with_keys().set("MIRRORDECK_API_URL", url);
        let words = to_mend(&home, &[]);
        assert_says(&words, &["mirrordeck: MIRRORDECK_API_URL: ", problem]);
    }
    let url = format!("https://me:{SECRET}@host/v1");
    let words = to_mend(&with_keys(), &["--api-url", &url]);
    assert_says(&words, &["take out the user name and password"]);
}

#[test]
fn a_bad_variable() {
    for (name, value, allowed) in [
        ("MIRRORDECK_READ_ONLY", "maybe", "1 or 0"),
        ("MIRRORDECK_LOG", "loud", "debug or trace"),
    ] {
        let words = to_mend(&with_keys().set(name, value), &[]);
        assert_says(&words, &[name, value, allowed]);
    }
}

#[test]
fn a_bad_command_line() {
    for (arguments, parts) in [
        (
            &["--readonly"][..],
            &["--readonly", "--read-only", "--help"][..],
        ),
        (&["--log-level", "loud"], &["loud", "trace"]),
        (&["--profile", " "], &["it is blank"]),
        (
            &["--demo", "--api-url", "https://host"],
            &["cannot be used with"],
        ),
        (&["simulat"], &["simulate"]),
        (&["--api-url"], &["--api-url"]),
    ] {
        assert_says(&to_mend(&with_keys(), arguments), parts);
    }
}

#[test]
fn help_and_version() {
    let home = with_keys();
    let help = home.run(&["--help"]);
    assert_eq!((help.status, help.err.as_str()), (0, ""));
    assert_no_key_in(&help.out);
    let words = help.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_says(
        &words,
        &[
            "--demo",
            "--api-url <URL>",
            "[env: MIRRORDECK_API_URL]",
            "[default: https://cloudiotcore.apigw.ntruss.com/cloudiotcore/v1]",
            "--profile <NAME>",
            "[env: NCLOUD_PROFILE]",
            "--read-only",
            "[env: MIRRORDECK_READ_ONLY=1]",
            "--config <FILE>",
            "[env: MIRRORDECK_CONFIG]",
            "--log-level <LEVEL>",
            "[env: MIRRORDECK_LOG]",
            "simulate",
            "Exit status: 0 after a normal quit, 2 for what must be mended first, 1 for",
        ],
    );
    let short = home.run(&["-h"]);
    assert_eq!(short.status, 0);
    let version = home.run(&["--version"]);
    let expected = concat!("mirrordeck ", env!("CARGO_PKG_VERSION"));
    assert_eq!((version.status, version.out.trim()), (0, expected));
    let simulate = home.run(&["simulate", "--help"]);
    assert_eq!(simulate.status, 0);
    let options = ["--listen", "--devices", "--latency", "--max-page-size"];
    assert_says(&simulate.out, &options);
}

#[test]
fn a_start_that_fails_leaves_nothing_behind() {
    let home = with_keys();
    to_mend(&home, &["--api-url", "nonsense"]);
    to_mend(&home, &[]);
    assert_eq!(std::fs::read_dir(home.path("")).unwrap().count(), 0);
}
