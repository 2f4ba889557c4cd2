//! The dashboard without a service and without a screen: messages in, bytes of a frame out.

use std::io::{Sink, sink};
use std::sync::Arc;

use mirrordeck::app::effect::Effect;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::key::Key;
use mirrordeck::app::message::{Answer, Answered, Message, RequestId, Wake};
use mirrordeck::app::state::{AppState, Setup};
use mirrordeck::app::update::update;
use mirrordeck::i18n::Language;
use mirrordeck::model::account::Account;
use mirrordeck::model::device::{Device, DevicePage, Identifier, PageInfo};
use mirrordeck::model::mirror::{
    MirrorDocument, MirrorList, MirrorName, MirrorRead, MirrorReading,
};
use mirrordeck::model::text::SafeText;
use mirrordeck::view::view;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use serde_json::json;

/// The moment at which every answer comes, Unix milliseconds.
const NOW_MS: i64 = 1_700_000_000_000;
const SIZE: Size = Size {
    columns: 120,
    rows: 36,
};
/// Devices on one page.
const PAGE: u64 = 1000;
/// Rows that a walk goes down and up again: more than are in view, so that the list scrolls.
const WALK: usize = 40;

/// Bytes of a long name.
const LONG: usize = 1_000_000;

/// What the answers tell of.
#[derive(Clone, Copy)]
struct Fleet {
    devices: u64,
    /// Named mirrors of each device.
    mirrors: usize,
    /// Bytes in front of each name, of descriptions, and of a key and a value of documents.
    filling: usize,
    /// Keys of documents besides; a key and its value take some 100 bytes in both halves together.
    keys: usize,
}

impl Fleet {
    const NONE: Self = Self {
        devices: 0,
        mirrors: 0,
        filling: 0,
        keys: 0,
    };
}

/// A running program whose effects nobody performs.
pub struct Dashboard {
    state: AppState,
    fleet: Fleet,
    terminal: Terminal<CrosstermBackend<Sink>>,
    /// Keys pressed on the walk.
    steps: usize,
}

impl Dashboard {
    /// This many devices, every second one in the north, all of them loaded.
    pub fn with_devices(devices: u64) -> Self {
        Self::with(Fleet {
            devices,
            mirrors: 2,
            ..Fleet::NONE
        })
    }

    /// This many devices whose names and descriptions are of a megabyte, as are those of their mirrors.
    pub fn with_long_names(devices: u64) -> Self {
        Self::with(Fleet {
            devices,
            mirrors: 2,
            filling: LONG,
            ..Fleet::NONE
        })
    }

    /// A device with this many named mirrors, the selection in the middle and all on the walk read.
    pub fn with_mirrors(mirrors: usize) -> Self {
        let mut dashboard = Self::with(Fleet {
            devices: 1,
            mirrors,
            ..Fleet::NONE
        });
        dashboard.press(Key::Tab);
        let (length, height) = (dashboard.state.mirrors.len(), SIZE.mirror_rows());
        let top = (length - WALK) / 2;
        dashboard.state.mirrors.cursor.go_to(top, length, height);
        dashboard.read_the_walk();
        dashboard
    }

    /// A device with a document of a megabyte, the detail in focus.
    pub fn with_a_large_document() -> Self {
        let mut dashboard = Self::with(Fleet {
            devices: 1,
            mirrors: 0,
            filling: LONG / 2,
            ..Fleet::NONE
        });
        dashboard.press(Key::BackTab);
        dashboard
    }

    /// A device with a document of a megabyte in many keys, the detail in focus in its first view.
    pub fn with_many_keys() -> Self {
        let mut dashboard = Self::with(Fleet {
            devices: 1,
            keys: LONG / 100,
            ..Fleet::NONE
        });
        dashboard.press(Key::BackTab);
        dashboard
    }

    fn with(fleet: Fleet) -> Self {
        let setup = Setup {
            account: Account::default(),
            language: Language::English,
            clipboard: mirrordeck::model::clipboard::Clipboard::Direct,
            zone: jiff::tz::TimeZone::UTC,
            keymap: mirrordeck::app::keymap::Keymap::built_in(),
            token_prefix: "md-bench".to_owned(),
            request_limit_ms: 20_000,
            base_url: String::new(),
            watch_ms: 5_000,
            return_looks_ms: vec![],
        };
        let viewport = Viewport::Fixed(Rect::new(0, 0, SIZE.columns, SIZE.rows));
        let backend = CrosstermBackend::new(sink());
        let terminal = Terminal::with_options(backend, TerminalOptions { viewport });
        let mut dashboard = Self {
            state: AppState::new(setup, SIZE),
            fleet,
            terminal: terminal.expect("nothing is asked of the terminal"),
            steps: 0,
        };
        dashboard.send(Message::Started);
        // An order about all devices reads all of them.
        dashboard.send(Message::Pressed(Key::Char('*')));
        dashboard.send(Message::Pressed(Key::Ctrl('u')));
        assert_eq!(dashboard.state.devices.loaded() as u64, fleet.devices);
        dashboard.rest();
        dashboard
    }

