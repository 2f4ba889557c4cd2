//! Times as people read them. All arithmetic is on Unix milliseconds that the caller brings.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::i18n::Text;
use crate::text;

/// From this value on, a time of the service is taken for milliseconds, below it for seconds
/// (API reference, 2.8: the unit is never named).
const FIRST_MILLISECONDS: i64 = 100_000_000_000;

/// A time of the service in Unix milliseconds, whichever unit it came in.
#[must_use]
pub fn to_ms(service_time: i64) -> i64 {
    if service_time.saturating_abs() >= FIRST_MILLISECONDS {
        service_time
    } else {
        service_time * 1000
    }
}

/// The age of a moment: `4 s`, `12 min`, `3 h`, `214 d`; `now` for less than a second and
/// `ahead 5 s` when the service's clock is ahead of this computer's. In the language of the scope.
#[must_use]
pub fn age(moment_ms: i64, now_ms: i64) -> String {
    age_text(moment_ms, now_ms).to_string()
}

/// As [`age`], for state and messages.
#[must_use]
pub fn age_text(moment_ms: i64, now_ms: i64) -> Text {
    match seconds_between(moment_ms, now_ms) {
        0 => text!("time-now"),
        seconds @ 1.. => span(seconds),
        seconds => text!("time-ahead", span = span(-seconds)),
    }
}

/// The age of a moment in a sentence: `4 s ago`, `just now`, `5 s ahead`. In the language of the
/// scope.
#[must_use]
pub fn since(moment_ms: i64, now_ms: i64) -> String {
    since_text(moment_ms, now_ms).to_string()
}

/// As [`since`], for state and messages.
#[must_use]
pub fn since_text(moment_ms: i64, now_ms: i64) -> Text {
    match seconds_between(moment_ms, now_ms) {
        0 => text!("time-just-now"),
        seconds @ 1.. => text!("time-since", span = span(seconds)),
        seconds => text!("time-since-ahead", span = span(-seconds)),
    }
}

fn seconds_between(moment_ms: i64, now_ms: i64) -> i64 {
    now_ms.saturating_sub(moment_ms).div_euclid(1000)
}

fn span(seconds: i64) -> Text {
    const MINUTE: i64 = 60;
    const HOUR: i64 = 60 * MINUTE;
    const DAY: i64 = 24 * HOUR;
    // A number in front of a unit has no thousands set apart.
    match seconds {
        DAY.. => text!("time-days", number = (seconds / DAY).to_string()),
        HOUR.. => text!("time-hours", number = (seconds / HOUR).to_string()),
        MINUTE.. => text!("time-minutes", number = (seconds / MINUTE).to_string()),
        _ => text!("time-seconds", number = seconds.to_string()),
    }
}

/// `14:02:13` in the user's zone; a question mark for a moment no calendar has.
#[must_use]
pub fn clock_time(moment_ms: i64, zone: &TimeZone) -> String {
    format(moment_ms, zone, "%H:%M:%S")
}

/// `2026-11-23 14:02:13` in the user's zone; a question mark for a moment no calendar has.
#[must_use]
pub fn date_time(moment_ms: i64, zone: &TimeZone) -> String {
    format(moment_ms, zone, "%Y-%m-%d %H:%M:%S")
}

/// `11-23 14:02` in the user's zone; a question mark for a moment no calendar has.
#[must_use]
pub fn day_and_time(moment_ms: i64, zone: &TimeZone) -> String {
    format(moment_ms, zone, "%m-%d %H:%M")
}

/// `2026-11-23T05:02:13.000Z`, for other programs; nothing for a moment no calendar has.
#[must_use]
pub fn iso(moment_ms: i64) -> Option<String> {
    let moment = Timestamp::from_millisecond(moment_ms).ok()?;
    Some(format!("{moment:.3}"))
}

fn format(moment_ms: i64, zone: &TimeZone, pattern: &str) -> String {
    Timestamp::from_millisecond(moment_ms).map_or_else(
        |_| "?".to_owned(),
        |moment| {
            moment
                .to_zoned_datetime(zone.clone())
                .strftime(pattern)
                .to_string()
        },
    )
}

/// A length of time in one unit, rounded to the nearest: `90 s`, `10 min`, `2 h`, `3 d`. The sign
/// does not count. In the language of the scope.
#[must_use]
pub fn span_in_words(seconds: i64) -> String {
    span_text(seconds).to_string()
}

/// As [`span_in_words`], for state and messages.
#[must_use]
pub fn span_text(seconds: i64) -> Text {
    let seconds = seconds.unsigned_abs();
    let rounded = |unit: u64| (seconds.saturating_add(unit / 2) / unit).to_string();
    match seconds {
        0..120 => text!("time-seconds", number = seconds.to_string()),
        120..5_400 => text!("time-minutes", number = rounded(60)),
        5_400..129_600 => text!("time-hours", number = rounded(3_600)),
        _ => text!("time-days", number = rounded(86_400)),
    }
}

#[cfg(test)]
mod tests {
    use super::{age, date_time, day_and_time, to_ms};
    use jiff::tz::{TimeZone, offset};

    #[test]
    fn seconds_and_milliseconds_mean_the_same_moment() {
        assert_eq!(to_ms(1_700_000_123), 1_700_000_123_000);
        assert_eq!(to_ms(1_700_000_123_000), 1_700_000_123_000);
    }

    #[test]
    fn ages_use_one_unit() {
        let now = 1_700_000_000_000;
        for (seconds, text) in [
            (0, "now"),
            (59, "59 s"),
            (60, "1 min"),
            (7_199, "1 h"),
            (86_400 * 214, "214 d"),
            (-5, "ahead 5 s"),
        ] {
            assert_eq!(age(now - seconds * 1000, now), text);
        }
    }

    #[test]
    fn times_are_shown_in_the_users_zone() {
        let seoul = TimeZone::fixed(offset(9));
        assert_eq!(date_time(1_700_000_000_000, &seoul), "2023-11-15 07:13:20");
        assert_eq!(date_time(i64::MAX, &seoul), "?");
        assert_eq!(day_and_time(1_700_000_000_000, &seoul), "11-15 07:13");
    }

    #[test]
    fn a_span_is_rounded_to_the_nearest() {
        for (seconds, words) in [
            (90, "90 s"),
            (-600, "10 min"),
            (7_199, "2 h"),
            (-7_201, "2 h"),
            (259_100, "3 d"),
        ] {
            assert_eq!(super::span_in_words(seconds), words);
        }
    }
}
