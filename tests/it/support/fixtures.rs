//! States and answers without a service.

use std::path::Path;
use std::sync::Arc;

use jiff::tz::{TimeZone, offset};
use mirrordeck::actions::points::Points;
use mirrordeck::actions::{Actions, Keeper};
use mirrordeck::api::client::Client;
use mirrordeck::api::clock::Clock;
use mirrordeck::api::transport::Transport;
use mirrordeck::app::effect::Effect;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::keymap::Keymap;
use mirrordeck::app::message::{Answer, Answered, Message, RequestId};
use mirrordeck::app::state::{AppState, Setup};
use mirrordeck::app::update::update;
use mirrordeck::i18n::{Language, Text};
use mirrordeck::model::account::Account;
use mirrordeck::model::action::{DeletionEnd, Recovery, RestoreEnd};
use mirrordeck::model::clipboard::Clipboard;
use mirrordeck::model::device::{Device, DeviceName, DevicePage, Identifier, PageInfo};
use mirrordeck::model::mirror::{
    MirrorDocument, MirrorId, MirrorList, MirrorName, MirrorRead, MirrorReading,
};
use mirrordeck::model::outcome::{Ending, Word};
use mirrordeck::model::record::{ActionId, ActionKind, CopyHead, Fate, Intent, OpenEnd, Origin};
use mirrordeck::model::restore::{KeptCopy, RestoreOrder};
use mirrordeck::model::text::SafeText;
use mirrordeck::trash::store::Limits;
use serde_json::{Value, json};

use super::stage::{LIMIT_MS, origin, parse_keys};

/// The moment at which every answer of these fixtures comes, Unix milliseconds.
pub const NOW_MS: i64 = 1_795_410_133_000;

pub fn device_name(raw: &str) -> DeviceName {
    Identifier::new(raw).unwrap()
}

pub fn mirror_id(device: &str, mirror: Option<&str>) -> MirrorId {
    let mirror = mirror.map_or(MirrorName::Default, |name| MirrorName::named(name).unwrap());
    MirrorId::new(device_name(device), mirror)
}

pub fn device(raw: &str, description: &str) -> Device {
    Device {
        name: device_name(raw),
        description: SafeText::from_text(description),
        modified: SafeText::default(),
        registered: SafeText::default(),
    }
}

/// A page as the service would cut it out of `total` devices named `device-0`, `device-1`, …
pub fn device_page(number: u64, size: u64, total: u64) -> DevicePage {
    let rows = (number * size)..total.min((number + 1) * size);
    DevicePage {
        devices: rows
            .map(|row| device(&format!("device-{row}"), ""))
            .collect(),
        unnamed: 0,
        page: Some(PageInfo {
            number,
            size,
            total_elements: total,
            total_pages: total.div_ceil(size),
        }),
    }
}

pub fn document(version: Option<u64>, desired: Value, reported: Value) -> MirrorDocument {
    let body = json!({ "state": { "desired": desired, "reported": reported } }).to_string();
    MirrorDocument {
        version,
        timestamp_ms: Some(NOW_MS),
        desired: Some(desired),
        reported: Some(reported),
        metadata_desired: None,
        metadata_reported: None,
        body: body.into_bytes().into(),
    }
}

/// A mirror of five keys at this version, one of which differs.
pub fn found(version: u64) -> MirrorRead {
    let document = document(
        Some(version),
        json!({ "net": { "ssid": "plant-3" }, "power": "on", "target": "2.4.1" }),
        json!({ "net": { "ssid": "plant-3", "rssi": -61 }, "power": "on", "target": "2.3.9" }),
    );
    MirrorRead::Found(Arc::new(MirrorReading::new(document, NOW_MS)))
}

pub fn names(names: &[&str]) -> MirrorList {
    let names = names
        .iter()
        .map(|name| MirrorName::named(name).unwrap())
        .collect();
    MirrorList { names, unusable: 0 }
}

pub fn setup() -> Setup {
    Setup {
        account: Account {
            host: Text::verbatim("host"),
            source: Text::verbatim("test"),
            ..Account::default()
        },
        language: Language::English,
        clipboard: Clipboard::Direct,
        zone: TimeZone::fixed(offset(9)),
        keymap: Keymap::built_in(),
        base_url: "https://host/v1".to_owned(),
        token_prefix: "md-test".to_owned(),
        request_limit_ms: LIMIT_MS,
        watch_ms: 5_000,
        return_looks_ms: vec![3_000, 15_000],
    }
}

