//! Why an operation has no result. Owned plain data: a message carries it, a test compares it.

use std::fmt;

use super::text::SafeText;
use crate::i18n::Text;
use crate::text;

/// The four ways in which a request can end without a result, told apart by what may have happened
/// at the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApiError {
    /// Nothing left this computer, so nothing happened.
    NotSent {
        /// Which kind of obstacle.
        why: NotSent,
        /// What was in the way: a sentence, or the library's words, made safe.
        cause: Text,
    },
    /// The request may have arrived, and a change may or may not have happened.
    NoAnswer {
        /// Which kind of silence.
        why: NoAnswer,
        /// What was in the way: a sentence, or the library's words, made safe.
        cause: Text,
    },
    /// The service or its gateway said no.
    Refused(Box<Refusal>),
    /// An answer came that could not be read; a change may have happened.
    Unreadable {
        /// HTTP status.
        status: u16,
        /// What was wrong with it.
        cause: Text,
        /// Its first characters, made safe; empty when there were none.
        excerpt: SafeText,
    },
}

impl ApiError {
    /// What happened, in a few words.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::NotSent { cause, .. } => text!("error-not-sent", cause = cause),
            Self::NoAnswer { cause, .. } => text!("error-no-answer", cause = cause),
            Self::Refused(refusal) => text!("error-refused", refusal = refusal.text()),
            Self::Unreadable { status, cause, .. } => text!(
                "error-unreadable",
                status = status.to_string(),
                cause = cause
            ),
        }
    }

    /// What happened, and a sentence on what to do.
    #[must_use]
    pub fn in_full(&self) -> Text {
        text!("error-in-full", error = self.text(), advice = self.advice())
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}

impl std::error::Error for ApiError {}

/// A request that failed and waits to be sent again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retry {
    /// How the attempt before ended, or that of another request.
    pub why: ApiError,
    /// The number of the attempt that comes; 1 where the service refused others for its load and
    /// wants to be left alone.
    pub next: u32,
    /// How many there are at most.
    pub of: u32,
    /// This computer's clock when it will be sent, Unix milliseconds.
    pub at_ms: i64,
    /// How long that is from the beginning of the wait, milliseconds.
    pub after_ms: u64,
}

/// What kept a request from leaving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotSent {
    /// No connection: name not found, refused, timed out, TLS not trusted.
    Unreachable,
    /// The name cannot stand in a URL unchanged (`.` and `..` would be resolved away).
    NameUnsendable,
    /// The request could not be built.
    Invalid,
    /// It would change something, and the program was started read-only.
    ReadOnly,
    /// It was given up while it waited to be sent for the first time.
    GivenUp,
}

/// What happened instead of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAnswer {
    /// The time limit of the whole request passed.
    TimedOut,
    /// The connection broke or was closed.
    Broken,
    /// The program's own task ended early.
    Crashed,
}

/// Who spoke in an error reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaker {
    /// The API gateway: status and code are a row of its table (API reference, 4.2).
    Gateway,
    /// Cloud IoT Core itself: an error object with another code.
    Service,
    /// No error object: a proxy or a load balancer perhaps.
    Unclear,
}

/// A refusal as received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// HTTP status; 2xx where an error object came under success.
    pub status: u16,
    /// `errorCode` or the envelope's status; empty when none came.
    pub code: SafeText,
    /// `message`; a short piece of the raw body where there was no error object.
    pub message: SafeText,
    /// `details`; under a redirect without an error object the place that it leads to; empty when
    /// none came.
    pub details: SafeText,
    /// Who spoke.
    pub speaker: Speaker,
    /// Seconds by which this computer's clock is ahead of the answer's `Date`; negative when it is
    /// behind, absent without a readable `Date`.
    pub clock_ahead_s: Option<i64>,
    /// Whether the request was signed by the service's time instead of this computer's, so that a
    /// wrong clock is not the cause.
    pub clock_corrected: bool,
    /// How long the service wants to be left alone (`Retry-After`), milliseconds; absent when it did
    /// not say.
    pub retry_after_ms: Option<u64>,
    /// Whether the request carried percent-encoded characters, which a gateway may sign differently.
    pub encoded: bool,
}

/// The skew from which on the clock is named as the cause: the window of the signature, seconds
/// (`iot-cloudiotcore`).
pub const CLOCK_WINDOW_S: i64 = 300;

impl Refusal {
    /// Whether the service itself says that what was asked for does not exist.
    ///
    /// A 404 counts only with an error object that is not the gateway's. Under 200 and 400 the words
    /// decide, as the service's own codes are not documented (API reference, 4.3).
    #[must_use]
    pub fn means_absent(&self) -> bool {
        if self.speaker != Speaker::Service {
            return false;
        }
        match self.status {
            404 => true,
            200..=299 | 400 => {
                let words =
                    format!("{} {} {}", self.code, self.message, self.details).to_lowercase();
                self.code.as_str() == "404"
                    || [
                        "not found",
                        "notfound",
                        "not exist",
                        "no such",
                        "no mirror",
                        "존재하지",
                    ]
                    .iter()
                    .any(|phrase| words.contains(phrase))
            }
            _ => false,
        }
    }

    /// Whether key, signature or clock were refused, before anybody looked at what was asked for.
    #[must_use]
    pub fn is_authentication(&self) -> bool {
        match self.status {
            401 => self.code.as_str() != "210",
            403 => self.code.as_str() == "200",
            _ => false,
        }
    }

    /// Whether an error object came under a success status (API reference, 12.14).
    #[must_use]
    pub fn is_failed_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Whether a change may have happened in spite of the refusal: 500, 503, 504 (API reference,
    /// 12.24), other 5xx, and an error object under a 2xx status.
    #[must_use]
    pub fn leaves_doubt(&self) -> bool {
        self.status >= 500 || self.is_failed_success()
    }
}

impl Refusal {
    /// What was said, and a sentence on what to do.
    #[must_use]
    pub fn in_full(&self) -> Text {
        text!("error-in-full", error = self.text(), advice = self.advice())
    }

    /// `401 200 Authentication Failed (details)`: the words of the service, whatever the language.
    #[must_use]
    pub fn text(&self) -> Text {
        let mut words = self.status.to_string();
        for part in [&self.code, &self.message] {
            if !part.is_empty() {
                words.push(' ');
                words.push_str(part.as_str());
            }
        }
        let is_redirect = matches!(self.status, 300..=399) && self.speaker == Speaker::Unclear;
        match self.details.as_str() {
            "" => Text::verbatim(words),
            place if is_redirect => text!("error-leads-elsewhere", words = words, place = place),
            details => Text::verbatim(format!("{words} ({details})")),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}
