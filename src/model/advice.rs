//! What to do about an error, a sentence each. Facts: API reference, sections 4, 8 and 12.

use super::error::{ApiError, CLOCK_WINDOW_S, NoAnswer, NotSent, Refusal, Speaker};
use crate::i18n::Text;

/// What to do where read-only is in the way.
pub const READ_ONLY: &str = "Leave --read-only, MIRRORDECK_READ_ONLY and read_only out to change \
     something.";

/// As [`READ_ONLY`], for state and messages.
#[must_use]
pub fn read_only() -> Text {
    READ_ONLY.into()
}

impl ApiError {
    /// A sentence that tells the user what to do.
    #[must_use]
    pub fn advice(&self) -> String {
        match self {
            Self::NotSent { why, .. } => match why {
                NotSent::Unreachable => "Check the network, the proxy and the address (--api-url).",
                NotSent::NameUnsendable => {
                    "This name cannot be addressed over HTTP; use the console for it."
                }
                NotSent::ReadOnly => READ_ONLY,
                NotSent::Invalid => "Check the address (--api-url) and the access key.",
                NotSent::GivenUp => "Try again when the service has less to do.",
            }
            .to_owned(),
            Self::NoAnswer { why, .. } => match why {
                NoAnswer::TimedOut => "The service is slow or the line is down; r reads again.",
                NoAnswer::Broken => "The connection broke; r reads again.",
                NoAnswer::Crashed => "This is a fault in mirrordeck; its log has the details.",
            }
            .to_owned(),
            Self::Refused(refusal) => refusal.advice(),
            Self::Unreadable { .. } => {
                "Check the address (--api-url) and the proxy; if they are right, use the console for \
                 this one."
                    .to_owned()
            }
        }
    }
}

impl Refusal {
    /// A sentence that tells the user what to do.
    #[must_use]
    pub fn advice(&self) -> String {
        let code = self.code.as_str();
        match (self.status, code) {
            (401 | 403, "210") => permission(),
            _ if self.is_authentication() => self.authentication(),
            (403, _) => permission(),
            (400, "100") => {
                "The gateway could not read the request; if the name has unusual characters, use \
                 the console for it."
                    .to_owned()
            }
            (404, "300") => {
                "The gateway knows no such address: check --api-url; a missing right can look so too."
                    .to_owned()
            }
            (404, _) if self.speaker == Speaker::Unclear => {
                "This 404 is not the service's own word: check --api-url and the proxy.".to_owned()
            }
            (404, _) => "It is not there any more; r reads the list again.".to_owned(),
            (429, "400") => format!(
                "The quota of the account is used up; wait{}, or have it raised in the console.",
                self.wanted_wait().unwrap_or_default()
            ),
            (429, _) => format!(
                "Too many requests; wait{}, then try again.",
                self.wanted_wait().unwrap_or_else(|| " a moment".to_owned())
            ),
            (413, _) => {
                "The request is larger than the gateway takes; use the console for this one."
                    .to_owned()
            }
            (409 | 412, _) => "It changed meanwhile; read it again with r.".to_owned(),
            (300..=399, _) => {
                "A redirect is never followed with signed headers: check --api-url.".to_owned()
            }
            (500.., _) => "The service has a fault of its own; r reads again later.".to_owned(),
            _ => "The service's own codes are not documented; its words are all there is.".to_owned(),
        }
    }

    /// ` 3 s`, as long as the service asked for.
    fn wanted_wait(&self) -> Option<String> {
        Some(format!(" {} s", self.retry_after_ms?.div_ceil(1000)))
    }

    fn authentication(&self) -> String {
        match self.clock_ahead_s {
            Some(ahead) if ahead.abs() > CLOCK_WINDOW_S => {
                let side = if ahead > 0 { "ahead" } else { "behind" };
                let also = if self.clock_corrected {
                    " The service's own time was refused as well, so check the access key and the \
                     secret key too."
                } else {
                    ""
                };
                format!(
                    "This computer's clock is {} s {side}: set it right.{also}",
                    ahead.abs()
                )
            }
            _ if self.encoded => {
                "The name has characters that must be encoded; the gateway may sign them \
                 differently, so the key need not be wrong."
                    .to_owned()
            }
            _ => "Check the access key, the secret key and this computer's clock.".to_owned(),
        }
    }
}

fn permission() -> String {
    "The key is valid but lacks the right: have NCP_CLOUD_IOT_CORE_MANAGER added, or a policy with \
     the mirror's view and change actions."
        .to_owned()
}
