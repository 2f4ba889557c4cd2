//! The line that asks for a file, and the question before one is overwritten.

use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

use super::{clear, field, theme};
use crate::app::prompt::Prompt;
use crate::model::width::{cut, wrap_words_to};
use crate::words;

/// The widest that it gets.
const WIDEST: u16 = 76;
/// Lines for what is wrong.
const PROBLEM: usize = 2;

/// Draws the line in a frame over everything else.
pub fn draw(prompt: &Prompt, frame: &mut Frame<'_>) {
    let screen = frame.area();
    let columns = screen.width.saturating_sub(4).min(WIDEST);
    let height = 6;
    let area = screen.centered(Constraint::Length(columns), Constraint::Length(height));
    clear(frame, area);
    let block = Block::bordered()
        .border_set(border::ROUNDED)
        .border_style(theme::accented())
        .title_top(Line::styled(
            format!("─ {} ", prompt.purpose.title()),
            theme::accented(),
        ));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let line = |nth: u16| Rect {
        x: inner.x + 2,
        y: inner.y + nth,
        width: inner.width.saturating_sub(4),
        height: 1,
    };
    let is_asked = prompt.overwrite.is_some();
    field::draw(&prompt.input, !is_asked, theme::strong(), frame, line(0));
    let room = usize::from(line(0).width);
    let (words, style) = match (&prompt.problem, prompt.busy.is_some()) {
        (Some(problem), _) => (format!("⚠ {problem}"), theme::warned()),
        (None, true) => ("…".to_owned(), theme::quiet()),
        (None, false) => (String::new(), theme::quiet()),
    };
    for (nth, text) in (1..).zip(wrap_words_to(&words, room, PROBLEM)) {
        frame.render_widget(Line::styled(text, style), line(nth));
    }
    let keys = match &prompt.overwrite {
        Some(question) => {
            frame.render_widget(buttons(question.is_chosen), line(2));
            words!("prompt-keys-question")
        }
        None => words!("prompt-keys"),
    };
    frame.render_widget(Line::styled(cut(&keys, room), theme::quiet()), line(3));
}

fn buttons(overwrite: bool) -> Line<'static> {
    let button = |word: String, in_focus: bool| {
        if in_focus {
            Span::styled(format!("[ {word} ]"), theme::selected(true))
        } else {
            Span::raw(format!("  {word}  "))
        }
    };
    Line::from(vec![
        button(words!("prompt-keep"), !overwrite),
        Span::raw("      "),
        button(words!("prompt-overwrite"), overwrite),
    ])
}
