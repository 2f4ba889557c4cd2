//! Events of the terminal to messages.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use crate::app::geometry::Size;
use crate::app::key::{Haste, Key};
use crate::app::message::Message;
use crate::app::mouse::{Mouse, MouseKind};

/// What an event of the terminal means; nothing for a key release or another button
/// of the mouse than the left one.
#[must_use]
pub fn message_of(event: Event) -> Option<Message> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Press => Some(Message::Pressed(key_of(key))),
        Event::Key(key) if key.kind == KeyEventKind::Repeat => {
            Some(Message::Hasty(key_of(key), Haste::Held))
        }
        Event::Paste(text) => Some(Message::Pasted(text.into())),
        Event::Resize(columns, rows) => Some(Message::Resized(Size { columns, rows })),
        Event::Mouse(mouse) => mouse_of(mouse).map(Message::Mouse),
        Event::FocusGained => Some(Message::Focused(true)),
        Event::FocusLost => Some(Message::Focused(false)),
        Event::Key(_) => None,
    }
}

fn mouse_of(event: MouseEvent) -> Option<Mouse> {
    let kind = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseKind::Press,
        MouseEventKind::Drag(MouseButton::Left) => MouseKind::Drag,
        MouseEventKind::Up(MouseButton::Left) => MouseKind::Release,
        MouseEventKind::ScrollUp => MouseKind::WheelUp,
        MouseEventKind::ScrollDown => MouseKind::WheelDown,
        _ => return None,
    };
    let (column, row) = (event.column, event.row);
    Some(Mouse { kind, column, row })
}

fn key_of(event: KeyEvent) -> Key {
    let held = event.modifiers.difference(KeyModifiers::SHIFT);
    match event.code {
        KeyCode::Char(c) if held == KeyModifiers::CONTROL => Key::Ctrl(c.to_ascii_lowercase()),
        _ if !held.is_empty() => Key::Other,
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Key::BackTab,
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::Delete => Key::Delete,
        KeyCode::Backspace => Key::Backspace,
        _ => Key::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Haste, Key, Message, Mouse, MouseKind, message_of};
    use crossterm::event::{
        Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent,
        MouseEventKind,
    };

    fn pressed(code: KeyCode, modifiers: KeyModifiers) -> Option<Message> {
        message_of(Event::Key(KeyEvent::new(code, modifiers)))
    }

    #[test]
    fn a_release_is_not_a_press_nor_is_a_repeat() {
        let mut event = KeyEvent::new(KeyCode::Char('d'), KeyModifiers::NONE);
        event.kind = KeyEventKind::Release;
        assert_eq!(message_of(Event::Key(event)), None);
        event.kind = KeyEventKind::Repeat;
        assert_eq!(
            message_of(Event::Key(event)),
            Some(Message::Hasty(Key::Char('d'), Haste::Held))
        );
    }

    #[test]
    fn only_the_left_button_and_the_wheel_mean_something() {
        let event = |kind| {
            message_of(Event::Mouse(MouseEvent {
                kind,
                column: 4,
                row: 2,
                modifiers: KeyModifiers::NONE,
            }))
        };
        let (column, row) = (4, 2);
        let kind = MouseKind::Press;
        let pressed = Some(Message::Mouse(Mouse { kind, column, row }));
        assert_eq!(event(MouseEventKind::Down(MouseButton::Left)), pressed);
        assert_eq!(event(MouseEventKind::Down(MouseButton::Right)), None);
        assert_eq!(event(MouseEventKind::Moved), None);
        assert_eq!(event(MouseEventKind::ScrollLeft), None);
    }

    #[test]
    fn modifiers_make_another_key() {
        for (code, modifiers, key) in [
            (KeyCode::Char('C'), KeyModifiers::CONTROL, Key::Ctrl('c')),
            (KeyCode::Char('G'), KeyModifiers::SHIFT, Key::Char('G')),
            (KeyCode::Char('d'), KeyModifiers::ALT, Key::Other),
            (KeyCode::Enter, KeyModifiers::CONTROL, Key::Other),
            (KeyCode::BackTab, KeyModifiers::SHIFT, Key::BackTab),
            (
                KeyCode::Char('\u{c728}'),
                KeyModifiers::NONE,
                Key::Char('\u{c728}'),
            ),
        ] {
            assert_eq!(pressed(code, modifiers), Some(Message::Pressed(key)));
        }
    }
}
