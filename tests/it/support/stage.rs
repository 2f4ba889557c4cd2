//! The whole program but the terminal and the network: keys in, screens out.
//!
//! The real core, worker, client and signature run against the embedded service, under a clock
//! that stands still unless something waits for it.

use std::time::Duration;

use jiff::tz::{TimeZone, offset};
use mirrordeck::actions::points::Points;
use mirrordeck::actions::{Actions, Keeper};
use mirrordeck::api::client::Client;
use mirrordeck::api::clock::Clock;
use mirrordeck::api::transport::Transport;
use mirrordeck::app::geometry::Size;
use mirrordeck::app::key::Key;
use mirrordeck::app::message::Message;
use mirrordeck::app::state::{AppState, End, Setup};
use mirrordeck::app::update::update;
use mirrordeck::model::account::{Account, AccountColour};
use mirrordeck::model::base_url::BaseUrl;
use mirrordeck::model::record::Origin;
use mirrordeck::runtime::worker::Worker;
use mirrordeck::sim::demo_credentials;
use mirrordeck::sim::fault::Fault;
use mirrordeck::sim::service::{Service, Settings};
use mirrordeck::sim::transport::SimTransport;
use mirrordeck::trash::store::Limits;
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::mpsc::{self, Receiver, UnboundedReceiver, UnboundedSender};
use tokio::time::Instant;

use super::glass::Glass;

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
    /// Copies and the journal are here as long as the stage is.
    _data: TempDir,
    clock: Clock,
    glass: Glass,
    effects: UnboundedSender<mirrordeck::app::effect::Effect>,
    messages: Receiver<Message>,
}

impl Stage {
    /// The sample fleet in a terminal of this size, everything read that is read by itself.
    pub fn open(columns: u16, rows: u16) -> Self {
        let mut stage = Self::begin(columns, rows, Settings::default());
        stage.settle();
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
        let runtime = Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .unwrap();
        let clock = runtime.block_on(async {
            let began = Instant::now();
            Clock::from_fn(move || START_MS + u64::try_from(began.elapsed().as_millis()).unwrap())
        });
        // `Instant::now` of tokio needs its runtime; the clock is read inside it only.
        let service = SimTransport::new(
            Service::new(START_MS, settings),
            clock.clone(),
            LATENCY_MS,
            LIMIT_MS,
        );
        let base = BaseUrl::parse("https://demo.invalid/cloudiotcore/v1").unwrap();
        let client = Client::new(
            way(service.clone()),
            &base,
            demo_credentials(),
            clock.clone(),
            4,
            false,
        )
        // Every wait is the longest, so that a journey takes the same time each time.
        .with_jitter(|| 1.0);
        let data = TempDir::new().unwrap();
        let keeper = Keeper::new(Some(data.path()), Limits::default(), clock.clone());
        let worker_clock = clock.clone();
        let worker = Worker {
            actions: Actions {
                client,
                keeper,
                origin: origin(),
                points: Points::default(),
            },
            clock,
            page_size: 100,
        };
        let (effects, inbox) = mpsc::unbounded_channel();
        let (outbox, messages) = mpsc::channel(256);
        spawn(&runtime, worker, inbox, outbox);
        let setup = Setup {
            account: Account {
                label: Some("공장 1 PRODUCTION".to_owned()),
                colour: Some(AccountColour::Red),
                host: "cloudiotcore.apigw.ntruss.com".to_owned(),
                source: "profile plant".to_owned(),
                key_tail: "…0001".to_owned(),
                read_only: false,
            },
            zone: TimeZone::fixed(offset(9)),
            base_url: origin().base_url,
            token_prefix: "md-7f3a".to_owned(),
            request_limit_ms: LIMIT_MS,
            return_looks_ms: vec![3_000, 15_000],
        };
        let mut stage = Self {
            runtime,
            state: AppState::new(setup, Size { columns, rows }),
            service,
            _data: data,
            clock: worker_clock,
            glass: Glass::new(columns, rows),
            effects,
            messages,
        };
        stage.draw();
        stage.apply(Message::Started);
        stage
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
            self.effects.send(effect).unwrap();
        }
        self
    }

    /// Draws, and tells the program that it was drawn, as the event loop does.
    pub fn draw(&mut self) -> &mut Self {
        self.glass.draw(&self.state);
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
        let end = self.runtime.block_on(async { Instant::now() + time });
        while self.state.end != End::Now {
            let messages = &mut self.messages;
            let next = async { tokio::time::timeout_at(end, messages.recv()).await };
            let message = self.runtime.block_on(next);
            match message {
                Ok(Some(message)) => {
                    self.apply(message);
                    self.draw();
                }
                Ok(None) | Err(_) => break,
            }
        }
        self.draw()
    }

    /// The clock, Unix milliseconds.
    pub fn now_ms(&self) -> u64 {
        self.runtime.block_on(async { self.clock.now_ms() })
    }

    /// Whether the program has left.
    pub fn has_left(&self) -> bool {
        self.state.end == End::Now
    }

    /// The text on the screen, a line each, without blanks at the ends.
    pub fn screen(&self) -> String {
        self.glass.text()
    }

    /// The screen itself.
    pub fn glass(&self) -> &Glass {
        &self.glass
    }

    /// What the status line says.
    pub fn notice(&self) -> &str {
        self.state.notice.as_ref().map_or("", |notice| &notice.text)
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
}

fn spawn<T: Transport>(
    runtime: &Runtime,
    worker: Worker<T>,
    effects: UnboundedReceiver<mirrordeck::app::effect::Effect>,
    messages: mpsc::Sender<Message>,
) {
    runtime.spawn(worker.run(effects, messages));
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
