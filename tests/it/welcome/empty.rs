//! An account without devices, and a device without mirrors.

use insta::assert_snapshot;
use mirrordeck::i18n::Language;
use mirrordeck::sim::service::Settings;

use crate::support::stage::Stage;

#[test]
fn an_empty_account_explains_devices_and_mirrors() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        for (code, language) in Language::ALL {
            let settings = Settings {
                devices: 0,
                ..Settings::default()
            };
            let mut stage = Stage::begin(columns, rows, settings);
            stage.state.setup.language = language;
            stage.settle();
            assert_snapshot!(format!("account_{columns}x{rows}_{code}"), stage.screen());
        }
    }
}

/// A device of the sample from which every mirror is taken.
fn without_mirrors(columns: u16, rows: u16, language: Language) -> Stage {
    let mut stage = Stage::open(columns, rows);
    stage.state.setup.language = language;
    stage.fault(r#"{"operation":"mirrors","times":9,"fault":{"status":404,"code":"1"}}"#);
    stage.press("/greenhouse-06<Enter><Tab>");
    stage
}

#[test]
fn a_device_without_mirrors_says_how_one_is_made() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        for (code, language) in Language::ALL {
            let stage = without_mirrors(columns, rows, language);
            assert_snapshot!(format!("device_{columns}x{rows}_{code}"), stage.screen());
        }
    }
}
