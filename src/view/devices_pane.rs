//! The devices: name and description, page by page.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::pane::{self, Parts};
use super::{row, theme};
use crate::app::devices::Devices;
use crate::app::state::{AppState, Pane};
use crate::model::device::Device;
use crate::model::width::{cut, cut_middle, width};

/// Draws the devices pane.
pub fn draw(state: &AppState, frame: &mut Frame<'_>, area: Rect) {
    let devices = &state.devices;
    let parts = Parts {
        in_focus: state.focus == Pane::Devices,
        input: pane::filter_line(state, Pane::Devices),
        title: "Devices".to_owned(),
        count: count(devices),
        filter: devices.filter(),
        remark: loaded(devices),
    };
    let inner = pane::frame(&parts, frame, area);
    if devices.is_empty() {
        return pane::say(&instead(devices), frame, inner);
    }
    let in_focus = state.focus == Pane::Devices;
    let columns = usize::from(inner.width);
    for (line, place) in (0..inner.height).zip(devices.cursor.offset..) {
        let Some(device) = devices.get(place) else {
            break;
        };
        let is_selected = place == devices.cursor.at;
        let row = Rect {
            y: inner.y + line,
            height: 1,
            ..inner
        };
        let style = if is_selected {
            theme::selected(in_focus)
        } else {
            theme::PLAIN
        };
        let line = device_row(device, is_selected, columns).style(style);
        row::draw(&line, frame, row);
    }
    let length = match devices.total {
        Some(total) if devices.filter().is_empty() => usize::try_from(total).unwrap_or(usize::MAX),
        _ => devices.len(),
    };
    pane::scrollbar(
        length,
        devices.cursor.offset,
        frame,
        inner,
        theme::border(in_focus),
    );
}

fn device_row(device: &Device, is_selected: bool, columns: usize) -> Line<'static> {
    let marker = if is_selected { "▸ " } else { "  " };
    let names = (columns / 2).clamp(14, 40);
    let name = cut_middle(device.name.shown(), names);
    let gap = " ".repeat((names + 1).saturating_sub(width(&name)));
    let warning = if device.name.is_escaped() { "⚠ " } else { "" };
    let rest = columns.saturating_sub(names + 3 + width(warning));
    Line::from(vec![
        Span::raw(marker),
        Span::raw(name),
        Span::raw(gap),
        Span::styled(warning, theme::WARNED),
        Span::styled(cut(device.description.as_str(), rest), theme::QUIET),
    ])
}

fn count(devices: &Devices) -> String {
    let reading = if devices.load.slow { "… " } else { "" };
    let at = if devices.is_empty() {
        0
    } else {
        devices.cursor.at + 1
    };
    match (devices.filter().is_empty(), devices.total) {
        (false, _) => format!("{reading}{at} of {} found", devices.len()),
        (true, Some(total)) => format!("{reading}{at} of {total}"),
        (true, None) if devices.is_empty() => reading.trim_end().to_owned(),
        (true, None) => format!("{reading}{at} of {}+", devices.loaded()),
    }
}

/// How much of the fleet the filter has looked at, where that is not all.
fn loaded(devices: &Devices) -> String {
    let all = devices
        .total
        .is_some_and(|total| total <= devices.loaded() as u64);
    if all {
        String::new()
    } else {
        format!("in {} loaded", devices.loaded())
    }
}

fn instead(devices: &Devices) -> Vec<(Style, String)> {
    if let Some(error) = &devices.load.problem {
        return pane::failure("Could not read the devices", error);
    }
    if devices.loaded() > 0 {
        let words = format!("No device that is loaded contains “{}”.", devices.filter());
        let words = crate::model::text::escape_text(&words).into_owned();
        let mut lines = vec![
            (theme::PLAIN, words),
            (theme::QUIET, "Esc clears the filter".to_owned()),
        ];
        if devices.next_page.is_some() {
            lines.push((theme::QUIET, "End reads more devices".to_owned()));
        }
        return lines;
    }
    if devices.load.value.is_none() {
        let words = if devices.load.slow {
            "… reading the devices"
        } else {
            ""
        };
        return vec![(theme::QUIET, words.to_owned())];
    }
    let mut lines = vec![
        (theme::STRONG, "No virtual devices in this account.".to_owned()),
        (theme::PLAIN, String::new()),
        (theme::PLAIN, "They are made in the console: Services > Internet of Things > Cloud IoT Core > Virtual Devices.".to_owned()),
        (theme::QUIET, "r reads again".to_owned()),
    ];
    if devices.unnamed > 0 {
        let words = format!("⚠ {} rows came without a usable name", devices.unnamed);
        lines.push((theme::WARNED, words));
    }
    lines
}
