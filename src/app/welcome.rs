//! The first minutes: what stands on the screen where there are no credentials. A small program of its
//! own, since there is no account yet that the rest could work on.

use std::sync::Arc;

use super::cursor::Step;
use super::geometry::Size;
use super::key::Key;
use super::message::Message;
use crate::i18n::{Language, Text, speaking};
use crate::model::look::Look;
use crate::model::width::wrap_words;
use crate::text;

/// Columns of the frame and of the room on both sides of the words.
pub const MARGIN: u16 = 6;
/// Rows that are not words: the frame, and the keys below it.
pub const AROUND: u16 = 3;
/// The widest that the words get.
const WIDEST: u16 = 84;
/// Columns by which what is to be typed is set in.
const INDENT: usize = 4;

/// How the user goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// With the embedded service.
    Demo,
    /// Not now.
    Leave,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rank {
    /// A heading.
    Title,
    /// Words.
    Words,
    /// What is to be typed or written, as it stands.
    Sample,
}

/// The screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Welcome {
    /// The user's language.
    pub language: Language,
    /// How it looks.
    pub look: Arc<Look>,
    /// The terminal.
    pub size: Size,
    /// Lines above the first in view.
    pub offset: usize,
    /// Whether a letter of Hangul stood where `q` is: nothing quits by its place on the keyboard.
    pub asks_for_q: bool,
    file: String,
    profiles: Vec<String>,
}

impl Welcome {
    /// The screen for a terminal.
    ///
    /// * `file` - where the file of the profiles is, or would be; safe to draw.
    /// * `profiles` - those that it has, none of them the default with keys; safe to draw.
    #[must_use]
    pub fn new(language: Language, look: Arc<Look>, file: String, profiles: Vec<String>) -> Self {
        Self {
            language,
            look,
            size: Size {
                columns: 80,
                rows: 24,
            },
            offset: 0,
            asks_for_q: false,
            file,
            profiles,
        }
    }

    /// Applies a message; says so once the user has chosen.
    pub fn update(&mut self, message: &Message) -> Option<Choice> {
        self.asks_for_q = false;
        match message {
            Message::Resized(size) => {
                self.size = *size;
                self.scroll(0);
            }
            Message::EndRequested => return Some(Choice::Leave),
            Message::Pressed(key) => return self.pressed(*key),
            _ => {}
        }
        None
    }

    fn pressed(&mut self, key: Key) -> Option<Choice> {
        let page = isize::try_from(self.rows()).unwrap_or(isize::MAX);
        match key {
            // ㅇ is where `d` is on a keyboard in Hangul mode.
            Key::Char('d' | 'ㅇ') => return Some(Choice::Demo),
            Key::Char('q') | Key::Ctrl('c') | Key::Esc => return Some(Choice::Leave),
            Key::Char('ㅂ') => self.asks_for_q = true,
            _ => match step(key) {
                Some(Step::Up) => self.scroll(-1),
                Some(Step::Down) => self.scroll(1),
                Some(Step::PageUp) => self.scroll(-page),
                Some(Step::PageDown) => self.scroll(page),
                Some(Step::First) => self.offset = 0,
                Some(Step::Last) => self.scroll(isize::MAX),
                None => {}
            },
        }
        None
    }

    fn scroll(&mut self, by: isize) {
        let last = self.lines().len().saturating_sub(self.rows());
        self.offset = self.offset.saturating_add_signed(by).min(last);
    }

    /// Lines of words in view.
    #[must_use]
    pub fn rows(&self) -> usize {
        usize::from(self.size.rows.saturating_sub(AROUND)).max(1)
    }

    /// Whether there is more than what is in view.
    #[must_use]
    pub fn scrolls(&self) -> bool {
        self.lines().len() > self.rows()
    }

    /// Every line, for the width of the terminal, in the user's language.
    #[must_use]
    pub fn lines(&self) -> Vec<(Rank, String)> {
        let columns = usize::from(
            self.size
                .columns
                .min(WIDEST + MARGIN)
                .saturating_sub(MARGIN),
        );
        let mut lines = Vec::new();
        speaking(self.language, || {
            for (rank, text) in self.parts() {
                let (text, columns, indent) = match rank {
                    Rank::Sample => (text.to_string(), columns.saturating_sub(INDENT), INDENT),
                    _ => (text.to_string(), columns, 0),
                };
                let pieces = wrap_words(&text, columns).into_iter();
                lines.extend(pieces.map(|piece| (rank, format!("{}{piece}", " ".repeat(indent)))));
            }
        });
        lines
    }

    fn parts(&self) -> Vec<(Rank, Text)> {
        let sample = |words: &str| (Rank::Sample, Text::verbatim(words));
        let gap = || (Rank::Words, Text::empty());
        let mut parts = vec![
            (Rank::Words, text!("welcome-no-credentials")),
            gap(),
            (Rank::Title, text!("welcome-by-environment")),
            sample("export NCLOUD_ACCESS_KEY_ID=…"),
            sample("export NCLOUD_SECRET_ACCESS_KEY=…"),
            gap(),
            (Rank::Title, text!("welcome-by-file", file = &self.file)),
            sample("[DEFAULT]"),
            sample("ncloud_access_key_id = …"),
            sample("ncloud_secret_access_key = …"),
        ];
        if !self.profiles.is_empty() {
            let profiles = self.profiles.join(", ");
            let words = text!("welcome-other-profiles", profiles = profiles);
            parts.push((Rank::Words, words));
        }
        parts.extend([
            gap(),
            (Rank::Title, text!("welcome-keys-title")),
            (Rank::Words, text!("welcome-keys-made")),
            gap(),
            (Rank::Title, text!("welcome-demo")),
        ]);
        parts
    }
}

fn step(key: Key) -> Option<Step> {
    match key {
        Key::Char('k' | 'ㅏ') | Key::Up => Some(Step::Up),
        Key::Char('j' | 'ㅓ') | Key::Down => Some(Step::Down),
        Key::PageUp => Some(Step::PageUp),
        Key::PageDown => Some(Step::PageDown),
        Key::Char('g') | Key::Home => Some(Step::First),
        Key::Char('G') | Key::End => Some(Step::Last),
        _ => None,
    }
}
