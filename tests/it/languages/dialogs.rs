//! The dialogs, which name the account in the user's language, and judge by that what has room.

use mirrordeck::app::geometry::Size;
use mirrordeck::app::message::{Answer, Message};
use mirrordeck::i18n::Language;
use mirrordeck::model::account::Account;
use mirrordeck::text;

use crate::support::fixtures::{Bench, found};
use crate::support::stage::Stage;

#[test]
fn both_dialogs_name_the_account_in_the_users_language() {
    let mut stage = Stage::open_speaking(Language::Korean, 80, 24);
    stage.state.setup.account = Account {
        host: text!("config-embedded"),
        source: text!("config-environment"),
        ..Account::default()
    };
    let named = "계정      환경 변수 · 내장 서비스";
    stage.press("/greenhouse-07<Enter><Tab>jd");
    assert!(stage.screen().contains(named), "{}", stage.screen());
    stage.press("<BackTab><Enter>u");
    assert!(stage.screen().contains("미러 복원"), "{}", stage.screen());
    assert!(stage.screen().contains(named), "{}", stage.screen());
}

/// Deletions that *Delete* leads to where only a line is left for the account.
fn deletes(language: Language) -> usize {
    let mut bench = Bench::with_rows(&[&"x".repeat(13 * 60)]);
    bench.state.setup.language = language;
    bench.state.setup.account = Account {
        host: mirrordeck::i18n::Text::verbatim("host"),
        // `profile … · host` has just room in the 60 columns, `プロファイル … · host` has not.
        source: text!("config-profile", profile = "p".repeat(45)),
        ..Account::default()
    };
    bench.send(Message::Resized(Size {
        columns: 80,
        rows: 24,
    }));
    bench
        .press("<Tab>d")
        .answer_all(&Answer::Mirror(Ok(found(1))));
    bench.press("<BackTab><Enter>").deletes()
}

#[test]
fn what_has_no_room_in_the_users_language_is_not_deleted() {
    assert_eq!(deletes(Language::English), 1);
    assert_eq!(deletes(Language::Korean), 1);
    assert_eq!(deletes(Language::Japanese), 0);
}
