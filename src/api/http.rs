//! The transport over HTTPS, and the only file that names reqwest.

use std::error::Error;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Client, ClientBuilder, Request, Response, Url};
use tokio::sync::OnceCell;
use url::Position;

use super::transport::{Transport, TransportError};
use super::wire::{
    ACCESS_KEY_HEADER, MAX_BODY_BYTES, Method, SIGNATURE_HEADER, WireRequest, WireResponse,
};
use crate::i18n::Text;
use crate::model::base_url::BaseUrl;
use crate::model::text::{SafeText, escape_text};
use crate::text;

/// How long a connection is kept for the next request: servers close idle ones, and a request on a
/// closed one ends without an answer.
const IDLE: Duration = Duration::from_secs(20);

/// How long the transport waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeLimits {
    /// For a connection, name look-up and TLS included.
    pub connect: Duration,
    /// For the whole request, from connecting to the last byte of the reply.
    pub request: Duration,
}

impl Default for TimeLimits {
    /// 5 s and 20 s.
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            request: Duration::from_secs(20),
        }
    }
}

/// Why there is no transport.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HttpSetupError {
    /// No time to connect: every request would fail.
    NoTimeToConnect,
    /// No time for a request: every one would fail.
    NoTimeForRequest,
}

impl HttpSetupError {
    /// What is wrong.
    #[must_use]
    pub fn text(self) -> Text {
        match self {
            Self::NoTimeToConnect => text!("error-no-time-to-connect"),
            Self::NoTimeForRequest => text!("error-no-time-for-request"),
        }
    }
}

impl fmt::Display for HttpSetupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}

impl Error for HttpSetupError {}

/// Sends to one origin; clones share its connections.
#[derive(Clone)]
pub struct HttpTransport(Arc<Inner>);

struct Inner {
    origin: String,
    setup: Setup,
    client: OnceCell<Client>,
}

#[derive(Clone, Copy)]
struct Setup {
    limits: TimeLimits,
    encrypted: bool,
    loopback: bool,
}

impl HttpTransport {
    /// Prepares a transport. The certificates are read with the first request, as that takes some
    /// 50 ms which the first frame must not wait for.
    ///
    /// # Errors
    /// For a time limit of zero.
    pub fn new(base: &BaseUrl, limits: TimeLimits) -> Result<Self, HttpSetupError> {
        for (limit, error) in [
            (limits.connect, HttpSetupError::NoTimeToConnect),
            (limits.request, HttpSetupError::NoTimeForRequest),
        ] {
            if limit.is_zero() {
                return Err(error);
            }
        }
        Ok(Self(Arc::new(Inner {
            origin: base.origin().to_owned(),
            setup: Setup {
                limits,
                encrypted: base.origin().starts_with("https:"),
                loopback: base.is_loopback(),
            },
            client: OnceCell::new(),
        })))
    }

    async fn client(&self) -> Result<&Client, TransportError> {
        let setup = self.0.setup;
        let build = || async move {
            tokio::task::spawn_blocking(move || setup.client())
                .await
                .map_err(|crash| not_connected(&crash))?
                .map_err(|error| not_connected(&error))
        };
        self.0.client.get_or_try_init(build).await
    }

    fn request(&self, request: WireRequest) -> Result<Request, TransportError> {
        let url = format!("{}{}", self.0.origin, request.path_and_query);
        let url = Url::parse(&url)
            .map_err(|error| unsendable(SafeText::from_text(&error.to_string()).into()))?;
        let sent = &url[Position::BeforePath..Position::AfterQuery];
        if sent != request.path_and_query {
            return Err(unsendable(text!(
                "error-cause-path-changed",
                path = &*escape_text(sent)
            )));
        }
        let method = match request.method {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            Method::Delete => reqwest::Method::DELETE,
        };
        let mut wire = Request::new(method, url);
        for (name, value) in request.headers {
            let mut value = HeaderValue::try_from(value)
                .map_err(|_| unsendable(text!("error-cause-header", header = name)))?;
            value.set_sensitive(matches!(name, ACCESS_KEY_HEADER | SIGNATURE_HEADER));
            wire.headers_mut()
                .insert(HeaderName::from_static(name), value);
        }
        *wire.body_mut() = request.body.map(Into::into);
        Ok(wire)
    }

