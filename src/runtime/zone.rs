//! The user's time zone, found without a walk through the whole database of zones: the first frame
//! waits for it.

use jiff::tz::TimeZone;

/// Where most systems keep the rules of the local time zone.
const LOCAL_TIME: &str = "/etc/localtime";

/// The zone of the environment (`TZ`), else that of the system.
pub(super) fn of_user() -> TimeZone {
    if std::env::var_os("TZ").is_some() {
        return TimeZone::system();
    }
    of_file(LOCAL_TIME).unwrap_or_else(TimeZone::system)
}

/// The zone whose rules a file holds. The file's own name tells nothing: it mostly is a link.
fn of_file(path: &str) -> Option<TimeZone> {
    let rules = std::fs::read(path).ok()?;
    TimeZone::tzif("Local", &rules).ok()
}

#[cfg(test)]
mod tests {
    use super::{of_file, of_user};

    #[test]
    fn a_file_that_is_not_there_or_no_zone_is_none() {
        assert!(of_file("/no/such/file").is_none());
        assert!(of_file(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).is_none());
    }

    #[test]
    fn the_zone_is_that_of_the_system() {
        let moment = jiff::Timestamp::from_second(1_795_410_133).unwrap();
        let [ours, theirs] = [of_user(), jiff::tz::TimeZone::system()]
            .map(|zone| moment.to_zoned_datetime(zone).datetime());
        assert_eq!(ours, theirs);
    }
}
