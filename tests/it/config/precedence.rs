//! Option beats environment beats configuration file beats default.

use std::time::Duration;

use mirrordeck::config::DEMO_PROFILE;
use mirrordeck::log::LogLevel;
use mirrordeck::model::base_url::PUBLIC_API_URL;

use super::Machine;

#[test]
fn a_machine_without_files_has_the_defaults() {
    let settings = Machine::with_keys().settings(&[]);
    assert_eq!(settings.base_url.to_string(), PUBLIC_API_URL);
    assert_eq!((settings.page_size, settings.in_flight), (100, 16));
    assert_eq!(settings.connect_timeout, Duration::from_secs(5));
    assert_eq!(settings.request_timeout, Duration::from_secs(20));
    assert!(!settings.read_only && !settings.account.read_only);
    assert_eq!(settings.log_level, LogLevel::Info);
    assert_eq!(settings.account.name(), "environment");
}

#[test]
fn the_base_url_comes_from_the_strongest_source() {
    let mut machine = Machine::new()
        .configure("[plant]\nncloud_access_key = EXAMPLE0001\nncloud_secret_key = x\n")
        .set("NCLOUD_PROFILE", "plant");
    let mut expect = |change: &dyn Fn(Machine) -> Machine, arguments: &[&str], host: &str| {
        machine = change(std::mem::replace(&mut machine, Machine::new()));
        assert_eq!(machine.settings(arguments).base_url.host(), host);
    };
    expect(&|machine| machine, &[], "cloudiotcore.apigw.ntruss.com");
    let top = "api_url = 'https://top.example'\n";
    expect(&|machine| machine.config(top), &[], "top.example");
    let both = format!("{top}[profiles.plant]\napi_url = 'https://plant.example'\n");
    expect(&|machine| machine.config(&both), &[], "plant.example");
    let variable = "https://variable.example";
    let set = |machine: Machine| machine.set("MIRRORDECK_API_URL", variable);
    expect(&set, &[], "variable.example");
    let option = ["--api-url", "http://127.0.0.1:8787/v1"];
    expect(&|machine| machine, &option, "127.0.0.1:8787");
    let blank = |machine: Machine| machine.set("MIRRORDECK_API_URL", " ");
    expect(&blank, &[], "plant.example");
}

#[test]
fn a_bad_url_says_where_it_was_given() {
    let machine = Machine::with_keys().set("MIRRORDECK_API_URL", "http://example.com");
    assert_eq!(
        machine.message(&[]),
        "MIRRORDECK_API_URL: `http://example.com` must begin with https://; http:// is accepted \
         for loopback addresses only"
    );
    let message = machine.message(&["--api-url", "plant"]);
    assert!(
        message.starts_with("--api-url: `plant` is not a URL"),
        "{message}"
    );
}

#[test]
fn read_only_may_come_from_anywhere() {
    let file = "read_only = true\n[profiles.plant]\nread_only = false\n";
    let keys = "ncloud_access_key = EXAMPLE0001\nncloud_secret_key = x\n";
    let machine = Machine::new().configure(format!("{keys}[plant]\n{keys}"));
    let machine = machine.config(file);
    let read_only = |machine: &Machine, arguments: &[&str]| {
        let settings = machine.settings(arguments);
        assert_eq!(settings.read_only, settings.account.read_only);
        settings.read_only
    };
    assert!(read_only(&machine, &[]));
    assert!(!read_only(&machine, &["--profile", "plant"]));
    assert!(read_only(&machine, &["--profile", "plant", "--read-only"]));
    for (value, expected) in [
        ("1", true),
        ("TRUE", true),
        ("yes", true),
        ("0", false),
        ("false", false),
        ("No", false),
        ("", true),
    ] {
        let machine = Machine::with_keys().config("read_only = true\n");
        let machine = machine.set("MIRRORDECK_READ_ONLY", value);
        assert_eq!(read_only(&machine, &[]), expected, "{value}");
        assert!(read_only(&machine, &["--read-only"]), "{value}");
    }
    let machine = machine.set("MIRRORDECK_READ_ONLY", "please");
    assert_eq!(
        machine.message(&[]),
        "MIRRORDECK_READ_ONLY: `please` is not known; set it to 1 or 0, or unset it"
    );
}

#[test]
fn the_log_level_comes_from_the_strongest_source() {
    let machine = Machine::with_keys().config("log_level = 'warn'\n");
    assert_eq!(machine.settings(&[]).log_level, LogLevel::Warn);
    let machine = machine.set("MIRRORDECK_LOG", "Debug");
    assert_eq!(machine.settings(&[]).log_level, LogLevel::Debug);
    let level = machine.settings(&["--log-level", "TRACE"]).log_level;
    assert_eq!(level, LogLevel::Trace);
    let machine = machine.set("MIRRORDECK_LOG", "loud");
    assert_eq!(
        machine.message(&[]),
        "MIRRORDECK_LOG: `loud` is not known; set it to off, error, warn, info, debug or trace, \
         or unset it"
    );
}

#[test]
fn a_configuration_file_that_is_named_must_be_there() {
    let machine = Machine::with_keys().set("MIRRORDECK_CONFIG", "/nowhere/deck.toml");
    assert_eq!(
        machine.message(&[]),
        "MIRRORDECK_CONFIG: /nowhere/deck.toml does not exist; mend the path, or leave \
         MIRRORDECK_CONFIG out"
    );
    let machine = machine.config("page_size = 7\n");
    let path = machine.config_path();
    let path = path.to_str().unwrap();
    assert_eq!(
        machine.settings(&["--config", path]).page_size,
        7,
        "the option wins"
    );
    let folder = machine.root.path().to_str().unwrap();
    let message = machine.message(&["--config", folder]);
    assert!(message.starts_with("~ cannot be read: "), "{message}");
}

#[test]
fn the_demonstration_needs_nothing_and_lets_nothing_in_its_way() {
    let machine = Machine::new()
        .set("NCLOUD_PROFILE", "nobody")
        .set("NCLOUD_ACCESS_KEY", "half")
        .set("MIRRORDECK_API_URL", "nonsense")
        .configure("[")
        .config("zebra = 1\n");
    let settings = machine.settings(&["--demo"]);
    assert_eq!(settings.account.name(), DEMO_PROFILE);
    assert_eq!(settings.account.source, "demo");
    assert_eq!(settings.account.host, "embedded service");
    assert_eq!(settings.account.key_tail, "…0009");
    assert_eq!(settings.base_url.prefix(), "/cloudiotcore/v1");
    assert!(!settings.read_only);
    let [warning] = &settings.warnings[..] else {
        panic!("one warning: {:?}", settings.warnings)
    };
    let start = "the configuration is left out: ~/config.toml:1: unknown entry `zebra`";
    assert!(
        machine.homely(&warning.to_string()).starts_with(start),
        "{warning}"
    );

    assert!(
        machine
            .settings(&["--demo", "--read-only"])
            .account
            .read_only
    );
    let path = machine.config_path();
    let message = machine.message(&["--demo", "--config", path.to_str().unwrap()]);
    assert!(message.starts_with("~/config.toml:1: "), "{message}");
}