    fn failed(&self, error: &reqwest::Error) -> TransportError {
        if error.is_connect() {
            not_connected(error)
        } else if error.is_builder() {
            unsendable(SafeText::from_text(&root_cause(error)).into())
        } else if error.is_timeout() {
            let limit = self.0.setup.limits.request.as_millis();
            TransportError::TimedOut {
                limit_ms: u64::try_from(limit).unwrap_or(u64::MAX),
            }
        } else {
            TransportError::Broken {
                cause: root_cause(error),
            }
        }
    }

    /// Reads the body up to the limit, whatever its declared length.
    async fn read(&self, mut reply: Response) -> Result<WireResponse, TransportError> {
        let status = reply.status().as_u16();
        let too_long = TransportError::TooLong {
            status,
            limit_bytes: MAX_BODY_BYTES,
        };
        let limit = u64::try_from(MAX_BODY_BYTES).unwrap_or(u64::MAX);
        if reply.content_length().is_some_and(|bytes| bytes > limit) {
            return Err(too_long);
        }
        let mut body = Vec::new();
        while let Some(chunk) = reply.chunk().await.map_err(|error| self.failed(&error))? {
            if body.len() + chunk.len() > MAX_BODY_BYTES {
                return Err(too_long);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(WireResponse {
            status,
            headers: text_headers(reply.headers()),
            body,
        })
    }
}

impl Transport for HttpTransport {
    async fn send(&self, request: WireRequest) -> Result<WireResponse, TransportError> {
        let request = self.request(request)?;
        let client = self.client().await?;
        let reply = client.execute(request).await;
        self.read(reply.map_err(|error| self.failed(&error))?).await
    }
}

impl Setup {
    /// Platform certificates come first, as companies add those of their proxies there; a machine
    /// without any gets Mozilla's.
    fn client(self) -> Result<Client, reqwest::Error> {
        // An error says that a provider is there already, which serves as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        if !self.encrypted {
            return self.builder().tls_certs_only([]).build();
        }
        match self.builder().build() {
            Ok(client) => {
                tracing::info!("certificates: the platform's");
                Ok(client)
            }
            Err(error) => {
                let cause = root_cause(&error);
                tracing::info!(%cause, "certificates: the built-in ones");
                self.with_built_in_certificates()
            }
        }
    }

    fn with_built_in_certificates(self) -> Result<Client, reqwest::Error> {
        let certificates = webpki_root_certs::TLS_SERVER_ROOT_CERTS
            .iter()
            .map(|certificate| reqwest::Certificate::from_der(certificate))
            .collect::<Result<Vec<_>, _>>()?;
        self.builder().tls_certs_only(certificates).build()
    }

    /// Nothing is followed, repeated or added behind the signature's back.
    fn builder(self) -> ClientBuilder {
        let builder = Client::builder()
            .user_agent(concat!("mirrordeck/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(self.limits.connect)
            .timeout(self.limits.request)
            .pool_idle_timeout(IDLE)
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false);
        if self.loopback {
            builder.no_proxy()
        } else {
            builder
        }
    }
}

fn text_headers(headers: &HeaderMap) -> Vec<(String, String)> {
    headers
        .iter()
        .filter_map(|(name, value)| Some((name.to_string(), value.to_str().ok()?.to_owned())))
        .collect()
}

fn not_connected(error: &(dyn Error + 'static)) -> TransportError {
    TransportError::NotConnected {
        cause: root_cause(error),
    }
}

fn unsendable(cause: Text) -> TransportError {
    TransportError::Unsendable { cause }
}

/// The words of the innermost errors, two at most: the outer ones repeat the URL and say less, and
/// the HTTP library's own `client error (SendRequest)` says nothing to a user.
fn root_cause(error: &(dyn Error + 'static)) -> String {
    let mut words = vec![error.to_string()];
    let mut source = error.source();
    while let Some(error) = source {
        words.push(error.to_string());
        source = error.source();
    }
    if words.len() > 1 {
        words.retain(|words| !words.starts_with("client error ("));
    }
    let outermost = usize::from(words.len() > 1);
    match &words[outermost.max(words.len().saturating_sub(2))..] {
        [outer, inner] if outer.contains(inner.as_str()) => outer.clone(),
        words => words.join(": "),
    }
}

#[cfg(test)]
mod tests {
    use super::{Setup, TimeLimits};

    #[test]
    fn a_machine_without_certificates_has_the_built_in_ones() {
        let setup = Setup {
            limits: TimeLimits::default(),
            encrypted: true,
            loopback: false,
        };
        setup.client().expect("installs the provider");
        setup
            .with_built_in_certificates()
            .expect("readable certificates");
    }
}
