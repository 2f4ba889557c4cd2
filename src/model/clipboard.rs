//! The clipboard of the terminal, which a program reaches by an escape sequence (OSC 52) through
//! whatever lies between: nothing, tmux, or GNU screen.

/// Bytes that are copied at most. The sequence then has 100,000 bytes, the limit of hterm and what its
/// `osc52.sh` sends at most; others take more, but none says how much.
///
/// Source: `hterm/etc/osc52.sh` of chromium's libapps.
pub const MOST_BYTES: usize = 74_994;

/// How the clipboard is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clipboard {
    /// The terminal reads what the program writes.
    #[default]
    Direct,
    /// tmux reads it.
    Tmux,
    /// GNU screen reads it.
    Screen,
    /// The terminal has none, and would show the sequence or choke on it.
    Missing,
}

impl Clipboard {
    /// What the environment says of the terminal. tmux sets `TMUX`, screen `STY`; on the far side of an
    /// ssh there is only `TERM`, and `screen` is the name that both have used, but what is meant for
    /// screen does no harm in tmux, while screen shows what is too long for it.
    ///
    /// * `variable` - the environment, by name.
    #[must_use]
    pub fn of(variable: &dyn Fn(&str) -> Option<String>) -> Self {
        let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
        let term = variable("TERM").unwrap_or_default();
        match &*term {
            _ if is_set("TMUX") => Self::Tmux,
            _ if is_set("STY") => Self::Screen,
            "dumb" | "linux" => Self::Missing,
            _ if term.starts_with("tmux") => Self::Tmux,
            _ if term.starts_with("screen") => Self::Screen,
            _ => Self::Direct,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Clipboard;

    #[test]
    fn the_environment_tells_what_lies_between() {
        for (set, wanted) in [
            (&[("TERM", "xterm-256color")][..], Clipboard::Direct),
            (&[], Clipboard::Direct),
            (
                &[("TERM", "screen"), ("TMUX", "/tmp/x,1,0")],
                Clipboard::Tmux,
            ),
            (&[("TERM", "tmux-256color")], Clipboard::Tmux),
            (&[("TERM", "screen-256color")], Clipboard::Screen),
            (&[("TERM", "xterm"), ("STY", "1.pts")], Clipboard::Screen),
            (&[("TERM", "xterm"), ("STY", "")], Clipboard::Direct),
            (&[("TERM", "linux")], Clipboard::Missing),
            (&[("TERM", "dumb")], Clipboard::Missing),
            (&[("TERM", "linux"), ("TMUX", "x")], Clipboard::Tmux),
        ] {
            let variable = |name: &str| {
                let found = set.iter().find(|(key, _)| *key == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(Clipboard::of(&variable), wanted, "{set:?}");
        }
    }
}
