//! Devices beyond the sample, computed from their place in the list: 100,000 of them take no memory.

use std::fmt::Write as _;

use serde_json::json;

use super::merge::Object;
use super::seed::{SEEDED_DEVICES, SeedMirror};
use super::store::Row;

const MINUTE_S: u64 = 60;
const DAY_S: u64 = 24 * 60 * MINUTE_S;

/// A sort of device: the first part of its name, and what it is in Korean and English.
struct Sort(&'static str, &'static str, &'static str);

const SORTS: [Sort; 8] = [
    Sort("sensor", "온습도 센서", "climate sensor"),
    Sort("valve", "급수 밸브", "supply valve"),
    Sort("motor", "구동 모터", "drive motor"),
    Sort("lamp", "작업등", "work lamp"),
    Sort("fan", "배기 팬", "exhaust fan"),
    Sort("scale", "계량기", "weighing cell"),
    Sort("reader", "바코드 판독기", "barcode reader"),
    Sort("breaker", "차단기", "circuit breaker"),
];

const MIRROR_NAMES: [&str; 6] = [
    "firmware",
    "schedule",
    "calibration",
    "network",
    "alarms",
    "tuning",
];

/// The mirror that some devices have kept from an earlier firmware.
const LEGACY: &str = "legacy";

/// The numbers of halls and floors.
const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

const VENDORS: [&str; 4] = ["hansung", "daeil", "kestrel", "norvik"];

/// The place of a generated device by its name, whether or not the fleet reaches so far.
pub(super) fn index_of(name: &str) -> Option<usize> {
    let (_, digits) = name.rsplit_once('-')?;
    let number: usize = digits.parse().ok()?;
    let index = number.checked_sub(1)?;
    (index >= SEEDED_DEVICES && self::name(index) == name).then_some(index)
}

fn name(index: usize) -> String {
    let mut name = String::new();
    write_name(index, &mut name);
    name
}

/// Appends the name of a generated device. A search writes them all, so it brings one text for all.
pub(super) fn write_name(index: usize, text: &mut String) {
    let Sort(sort, ..) = SORTS[index % SORTS.len()];
    // A text takes whatever is written to it.
    let _ = write!(text, "{sort}-{:06}", index + 1);
}

/// Appends the description of a generated device.
pub(super) fn write_description(index: usize, text: &mut String) {
    let Sort(_, korean, english) = SORTS[index % SORTS.len()];
    let dice = scatter(index);
    let (hall, floor) = place(dice);
    let _ = if dice.is_multiple_of(3) {
        write!(text, "hall {hall}, floor {floor}, {english}")
    } else {
        write!(text, "{hall}동 {floor}층 {korean}")
    };
}

/// The properties of a generated device.
pub(super) fn properties(index: usize) -> [(&'static str, &'static str); 4] {
    let Sort(sort, ..) = SORTS[index % SORTS.len()];
    let (hall, floor) = place(scatter(index));
    [
        ("floor", floor),
        ("hall", hall),
        ("type", sort),
        ("vendor", VENDORS[index / 3 % VENDORS.len()]),
    ]
}

/// Hall and floor.
fn place(dice: u64) -> (&'static str, &'static str) {
    let digit = |number: u64| DIGITS[usize::try_from(number).unwrap_or(0) % DIGITS.len()];
    (digit(1 + dice % 9), digit(1 + dice / 9 % 4))
}

/// A generated device.
pub(super) fn row(index: usize) -> Row {
    let dice = scatter(index);
    let mut description = String::new();
    write_description(index, &mut description);
    let modified_ago_s = MINUTE_S + dice % (200 * DAY_S);
    Row {
        name: name(index).into(),
        description: description.into(),
        properties: properties(index)
            .map(|(key, value)| (key.into(), value.into()))
            .to_vec(),
        registered_ago_s: modified_ago_s + dice / 7 % (900 * DAY_S),
        modified_ago_s,
    }
}

/// The mirrors of a generated device.
pub(super) fn mirrors(index: usize) -> Vec<SeedMirror> {
    let names = names(index).into_iter();
    names.map(|name| standing(index, name)).collect()
}

/// One of them.
pub(super) fn mirror(index: usize, name: Option<&str>) -> Option<SeedMirror> {
    let known = names(index).into_iter().find(|known| *known == name)?;
    Some(standing(index, known))
}

/// Their names: none to six, and on one of twelve `legacy`. Nothing stands for the default mirror.
pub(super) fn names(index: usize) -> Vec<Option<&'static str>> {
    let dice = scatter(index);
    let count = usize::try_from(dice % 7).unwrap_or(0);
    let has_default = !dice.is_multiple_of(5);
    let named = count - usize::from(has_default && count > 0);
    let default = (named < count).then_some(None);
    let others = MIRROR_NAMES.into_iter().take(named).map(Some);
    let legacy = legacy_dice(index).is_multiple_of(12);
    default
        .into_iter()
        .chain(others)
        .chain(legacy.then_some(Some(LEGACY)))
        .collect()
}

