//! What the header shows of the account.

use mirrordeck::i18n::Text;
use mirrordeck::model::account::{Account, AccountColour};
use mirrordeck::text;

use super::Machine;

const CONFIGURE: &str = "
[plant]
ncloud_access_key_id = EXAMPLEACCESSKEY0002
ncloud_secret_access_key = ExampleSecret2
[시험 공장]
ncloud_access_key_id = short
ncloud_secret_access_key = ExampleSecret3
";

const CONFIG: &str = "
[profiles.plant]
label = '공장 1 PRODUCTION\u{202e}'
colour = 'Red'
read_only = true

[profiles.'시험 공장']
color = 'green'

[profiles.demo]
label = 'training'
";

#[test]
fn a_profile_has_its_label_and_colour() {
    let machine = Machine::new().configure(CONFIGURE).config(CONFIG);
    let expected = Account {
        label: Some("공장 1 PRODUCTION\\u{202e}".to_owned()),
        colour: Some(AccountColour::Red),
        host: Text::verbatim("cloudiotcore.apigw.ntruss.com"),
        source: text!("config-profile", profile = "plant"),
        key_tail: "…0002".to_owned(),
        read_only: true,
    };
    let settings = machine.settings(&["--profile", "plant"]);
    assert_eq!(settings.account, expected);
    assert!(settings.warnings.is_empty(), "{:?}", settings.warnings);

    let account = machine.settings(&["--profile", "시험 공장"]).account;
    assert_eq!(account.name(), "profile 시험 공장");
    assert_eq!(account.colour, Some(AccountColour::Green));
    assert_eq!(account.key_tail, "…", "four characters would be most of it");

    assert_eq!(machine.settings(&["--demo"]).account.name(), "training");
}

#[test]
fn a_label_for_a_profile_that_is_not_there_is_pointed_out() {
    let machine = Machine::new().configure(CONFIGURE);
    let machine = machine.config("[profiles.plnat]\ncolour = 'red'\n[profiles.demo]\n");
    let settings = machine.settings(&["--profile", "plant"]);
    let warnings: Vec<String> = settings
        .warnings
        .iter()
        .map(|line| machine.homely(&line.to_string()))
        .collect();
    assert_eq!(
        warnings,
        [
            "~/config.toml:1: there is no profile `plnat` in ~/.ncloud/configure; did you mean \
             `plant`?"
        ]
    );
}
