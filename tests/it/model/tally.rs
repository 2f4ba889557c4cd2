//! What happened in all episodes together, so that a model that does nothing fails.

use std::collections::BTreeMap;

use mirrordeck::actions::points::Point;
use mirrordeck::model::outcome::Word;

#[derive(Debug, Default)]
pub struct Tally(pub BTreeMap<String, usize>);

impl Tally {
    pub fn count(&mut self, what: impl Into<String>) {
        *self.0.entry(what.into()).or_default() += 1;
    }

    pub fn said(&mut self, word: Word) {
        self.count(format!("said {word}"));
    }

    pub fn cut_off(&mut self, at: Option<Point>) {
        self.count(at.map_or("cut off".to_owned(), |point| format!("cut off {point:?}")));
    }

    pub fn add(&mut self, other: &Self) {
        for (what, times) in &other.0 {
            *self.0.entry(what.clone()).or_default() += times;
        }
    }

    /// Everything that must have happened, if there were enough episodes.
    pub fn missing(&self) -> Vec<String> {
        let words = Word::ALL.map(|word| format!("said {word}"));
        let points = Point::ALL.map(|(_, point)| format!("cut off {point:?}"));
        let others = [
            "DELETE worked",
            "POST worked",
            "default fell",
            "overwritten",
            "in halves",
        ]
        .map(str::to_owned);
        let wanted = words.into_iter().chain(points).chain(others);
        wanted.filter(|what| !self.0.contains_key(what)).collect()
    }
}
