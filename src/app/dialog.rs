//! The delete dialog: its target is frozen when it opens, and only *Delete* deletes.

use std::sync::Arc;

use tui_input::{Input, InputRequest};

use super::geometry::Size;
use super::keymap::Edit;
use super::message::RequestId;
use crate::model::account::Account;
use crate::model::delete::{CLIENT_TOKEN_BYTES, ClientToken, ClientTokenError, DeleteOrder};
use crate::model::error::ApiError;
use crate::model::mirror::{MirrorId, MirrorName, MirrorReading};
use crate::model::text::DEFAULT_MIRROR;
use crate::model::width::wrap;

/// What has the focus, in the order in which Tab goes round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The version that may fall.
    Version,
    /// The client token.
    Token,
    /// The button that closes.
    Keep,
    /// The button that deletes.
    Delete,
}

impl Field {
    const ROUND: [Self; 4] = [Self::Version, Self::Token, Self::Keep, Self::Delete];

    /// The field after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ROUND[(self as usize + 1) % 4]
    }

    /// The field before this one.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::ROUND[(self as usize + 3) % 4]
    }
}

/// What is known of the target since the dialog opened.
#[derive(Debug, Clone, PartialEq)]
pub enum FreshRead {
    /// The answer is not there yet.
    Reading,
    /// This is what would be lost.
    Found(Arc<MirrorReading>),
    /// There is nothing to delete.
    Absent,
    /// It could not be read.
    Failed(ApiError),
}

/// The open dialog.
#[derive(Debug, Clone)]
pub struct DeleteDialog {
    /// The account, by its label or source, and its host.
    pub account: String,
    /// The mirror, whatever happens to the lists behind the dialog.
    pub target: MirrorId,
    /// The read that was asked for when the dialog opened.
    pub request: RequestId,
    /// Its answer.
    pub fresh: FreshRead,
    /// The version field.
    pub version: Input,
    /// The token field.
    pub token: Input,
    /// What has the focus.
    pub field: Field,
    /// What is wrong with the input, said after an attempt to delete.
    pub problem: Option<String>,
    /// Drawings that matter: the first, and the one that shows what the fresh read found.
    drawings: u32,
    /// Which of them stands on the screen; 0 for none.
    drawn: u32,
    /// Whether the user changed the version, so that the fresh read must not.
    version_touched: bool,
}

/// Lines of the dialog besides the names, where there is no room for gaps: frame, one line of what is
/// lost, warning, two fields, problem, buttons, keys.
pub const FIXED_LINES: u16 = 9;
/// Columns of the dialog that are not text: frame, padding and the labels before the names.
pub const NAME_MARGIN: u16 = 16;
/// The widest that the dialog gets.
pub const WIDEST: u16 = 76;

impl DeleteDialog {
    /// Opens on a mirror; its fresh read is under way.
    #[must_use]
    pub fn new(account: &Account, target: MirrorId, request: RequestId, token: String) -> Self {
        Self {
            account: format!("{} · {}", account.name(), account.host),
            target,
            request,
            fresh: FreshRead::Reading,
            version: Input::default(),
            token: Input::new(token),
            field: Field::Version,
            problem: None,
            drawings: 1,
            drawn: 0,
            version_touched: false,
        }
    }

    /// Takes the answer to the fresh read. What the user typed into Version stays.
    pub fn take(&mut self, fresh: FreshRead) {
        if let FreshRead::Found(reading) = &fresh
            && !self.version_touched
            && let Some(version) = reading.document.version
        {
            self.version = Input::new(version.to_string());
        }
        self.fresh = fresh;
        self.problem = None;
        self.drawings += 1;
    }

    /// The mirror's name as the dialog writes it.
    #[must_use]
    pub fn mirror_words(&self) -> &str {
        match &self.target.mirror {
            MirrorName::Default => DEFAULT_MIRROR,
            MirrorName::Named(name) => name.shown(),
        }
    }

    /// Columns for a name in a terminal of this size.
    #[must_use]
    pub fn name_width(size: Size) -> usize {
        usize::from(size.columns.min(WIDEST + 4).saturating_sub(4 + NAME_MARGIN))
    }

    /// Account, device and mirror in lines of a terminal of this size.
    #[must_use]
    pub fn names(&self, size: Size) -> [Vec<&str>; 3] {
        let width = Self::name_width(size);
        [
            &self.account,
            self.target.device.shown(),
            self.mirror_words(),
        ]
        .map(|name| wrap(name, width))
    }

