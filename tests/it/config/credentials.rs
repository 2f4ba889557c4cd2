//! API reference, section 7: four spellings, half pairs, profiles.

use super::{ACCESS, Machine, SECRET};

const PROFILES: &str = "\u{feff}# keys of the plant\r
[DEFAULT]\r
ncloud_access_key_id = EXAMPLEACCESSKEY0001\r
ncloud_secret_access_key = ExampleSecretKeyForDocsOnly0000000000001\r
ncloud_api_url = https://ncloud.apigw.ntruss.com\r
\r
; the second one\r
[plant]\r
ncloud_access_key = EXAMPLEACCESSKEY0002\r
ncloud_secret_key = a=b;c#d\r
\r
[공장]\r
ncloud_access_key_id = ncp_iam_EXAMPLE0003\r
ncloud_secret_access_key = ExampleSecret3\r
\r
[empty]\r
ncloud_api_url = https://ncloud.apigw.ntruss.com\r
[half]\r
ncloud_access_key_id = EXAMPLEACCESSKEY0004\r
ncloud_secret_access_key =  \r
";

#[test]
fn all_four_pairs_of_spellings_work() {
    for access in ["NCLOUD_ACCESS_KEY_ID", "NCLOUD_ACCESS_KEY"] {
        for secret in ["NCLOUD_SECRET_ACCESS_KEY", "NCLOUD_SECRET_KEY"] {
            let machine = Machine::new().set(access, ACCESS).set(secret, SECRET);
            let settings = machine.settings(&[]);
            assert_eq!(settings.credentials.access_key(), ACCESS);
            assert_eq!(settings.credentials.expose_secret(), SECRET);
            assert_eq!(settings.account.source, "environment");
            assert_eq!(settings.account.key_tail, "…0001");
            assert!(settings.warnings.is_empty(), "{:?}", settings.warnings);
        }
    }
}

#[test]
fn half_a_pair_names_the_missing_half() {
    let cases = [
        (
            "NCLOUD_ACCESS_KEY",
            "half a pair in the environment: NCLOUD_ACCESS_KEY is set, but the secret key is \
             missing; set NCLOUD_SECRET_ACCESS_KEY or NCLOUD_SECRET_KEY",
        ),
        (
            "NCLOUD_SECRET_KEY",
            "half a pair in the environment: NCLOUD_SECRET_KEY is set, but the access key is \
             missing; set NCLOUD_ACCESS_KEY_ID or NCLOUD_ACCESS_KEY",
        ),
    ];
    for (set, message) in cases {
        // A sound file must not hide it: the other account would be in use unseen.
        let machine = Machine::new().set(set, "EXAMPLE-0001").configure(PROFILES);
        let machine = machine.set("NCLOUD_SECRET_ACCESS_KEY", " ");
        assert_eq!(machine.message(&[]), message);
    }
    let machine = Machine::new().configure(PROFILES);
    assert_eq!(
        machine.message(&["--profile", "half"]),
        "half a pair in profile `half` of ~/.ncloud/configure: ncloud_access_key_id is set, but \
         the secret key is missing; set ncloud_secret_access_key or ncloud_secret_key"
    );
}

#[test]
fn blank_variables_count_as_unset() {
    let machine = Machine::new().configure(PROFILES);
    let machine = machine
        .set("NCLOUD_ACCESS_KEY_ID", "")
        .set("NCLOUD_SECRET_KEY", " \t");
    let settings = machine.set("NCLOUD_PROFILE", "  ").settings(&[]);
    assert_eq!(settings.account.source, "profile DEFAULT");

    let machine = Machine::with_keys().set("NCLOUD_ACCESS_KEY_ID", " ");
    let settings = machine
        .set("NCLOUD_ACCESS_KEY", " SECONDSPELLING ")
        .settings(&[]);
    assert_eq!(settings.credentials.access_key(), "SECONDSPELLING");
}

#[test]
fn two_spellings_that_differ_are_pointed_out_without_their_values() {
    let machine = Machine::with_keys()
        .set("NCLOUD_ACCESS_KEY", "OTHERACCESSKEY0002")
        .set("NCLOUD_SECRET_KEY", "OtherSecret");
    let settings = machine.settings(&[]);
    assert_eq!(settings.credentials.access_key(), ACCESS);
    assert_eq!(settings.credentials.expose_secret(), SECRET);
    assert_eq!(
        settings.warnings,
        [
            "NCLOUD_ACCESS_KEY_ID and NCLOUD_ACCESS_KEY in the environment differ: \
             NCLOUD_ACCESS_KEY_ID is used; take one of them out",
            "NCLOUD_SECRET_ACCESS_KEY and NCLOUD_SECRET_KEY in the environment differ: \
             NCLOUD_SECRET_ACCESS_KEY is used; take one of them out",
        ]
    );
    let machine = machine
        .set("NCLOUD_ACCESS_KEY", ACCESS)
        .set("NCLOUD_SECRET_KEY", SECRET);
    assert!(machine.settings(&[]).warnings.is_empty());
}

#[test]
fn the_old_form_of_the_file_is_the_default_profile() {
    let machine = Machine::new().configure(format!(
        "ncloud_access_key_id = {ACCESS}\nncloud_secret_access_key = {SECRET}\n"
    ));
    let settings = machine.settings(&[]);
    assert_eq!(settings.account.source, "profile DEFAULT");
    assert_eq!(settings.credentials.expose_secret(), SECRET);
    assert_eq!(
        machine.settings(&["--profile", "DEFAULT"]).account.key_tail,
        "…0001"
    );
}

