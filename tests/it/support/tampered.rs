//! The embedded service with somebody in between who changes its replies.

use std::sync::Arc;

use mirrordeck::api::transport::{Transport, TransportError};
use mirrordeck::api::wire::{WireRequest, WireResponse};
use mirrordeck::sim::service::Settings;
use mirrordeck::sim::transport::SimTransport;
use serde_json::Value;

use super::stage::Stage;

/// Passes requests on and changes replies.
#[derive(Clone)]
pub struct Tampered {
    service: SimTransport,
    tamper: Arc<Tamper>,
}

/// Changes the reply to a request of this path and query.
type Tamper = dyn Fn(&str, &mut WireResponse) + Send + Sync;

impl Transport for Tampered {
    async fn send(&self, request: WireRequest) -> Result<WireResponse, TransportError> {
        let path = request.path_and_query.clone();
        let mut reply = self.service.send(request).await?;
        (self.tamper)(&path, &mut reply);
        Ok(reply)
    }
}

/// A stage of 100 x 30 whose replies are changed, everything read that is read by itself. `tamper`
/// gets path and query of the request.
pub fn stage(tamper: impl Fn(&str, &mut WireResponse) + Send + Sync + 'static) -> Stage {
    let tamper = Arc::new(tamper);
    let way = |service| Tampered { service, tamper };
    let mut stage = Stage::begin_through(100, 30, Settings::default(), way);
    stage.settle();
    stage
}

/// Whether a request is for the list of devices, and for which page of it.
pub fn page_of(path: &str) -> Option<u64> {
    let (_, query) = path.split_once("/devices?")?;
    let page = query.split('&').find_map(|part| part.strip_prefix("page="));
    page?.parse().ok()
}

/// Whether a request is for the names of a device's mirrors.
pub fn is_list(path: &str) -> bool {
    path.contains("/ListNamedMirrorForDevice/")
}

/// Whether a request is for a mirror.
pub fn is_mirror(path: &str) -> bool {
    path.contains("/devices/") && path.split('?').next().unwrap().ends_with("/mirror")
}

/// Answers with this JSON.
pub fn say(reply: &mut WireResponse, body: &Value) {
    say_bytes(reply, body.to_string());
}

/// Answers with these bytes.
pub fn say_bytes(reply: &mut WireResponse, body: impl Into<Vec<u8>>) {
    reply.status = 200;
    reply.body = body.into();
}

/// Answers with a page of the list of devices, as the service would.
pub fn say_page(reply: &mut WireResponse, content: &Value, page: &Value) {
    let body = serde_json::json!({ "content": content, "page": page });
    say(
        reply,
        &serde_json::json!({ "status": "SUCCESS", "body": body }),
    );
}
