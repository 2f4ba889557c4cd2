//! The program but its terminal, over real HTTP and in real time.

use std::time::Duration;

use mirrordeck::api::client::Client;
use mirrordeck::api::clock::Clock;
use mirrordeck::api::http::HttpTransport;
use mirrordeck::app::message::Message;
use mirrordeck::app::state::AppState;
use mirrordeck::app::update::update;
use mirrordeck::runtime::worker::Worker;
use tempfile::TempDir;
use tokio::sync::mpsc;

use super::fixtures::{actions, empty_state};
use super::glass::Glass;
use super::stage::parse_keys;

/// A running program that draws after every message.
pub struct Live {
    /// What the program knows.
    pub state: AppState,
    glass: Glass,
    effects: mpsc::UnboundedSender<mirrordeck::app::effect::Effect>,
    messages: mpsc::Receiver<Message>,
    /// Copies would be kept here.
    _data: TempDir,
}

impl Live {
    /// Starts it with a client.
    pub fn start(client: Client<HttpTransport>) -> Self {
        let data = TempDir::new().unwrap();
        let worker = Worker {
            actions: actions(client, &Clock::system(), data.path()),
            clock: Clock::system(),
            page_size: 100,
        };
        let (effects, inbox) = mpsc::unbounded_channel();
        let (outbox, messages) = mpsc::channel(256);
        tokio::spawn(worker.run(inbox, outbox));
        let mut live = Self {
            state: empty_state(100, 30),
            glass: Glass::new(100, 30),
            effects,
            messages,
            _data: data,
        };
        live.apply(Message::Started);
        live
    }

    fn apply(&mut self, message: Message) {
        for effect in update(&mut self.state, message) {
            self.effects.send(effect).unwrap();
        }
        self.glass.draw(&self.state);
    }

    /// Presses keys; no answer comes between them.
    pub fn press(&mut self, keys: &str) {
        for key in parse_keys(keys) {
            self.apply(Message::Pressed(key));
        }
    }

    /// Lets answers come until the screen says something.
    pub async fn until(&mut self, words: &str) {
        while !self.glass.text().contains(words) {
            let next = tokio::time::timeout(Duration::from_mins(1), self.messages.recv());
            let message = next.await.unwrap_or_else(|_| {
                panic!("{words} not in {}", self.glass.text());
            });
            self.apply(message.unwrap());
        }
    }

    /// The text on the screen.
    pub fn screen(&self) -> String {
        self.glass.text()
    }
}