#[test]
fn a_profile_that_is_named_takes_its_keys_from_the_file_only() {
    let machine = Machine::with_keys().configure(PROFILES);
    assert_eq!(machine.settings(&[]).account.source, "environment");

    let settings = machine.settings(&["--profile", "plant"]);
    assert_eq!(settings.account.source, "profile plant");
    assert_eq!(settings.account.key_tail, "…0002");
    assert_eq!(settings.credentials.expose_secret(), "a=b;c#d");

    let machine = machine.set("NCLOUD_PROFILE", "공장");
    assert_eq!(machine.settings(&[]).account.source, "profile 공장");
    let settings = machine.settings(&["--profile", "plant"]);
    assert_eq!(settings.account.source, "profile plant", "the option wins");

    let machine = machine.unset("NCLOUD_SECRET_ACCESS_KEY");
    let settings = machine.settings(&["--profile", "plant"]);
    assert_eq!(
        settings.account.source, "profile plant",
        "half a pair elsewhere"
    );
}

#[test]
fn an_unknown_profile_lists_those_that_there_are() {
    let machine = Machine::with_keys().configure(PROFILES);
    assert_eq!(
        machine.message(&["--profile", "Plant"]),
        "--profile: there is no profile `Plant` in ~/.ncloud/configure; did you mean `plant`? It \
         has DEFAULT, empty, half, plant and 공장"
    );
    let machine = machine.set("NCLOUD_PROFILE", "x\u{1b}[31m");
    assert_eq!(
        machine.message(&[]),
        "NCLOUD_PROFILE: there is no profile `x\\u{1b}[31m` in ~/.ncloud/configure; it has \
         DEFAULT, empty, half, plant and 공장"
    );
    let machine = machine.configure("");
    assert_eq!(
        machine.message(&["--profile", "plant"]),
        "--profile: there is no profile `plant` in ~/.ncloud/configure; it has no profile at \
         all: add [NAME] and its two keys"
    );
}

#[test]
fn a_profile_does_not_inherit() {
    let machine = Machine::with_keys().configure(PROFILES);
    assert_eq!(
        machine.message(&["--profile", "empty"]),
        "--profile: profile `empty` of ~/.ncloud/configure has no keys; add ncloud_access_key_id \
         and ncloud_secret_access_key to it (it does not inherit those of DEFAULT)"
    );
}

#[test]
fn missing_credentials_name_both_ways_and_the_demonstration() {
    let start = "no credentials: set NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY, or write \
                 ncloud_access_key_id and ncloud_secret_access_key under [DEFAULT] into \
                 ~/.ncloud/configure";
    let end = "; or try the program without an account: mirrordeck --demo";
    assert_eq!(Machine::new().message(&[]), format!("{start}{end}"));
    let machine = Machine::new().configure("[DEFAULT]\n[plant]\nncloud_access_key = X\n");
    let profiles = " (it has plant: choose with --profile)";
    assert_eq!(machine.message(&[]), format!("{start}{profiles}{end}"));
    assert_eq!(
        Machine::with_keys().message(&["--profile", "plant"]),
        "--profile: profile `plant` takes its keys from ~/.ncloud/configure, which does not \
         exist; write it, or leave --profile out to use the environment"
    );
}

#[test]
fn a_file_that_is_no_ini_has_a_line() {
    let machine = Machine::new().configure("a = 1\n\n[plant\nncloud_secret_key = HIDDEN\n");
    let message = machine.message(&[]);
    assert!(message.starts_with("~/.ncloud/configure:3: "), "{message}");
    assert!(
        message.ends_with("; write [PROFILE] or NAME = VALUE"),
        "{message}"
    );
    // What PowerShell writes with `>`.
    let machine = Machine::new().configure(b"\xff\xfe[\0D\0]\0");
    assert_eq!(
        machine.message(&[]),
        "~/.ncloud/configure cannot be read: it is not UTF-8 text; save it as UTF-8 text that \
         you may read"
    );
    let machine = Machine::with_keys().configure("[");
    assert_eq!(
        machine.settings(&[]).account.source,
        "environment",
        "it is not needed"
    );
}

#[test]
fn what_cannot_be_a_key_is_refused_without_being_shown() {
    for key in ["EXAMPLE\u{1}0001", "예제-0001", "EXAMPLE ; comment"] {
        let machine = Machine::with_keys().set("NCLOUD_SECRET_ACCESS_KEY", key);
        assert_eq!(
            machine.message(&[]),
            "the value of NCLOUD_SECRET_ACCESS_KEY in the environment holds a blank, a control \
             character or one outside ASCII, which no key does; copy the key again (a comment \
             needs a line of its own)"
        );
        let text = format!("ncloud_access_key_id = {key}\nncloud_secret_key = x\n");
        let message = Machine::new().configure(text).message(&[]);
        let place = "the value of ncloud_access_key_id in profile `DEFAULT` of ~/.ncloud/configure";
        assert!(message.starts_with(place), "{message}");
        assert!(!message.contains(key), "{message}");
    }
}

#[test]
fn nothing_prints_a_key() {
    let settings = Machine::with_keys().settings(&[]);
    let printed = format!("{settings:?}");
    assert!(
        !printed.contains(SECRET) && !printed.contains(ACCESS),
        "{printed}"
    );
    assert!(printed.contains("…0001"), "{printed}");
}
