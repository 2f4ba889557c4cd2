//! Names that look like something else, on their way there and back.

use mirrordeck::api::transport::Transport;
use mirrordeck::model::delete::Look;
use mirrordeck::model::mirror::MirrorName;
use serde_json::json;

use super::{World, contracts, desired, document, order};
use crate::support::scripted::{default_of, device, named};

contracts! {
    PATIENT_MS;
    odd_names_come_and_go_unchanged,
    the_default_mirror_and_one_that_is_called_so_are_two,
}

const DEVICE: &str = "greenhouse-06";

/// Names that a careless client sends as another one.
const ODD_NAMES: [&str; 22] = [
    "a+b",
    "a b",
    " padded ",
    "50%",
    "%2F",
    "%",
    "R&D",
    "in/out",
    "//",
    "#1",
    "why?",
    "x=1&name=firmware",
    "야간 모드",
    "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}",
    "한글",
    "🌡️ probe",
    "default",
    "..",
    "tab\there",
    "quote\"'\\",
    "\u{202e}gnp.exe",
    ";:@$,!~*()[]{}|^`<>",
];

async fn odd_names_come_and_go_unchanged(world: World<impl Transport>) {
    let client = world.client();
    for name in ODD_NAMES {
        let update = desired(json!({ "called": name }));
        let made = client.update_mirror(&named(DEVICE, name), &update).await;
        assert_eq!(made.unwrap().version, Some(1), "{name:?} is a new one");
    }
    let list = client.list_mirrors(&device(DEVICE)).await.unwrap();
    assert_eq!((list.names.len(), list.unusable), (ODD_NAMES.len(), 0));
    for (gone, name) in ODD_NAMES.into_iter().enumerate() {
        let target = named(DEVICE, name);
        assert!(list.names.contains(&target.mirror), "{name:?}");
        let found = document(&world, &target).await;
        assert_eq!(found.desired, Some(json!({ "called": name })));
        let receipt = client
            .delete_mirror(&order(target.clone(), Some(1), None))
            .await;
        assert_eq!(receipt.unwrap().version, Some(1), "{name:?}");
        assert_eq!(client.look(&target).await.unwrap(), Look::Gone);
        let left = client.list_mirrors(&device(DEVICE)).await.unwrap();
        assert_eq!(left.names.len(), ODD_NAMES.len() - gone - 1, "{name:?}");
        assert!(!left.names.contains(&target.mirror));
    }
    assert_eq!(
        world.version(DEVICE, None),
        None,
        "no default mirror came about"
    );
}

async fn the_default_mirror_and_one_that_is_called_so_are_two(world: World<impl Transport>) {
    let client = world.client();
    let (unnamed, called) = (default_of(DEVICE), named(DEVICE, "default"));
    for (target, which) in [(&unnamed, "unnamed"), (&called, "called")] {
        let update = desired(json!({ "which": which }));
        client.update_mirror(target, &update).await.unwrap();
    }
    let list = client.list_mirrors(&device(DEVICE)).await.unwrap();
    assert_eq!(list.names, [MirrorName::named("default").unwrap()]);
    client
        .delete_mirror(&order(called.clone(), None, None))
        .await
        .unwrap();
    let left = document(&world, &unnamed).await;
    assert_eq!(left.desired, Some(json!({ "which": "unnamed" })));
    client
        .update_mirror(&called, &desired(json!({ "which": "again" })))
        .await
        .unwrap();
    client
        .delete_mirror(&order(unnamed.clone(), None, None))
        .await
        .unwrap();
    let left = document(&world, &called).await;
    assert_eq!(left.desired, Some(json!({ "which": "again" })));
    assert_eq!(client.look(&unnamed).await.unwrap(), Look::Gone);
}
