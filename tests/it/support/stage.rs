//! The whole program but the terminal and the network: keys in, screens out.
//!
//! The real core, worker, client and signature run against the embedded service, under a clock
//! that stands still unless something waits for it.

use std::time::Duration;

use jiff::tz::{TimeZone, offset};
use mirrordeck::actions::points::Points;
use mirrordeck::actions::{Actions, Keeper};
use mirrordeck::api::client::Client;
use mirrordeck::api::transport::Transport;
use mirrordeck::app::effect::Effect;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::key::Key;
use mirrordeck::app::keymap::Keymap;
use mirrordeck::app::message::Message;
use mirrordeck::app::state::{AppState, End, Setup};
use mirrordeck::app::update::update;
use mirrordeck::i18n::{Language, Text};
use mirrordeck::model::account::{Account, AccountColour};
use mirrordeck::model::base_url::BaseUrl;
use mirrordeck::model::clipboard::Clipboard;
use mirrordeck::model::record::Origin;
use mirrordeck::runtime::worker::Worker;
use mirrordeck::sim::demo_credentials;
use mirrordeck::sim::fault::Fault;
use mirrordeck::sim::service::Settings;
use mirrordeck::sim::transport::SimTransport;
use mirrordeck::text;
use mirrordeck::trash::store::Limits;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::mpsc::{self, Receiver, UnboundedSender};
use tokio::time::Instant;

use super::glass::Glass;
use super::world::World;

/// 2026-11-23 14:02:13 in Seoul.
pub const START_MS: u64 = 1_795_410_133_000;
/// Time limit of a request.
pub const LIMIT_MS: u64 = 20_000;
/// How long every answer of the service takes.
pub const LATENCY_MS: u64 = 20;
/// Longer than the selection must rest, and than a question must be open to show it.
const RESTED: Duration = Duration::from_millis(200);
/// A while within which a question that is open is answered.
const QUIET: Duration = Duration::from_secs(1);

/// The account of the stage, as records name it.
pub fn origin() -> Origin {
    Origin {
        base_url: "https://demo.invalid/cloudiotcore/v1".to_owned(),
        key_tail: "…0001".to_owned(),
        source: "profile plant".to_owned(),
    }
}

/// A running program in a terminal of cells.
pub struct Stage {
    runtime: Runtime,
    /// What the program knows.
    pub state: AppState,
    /// The service, to look at and to plan faults with.
    pub service: SimTransport,
    /// Copies and the journal are in its folder.
    world: World,
    /// Every text that was put on the clipboard.
    pub copied: Vec<String>,
    /// None where nobody looks.
    glass: Option<Glass>,
    effects: UnboundedSender<Effect>,
    messages: Receiver<Message>,
}

impl Stage {
    /// The sample fleet in a terminal of this size, everything read that is read by itself.
    pub fn open(columns: u16, rows: u16) -> Self {
        let mut stage = Self::begin(columns, rows, Settings::default());
        stage.settle();
        stage
    }

    /// As `open`, for a user of this language.
    pub fn open_speaking(language: Language, columns: u16, rows: u16) -> Self {
        let mut stage = Self::open(columns, rows);
        stage.speak(language);
        stage
    }

    /// A service with these settings; nothing has been asked for yet.
    pub fn begin(columns: u16, rows: u16, settings: Settings) -> Self {
        Self::begin_through(columns, rows, settings, |service| service)
    }

    /// As `begin`, with something between the program and the service.
    pub fn begin_through<T: Transport>(
        columns: u16,
        rows: u16,
        settings: Settings,
        way: impl FnOnce(SimTransport) -> T,
    ) -> Self {
        let world = World::new(settings);
        let way = way(world.service.clone());
        let glass = Glass::new(columns, rows);
        let size = Size { columns, rows };
        Self::start(
            world,
            way,
            Points::default(),
            "md-7f3a",
            (size, Some(glass)),
        )
    }

    /// As `begin`, where nobody looks, so that nothing is spent on drawing.
    pub fn begin_unseen(size: Size, settings: Settings) -> Self {
        let world = World::new(settings);
        let way = world.service.clone();
        Self::start(world, way, Points::default(), "md-7f3a", (size, None))
    }