    /// Whether account, device and mirror can be shown in full. Where they cannot, nothing may be
    /// deleted: two long names may differ in the part that is cut.
    #[must_use]
    pub fn names_fit(&self, size: Size) -> bool {
        let lines: usize = self.names(size).iter().map(Vec::len).sum();
        lines + usize::from(FIXED_LINES) <= usize::from(size.rows)
    }

    /// Changes the text field in focus. Only a change of the version, not a move of the cursor, keeps
    /// the fresh read from filling it in.
    pub fn change_input(&mut self, change: impl FnOnce(&mut Input)) {
        match self.field {
            Field::Version => {
                let before = self.version.value().to_owned();
                change(&mut self.version);
                self.version_touched |= before != self.version.value();
            }
            Field::Token => change(&mut self.token),
            Field::Keep | Field::Delete => {}
        }
    }

    /// What must stand on the screen before keys count, or before *Delete* does.
    #[must_use]
    pub fn to_be_drawn(&self) -> Option<u32> {
        (self.drawn < self.drawings).then_some(self.drawings)
    }

    /// The dialog stands on the screen as it was at this drawing.
    pub fn was_drawn(&mut self, drawing: u32) {
        self.drawn = self.drawn.max(drawing.min(self.drawings));
    }

    /// Whether keys count: those pressed before the dialog was drawn do not.
    #[must_use]
    pub fn takes_keys(&self) -> bool {
        self.drawn > 0
    }

    /// What is wrong with the version field, if anything is.
    ///
    /// # Errors
    /// A sentence for the dialog.
    pub fn parsed_version(&self) -> Result<Option<u64>, String> {
        let text = self.version.value().trim();
        if text.is_empty() {
            return Ok(None);
        }
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse()
            .ok()
            .filter(|_| digits)
            .map(Some)
            .ok_or_else(|| {
                "the version must be a whole number of 64 bits; empty means no lock".to_owned()
            })
    }

    /// What is wrong with the token field, if anything is.
    ///
    /// # Errors
    /// A sentence for the dialog.
    pub fn parsed_token(&self) -> Result<Option<ClientToken>, String> {
        match ClientToken::new(self.token.value()) {
            Ok(token) => Ok(Some(token)),
            Err(ClientTokenError::Empty) => Ok(None),
            Err(ClientTokenError::TooLong { bytes }) => Err(format!(
                "the client token has {bytes} bytes; at most {CLIENT_TOKEN_BYTES} are allowed"
            )),
        }
    }

    /// The order that *Delete* would give.
    ///
    /// # Errors
    /// A sentence that says why there is none.
    pub fn order(&self, size: Size) -> Result<DeleteOrder, String> {
        let reading = match &self.fresh {
            FreshRead::Found(reading) => Arc::clone(reading),
            FreshRead::Reading => return Err("still reading: wait for the answer".to_owned()),
            FreshRead::Absent => return Err("there is nothing to delete".to_owned()),
            FreshRead::Failed(_) => {
                return Err(
                    "it could not be read, so it is not deleted: Esc, then try again".to_owned(),
                );
            }
        };
        if self.to_be_drawn().is_some() {
            return Err("this has only just been read: look at it first".to_owned());
        }
        if !self.names_fit(size) {
            return Err("the names do not fit on this screen: enlarge it first".to_owned());
        }
        Ok(DeleteOrder {
            target: self.target.clone(),
            version: self.parsed_version()?,
            token: self.parsed_token()?,
            reading,
        })
    }
}

/// Types text into a field; characters that cannot be seen are taken too, and named when drawn.
pub fn insert(input: &mut Input, text: &str) {
    let cursor = input.cursor();
    let mut value: String = input.value().chars().take(cursor).collect();
    value.push_str(text);
    value.extend(input.value().chars().skip(cursor));
    *input = Input::new(value).with_cursor(cursor + text.chars().count());
}

/// Changes a field.
pub fn edit(input: &mut Input, edit: Edit) {
    let request = match edit {
        Edit::Left => InputRequest::GoToPrevChar,
        Edit::Right => InputRequest::GoToNextChar,
        Edit::Start => InputRequest::GoToStart,
        Edit::End => InputRequest::GoToEnd,
        Edit::RemoveLeft => InputRequest::DeletePrevChar,
        Edit::RemoveRight => InputRequest::DeleteNextChar,
    };
    input.handle(request);
}
