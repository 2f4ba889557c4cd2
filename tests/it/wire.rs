//! Replies as documented, and what the API reference's section 12 wants tolerated: a test for each
//! of its points, named after it.

mod any_reply;
mod documented;
mod envelopes;
mod errors;
mod over_time;
mod requests;
mod successes;

use mirrordeck::api::response::{self, Asked};
use mirrordeck::api::wire::WireResponse;
use mirrordeck::model::delete::DeleteReceipt;
use mirrordeck::model::device::{DeviceDetail, DevicePage};
use mirrordeck::model::error::{ApiError, Refusal};
use mirrordeck::model::mirror::{MirrorDocument, MirrorList, MirrorName};

use crate::support::scripted::{NOW_MS, device, refusal, reply};

/// A request without encoded characters, answered at the fixed moment.
const ASKED: Asked = Asked {
    encoded: false,
    now_ms: NOW_MS.cast_signed(),
    correction_ms: 0,
};

fn ok(body: &str) -> WireResponse {
    reply(200, body)
}

fn page(body: &str) -> Result<DevicePage, ApiError> {
    response::device_page(&ok(body), ASKED, 0)
}

fn detail(body: &str) -> Result<DeviceDetail, ApiError> {
    response::device_detail(&ok(body), ASKED, &device("bulb-01"))
}

fn list(body: &str) -> Result<MirrorList, ApiError> {
    response::mirror_list(&ok(body), ASKED)
}

fn default_mirror(reply: &WireResponse) -> Result<Option<MirrorDocument>, ApiError> {
    response::mirror(reply, ASKED, &MirrorName::Default)
}

fn named_mirror(reply: &WireResponse) -> Result<Option<MirrorDocument>, ApiError> {
    response::mirror(reply, ASKED, &MirrorName::named("schedule").unwrap())
}

/// The document of a named mirror that must be there.
fn document(body: &str) -> MirrorDocument {
    named_mirror(&ok(body)).unwrap().expect(body)
}

fn receipt(reply: &WireResponse) -> Result<DeleteReceipt, ApiError> {
    response::receipt(reply, ASKED)
}

/// How a DELETE was refused.
fn refused(reply: &WireResponse) -> Refusal {
    refusal(receipt(reply))
}

fn is_unreadable<R>(result: &Result<R, ApiError>) -> bool {
    matches!(result, Err(ApiError::Unreadable { .. }))
}

fn raw_names(list: &MirrorList) -> Vec<&str> {
    list.names
        .iter()
        .map(|name| match name {
            MirrorName::Named(name) => name.raw(),
            MirrorName::Default => panic!("the default mirror is never listed"),
        })
        .collect()
}
