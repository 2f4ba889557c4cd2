//! The delete dialog: its target is frozen when it opens, and only *Delete* deletes.

use std::sync::Arc;

use tui_input::{Input, InputRequest};

use super::geometry::Size;
use super::keymap::Edit;
use super::message::RequestId;
use super::names::Names;
use super::shown::Shown;
use crate::i18n::Text;
use crate::model::account::Account;
use crate::model::delete::{CLIENT_TOKEN_BYTES, ClientToken, ClientTokenError, DeleteOrder};
use crate::model::error::ApiError;
use crate::model::mirror::{MirrorId, MirrorReading};
use crate::text;

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
    pub account: Text,
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
    pub problem: Option<Text>,
    /// The first drawing counts, and the one that shows what the fresh read found.
    pub shown: Shown,
    /// Whether the user changed the version, so that the fresh read must not.
    version_touched: bool,
}

/// Lines of the dialog besides the names, where there is no room for gaps: frame, one line of what is
/// lost, warning, two fields, problem, buttons, keys.
pub const FIXED_LINES: u16 = 9;
impl DeleteDialog {
    /// Opens on a mirror; its fresh read is under way.
    #[must_use]
    pub fn new(account: &Account, target: MirrorId, request: RequestId, token: String) -> Self {
        Self {
            account: Text::joined([account.name(), account.host.clone()], " · "),
            target,
            request,
            fresh: FreshRead::Reading,
            version: Input::default(),
            token: Input::new(token),
            field: Field::Version,
            problem: None,
            shown: Shown::default(),
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
        self.shown.renew();
    }

    /// Account, device and mirror as the dialog writes them in the language of the scope.
    #[must_use]
    pub fn names(&self) -> Names<'_> {
        Names::new(&self.account, &self.target)
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

    /// What is wrong with the version field, if anything is.
    ///
    /// # Errors
    /// A sentence for the dialog.
    pub fn parsed_version(&self) -> Result<Option<u64>, Text> {
        let text = self.version.value().trim();
        if text.is_empty() {
            return Ok(None);
        }
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse()
            .ok()
            .filter(|_| digits)
            .map(Some)
            .ok_or_else(|| text!("dialog-version-wrong"))
    }

    /// What is wrong with the token field, if anything is.
    ///
    /// # Errors
    /// A sentence for the dialog.
    pub fn parsed_token(&self) -> Result<Option<ClientToken>, Text> {
        parse_token(self.token.value())
    }

    /// The order that *Delete* would give.
    ///
    /// # Errors
    /// A sentence that says why there is none.
    pub fn order(&self, size: Size) -> Result<DeleteOrder, Text> {
        let reading = match &self.fresh {
            FreshRead::Found(reading) => Arc::clone(reading),
            FreshRead::Reading => return Err(text!("dialog-still-reading")),
            FreshRead::Absent => return Err(text!("dialog-nothing-there")),
            FreshRead::Failed(_) => return Err(text!("dialog-not-read")),
        };
        if self.shown.to_be_drawn().is_some() {
            return Err(text!("dialog-look-first"));
        }
        if !self.names().fit(size, FIXED_LINES) {
            return Err(text!("dialog-names-do-not-fit"));
        }
        Ok(DeleteOrder {
            target: self.target.clone(),
            version: self.parsed_version()?,
            token: self.parsed_token()?,
            reading,
        })
    }
}

/// The token that a field holds; none for an empty one.
///
/// # Errors
/// A sentence for the dialog.
pub fn parse_token(text: &str) -> Result<Option<ClientToken>, Text> {
    match ClientToken::new(text) {
        Ok(token) => Ok(Some(token)),
        Err(ClientTokenError::Empty) => Ok(None),
        Err(ClientTokenError::TooLong { bytes }) => Err(text!(
            "dialog-token-long",
            bytes = bytes.to_string(),
            most = CLIENT_TOKEN_BYTES.to_string()
        )),
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
