//! The filter language: each form, each error.

use mirrordeck::model::device::Identifier;
use mirrordeck::model::mirror::MirrorName;
use mirrordeck::model::summary::MirrorSummary;
use mirrordeck::model::sweep_filter::{FORMS, Subject, SweepFilter, Verdict};
use proptest::prelude::*;

use super::{DAY_MS, summary};
use crate::support::fixtures::{NOW_MS, device_name};

fn judge(
    filter: &str,
    device: &str,
    mirror: Option<&str>,
    facts: Option<&MirrorSummary>,
) -> Verdict {
    let mirror = mirror.map_or(MirrorName::Default, |name| MirrorName::named(name).unwrap());
    let filter = SweepFilter::parse(filter).unwrap_or_else(|problem| panic!("{problem}"));
    filter.verdict(&Subject {
        device: &device_name(device),
        mirror: &mirror,
        facts,
        is_marked: false,
    })
}

/// Judges `hall3-press-01 › legacy-2` at version 7, reported 100 days ago, two keys of 700 bytes apart.
fn holds(filter: &str) -> bool {
    let facts = summary(7, 100, 2);
    judge(filter, "hall3-press-01", Some("legacy-2"), Some(&facts)) == Verdict::Matches
}

#[test]
fn each_form_lets_through_what_it_says() {
    for filter in [
        "",
        "press",
        "PRESS legacy",
        "device:hall3-*",
        "device:x,hall3-*",
        "device:hall?-press-01",
        "mirror:legacy*",
        "mirror:*-2",
        "default:no",
        "age:>90d",
        "age:<15w",
        "age:>=100d",
        "age:>2399h",
        "age:>8000000s",
        "age:>100min",
        "age:>100m",
        "drift:yes",
        "version:7",
        "version:=7",
        "version:>6",
        "version:<8",
        "version:>=7",
        "version:<=7",
        "size:>600",
        "size:<1k",
        "size:<1KB",
        "size:<1M",
        "size:700b",
        "marked:no",
        "-age:never",
        "-version:none",
        "-mirror:keep*",
        "!device:hall4-*",
        "-marked:yes",
        "mirror:legacy* age:>90d drift:yes device:hall3-*",
    ] {
        assert!(holds(filter), "{filter}");
    }
}

#[test]
fn each_form_keeps_out_the_rest() {
    for filter in [
        "pump",
        "press firmware",
        "device:hall3",
        "device:HALL3-*",
        "mirror:legacy",
        "default:yes",
        "age:<90d",
        "age:never",
        "drift:no",
        "version:6",
        "version:none",
        "size:>4k",
        "marked:yes",
        "-press",
        "-drift:yes",
        "mirror:legacy* drift:no",
    ] {
        assert!(!holds(filter), "{filter}");
    }
}

#[test]
fn the_default_mirror_is_no_mirror_named_default() {
    let facts = summary(7, 1, 0);
    for (filter, mirror, matches) in [
        ("mirror:default", None, false),
        ("mirror:default", Some("default"), true),
        ("mirror:*", None, false),
        ("default:yes", None, true),
        ("default:yes", Some("default"), false),
        ("default", None, false),
        ("-mirror:legacy*", None, true),
    ] {
        let verdict = judge(filter, "pump", mirror, Some(&facts));
        assert_eq!(verdict == Verdict::Matches, matches, "{filter} {mirror:?}");
    }
}

#[test]
fn quotes_make_everything_a_letter() {
    let facts = summary(1, 1, 0);
    let matches = |filter: &str, device: &str| {
        judge(filter, device, Some("m"), Some(&facts)) == Verdict::Matches
    };
    assert!(matches("\"hall 3\"", "the hall 3 press"));
    assert!(matches("device:\"hall 3\"*", "hall 3 press"));
    assert!(matches("device:\"a*b\"", "a*b"));
    assert!(!matches("device:\"a*b\"", "axb"));
    assert!(matches("device:\"a,b\"", "a,b"));
    assert!(matches("\"x:y\"", "x:y"));
    assert!(matches("\"-x\"", "a-x"));
    assert!(matches("-\"a b\"", "ab"));
}

#[test]
fn hangul_and_odd_names_are_matched_raw_and_as_shown() {
    let facts = summary(1, 1, 0);
    let odd = "legacy\u{202e}-x";
    let shown = Identifier::new(odd).unwrap().shown().to_owned();
    for (filter, device, matches) in [
        ("온실", "온실-7동", true),
        ("device:온실-?동", "온실-7동", true),
        ("device:온실-??", "온실-7동", true),
        ("device:온실-?", "온실-7동", false),
        (&format!("device:{odd}"), odd, true),
        (&format!("device:{shown}"), odd, true),
    ] {
        let verdict = judge(filter, device, Some("m"), Some(&facts));
        assert_eq!(verdict == Verdict::Matches, matches, "{filter}");
    }
}