pub fn empty_state(columns: u16, rows: u16) -> AppState {
    AppState::new(setup(), Size { columns, rows })
}

/// A program without a world: effects are answered by hand.
pub struct Bench {
    pub state: AppState,
    /// Effects that nobody has answered or thrown away yet.
    pub effects: Vec<Effect>,
}

impl Bench {
    /// Two devices with the mirrors default, firmware and legacy, everything in view read.
    pub fn open() -> Self {
        Self::with_rows(&["greenhouse-06", "greenhouse-07"])
    }

    pub fn with_rows(rows: &[&str]) -> Self {
        Self::with_described_rows(rows, "north wall")
    }

    /// As `with_rows`; each device has this description.
    pub fn with_described_rows(rows: &[&str], description: &str) -> Self {
        let mut bench = Self {
            state: empty_state(120, 36),
            effects: vec![],
        };
        bench.send(Message::Started);
        let devices: Vec<_> = rows.iter().map(|row| device(row, description)).collect();
        let info = PageInfo {
            number: 0,
            size: 100,
            total_elements: rows.len() as u64,
            total_pages: 1,
        };
        let page = DevicePage {
            devices,
            unnamed: 0,
            page: Some(info),
        };
        bench.answer_all(&Answer::Devices(Ok(page)));
        bench.answer_all(&Answer::Mirrors(Ok(names(&["firmware", "legacy"]))));
        bench.answer_all(&Answer::Mirror(Ok(found(10))));
        bench.answer_all(&Answer::Recovered(Recovery::default()));
        bench.answer_all(&Answer::CleanedUp(vec![]));
        bench.answer_all(&Answer::Tasks(Ok(vec![])));
        bench.effects.clear();
        bench
    }

    pub fn send(&mut self, message: Message) -> &mut Self {
        self.effects.extend(update(&mut self.state, message));
        self
    }

    /// Presses keys; each is on a drawn screen.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in parse_keys(keys) {
            self.send(Message::Pressed(key));
            self.draw();
        }
        self
    }

    /// What there is to be seen has stood on the screen for a moment.
    pub fn draw(&mut self) -> &mut Self {
        if let Some(drawing) = self.state.awaits_drawing() {
            self.send(Message::Drawn(drawing));
        }
        self
    }

    pub fn answer(&mut self, request: RequestId, answer: Answer) -> &mut Self {
        self.send(Message::Answered(Answered {
            request,
            at_ms: NOW_MS,
            took_ms: 5,
            clock_correction_s: 0,
            answer,
        }))
    }

    /// Answers every open effect of the kind that this answers, and takes those effects away.
    pub fn answer_all(&mut self, answer: &Answer) -> &mut Self {
        let (mine, others): (Vec<_>, Vec<_>) = std::mem::take(&mut self.effects)
            .into_iter()
            .partition(|effect| fits(effect, answer));
        self.effects = others;
        for effect in mine {
            self.answer(effect.asks().unwrap(), answer.clone());
        }
        self
    }

    /// The questions for mirrors that are among the effects.
    pub fn viewed(&self) -> Vec<MirrorId> {
        let targets = self.effects.iter().filter_map(|effect| match effect {
            Effect::ViewMirror { target, .. } | Effect::ReadAfresh { target, .. } => {
                Some(target.clone())
            }
            _ => None,
        });
        targets.collect()
    }

    /// Takes the only DELETE that is among the effects.
    pub fn the_delete(&mut self) -> (RequestId, mirrordeck::model::delete::DeleteOrder) {
        let mut deletes = self.effects.iter().filter_map(|effect| match effect {
            Effect::DeleteMirror { request, order } => Some((*request, order.clone())),
            _ => None,
        });
        let first = deletes.next().expect("a DELETE");
        assert!(deletes.next().is_none(), "one DELETE only");
        first
    }

    pub fn deletes(&self) -> usize {
        self.effects
            .iter()
            .filter(|effect| matches!(effect, Effect::DeleteMirror { .. }))
            .count()
    }

    pub fn notice(&self) -> String {
        let notice = self.state.notice.as_ref();
        notice.map_or_else(String::new, |notice| notice.text.to_string())
    }

    pub fn selected_device(&self) -> &str {
        self.state
            .devices
            .selected()
            .map_or("", |device| device.raw())
    }
}