    /// The next program in a world, on a small screen that nobody looks at, so that little is
    /// read to fill it and nothing is spent on drawing.
    ///
    /// * `run` - how its client tokens begin, unlike those of any other program in that world.
    pub fn begin_in<T: Transport>(world: &World, way: T, points: Points, run: &str) -> Self {
        let size = Size {
            columns: 80,
            rows: 18,
        };
        Self::start(world.clone(), way, points, run, (size, None))
    }

    fn start<T: Transport>(
        world: World,
        way: T,
        points: Points,
        run: &str,
        (size, glass): (Size, Option<Glass>),
    ) -> Self {
        let runtime = Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .unwrap();
        runtime.block_on(async { world.go() });
        let (effects, inbox) = mpsc::unbounded_channel();
        let (outbox, messages) = mpsc::channel(256);
        let worker = runtime.block_on(async { worker(&world, way, points) });
        runtime.spawn(worker.run(inbox, outbox));
        let mut stage = Self {
            runtime,
            state: AppState::new(setup(run), size),
            service: world.service.clone(),
            world,
            copied: Vec::new(),
            glass,
            effects,
            messages,
        };
        stage.draw();
        stage.apply(Message::Started);
        stage
    }

    /// Ends the program as a kill does, wherever it is; its world stays.
    pub fn kill(self) {
        self.runtime.block_on(async { self.world.stop() });
    }

    /// Plans a fault of the service, written as `simulate` takes it.
    pub fn fault(&mut self, json: &str) -> &mut Self {
        let fault: Fault = serde_json::from_str(json).unwrap();
        self.service.with_service(|service| service.plan(fault));
        self
    }

    /// Presses keys one after the other, each on a settled screen: `jj<Enter>d<Tab>`.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in parse_keys(keys) {
            self.apply(Message::Pressed(key));
            self.settle();
        }
        self
    }

    /// Presses keys without letting anything else happen between them, not even a frame.
    pub fn rush(&mut self, keys: &str) -> &mut Self {
        for key in parse_keys(keys) {
            self.apply(Message::Pressed(key));
        }
        self
    }

    /// Applies a message.
    pub fn apply(&mut self, message: Message) -> &mut Self {
        for effect in update(&mut self.state, message) {
            if let Effect::Copy { bytes } = &effect {
                self.copied.push(String::from_utf8(bytes.to_vec()).unwrap());
            }
            self.effects.send(effect).unwrap();
        }
        self
    }

    /// Says what is on the screen, and whatever comes, in this language.
    pub fn speak(&mut self, language: Language) -> &mut Self {
        self.state.setup.language = language;
        self.draw()
    }

    /// Draws, and tells the program that it was drawn, as the event loop does.
    pub fn draw(&mut self) -> &mut Self {
        if let Some(glass) = &mut self.glass {
            glass.draw(&self.state);
        }
        if let Some(drawing) = self.state.awaits_drawing() {
            self.apply(Message::Drawn(drawing));
        }
        self
    }

    /// Lets time pass until nothing is under way any more.
    pub fn settle(&mut self) -> &mut Self {
        self.pass(RESTED);
        while !self.state.questions.is_empty() && !self.has_left() {
            self.pass(QUIET);
        }
        self.pass(RESTED)
    }

    /// Lets this much time pass, and everything that happens within it.
    pub fn pass(&mut self, time: Duration) -> &mut Self {
        self.draw();
        let end = self.after(time);
        while let Some(message) = self.next_message(end) {
            self.apply(message);
            self.draw();
        }
        self.draw()
    }

    /// The moment after this much time.
    pub fn after(&self, time: Duration) -> Instant {
        self.runtime.block_on(async { Instant::now() + time })
    }

    /// What happens next, not applied yet; nothing once that moment has come or the program has left.
    pub fn next_message(&mut self, end: Instant) -> Option<Message> {
        if self.has_left() {
            return None;
        }
        let messages = &mut self.messages;
        let next = async { tokio::time::timeout_at(end, messages.recv()).await };
        self.runtime.block_on(next).ok().flatten()
    }

    /// The clock, Unix milliseconds.
    pub fn now_ms(&self) -> u64 {
        self.runtime.block_on(async { self.world.clock.now_ms() })
    }

    /// Does something else than the program does, where the clock is the program's.
    pub fn block_on<R>(&self, work: impl Future<Output = R>) -> R {
        self.runtime.block_on(work)
    }

    /// Whether the program has left.
    pub fn has_left(&self) -> bool {
        self.state.end == End::Now
    }

    /// The text on the screen, a line each, without blanks at the ends.
    pub fn screen(&self) -> String {
        self.glass().text()
    }

    /// The screen itself.
    pub fn glass(&self) -> &Glass {
        self.glass.as_ref().expect("somebody looks")
    }

    /// What the status line says.
    pub fn notice(&self) -> String {
        let notice = self.state.notice.as_ref();
        notice.map_or_else(String::new, |notice| notice.text.to_string())
    }

    /// The wire requests of one method that the service saw.
    pub fn sent(&self, method: &str) -> Vec<String> {
        self.service.with_service(|service| {
            let requests = service
                .requests()
                .filter(|request| request.method == method);
            requests
                .map(|request| request.path_and_query.clone())
                .collect()
        })
    }

    /// The next program in a world, on a screen of 120 x 36, everything read that is read by itself.
    pub fn open_in(world: &World, points: Points) -> Self {
        let size = Size {
            columns: 120,
            rows: 36,
        };
        let glass = Glass::new(size.columns, size.rows);
        let way = world.service.clone();
        let mut stage = Self::start(world.clone(), way, points, "md-7f3a", (size, Some(glass)));
        stage.settle();
        stage
    }
}