    /// Keeps only the devices whose row contains a text.
    pub fn filtered(mut self, filter: &str) -> Self {
        for key in [Key::Char('/')]
            .into_iter()
            .chain(filter.chars().map(Key::Char))
        {
            self.press(key);
        }
        self.press(Key::Enter);
        self
    }

    /// Goes to the middle of the list and reads the mirrors of every device on the walk.
    pub fn in_the_middle(mut self) -> Self {
        let top = (self.state.devices.len() - WALK) / 2;
        self.state.devices.go_to(top, SIZE.device_rows());
        self.read_the_walk();
        self
    }

    fn read_the_walk(&mut self) {
        for _ in 0..2 * WALK {
            self.walk();
            self.rest();
        }
    }

    /// The selection rests, and what is in view is read.
    fn rest(&mut self) {
        self.send(Message::Woke(Wake::Rested(self.state.generation)));
    }

    /// One key press of the walk and the frame that it leads to.
    pub fn walk(&mut self) {
        let down = self.steps % (2 * WALK) < WALK;
        self.steps += 1;
        self.press(Key::Char(if down { 'j' } else { 'k' }));
    }

    /// One key press and the frame that it leads to.
    pub fn press(&mut self, key: Key) {
        update(&mut self.state, Message::Pressed(key));
        self.terminal
            .draw(|frame| view(&self.state, frame))
            .expect("a sink takes everything");
    }

    /// Applies a message and answers every question that comes of it.
    fn send(&mut self, message: Message) {
        let mut effects = update(&mut self.state, message);
        while let Some(effect) = effects.pop() {
            if let Some((request, answer)) = answer(&effect, self.fleet) {
                let answered = Answered {
                    request,
                    at_ms: NOW_MS,
                    took_ms: 5,
                    clock_correction_s: 0,
                    answer,
                };
                effects.extend(update(&mut self.state, Message::Answered(answered)));
            }
        }
    }
}

fn answer(effect: &Effect, fleet: Fleet) -> Option<(RequestId, Answer)> {
    match effect {
        Effect::ListDevices { request, page, .. } => {
            let page = device_page(*page, fleet);
            Some((*request, Answer::Devices(Ok(page))))
        }
        Effect::ListMirrors { request, .. } => {
            let filling = "m".repeat(fleet.filling);
            let names = (0..fleet.mirrors)
                .filter_map(|nth| MirrorName::named(&format!("{filling}mirror-{nth:05}")));
            let list = MirrorList {
                names: names.collect(),
                unusable: 0,
            };
            Some((*request, Answer::Mirrors(Ok(list))))
        }
        Effect::ViewMirror { request, .. } => {
            let reading = Arc::new(MirrorReading::new(document(fleet), NOW_MS));
            // As the worker does.
            reading.outline();
            Some((*request, Answer::Mirror(Ok(MirrorRead::Found(reading)))))
        }
        _ => None,
    }
}

fn device_page(
    number: u64,
    Fleet {
        devices, filling, ..
    }: Fleet,
) -> DevicePage {
    let filling = "d".repeat(filling);
    let rows = (number * PAGE)..devices.min((number + 1) * PAGE);
    let device = |row: u64| Device {
        name: Identifier::new(&format!("{filling}greenhouse-{row:06}")).expect("a name"),
        description: SafeText::from_text(&format!(
            "{} {filling}",
            if row.is_multiple_of(2) {
                "north wall, 밸브"
            } else {
                "south wall, valve"
            }
        )),
        modified: SafeText::default(),
        registered: SafeText::default(),
    };
    DevicePage {
        devices: rows.map(device).collect(),
        unnamed: 0,
        page: Some(PageInfo {
            number,
            size: PAGE,
            total_elements: devices,
            total_pages: devices.div_ceil(PAGE),
        }),
    }
}

/// Thirteen keys, one of which differs, and as many more as are asked for, none of which does.
fn document(Fleet { filling, keys, .. }: Fleet) -> MirrorDocument {
    let filling = "k".repeat(filling);
    let more = |nth: usize| {
        let value = json!({ "state": format!("값 {nth}"), "on": nth.is_multiple_of(2) });
        (format!("part-{nth:06}"), value)
    };
    let more: serde_json::Map<_, _> = (0..keys).map(more).collect();
    let half = |target: &str| {
        json!({
            format!("text{filling}"): filling,
            "net": { "ssid": "plant-3", "rssi": -61, "channel": 11 },
            "valve": { "open": true, "flow": 4.2, "limit": 9 },
            "power": "on", "target": target, "mode": "eco", "door": "closed",
            "schedule": [6, 18],
            "more": more,
        })
    };
    let (desired, reported) = (half("2.4.1"), half("2.3.9"));
    let body = json!({
        "state": { "desired": desired, "reported": reported }, "version": 10,
    });
    MirrorDocument {
        version: Some(10),
        timestamp_ms: Some(NOW_MS),
        desired: Some(desired),
        reported: Some(reported),
        metadata_desired: None,
        metadata_reported: None,
        body: body.to_string().into_bytes().into(),
    }
}
