//! The list of what can be copied, each with the beginning of its text.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

use super::{clear, rect, theme};
use crate::app::copy_menu::CopyMenu;
use crate::app::geometry::Size;
use crate::model::width::{cut, width};
use crate::words;

/// Columns before a label: marker, digit and gaps.
const BEFORE: usize = 5;

/// Draws the list over everything else.
pub fn draw(menu: &CopyMenu, size: Size, frame: &mut Frame<'_>) {
    let area = rect(size.copy_area(menu.offers.len()));
    clear(frame, area);
    let title = format!("─ {} ", words!("clipboard-title"));
    let block = Block::bordered()
        .border_set(border::ROUNDED)
        .border_style(theme::accented())
        .title_top(Line::styled(title, theme::accented()));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let labels: Vec<String> = menu
        .offers
        .iter()
        .map(|offer| offer.what.label().to_string())
        .collect();
    let widest = labels.iter().map(|label| width(label)).max().unwrap_or(0);
    let room = usize::from(inner.width);
    let lines = menu.offers.iter().zip(labels).enumerate();
    for (y, (nth, (offer, label))) in (inner.y..inner.bottom()).zip(lines) {
        let is_selected = nth == menu.cursor.at;
        let gap = " ".repeat(widest - width(&label) + 2);
        let preview = cut(
            offer.preview.as_str(),
            room.saturating_sub(BEFORE + widest + 3),
        );
        let rest = room.saturating_sub(BEFORE + widest + 2 + width(&preview));
        let line = Line::from(vec![
            Span::raw(if is_selected { " ▸" } else { "  " }),
            Span::styled(format!("{} ", nth + 1), theme::accented()),
            Span::raw(" "),
            Span::styled(label, theme::strong()),
            Span::raw(gap),
            Span::styled(preview, theme::quiet()),
            Span::raw(" ".repeat(rest)),
        ]);
        let style = if is_selected {
            theme::selected(true)
        } else {
            theme::plain()
        };
        let area = Rect {
            y,
            height: 1,
            ..inner
        };
        frame.render_widget(line.style(style), area);
    }
    let keys = cut(&words!("clipboard-keys"), room.saturating_sub(4));
    let area = Rect {
        x: inner.x + 2,
        y: inner.bottom().saturating_sub(1),
        width: inner.width.saturating_sub(4),
        height: 1,
    };
    frame.render_widget(Line::styled(keys, theme::quiet()), area);
}
