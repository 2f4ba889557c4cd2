//! The restore dialog, the delete dialog's sister: its copy is frozen when it opens, and only
//! *Restore* restores. Where a mirror stands already, *Restore* asks once more, for the overwriting
//! of exactly the version that is shown.

use std::sync::Arc;

use tui_input::Input;

use super::dialog::{FreshRead, parse_token};
use super::geometry::Size;
use super::message::RequestId;
use super::names::Names;
use super::shown::Shown;
use crate::i18n::Text;
use crate::model::account::Account;
use crate::model::delete::ClientToken;
use crate::model::difference::{Difference, difference};
use crate::model::restore::{KeptCopy, Overwrite, RestoreOrder};
use crate::text;

/// What has the focus, in the order in which Tab goes round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestoreField {
    /// The client token.
    Token,
    /// The button that closes.
    Keep,
    /// The button that restores.
    Restore,
}

impl RestoreField {
    const ROUND: [Self; 3] = [Self::Token, Self::Keep, Self::Restore];

    /// The field after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ROUND[(self as usize + 1) % 3]
    }

    /// The field before this one.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::ROUND[(self as usize + 2) % 3]
    }
}

/// The open dialog.
#[derive(Debug, Clone)]
pub struct RestoreDialog {
    /// The account, by its label or source, and its host.
    pub account: Text,
    /// The masked key of the copy, where it was deleted with another one.
    pub other_key: Option<String>,
    /// What is to be brought back.
    pub copy: Arc<KeptCopy>,
    /// The read that was asked for when the dialog opened.
    pub request: RequestId,
    /// What stands there now.
    pub now: FreshRead,
    /// Where the copy differs from what stands there.
    pub difference: Option<Difference>,
    /// The token field.
    pub token: Input,
    /// What has the focus.
    pub field: RestoreField,
    /// Whether the question is now that of overwriting.
    pub overwrites: bool,
    /// What is wrong, said after an attempt to restore.
    pub problem: Option<Text>,
    /// The first drawing counts, and each that shows something new.
    pub shown: Shown,
}

/// Lines of the dialog besides the names, where there is no room for gaps: frame, copy, one line of
/// what stands now, what cannot come back, field, problem, buttons, keys.
const FIXED_LINES: u16 = 9;

/// What pressing *Restore* leads to.
#[derive(Debug, Clone, PartialEq)]
pub enum Pressed {
    /// The order is given.
    Ordered(RestoreOrder),
    /// The dialog asks for the overwriting first.
    AskedToOverwrite,
}

impl RestoreDialog {
    /// Opens on a copy; the read of what stands there is under way.
    #[must_use]
    pub fn new(account: &Account, copy: Arc<KeptCopy>, request: RequestId, token: String) -> Self {
        let key = &copy.head.origin.key_tail;
        Self {
            account: Text::joined([account.name(), account.host.clone()], " · "),
            other_key: (*key != account.key_tail).then(|| key.clone()),
            copy,
            request,
            now: FreshRead::Reading,
            difference: None,
            token: Input::new(token),
            field: RestoreField::Token,
            overwrites: false,
            problem: None,
            shown: Shown::default(),
        }
    }

    /// Takes the answer to the read of what stands there.
    pub fn take(&mut self, now: FreshRead) {
        self.difference = match &now {
            FreshRead::Found(reading) => {
                Some(difference(&self.copy.reading.document, &reading.document))
            }
            _ => None,
        };
        self.now = now;
        self.problem = None;
        self.shown.renew();
    }

    /// Account, device and mirror as the dialog writes them in the language of the scope.
    #[must_use]
    pub fn names(&self) -> Names<'_> {
        Names::new(&self.account, &self.copy.head.target)
    }

    /// Lines that must have room besides the names: the warning about another key and one line of
    /// what would be overwritten count, gaps do not.
    #[must_use]
    pub fn fixed_lines(&self) -> u16 {
        FIXED_LINES + u16::from(self.other_key.is_some()) + u16::from(self.overwrites)
    }

    /// Whether what stands there holds the same state as the copy.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.difference
            .as_ref()
            .is_some_and(|difference| difference.total == 0)
    }

    /// What is wrong with the token field, if anything is.
    ///
    /// # Errors
    /// A sentence for the dialog.
    pub fn parsed_token(&self) -> Result<Option<ClientToken>, Text> {
        parse_token(self.token.value())
    }

    /// Why nothing can be restored as things stand, if that is so.
    #[must_use]
    pub fn obstacle(&self, size: Size) -> Option<Text> {
        let words = match &self.now {
            FreshRead::Reading => text!("restore-still-reading"),
            FreshRead::Failed(_) => text!("restore-not-read"),
            FreshRead::Found(_) if self.is_same() => text!("restore-nothing-to-do"),
            FreshRead::Found(now) if now.document.version.is_none() => text!("restore-no-lock"),
            _ if !self.names().fit(size, self.fixed_lines()) => text!("dialog-names-do-not-fit"),
            FreshRead::Found(_) | FreshRead::Absent => return None,
        };
        Some(words)
    }

    /// Presses *Restore*.
    ///
    /// # Errors
    /// A sentence that says why nothing comes of it.
    pub fn press(&mut self, size: Size) -> Result<Pressed, Text> {
        if let Some(obstacle) = self.obstacle(size) {
            return Err(obstacle);
        }
        if self.shown.to_be_drawn().is_some() {
            return Err(text!("dialog-look-first"));
        }
        let token = self.parsed_token()?;
        let overwrite = match &self.now {
            FreshRead::Found(reading) => reading.document.version.map(|version| Overwrite {
                version,
                reading: reading.clone(),
            }),
            _ => None,
        };
        if overwrite.is_some() && !self.overwrites {
            self.overwrites = true;
            self.field = RestoreField::Token;
            self.shown.renew();
            return Ok(Pressed::AskedToOverwrite);
        }
        Ok(Pressed::Ordered(RestoreOrder {
            copy: self.copy.clone(),
            overwrite,
            token,
        }))
    }
}
