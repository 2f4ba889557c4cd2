//! The built program without a terminal: exit status and words for each thing that must be mended.

use std::process::{Command, Output};

use mirrordeck::sim::{DEMO_ACCESS_KEY, DEMO_SECRET_KEY};

use crate::support::program::{Home, PROGRAM};

fn run(home: &Home, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(PROGRAM);
    command
        .env_clear()
        .envs(home.environment(variables))
        .args(arguments);
    command.output().unwrap()
}

/// Runs, checks that the user must mend something, and returns what is said.
fn must_mend(home: &Home, arguments: &[&str], variables: &[(&str, &str)]) -> String {
    let output = run(home, arguments, variables);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        !said.contains(DEMO_SECRET_KEY) && !said.contains("panicked"),
        "{said}"
    );
    said
}

const KEYS: [(&str, &str); 2] = [
    ("NCLOUD_ACCESS_KEY_ID", DEMO_ACCESS_KEY),
    ("NCLOUD_SECRET_KEY", DEMO_SECRET_KEY),
];

#[test]
fn without_credentials_both_ways_and_the_demo_are_named() {
    let said = must_mend(&Home::new(), &[], &[]);
    for part in ["NCLOUD_ACCESS_KEY_ID", ".ncloud/configure", "--demo"] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn half_a_pair_names_the_missing_half() {
    let said = must_mend(&Home::new(), &[], &[KEYS[0], ("NCLOUD_SECRET_KEY", "  ")]);
    assert!(
        said.contains("NCLOUD_SECRET_ACCESS_KEY") && said.contains("NCLOUD_SECRET_KEY"),
        "{said}"
    );
    let said = must_mend(&Home::new(), &[], &[KEYS[1]]);
    assert!(said.contains("NCLOUD_ACCESS_KEY_ID"), "{said}");
}

#[test]
fn an_unknown_profile_lists_those_there_are() {
    let home = Home::new();
    home.write(
        ".ncloud/configure",
        "[plant]\nncloud_access_key_id = A2345678\nncloud_secret_access_key = HiddenSecret\n[공장]\n",
    );
    let said = must_mend(&home, &["--profile", "plnat"], &[]);
    for part in ["plnat", "plant", "공장"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains("HiddenSecret"), "{said}");
}

#[test]
fn a_wrong_entry_of_the_configuration_has_file_line_and_the_nearest_name() {
    let home = Home::new();
    let file = home.write(
        "config/mirrordeck/config.toml",
        "page_size = 50\npage_sizes = 10\n",
    );
    let said = must_mend(&home, &[], &KEYS);
    let place = format!("{}:2", file.display());
    assert!(
        said.contains(&place) && said.contains("`page_size`"),
        "{said}"
    );
}

#[test]
fn a_configuration_file_that_was_named_must_be_there() {
    let said = must_mend(&Home::new(), &["--config", "/no/such/file.toml"], &KEYS);
    assert!(
        said.contains("--config") && said.contains("/no/such/file.toml"),
        "{said}"
    );
}

#[test]
fn bad_addresses_are_named() {
    for (url, part) in [
        ("nonsense", "not a URL"),
        ("http://example.com/v1", "https://"),
    ] {
        let said = must_mend(&Home::new(), &["--api-url", url], &KEYS);
        assert!(said.contains("--api-url") && said.contains(part), "{said}");
    }
    let variables = [KEYS[0], KEYS[1], ("MIRRORDECK_API_URL", "ftp://x")];
    assert!(must_mend(&Home::new(), &[], &variables).contains("MIRRORDECK_API_URL"));
}

#[test]
fn without_a_terminal_there_is_a_sentence() {
    for arguments in [&["--demo"][..], &[]] {
        let said = must_mend(&Home::new(), arguments, &KEYS);
        assert!(said.contains("is not a terminal"), "{said}");
    }
}

#[test]
fn an_unknown_option_is_named() {
    assert!(must_mend(&Home::new(), &["--demmo"], &[]).contains("--demmo"));
    assert!(must_mend(&Home::new(), &["--log-level", "loud"], &[]).contains("loud"));
}

#[test]
fn the_simulator_serves_loopback_only_and_says_when_the_port_is_taken() {
    let said = must_mend(&Home::new(), &["simulate", "--listen", "0.0.0.0:0"], &[]);
    assert!(said.contains("loopback"), "{said}");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let said = must_mend(&Home::new(), &["simulate", "--listen", &address], &[]);
    assert!(
        said.contains(&address) && said.contains("another port"),
        "{said}"
    );
}

#[test]
fn the_help_names_every_option_with_its_variable() {
    let output = run(&Home::new(), &["--help"], &KEYS);
    assert_eq!(output.status.code(), Some(0));
    let help = String::from_utf8(output.stdout).unwrap();
    for (option, variable) in [
        ("--api-url", "MIRRORDECK_API_URL"),
        ("--profile", "NCLOUD_PROFILE"),
        ("--read-only", "MIRRORDECK_READ_ONLY"),
        ("--config", "MIRRORDECK_CONFIG"),
        ("--log-level", "MIRRORDECK_LOG"),
    ] {
        assert!(
            help.contains(option) && help.contains(variable),
            "{option}: {help}"
        );
    }
    assert!(
        help.contains("--demo") && help.contains("simulate"),
        "{help}"
    );
    assert!(
        !help.contains(DEMO_SECRET_KEY) && !help.contains(DEMO_ACCESS_KEY),
        "no values"
    );
}

#[cfg(unix)]
#[test]
fn the_simulator_prints_its_address_and_ends_on_a_signal() {
    use std::io::{BufRead as _, BufReader};
    let home = Home::new();
    let mut command = Command::new(PROGRAM);
    command
        .env_clear()
        .envs(home.environment(&[]))
        .args(["simulate", "--listen", "127.0.0.1:0"]);
    let mut child = command
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    // The reader stays open: what nobody reads would be an error of the program.
    let mut reader = BufReader::new(child.stdout.take().unwrap());
    let mut lines = vec![String::new(); 5];
    for line in &mut lines {
        reader.read_line(line).unwrap();
        line.truncate(line.trim_end().len());
    }
    assert!(
        lines[0].contains("http://127.0.0.1:") && lines[0].contains("/cloudiotcore/v1"),
        "{lines:?}"
    );
    assert!(
        lines.iter().any(|line| line.ends_with(DEMO_ACCESS_KEY)),
        "{lines:?}"
    );
    assert!(
        lines.iter().any(|line| line.ends_with(DEMO_SECRET_KEY)),
        "{lines:?}"
    );
    let process = child.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-s", "TERM", &process])
            .status()
            .unwrap()
            .success()
    );
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