fn fits(effect: &Effect, answer: &Answer) -> bool {
    matches!(
        (effect, answer),
        (Effect::ListDevices { .. }, Answer::Devices(_))
            | (Effect::ListMirrors { .. }, Answer::Mirrors(_))
            | (
                Effect::ViewMirror { .. } | Effect::ReadAfresh { .. } | Effect::WatchMirror { .. },
                Answer::Mirror(_)
            )
            | (Effect::DeleteMirror { .. }, Answer::Deleted(_))
            | (Effect::RestoreMirror { .. }, Answer::Restored(_))
            | (Effect::Recover { .. }, Answer::Recovered(_))
            | (Effect::CleanUp { .. }, Answer::CleanedUp(_))
            | (Effect::LookAgain { .. }, Answer::LookedAgain(_))
            | (
                Effect::CloseAction { .. } | Effect::CloseTask { .. },
                Answer::Closed(_)
            )
            | (Effect::LookForReturn { .. }, Answer::LookedForReturn(_))
            | (Effect::FetchLastCopy { .. }, Answer::LastCopy(_))
            | (Effect::ListCopies { .. }, Answer::Copies(_))
            | (Effect::ReadHeads { .. }, Answer::Heads(_))
            | (Effect::FetchCopy { .. }, Answer::Copy(_))
            | (Effect::ReadFacts { .. }, Answer::Facts(_))
            | (Effect::SaveFile { .. }, Answer::Saved(_))
            | (Effect::ReadFile { .. }, Answer::FileRead(_))
            | (Effect::ListTasks { .. }, Answer::Tasks(_))
            | (Effect::RunTask { .. }, Answer::TaskEnded(_))
    )
}

/// The end of a deletion with this word; the copy is kept.
pub fn deletion_end(target: &MirrorId, word: Word, reason: &str) -> DeletionEnd {
    DeletionEnd {
        id: ActionId::new(NOW_MS, 7),
        target: target.clone(),
        version: Some(10),
        ending: Ending {
            word,
            reason: Text::verbatim(reason),
            warning: None,
        },
        is_kept: true,
        open: None,
    }
}

/// A copy of what [`found`] reads at this version, of the mirror `firmware` of `greenhouse-06`.
pub fn kept_copy(nth: u64, version: u64) -> Arc<KeptCopy> {
    kept_copy_of(&mirror_id("greenhouse-06", Some("firmware")), nth, version)
}

pub fn kept_copy_of(target: &MirrorId, nth: u64, version: u64) -> Arc<KeptCopy> {
    let MirrorRead::Found(reading) = found(version) else {
        panic!("the fixture is a mirror")
    };
    Arc::new(KeptCopy {
        head: CopyHead {
            id: ActionId::new(NOW_MS, nth),
            origin: Origin {
                base_url: setup().base_url,
                key_tail: setup().account.key_tail,
                source: "test".to_owned(),
            },
            target: target.clone(),
            version: Some(version),
            read_at_ms: NOW_MS,
            token: None,
            bytes: reading.document.body.len() as u64,
        },
        fate: Fate::default(),
        reading,
    })
}

/// A deletion of `firmware` of `greenhouse-06` whose outcome is not known.
pub fn open_end(nth: u64) -> OpenEnd {
    let copy = kept_copy(nth, 10);
    OpenEnd {
        id: copy.head.id.clone(),
        run: ActionId::new(NOW_MS, 99),
        at_ms: NOW_MS,
        intent: Intent {
            kind: ActionKind::Delete,
            origin: copy.head.origin.clone(),
            target: copy.head.target.clone(),
            copy: copy.head.id.clone(),
            copy_version: Some(10),
            lock: Some(10),
            task: None,
            token: None,
        },
        end: None,
    }
}

/// Deletes and restores on an account, with copies and journal in a folder.
pub fn actions<T: Transport>(client: Client<T>, clock: &Clock, data: &Path) -> Actions<T> {
    Actions {
        client,
        keeper: Keeper::new(Some(data), Limits::default(), clock),
        origin: origin(),
        points: Points::default(),
        task: None,
    }
}

/// The end of a restore with this word; something was read back.
pub fn restore_end(order: &RestoreOrder, word: Word) -> RestoreEnd {
    RestoreEnd {
        id: ActionId::new(NOW_MS, 50),
        copy: order.copy.head.id.clone(),
        target: order.target().clone(),
        ending: Ending {
            word,
            reason: Text::verbatim("words"),
            warning: None,
        },
        seen: Some(found(11)),
        open: None,
    }
}
