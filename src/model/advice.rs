//! What to do about an error, a sentence each. Facts: API reference, sections 4, 8 and 12.

use super::error::{ApiError, CLOCK_WINDOW_S, NoAnswer, NotSent, Refusal, Speaker};
use crate::i18n::Text;
use crate::text;

/// What to do where read-only is in the way.
#[must_use]
pub fn read_only() -> Text {
    text!("error-advice-read-only")
}

impl ApiError {
    /// A sentence that tells the user what to do.
    #[must_use]
    pub fn advice(&self) -> Text {
        match self {
            Self::NotSent { why, .. } => match why {
                NotSent::Unreachable => text!("error-advice-unreachable"),
                NotSent::NameUnsendable => text!("error-advice-name"),
                NotSent::ReadOnly => read_only(),
                NotSent::Invalid => text!("error-advice-invalid"),
                NotSent::GivenUp => text!("error-advice-given-up"),
            },
            Self::NoAnswer { why, .. } => match why {
                NoAnswer::TimedOut => text!("error-advice-timed-out"),
                NoAnswer::Broken => text!("error-advice-broken"),
                NoAnswer::Crashed => text!("error-advice-crashed"),
            },
            Self::Refused(refusal) => refusal.advice(),
            Self::Unreadable { .. } => text!("error-advice-unreadable"),
        }
    }
}

impl Refusal {
    /// A sentence that tells the user what to do.
    #[must_use]
    pub fn advice(&self) -> Text {
        let code = self.code.as_str();
        match (self.status, code) {
            (401 | 403, "210") => text!("error-advice-permission"),
            _ if self.is_authentication() => self.authentication(),
            (403, _) => text!("error-advice-permission"),
            (400, "100") => text!("error-advice-bad-request"),
            (404, "300") => text!("error-advice-no-address"),
            (404, _) if self.speaker == Speaker::Unclear => text!("error-advice-not-its-word"),
            (404, _) => text!("error-advice-gone"),
            (429, "400") => match self.wanted_wait_s() {
                Some(seconds) => text!("error-advice-quota-wait", seconds = seconds),
                None => text!("error-advice-quota"),
            },
            (429, _) => match self.wanted_wait_s() {
                Some(seconds) => text!("error-advice-rate-wait", seconds = seconds),
                None => text!("error-advice-rate"),
            },
            (413, _) => text!("error-advice-too-large"),
            (409 | 412, _) => text!("error-advice-changed"),
            (300..=399, _) => text!("error-advice-redirect"),
            (500.., _) => text!("error-advice-fault"),
            _ => text!("error-advice-undocumented"),
        }
    }

    /// The seconds that the service asked for, if it did.
    fn wanted_wait_s(&self) -> Option<String> {
        Some(self.retry_after_ms?.div_ceil(1000).to_string())
    }

    fn authentication(&self) -> Text {
        match self.clock_ahead_s {
            Some(ahead) if ahead.abs() > CLOCK_WINDOW_S => {
                let seconds = ahead.abs().to_string();
                let clock = if ahead > 0 {
                    text!("error-advice-clock-ahead", seconds = seconds)
                } else {
                    text!("error-advice-clock-behind", seconds = seconds)
                };
                if self.clock_corrected {
                    text!("error-advice-clock-and-keys", clock = clock)
                } else {
                    clock
                }
            }
            _ if self.encoded => text!("error-advice-encoded"),
            _ => text!("error-advice-keys"),
        }
    }
}
