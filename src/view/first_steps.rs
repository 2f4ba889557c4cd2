//! What is said where there is nothing yet: what a device and a mirror are, and how to make one.
//!
//! Source: API reference, sections 2.6 and 3 (the operations, the default and the named mirrors, the
//! topic of MQTT, the menus of the console).

use ratatui::style::Style;

use super::theme;
use crate::app::mirrors::{Mirrors, Seen};
use crate::app::state::AppState;
use crate::model::address::mirror_path;
use crate::model::mirror::{MirrorId, MirrorName, MirrorRead};
use crate::words;

/// The body of an update that makes a mirror.
const BODY: &str = r#"{"state":{"desired":{"valve":"open"}}}"#;

type Lines = Vec<(Style, String)>;

fn gap() -> (Style, String) {
    (theme::plain(), String::new())
}

/// In the place of the devices.
pub fn no_devices() -> Lines {
    vec![
        (theme::strong(), words!("welcome-no-devices")),
        gap(),
        (theme::plain(), words!("welcome-device-is")),
        (theme::plain(), words!("welcome-device-made")),
        (theme::quiet(), words!("welcome-read-again")),
    ]
}

/// In the place of the detail, where the account has no device: nothing while that is not known.
pub fn empty_account(state: &AppState) -> Lines {
    if !state.devices.is_account_empty() {
        return vec![];
    }
    let update = "/devices/DEVICE/mirror?name=NAME";
    let mut lines = vec![
        (theme::strong(), words!("welcome-mirror-title")),
        (theme::plain(), words!("welcome-mirror-is")),
        (theme::plain(), words!("welcome-mirror-kinds")),
        gap(),
    ];
    lines.extend(made(update, "DEVICE"));
    lines
}

/// Below the rows of a device whose list of names is empty.
pub fn no_names(mirrors: &Mirrors) -> Lines {
    let default = mirrors
        .device()
        .map(|device| MirrorId::new(device.clone(), MirrorName::Default));
    let seen = default.as_ref().and_then(|target| mirrors.document(target));
    let is_absent = matches!(
        seen.and_then(|slot| slot.value.as_ref()),
        Some(Seen {
            read: MirrorRead::Absent,
            ..
        })
    );
    if is_absent {
        return vec![
            (theme::strong(), words!("welcome-no-mirrors")),
            (theme::quiet(), words!("welcome-no-mirrors-how")),
        ];
    }
    vec![(theme::quiet(), words!("welcome-no-names"))]
}

/// In the detail of a default mirror that is not there: how to make it.
pub fn no_default(target: &MirrorId) -> Lines {
    match mirror_path(target) {
        Some(path) if target.mirror == MirrorName::Default => {
            let mut lines = vec![gap()];
            lines.extend(made(&path, target.device.shown()));
            lines
        }
        _ => vec![],
    }
}

fn made(path: &str, device: &str) -> Lines {
    let topic = format!("$ncp/device/{device}/mirror/update");
    vec![
        (theme::strong(), words!("welcome-mirror-how")),
        (theme::plain(), words!("welcome-mirror-console")),
        (
            theme::plain(),
            words!("welcome-mirror-api", path = path, body = BODY),
        ),
        (
            theme::plain(),
            words!("welcome-mirror-device", topic = topic),
        ),
    ]
}
