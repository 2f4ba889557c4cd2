//! What is said when the screen is gone.

use super::state::AppState;
use super::tasks::Phase;
use crate::model::action::Stage;
use crate::model::count::grouped;

impl AppState {
    /// What must still be said when the screen is gone: an action or a run whose end was not seen.
    #[must_use]
    pub fn last_words(&self) -> Option<String> {
        let words = [self.words_of_action(), self.words_of_run()];
        let words: Vec<_> = words.into_iter().flatten().collect();
        let mut said = self.parting.iter().map(ToString::to_string);
        if words.is_empty() {
            return said.next_back();
        }
        Some(said.chain(words).collect::<Vec<_>>().join("; "))
    }

    fn words_of_action(&self) -> Option<String> {
        let action = self.action.as_ref()?;
        let target = &action.target;
        // What is known of the stage may be a moment old.
        Some(match action.stage {
            Stage::Preparing => format!(
                "outcome unknown {target}: mirrordeck ended before it was seen to send anything; \
                 should something have been sent, the next start tells what came of it"
            ),
            Stage::Sending | Stage::Looking => format!(
                "outcome unknown {target}: mirrordeck ended before a clear answer came; the copy is \
                 kept, and the next start looks at the mirror and tells"
            ),
        })
    }

    /// What is to be said of a run that the end of the program stops: nothing on the wire goes
    /// unmentioned.
    #[must_use]
    pub fn words_of_run(&self) -> Option<String> {
        let run = self.tasks.active()?;
        if run.queued() + run.sent() == 0 {
            return None;
        }
        let mut words = vec![run.ended_in_words().to_string()];
        match run.sent() {
            // What it has just begun may not have been heard of yet.
            0 if self.tasks.is_on_the_wire() => words.push(
                "what it has just begun may be on the wire, and the next start finds out"
                    .to_owned(),
            ),
            0 => {}
            sent => words.push(format!(
                "{} on the wire: outcome unknown, the next start finds out",
                grouped(sent)
            )),
        }
        if run.queued() > 0 && run.phase() != Phase::Stopping {
            words.push(format!(
                "{} not begun; T goes on with it after the next start",
                grouped(run.queued())
            ));
        }
        words.retain(|words| !words.is_empty());
        Some(format!("run stopped: {}", words.join(", ")))
    }
}
