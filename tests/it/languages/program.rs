//! The built program in the user's language, without a terminal.

use crate::support::home::Home;

fn in_korean(text: &str) -> bool {
    text.chars().any(|c| ('\u{ac00}'..='\u{d7a3}').contains(&c))
}

fn help(home: &Home, arguments: &[&str]) -> String {
    let ran = home.run(arguments);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{arguments:?}");
    ran.out
}

#[test]
fn the_option_and_the_locale_choose_the_language_of_the_help() {
    let korean = help(&Home::new(), &["--lang", "ko", "--help"]);
    assert!(
        korean.contains("사용법:") && korean.contains("옵션:"),
        "{korean}"
    );
    assert!(
        !korean.contains("Usage:") && !korean.contains("Print"),
        "{korean}"
    );
    for home in [
        Home::new().set("LANG", "ko_KR.UTF-8"),
        Home::new()
            .set("LC_MESSAGES", "ko_KR.UTF-8")
            .set("LANG", "C"),
        Home::new()
            .set("MIRRORDECK_LANG", "ko")
            .set("LC_ALL", "ja_JP.UTF-8"),
    ] {
        assert_eq!(help(&home, &["--help"]), korean);
    }
    let english = help(&Home::new(), &["--help"]);
    assert!(
        !in_korean(&english) && english.contains("Usage:"),
        "{english}"
    );
    for home in [
        Home::new()
            .set("LC_ALL", "C.UTF-8")
            .set("LANG", "ko_KR.UTF-8"),
        Home::new().set("LANG", "de_DE.UTF-8"),
        Home::new().set("LANG", ""),
    ] {
        assert_eq!(help(&home, &["--help"]), english);
    }

    let japanese = help(
        &Home::new().set("LANG", "ja_JP.UTF-8"),
        &["help", "simulate"],
    );
    assert!(japanese.contains("使い方:"), "{japanese}");
}

#[test]
fn messages_on_standard_error_are_in_the_language_of_the_user() {
    let ran = Home::new().set("LANG", "ko_KR.UTF-8").run(&[]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("인증 정보가 없습니다"), "{}", ran.err);
    // The settings are known here, and with them what the configuration says.
    let home = Home::new().write("config/mirrordeck/config.toml", "language = \"ja\"\n");
    let ran = home.run(&["--demo"]);
    assert!(
        ran.err.contains("標準入力がターミナルではありません"),
        "{}",
        ran.err
    );
    let ran = home.run(&["--demo", "--lang", "en"]);
    assert!(
        ran.err.contains("standard input is not a terminal"),
        "{}",
        ran.err
    );
    let home = Home::new().write("config/mirrordeck/config.toml", "page_sise = 5\n");
    let ran = home.set("LANG", "ko_KR.UTF-8").run(&[]);
    assert!(
        ran.err.contains("config.toml:1: 모르는 항목 `page_sise`"),
        "{}",
        ran.err
    );
    let home = Home::new().write(
        "config/mirrordeck/config.toml",
        "[keys.panes]\nwatch = [\"dd\"]\nexport = [\"w\"]\n",
    );
    let ran = home.set("LANG", "ko_KR.UTF-8").run(&[]);
    let lines: Vec<_> = ran
        .err
        .lines()
        .filter(|line| line.contains(".toml:"))
        .collect();
    assert_eq!((ran.status, lines.len()), (2, 2), "{}", ran.err);
    let is_korean = |line: &&str| line.chars().any(|c| ('가'..='힣').contains(&c));
    assert!(lines.iter().all(is_korean), "{}", ran.err);
}

#[test]
fn a_language_that_is_not_there_is_for_the_user_to_mend() {
    let ran = Home::new().set("MIRRORDECK_LANG", "xx").run(&["--demo"]);
    assert_eq!(ran.status, 2);
    assert!(
        ran.err
            .contains("MIRRORDECK_LANG: `xx` is not known; set it to en, ko or ja"),
        "{}",
        ran.err
    );
    let ran = Home::new().run(&["--lang", "xx"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("write en, ko or ja"), "{}", ran.err);
}

#[test]
fn what_stands_for_values_is_in_the_language_too() {
    for (language, word) in [("ko", "옵션"), ("ja", "オプション")] {
        for arguments in [
            &["--help"][..],
            &["simulate", "--help"],
            &["completions", "--help"],
            &["help", "--help"],
        ] {
            let ran = Home::new().set("MIRRORDECK_LANG", language).run(arguments);
            for english in [
                "OPTIONS", "COMMAND", "NAME>", "FILE>", "LEVEL", "SHELL", "Usage",
            ] {
                assert!(!ran.out.contains(english), "{english} in\n{}", ran.out);
            }
        }
        let home = Home::new().set("MIRRORDECK_LANG", language);
        let usage = home.run(&["--help"]).out;
        assert!(usage.contains(&format!("mirrordeck [{word}]")), "{usage}");
        // In the manual page, in the completions, and in what is wrong.
        let page = home.run(&["man"]).out;
        for english in ["NAME", "SYNOPSIS", "DESCRIPTION", "NOTES"] {
            assert!(!page.contains(&format!("\n.SH {english}\n")), "{english}");
            assert!(!page.contains(&format!("\n.SS {english}\n")), "{english}");
        }
        for shell in ["zsh", "fish"] {
            let script = home.run(&["completions", shell]).out;
            for english in ["Nothing", "What failed", "Each request"] {
                assert!(!script.contains(english), "{english} for {shell}");
            }
        }
        let ran = home.run(&["--profile"]);
        assert!(!ran.err.contains("NAME"), "{}", ran.err);
    }
}

#[test]
fn the_type_of_a_wrong_value_is_named_in_the_language() {
    let values = ["7", "7.5", "'a'", "true", "2026-01-01", "[1]", "{ a = 1 }"];
    for (value, korean) in values.into_iter().zip([
        "정수",
        "소수",
        "텍스트",
        "참·거짓",
        "날짜·시각",
        "목록",
        "표",
    ]) {
        let name = if value == "true" {
            "page_size"
        } else {
            "ascii"
        };
        let home = Home::new().write(
            "config/mirrordeck/config.toml",
            &format!("{name} = {value}\n"),
        );
        let ran = home.set("LANG", "ko_KR.UTF-8").run(&[]);
        assert!(
            ran.err.contains(&format!("{korean} 형식의 값")),
            "{}",
            ran.err
        );
    }
}
