//! Numbers compared by value without ever rounding them.

use serde_json::Number;

/// Whether two JSON numbers have the same value: `20`, `20.0` and `2e1` do.
///
/// Works on the digits, so that 64-bit integers and long decimals keep their last digit.
#[must_use]
pub fn same_value(one: &Number, other: &Number) -> bool {
    let (one, other) = (one.to_string(), other.to_string());
    one == other || matches!((canonical(&one), canonical(&other)), (Some(a), Some(b)) if a == b)
}

/// Sign, digits without zeros at either end, and the power of ten behind the last digit.
/// Nothing for an exponent beyond 64 bits, which no two writings need to share.
fn canonical(text: &str) -> Option<(bool, String, i64)> {
    let (negative, rest) = text
        .strip_prefix('-')
        .map_or((false, text), |rest| (true, rest));
    let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
        None => (rest, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let kept = digits.trim_end_matches('0');
    let dropped = i64::try_from(digits.len() - kept.len()).ok()?;
    let kept = kept.trim_start_matches('0');
    if kept.is_empty() {
        return Some((false, String::new(), 0));
    }
    let power = exponent
        .checked_sub(i64::try_from(fraction.len()).ok()?)?
        .checked_add(dropped)?;
    Some((negative, kept.to_owned(), power))
}

#[cfg(test)]
mod tests {
    use super::same_value;
    use serde_json::Number;

    fn number(text: &str) -> Number {
        serde_json::from_str(text).expect("a JSON number")
    }

    #[test]
    fn different_writings_of_one_value_are_equal() {
        for (one, other) in [
            ("20", "20.0"),
            ("2e1", "20"),
            ("-0", "0.000"),
            ("0.10", "1e-1"),
        ] {
            assert!(same_value(&number(one), &number(other)), "{one} {other}");
        }
    }

    #[test]
    fn the_last_digit_counts() {
        for (one, other) in [
            ("9007199254740993", "9007199254740992"),
            ("0.1", "0.10000000000000000001"),
            ("1", "-1"),
            ("1e99999999999999999999", "2e99999999999999999999"),
        ] {
            assert!(!same_value(&number(one), &number(other)), "{one} {other}");
        }
    }
}
