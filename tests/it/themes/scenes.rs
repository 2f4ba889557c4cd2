//! Every view of the program with much on it, reached as a user reaches it.

use std::sync::Arc;
use std::time::Duration;

use mirrordeck::app::geometry::Size;
use mirrordeck::app::message::Message;
use mirrordeck::app::welcome::Welcome;
use mirrordeck::i18n::Language;
use mirrordeck::model::look::Look;
use mirrordeck::sim::service::Settings;
use mirrordeck::view::welcome;
use serde_json::json;

use crate::support::glass::Glass;
use crate::support::stage::Stage;

const FIRMWARE: &str = "/greenhouse-07<Enter><Tab>j";

/// Something that can be drawn in any look.
pub trait Scene {
    /// What stands there, drawn in a look.
    fn drawn(&mut self, look: &Arc<Look>) -> Glass;
}

impl Scene for Stage {
    fn drawn(&mut self, look: &Arc<Look>) -> Glass {
        let before = std::mem::replace(&mut self.state.look, Arc::clone(look));
        let size = self.state.size;
        let mut glass = Glass::new(size.columns, size.rows);
        glass.draw(&self.state);
        self.state.look = before;
        glass
    }
}

impl Scene for Welcome {
    fn drawn(&mut self, look: &Arc<Look>) -> Glass {
        let before = std::mem::replace(&mut self.look, Arc::clone(look));
        let mut glass = Glass::new(self.size.columns, self.size.rows);
        glass.draw_by(|frame| welcome::draw(self, frame));
        self.look = before;
        glass
    }
}

/// Whoever looks at the scenes, each under its name.
type Audience<'a> = &'a mut dyn FnMut(&str, &mut dyn Scene);

/// Scenes that one journey comes by.
pub type Act = fn(Language, Size, Audience<'_>);

/// Every scene in English.
pub fn scenes(columns: u16, rows: u16, mut look_at: impl FnMut(&str, &mut dyn Scene)) {
    for act in [
        panes, overlays, watch, deletion, fleet, leaving, failures, beginning,
    ] {
        act(Language::English, Size { columns, rows }, &mut look_at);
    }
}

/// A stage on which nothing is drawn on the way to a scene, which would take most of the time.
fn stage(language: Language, size: Size, settings: Settings) -> Stage {
    let mut stage = Stage::begin_unseen(size, settings);
    stage.speak(language).settle();
    stage
}

fn on_firmware(language: Language, size: Size) -> Stage {
    let mut stage = stage(language, size, Settings::default());
    stage.press(FIRMWARE);
    stage
}

fn device_reports(stage: &mut Stage, target: &str) {
    let now_ms = stage.now_ms();
    stage.service.with_service(|service| {
        let reported = json!({ "target": target });
        service.device_reports("greenhouse-07", Some("firmware"), &reported, now_ms)
    });
}

/// The panes, and a mirror with drift in its three views.
pub fn panes(language: Language, size: Size, look_at: Audience<'_>) {
    let mut stage = stage(language, size, Settings::default());
    look_at("fleet", &mut stage);
    stage.press(FIRMWARE);
    look_at("drift", &mut stage);
    stage.press("<Tab>j");
    look_at("compare", &mut stage);
    stage.press("v");
    look_at("document", &mut stage);
    stage.press("/target<Enter>n");
    look_at("searched", &mut stage);
    stage.press("v");
    look_at("raw", &mut stage);
}

/// What lies over the panes and changes nothing.
pub fn overlays(language: Language, size: Size, look_at: Audience<'_>) {
    let mut stage = on_firmware(language, size);
    for (name, keys) in [
        ("palette", ":"),
        ("copy", "y"),
        ("export", "x<Ctrl-U>a.json"),
        ("help", "?"),
    ] {
        stage.press(keys);
        look_at(name, &mut stage);
        stage.press("<Esc>");
    }
}

/// The second of three versions that were watched, held against the first.
pub fn watch(language: Language, size: Size, look_at: Audience<'_>) {
    let mut stage = on_firmware(language, size);
    stage.press("<Enter>w");
    for target in ["9.9.8", "9.9.9"] {
        device_reports(&mut stage, target);
        stage.pass(Duration::from_secs(6));
    }
    stage.press("[");
    look_at("older", &mut stage);
}

/// A deletion from its dialog to the way back.
pub fn deletion(language: Language, size: Size, look_at: Audience<'_>) {
    let mut stage = on_firmware(language, size);
    stage.press("d");
    look_at("dialog", &mut stage);
    stage.press("<Tab><Tab>");
    look_at("keep", &mut stage);
    stage.press("<Tab>");
    look_at("delete", &mut stage);
    stage.press("<Enter>");
    look_at("deleted", &mut stage);
    stage.press("u");
    look_at("restore", &mut stage);
    // What the copy differs from.
    device_reports(&mut stage, "9.9.9");
    stage.press("<Esc>t");
    look_at("trash", &mut stage);
    stage.press("v<Tab>");
    look_at("preview", &mut stage);
}

/// A sweep and what is marked in it.
fn marked(stage: &mut Stage) {
    stage.press("/mirror:legacy* age:>90d<Enter>*");
}

/// The number of marked mirrors, typed where the plan asks for it.
fn count(stage: &mut Stage) {
    let count = stage.state.marks.mirror_count().to_string();
    stage.press("d<Tab>").press(&count);
}

/// Many mirrors at once.
pub fn fleet(language: Language, size: Size, look_at: Audience<'_>) {
    let mut stage = stage(language, size, Settings::default());
    stage.press("S");
    look_at("swept", &mut stage);
    marked(&mut stage);
    look_at("sweep", &mut stage);
    count(&mut stage);
    look_at("plan", &mut stage);
    stage.press("<Enter>");
    look_at("tasks", &mut stage);
}

/// The question before a run is left.
pub fn leaving(language: Language, size: Size, look_at: Audience<'_>) {
    let mut stage = stage(language, size, Settings::default());
    stage.press("S");
    marked(&mut stage);
    count(&mut stage);
    stage.fault(r#"{"operation":"delete","times":9,"fault":{"slow_ms":9000}}"#);
    // Not until nothing is under way any more: the run is what the question is about.
    stage.rush("<Enter>").pass(Duration::from_secs(1));
    stage.rush("q").pass(Duration::from_secs(1));
    look_at("quit", &mut stage);
}

/// A mirror that may not be read any more.
pub fn failures(language: Language, size: Size, look_at: Audience<'_>) {
    let mut stage = on_firmware(language, size);
    stage.fault(r#"{"operation":"view","times":1,"fault":{"status":403}}"#);
    stage.press("r");
    look_at("refused", &mut stage);
}

/// The first minutes: without credentials, and with an account that is empty.
pub fn beginning(language: Language, size: Size, look_at: Audience<'_>) {
    let file = "/home/operator/.ncloud/configure".to_owned();
    let mut welcome = Welcome::new(language, Arc::default(), file, vec![]);
    welcome.update(&Message::Resized(size));
    look_at("welcome", &mut welcome);
    let settings = Settings {
        devices: 0,
        ..Settings::default()
    };
    look_at("empty", &mut stage(language, size, settings));
}