#[test]
fn what_was_never_reported_has_no_age() {
    let mut facts = summary(1, 1, 0);
    facts.last_report_ms = None;
    let verdict = |filter| judge(filter, "pump", Some("m"), Some(&facts));
    assert_eq!(verdict("age:never"), Verdict::Matches);
    assert_eq!(verdict("age:>1d"), Verdict::Fails);
    assert_eq!(verdict("age:<1d"), Verdict::Fails);
    facts.version = None;
    let verdict = judge("version:none -version:>0", "pump", Some("m"), Some(&facts));
    assert_eq!(verdict, Verdict::Matches);
}

#[test]
fn the_clock_of_the_reading_counts() {
    let facts = MirrorSummary {
        last_report_ms: Some(NOW_MS - 3 * DAY_MS),
        read_at_ms: NOW_MS - 2 * DAY_MS,
        ..summary(1, 0, 0)
    };
    let verdict = judge("age:<2d", "pump", Some("m"), Some(&facts));
    assert_eq!(verdict, Verdict::Matches);
}

#[test]
fn facts_that_were_not_read_leave_open_only_what_the_names_do_not_decide() {
    let verdict = |filter| judge(filter, "pump", Some("legacy"), None);
    assert_eq!(verdict("mirror:legacy drift:yes"), Verdict::Unknown);
    assert_eq!(verdict("mirror:legacy -drift:yes"), Verdict::Unknown);
    assert_eq!(verdict("drift:yes mirror:firmware"), Verdict::Fails);
    assert_eq!(verdict("mirror:legacy"), Verdict::Matches);
}

#[test]
fn each_error_names_the_word_its_place_and_what_would_be_right() {
    for (filter, at, word, what) in [
        (
            "x mirro:legacy",
            3,
            "mirro:legacy",
            "did you mean mirror: ?",
        ),
        ("Age:>1d", 1, "Age:>1d", "did you mean age: ?"),
        ("x:y", 1, "x:y", "there are device, mirror, default"),
        ("device:", 1, "device:", "as in device:hall3-*"),
        ("mirror:a,", 1, "mirror:a,", "beside the comma"),
        ("drift:maybe", 1, "drift:maybe", "yes or no"),
        ("marked:1", 1, "marked:1", "yes or no"),
        ("default:on", 1, "default:on", "yes or no"),
        ("age:90d", 1, "age:90d", "> or <"),
        ("age:=90d", 1, "age:=90d", "> or <"),
        ("age:>d", 1, "age:>d", "wants a number"),
        ("age:>9", 1, "age:>9", "s, min, h, d, w"),
        ("age:>9y", 1, "age:>9y", "s, min, h, d, w"),
        ("version:>", 1, "version:>", "a number or none"),
        ("version:1.5", 1, "version:1.5", "a number or none"),
        ("size:big", 1, "size:big", "wants a number"),
        ("size:>4g", 1, "size:>4g", "bytes, k or M"),
        ("온실 -", 4, "-", "is missing"),
        ("\"open", 1, "open", "not closed"),
        ("\"\"", 1, "", "nothing between"),
    ] {
        let problem = SweepFilter::parse(filter).unwrap_err();
        assert_eq!(problem.at, at, "{filter}");
        assert_eq!(problem.word.as_str(), word, "{filter}");
        let words = problem.to_string();
        assert!(words.contains(what), "{filter}: {words}");
    }
}

#[test]
fn every_example_of_the_help_can_be_typed() {
    for form in FORMS {
        SweepFilter::parse(form.example).unwrap_or_else(|problem| panic!("{problem}"));
    }
}

#[test]
fn what_may_still_become_a_field_and_what_is_not_understood_hides_nothing_yet() {
    for typed in [
        "press a",
        "press age",
        "press age:",
        "press age:>",
        "press age:>9",
        "press agee:>9d",
        "press -mirr",
    ] {
        let (filter, _) = SweepFilter::parse_typed(typed);
        assert_eq!(filter, SweepFilter::parse("press").unwrap(), "{typed}");
    }
    for typed in ["press agv", "press age ", "press \"age\"", "press age:>9d"] {
        let (filter, problem) = SweepFilter::parse_typed(typed);
        assert_eq!(filter, SweepFilter::parse(typed).unwrap(), "{typed}");
        assert_eq!(problem, None);
    }
}

proptest! {
    #[test]
    fn no_text_breaks_the_language_and_no_problem_steers_a_terminal(text in "\\PC{0,30}|[-!\":,*?<>=a-z0-9 \u{202e}\u{1b}]{0,30}") {
        if let Err(problem) = SweepFilter::parse(&text) {
            let words = problem.to_string();
            prop_assert!(!words.chars().any(|c| c.is_control() || c == '\u{202e}'), "{words:?}");
            prop_assert!(problem.at >= 1 && problem.at <= text.chars().count());
        }
    }
}
