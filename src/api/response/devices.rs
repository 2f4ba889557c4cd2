//! Replies about devices.

use std::collections::HashSet;

use serde_json::Value;

use super::{Asked, accepted, json, unreadable};
use crate::api::wire::WireResponse;
use crate::model::device::{
    Device, DeviceDetail, DeviceName, DevicePage, Identifier, PageInfo, Property,
};
use crate::model::error::ApiError;
use crate::text;

/// A page of the device list, or of a search.
///
/// * `number` - the page that was asked for, taken where the reply does not say.
///
/// # Errors
/// For a refusal, and for what is no list of devices.
pub fn device_page(
    reply: &WireResponse,
    asked: Asked,
    number: u64,
) -> Result<DevicePage, ApiError> {
    let value = accepted(reply, asked, &[])?;
    let rows: &[Value] = match (&value, value.get("content")) {
        (Value::Null, _) | (_, Some(Value::Null)) => &[],
        (Value::Array(rows), _) | (_, Some(Value::Array(rows))) => rows,
        _ => return Err(unreadable(reply, text!("error-cause-no-devices"))),
    };
    let mut page = DevicePage {
        page: page_info(&value, number, rows.len()),
        ..DevicePage::default()
    };
    let mut seen = HashSet::new();
    for row in rows {
        match name_of(row) {
            None => page.unnamed += 1,
            Some(name) if !seen.insert(name.clone()) => {}
            Some(name) => page.devices.push(device(name, row)),
        }
    }
    Ok(page)
}

/// What the reply says of the page: in `page`, or beside `content` as some writers flatten it.
fn page_info(value: &Value, asked: u64, rows: usize) -> Option<PageInfo> {
    let info = value
        .get("page")
        .filter(|page| page.is_object())
        .unwrap_or(value);
    let number = |key: &str| info.get(key).and_then(json::unsigned);
    let rows = u64::try_from(rows).unwrap_or(u64::MAX);
    let size = number("size").unwrap_or(rows);
    let (total_elements, total_pages) = match (number("totalElements"), number("totalPages")) {
        (Some(elements), Some(pages)) => (elements, pages),
        (Some(elements), None) if size > 0 => (elements, elements.div_ceil(size)),
        (None, Some(pages)) => (pages.saturating_mul(size), pages),
        _ => return None,
    };
    Some(PageInfo {
        number: number("number").unwrap_or(asked),
        size,
        total_elements,
        total_pages,
    })
}

fn name_of(row: &Value) -> Option<DeviceName> {
    Identifier::new(row.get("name")?.as_str()?)
}

fn device(name: DeviceName, row: &Value) -> Device {
    Device {
        name,
        description: json::text(row.get("description")),
        modified: json::time_text(row.get("modifyTime")),
        registered: json::time_text(row.get("registerTime")),
    }
}

/// One device. The table of the documentation has `body.name`, its JSON `body.device.name`: either
/// is taken, and the asked name where there is none.
///
/// # Errors
/// For a refusal, and for what is no device.
pub fn device_detail(
    reply: &WireResponse,
    asked: Asked,
    name: &DeviceName,
) -> Result<DeviceDetail, ApiError> {
    let value = accepted(reply, asked, &[])?;
    let row = value
        .get("device")
        .filter(|device| device.is_object())
        .or_else(|| name_of(&value).map(|_| &value))
        .ok_or_else(|| unreadable(reply, text!("error-cause-no-device")))?;
    let properties = value
        .pointer("/deviceProperties/createUpdateList")
        .or_else(|| value.get("deviceProperties"))
        .and_then(Value::as_array)
        .map_or(&[][..], Vec::as_slice);
    Ok(DeviceDetail {
        device: device(name_of(row).unwrap_or_else(|| name.clone()), row),
        properties: properties
            .iter()
            .filter(|property| property.is_object())
            .map(|property| Property {
                key: json::text(property.get("key")),
                value: json::text(property.get("value")),
            })
            .collect(),
    })
}