/// A mirror by one of the names of its device.
fn standing(index: usize, name: Option<&'static str>) -> SeedMirror {
    match name {
        None => default_mirror(index, scatter(index)),
        Some(LEGACY) => legacy_mirror(legacy_dice(index) / 12),
        Some(name) => named_mirror(name, scatter(index ^ (name.len() << 32))),
    }
}

fn legacy_dice(index: usize) -> u64 {
    scatter(index ^ (1 << 44))
}

/// What a firmware of long ago wrote and nothing has read since.
fn legacy_mirror(dice: u64) -> SeedMirror {
    let arrived = if dice.is_multiple_of(3) { "v1" } else { "v2" };
    SeedMirror {
        name: Some(LEGACY.to_owned()),
        version: 1 + dice % 30,
        ago_s: 90 * DAY_S + dice % (410 * DAY_S),
        desired: object(json!({ "protocol": "v2" })),
        reported: object(json!({ "protocol": arrived, "bridge": dice % 64 })),
        ..SeedMirror::default()
    }
}

fn default_mirror(index: usize, dice: u64) -> SeedMirror {
    let drifted = dice.is_multiple_of(11);
    let power = if drifted { "off" } else { "on" };
    let tenths = 180 + dice % 90;
    SeedMirror {
        version: 1 + dice % 5_000,
        ago_s: age_s(dice),
        desired: object(json!({ "power": "on", "interval_s": 30 })),
        reported: object(json!({
            "power": power,
            "interval_s": 30,
            "serial": 9_007_199_254_740_993 + index,
            "value": decimal(tenths),
        })),
        report_every_s: dice.is_multiple_of(13).then_some(20),
        reports: vec![
            object(json!({ "value": decimal(tenths + 1) })).unwrap_or_default(),
            object(json!({ "value": decimal(tenths) })).unwrap_or_default(),
        ],
        rewrite_after_s: dice.is_multiple_of(26).then_some(5),
        ..SeedMirror::default()
    }
}

fn named_mirror(name: &str, dice: u64) -> SeedMirror {
    let revision = dice % 20;
    let arrived = revision - u64::from(revision > 0 && dice.is_multiple_of(6));
    SeedMirror {
        name: Some(name.to_owned()),
        version: 1 + dice % 60,
        ago_s: age_s(dice),
        desired: object(json!({ "enabled": true, "revision": revision })),
        reported: object(json!({ "enabled": true, "revision": arrived })),
        ..SeedMirror::default()
    }
}

/// Most report within the hour, some within weeks, a few not for more than 200 days.
fn age_s(dice: u64) -> u64 {
    let spread = dice / 100;
    match dice % 10 {
        0..=5 => 2 + spread % (60 * MINUTE_S),
        6..=8 => 60 * MINUTE_S + spread % (30 * DAY_S),
        _ => 200 * DAY_S + spread % (300 * DAY_S),
    }
}

/// 215 as 21.5.
fn decimal(tenths: u64) -> serde_json::Value {
    serde_json::from_str(&format!("{}.{}", tenths / 10, tenths % 10)).unwrap_or_default()
}

fn object(value: serde_json::Value) -> Option<Object> {
    match value {
        serde_json::Value::Object(object) => Some(object),
        _ => None,
    }
}

/// The same well-spread number for the same place, always (the output function of `SplitMix64`).
fn scatter(index: usize) -> u64 {
    let mut z = (index as u64)
        .wrapping_add(1)
        .wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
