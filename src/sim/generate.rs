//! Devices beyond the sample, computed from their place in the list: 100,000 of them take no memory.

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

const VENDORS: [&str; 4] = ["hansung", "daeil", "kestrel", "norvik"];

/// The place of a generated device by its name, whether or not the fleet reaches so far.
pub(super) fn index_of(name: &str) -> Option<usize> {
    let (_, digits) = name.rsplit_once('-')?;
    let number: usize = digits.parse().ok()?;
    let index = number.checked_sub(1)?;
    (index >= SEEDED_DEVICES && self::name(index) == name).then_some(index)
}

fn name(index: usize) -> String {
    let Sort(sort, ..) = SORTS[index % SORTS.len()];
    format!("{sort}-{:06}", index + 1)
}

/// A generated device.
pub(super) fn row(index: usize) -> Row {
    let Sort(sort, korean, english) = SORTS[index % SORTS.len()];
    let dice = scatter(index);
    let (hall, floor) = (1 + dice % 9, 1 + dice / 9 % 4);
    let description = if dice.is_multiple_of(3) {
        format!("hall {hall}, floor {floor}, {english}")
    } else {
        format!("{hall}동 {floor}층 {korean}")
    };
    let modified_ago_s = MINUTE_S + dice % (200 * DAY_S);
    Row {
        name: name(index).into(),
        description: description.into(),
        properties: vec![
            ("floor".into(), floor.to_string().into()),
            ("hall".into(), hall.to_string().into()),
            ("type".into(), sort.into()),
            ("vendor".into(), VENDORS[index / 3 % VENDORS.len()].into()),
        ],
        registered_ago_s: modified_ago_s + dice / 7 % (900 * DAY_S),
        modified_ago_s,
    }
}

/// The mirrors of a generated device: none to six.
pub(super) fn mirrors(index: usize) -> Vec<SeedMirror> {
    let dice = scatter(index);
    let count = usize::try_from(dice % 7).unwrap_or(0);
    let has_default = !dice.is_multiple_of(5);
    let named = count - usize::from(has_default && count > 0);
    let default = (named < count).then(|| default_mirror(index, dice));
    let others = MIRROR_NAMES.iter().take(named);
    default
        .into_iter()
        .chain(others.map(|name| named_mirror(name, scatter(index ^ (name.len() << 32)))))
        .collect()
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
