//! Where the service is.

use std::fmt;

use url::{Host, Url};

use super::text::SafeText;
use crate::i18n::Text;
use crate::text;

/// The public service (`iot-cloudiotcore`).
pub const PUBLIC_API_URL: &str = "https://cloudiotcore.apigw.ntruss.com/cloudiotcore/v1";

/// A checked base URL: TLS, or plain HTTP to loopback.
#[derive(Clone, PartialEq, Eq)]
pub struct BaseUrl {
    origin: String,
    host: String,
    prefix: String,
    loopback: bool,
}

/// Why a text is no base URL, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BaseUrlError {
    /// Not a URL at all.
    Malformed {
        /// What was given, made safe.
        url: Text,
        /// The parser's words.
        cause: String,
    },
    /// Signed headers would travel in the clear.
    NotEncrypted {
        /// What was given, made safe.
        url: Text,
    },
    /// A query, fragment or user name cannot be part of a base.
    Superfluous {
        /// What was given, made safe; without a password.
        url: Text,
        /// Which part is too much.
        part: Text,
    },
}

impl BaseUrlError {
    /// What is wrong, and what to do.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::Malformed { url, cause } => text!(
                "config-url-malformed",
                url = url,
                cause = cause,
                example = PUBLIC_API_URL
            ),
            Self::NotEncrypted { url } => text!("config-url-not-encrypted", url = url),
            Self::Superfluous { url, part } => {
                text!("config-url-superfluous", url = url, part = part)
            }
        }
    }
}

impl fmt::Display for BaseUrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}

impl std::error::Error for BaseUrlError {}

impl BaseUrl {
    /// Checks a base URL; slashes at its end do not matter.
    ///
    /// # Errors
    /// See [`BaseUrlError`].
    pub fn parse(text: &str) -> Result<Self, BaseUrlError> {
        let text = text.trim();
        // Even a text that is no URL may hold a password in front of an `@`.
        let shown = || {
            if text.contains('@') {
                text!("config-url-hidden")
            } else {
                SafeText::from_text(text).into()
            }
        };
        let url = Url::parse(text).map_err(|error| BaseUrlError::Malformed {
            url: shown(),
            cause: error.to_string(),
        })?;
        if !url.username().is_empty() || url.password().is_some() {
            let part = text!("config-url-user");
            return Err(BaseUrlError::Superfluous { url: shown(), part });
        }
        let parts = [
            (url.query(), text!("config-url-query")),
            (url.fragment(), text!("config-url-fragment")),
        ];
        for (found, part) in parts {
            if found.is_some() {
                return Err(BaseUrlError::Superfluous { url: shown(), part });
            }
        }
        let loopback = match url.host() {
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            Some(Host::Domain(name)) => name == "localhost",
            None => false,
        };
        if !(url.scheme() == "https" || (url.scheme() == "http" && loopback)) {
            return Err(BaseUrlError::NotEncrypted { url: shown() });
        }
        let host = url.host_str().unwrap_or_default();
        let host = url
            .port()
            .map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
        Ok(Self {
            origin: format!("{}://{host}", url.scheme()),
            prefix: url.path().trim_end_matches('/').to_owned(),
            host,
            loopback,
        })
    }

    /// Scheme, host and port, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Host, with the port where it is not the scheme's own. This is what the screen shows.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The path in front of every operation, part of what is signed; without a slash at the end.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Whether requests stay on this computer.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        self.loopback
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.origin, self.prefix)
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BaseUrl({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::{BaseUrl, BaseUrlError, PUBLIC_API_URL};

    #[test]
    fn the_public_service_splits_into_origin_and_prefix() {
        let url = BaseUrl::parse(&format!("{PUBLIC_API_URL}/")).expect("the public URL");
        assert_eq!(url.origin(), "https://cloudiotcore.apigw.ntruss.com");
        assert_eq!(url.host(), "cloudiotcore.apigw.ntruss.com");
        assert_eq!(url.prefix(), "/cloudiotcore/v1");
        assert!(!url.is_loopback());
    }

    #[test]
    fn plain_http_is_for_loopback_only() {
        for url in [
            "http://127.0.0.1:8787/v1",
            "http://[::1]:1",
            "http://localhost/x",
        ] {
            assert!(BaseUrl::parse(url).expect(url).is_loopback());
        }
        for url in [
            "http://cloudiotcore.apigw.ntruss.com",
            "http://10.0.0.1",
            "ftp://localhost",
        ] {
            assert!(
                matches!(BaseUrl::parse(url), Err(BaseUrlError::NotEncrypted { .. })),
                "{url}"
            );
        }
    }

    #[test]
    fn what_does_not_belong_is_named() {
        for (url, part) in [
            ("https://host/a?b", "query"),
            ("https://host/a#b", "fragment"),
            ("https://me:secret@host/", "user name and password"),
        ] {
            let error = BaseUrl::parse(url).expect_err(url).to_string();
            assert!(error.contains(part) && !error.contains("secret"), "{error}");
        }
        for url in ["nonsense", "https://me:secret@ho st/"] {
            let error = BaseUrl::parse(url).expect_err(url);
            assert!(!error.to_string().contains("secret"), "{error}");
            assert!(matches!(error, BaseUrlError::Malformed { .. }));
        }
    }
}
