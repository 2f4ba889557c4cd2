//! What is said when the screen is gone.

use super::state::AppState;
use super::tasks::Phase;
use crate::i18n::Text;
use crate::model::action::Stage;
use crate::model::outcome::Word;
use crate::text;

impl AppState {
    /// What must still be said when the screen is gone: an action or a run whose end was not seen.
    #[must_use]
    pub fn last_words(&self) -> Option<Text> {
        let words = [self.words_of_action(), self.words_of_run()];
        let mut words = words.into_iter().flatten().peekable();
        if words.peek().is_none() {
            return self.parting.clone();
        }
        let said = self.parting.iter().cloned();
        Some(Text::joined(said.chain(words), "; "))
    }

    fn words_of_action(&self) -> Option<Text> {
        let action = self.action.as_ref()?;
        let (word, target) = (Word::OutcomeUnknown.text(), action.target.text());
        // What is known of the stage may be a moment old.
        Some(match action.stage {
            Stage::Preparing => text!("quit-unknown-preparing", word = word, target = target),
            Stage::Sending | Stage::Looking => {
                text!("quit-unknown-sent", word = word, target = target)
            }
        })
    }

    /// What is to be said of a run that the end of the program stops: nothing on the wire goes
    /// unmentioned.
    #[must_use]
    pub fn words_of_run(&self) -> Option<Text> {
        let run = self.tasks.active()?;
        if run.queued() + run.sent() == 0 {
            return None;
        }
        let mut words = vec![run.ended_in_words()];
        match run.sent() {
            // What it has just begun may not have been heard of yet.
            0 if self.tasks.is_on_the_wire() => words.push(text!("quit-just-begun")),
            0 => {}
            sent => words.push(text!(
                "quit-on-the-wire",
                count = sent,
                word = Word::OutcomeUnknown.text()
            )),
        }
        if run.queued() > 0 && run.phase() != Phase::Stopping {
            words.push(text!("quit-not-begun", count = run.queued()));
        }
        words.retain(|words| !words.is_empty());
        Some(text!("quit-run-stopped", parts = Text::joined(words, ", ")))
    }
}
