//! Updates and deletions, and the mirror that they are about and no other.

use mirrordeck::api::transport::Transport;
use mirrordeck::model::delete::{ClientToken, Look};
use mirrordeck::model::mirror::MirrorUpdate;
use serde_json::{Value, json};

use super::{World, contracts, desired, document, order};
use crate::support::scripted::{default_of, named, refusal};
use crate::support::simulator::START_MS;

contracts! {
    PATIENT_MS;
    numbers_survive_to_the_last_digit,
    a_change_merges_and_null_takes_away,
    a_version_lock_holds,
    a_token_comes_back,
    a_delete_without_wishes_has_no_body,
    what_is_not_there_cannot_be_deleted,
}

const DEVICE: &str = "greenhouse-06";

async fn numbers_survive_to_the_last_digit(world: World<impl Transport>) {
    let text = r#"{"beyond_u64":123456789012345678901234567890,"digits":0.1000000000000000055511151231257827,
        "exponent":1e+400,"i64":-9223372036854775808,"long":3.14159265358979323846264338327950288,
        "trailing":1.50,"u64":18446744073709551615,"zero":-0.0}"#;
    let state: Value = serde_json::from_str(text).unwrap();
    let target = named(DEVICE, "numbers");
    let update = MirrorUpdate {
        reported: Some(state.clone()),
        ..desired(state.clone())
    };
    world
        .client()
        .update_mirror(&target, &update)
        .await
        .unwrap();
    let found = document(&world, &target).await;
    assert_eq!(
        (&found.desired, &found.reported),
        (&Some(state.clone()), &Some(state))
    );
    let shown = found.desired.unwrap().to_string();
    let digits = text.split([':', ',', '}']).map(str::trim);
    for number in digits.filter(|part| part.starts_with(['-', '0', '1', '3'])) {
        assert!(shown.contains(number), "{number} in {shown}");
        let body = String::from_utf8(found.body.to_vec()).unwrap();
        assert!(body.contains(number), "{number} in {body}");
    }
}

async fn a_change_merges_and_null_takes_away(world: World<impl Transport>) {
    let client = world.client();
    let target = named(DEVICE, "merged");
    let first = json!({ "a": { "b": 1, "c": [1, 2] }, "d": true });
    client
        .update_mirror(&target, &desired(first))
        .await
        .unwrap();
    let second = json!({ "a": { "c": [3], "e": "온실" }, "d": null });
    let changed = client
        .update_mirror(&target, &desired(second))
        .await
        .unwrap();
    assert_eq!(changed.version, Some(2));
    let found = document(&world, &target).await;
    let merged = json!({ "a": { "b": 1, "c": [3], "e": "온실" } });
    assert_eq!((found.desired, found.reported), (Some(merged), None));
}

async fn a_version_lock_holds(world: World<impl Transport>) {
    let client = world.client();
    let target = named("greenhouse-07", "legacy");
    assert_eq!(world.version("greenhouse-07", Some("legacy")), Some(2));
    for wrong in [0, 1, 3, u64::from(u32::MAX), i64::MAX.unsigned_abs()] {
        let refusal = refusal(
            client
                .delete_mirror(&order(target.clone(), Some(wrong), None))
                .await,
        );
        assert_eq!(refusal.status, 409, "{refusal}");
        let update = MirrorUpdate {
            version: Some(wrong),
            ..desired(json!({ "valve": "half" }))
        };
        let answer = client.update_mirror(&target, &update).await;
        assert_eq!(self::refusal(answer).status, 409);
    }
    assert_eq!(client.look(&target).await.unwrap().version(), Some(2));
    let update = MirrorUpdate {
        version: Some(2),
        ..desired(json!({ "valve": "half" }))
    };
    assert_eq!(
        client
            .update_mirror(&target, &update)
            .await
            .unwrap()
            .version,
        Some(3)
    );
    let receipt = client
        .delete_mirror(&order(target.clone(), Some(3), None))
        .await
        .unwrap();
    assert_eq!((receipt.status, receipt.version), (200, Some(3)));
    assert_eq!(receipt.timestamp_ms, Some(START_MS.cast_signed()));
    // A mirror that is made again does not begin where a lock of old would fit.
    let again = client
        .update_mirror(&target, &desired(json!({})))
        .await
        .unwrap();
    assert_eq!(again.version, Some(4));
}

async fn a_token_comes_back(world: World<impl Transport>) {
    let client = world.client();
    let longest = "토".repeat(21) + "x";
    for token in ["md-7f3a-1", "0", " \"\\\n\u{7f}", &longest] {
        let target = named(DEVICE, "echo");
        let update = MirrorUpdate {
            client_token: Some(ClientToken::new(token).unwrap()),
            ..desired(json!({}))
        };
        client.update_mirror(&target, &update).await.unwrap();
        let receipt = client
            .delete_mirror(&order(target, None, Some(token)))
            .await
            .unwrap();
        assert_eq!(receipt.client_token.as_deref(), Some(token));
    }
    assert_eq!(longest.len(), 64);
}

async fn a_delete_without_wishes_has_no_body(world: World<impl Transport>) {
    let client = world.client();
    let bare = order(named("greenhouse-07", "legacy"), None, None);
    let receipt = client.delete_mirror(&bare).await.unwrap();
    assert_eq!((receipt.client_token, receipt.version), (None, Some(2)));
    let both = order(named("greenhouse-07", "tuning"), Some(6), Some("t"));
    client.delete_mirror(&both).await.unwrap();
    let body = r#"{"clientToken":"t","version":6}"#.to_owned();
    assert_eq!(world.bodies("DELETE"), [None, Some(body)]);
    assert!(world.bodies("GET").iter().all(Option::is_none));
}

async fn what_is_not_there_cannot_be_deleted(world: World<impl Transport>) {
    let client = world.client();
    for (target, look) in [
        (default_of(DEVICE), Look::Gone),
        (named(DEVICE, "nobody"), Look::Gone),
        (named("no-such-device", "nobody"), Look::DeviceGone),
        (default_of("no-such-device"), Look::DeviceGone),
    ] {
        let refusal = refusal(
            client
                .delete_mirror(&order(target.clone(), None, None))
                .await,
        );
        assert!(refusal.means_absent(), "{refusal}");
        assert_eq!(client.look(&target).await.unwrap(), look);
    }
}