fn worker<T: Transport>(world: &World, way: T, points: Points) -> Worker<T> {
    let base = BaseUrl::parse(&origin().base_url).unwrap();
    let clock = world.clock.clone();
    let client = Client::new(way, &base, demo_credentials(), clock.clone(), 4, false)
        // Every wait is the longest, so that a journey takes the same time each time.
        .with_jitter(|| 1.0);
    Worker {
        actions: Actions {
            client,
            keeper: Keeper::new(Some(world.data()), Limits::default(), &clock),
            origin: origin(),
            points,
            task: None,
        },
        clock,
        page_size: 100,
    }
}

fn setup(run: &str) -> Setup {
    Setup {
        account: Account {
            label: Some("공장 1 PRODUCTION".to_owned()),
            colour: Some(AccountColour::Red),
            host: Text::verbatim("cloudiotcore.apigw.ntruss.com"),
            source: text!("config-profile", profile = "plant"),
            key_tail: "…0001".to_owned(),
            read_only: false,
        },
        language: Language::English,
        clipboard: Clipboard::Direct,
        zone: TimeZone::fixed(offset(9)),
        keymap: Keymap::built_in(),
        base_url: origin().base_url,
        token_prefix: run.to_owned(),
        request_limit_ms: LIMIT_MS,
        watch_ms: 5_000,
        return_looks_ms: vec![3_000, 15_000],
    }
}

/// `a`, `<Enter>`, `<Ctrl-U>`, `<<>` for a `<`.
pub fn parse_keys(keys: &str) -> Vec<Key> {
    let mut parsed = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        let end = if c == '<' {
            rest.find('>').expect("a key in angle brackets") + 1
        } else {
            c.len_utf8()
        };
        let (key, tail) = rest.split_at(end);
        rest = tail;
        parsed.push(match key {
            "<Enter>" => Key::Enter,
            "<Esc>" => Key::Esc,
            "<Tab>" => Key::Tab,
            "<BackTab>" => Key::BackTab,
            "<Up>" => Key::Up,
            "<Down>" => Key::Down,
            "<Left>" => Key::Left,
            "<Right>" => Key::Right,
            "<PgUp>" => Key::PageUp,
            "<PgDn>" => Key::PageDown,
            "<Home>" => Key::Home,
            "<End>" => Key::End,
            "<Del>" => Key::Delete,
            "<BS>" => Key::Backspace,
            "<Ctrl-C>" => Key::Ctrl('c'),
            "<Ctrl-U>" => Key::Ctrl('u'),
            _ if c == '<' => panic!("unknown key {key}"),
            _ => Key::Char(c),
        });
    }
    parsed
}
