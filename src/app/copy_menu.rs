//! The list of what can be copied to the clipboard: as things stood when it was opened.

use std::io::{self, Write};
use std::sync::Arc;

use serde_json::Value;

use super::cursor::{Cursor, Step};
use crate::i18n::Text;
use crate::model::device::DeviceName;
use crate::model::mirror::{MirrorId, MirrorReading};
use crate::model::text::SafeText;
use crate::text;

/// Bytes of a text that its preview is made of.
const PREVIEW: usize = 240;

/// One of the halves of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// What was asked of the device.
    Desired,
    /// What it says it is.
    Reported,
}

/// What is copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The name of a device.
    Device(DeviceName),
    /// The name of a mirror.
    Mirror(MirrorId),
    /// The reply of the service.
    Json(MirrorId),
    /// A half of the document.
    Half(MirrorId, Half),
    /// Where in the document a key is.
    Path,
    /// The value that both halves, or the only one, have at a key.
    Value(SafeText),
    /// The value that a half has at a key.
    HalfValue(SafeText, Half),
    /// The command that reads the mirror.
    Command(MirrorId),
}

impl What {
    /// As the list names it.
    #[must_use]
    pub fn label(&self) -> Text {
        match self {
            Self::Device(_) => text!("clipboard-device"),
            Self::Mirror(_) => text!("clipboard-mirror"),
            Self::Json(_) => text!("clipboard-json"),
            Self::Half(_, Half::Desired) => text!("clipboard-desired"),
            Self::Half(_, Half::Reported) => text!("clipboard-reported"),
            Self::Path => text!("clipboard-path"),
            Self::Value(_) => text!("clipboard-value"),
            Self::HalfValue(_, Half::Desired) => text!("clipboard-value-desired"),
            Self::HalfValue(_, Half::Reported) => text!("clipboard-value-reported"),
            Self::Command(_) => text!("clipboard-command"),
        }
    }

    /// As the status line names it.
    #[must_use]
    pub fn said(&self) -> Text {
        match self {
            Self::Device(name) => text!("clipboard-the-device", name = name.shown()),
            Self::Mirror(target) => {
                text!("clipboard-the-mirror", name = target.mirror.shown())
            }
            Self::Json(target) => text!("clipboard-the-json", mirror = target.text()),
            Self::Half(target, Half::Desired) => {
                text!("clipboard-the-desired", mirror = target.text())
            }
            Self::Half(target, Half::Reported) => {
                text!("clipboard-the-reported", mirror = target.text())
            }
            Self::Path => text!("clipboard-the-path"),
            Self::Value(key) => text!("clipboard-the-value", key = key.as_str()),
            Self::HalfValue(key, Half::Desired) => {
                text!("clipboard-the-value-desired", key = key.as_str())
            }
            Self::HalfValue(key, Half::Reported) => {
                text!("clipboard-the-value-reported", key = key.as_str())
            }
            Self::Command(target) => text!("clipboard-the-command", mirror = target.text()),
        }
    }
}

/// Where the text comes from. A document may be large, so it becomes text only when it is chosen.
#[derive(Debug, Clone)]
pub enum Source {
    /// A text.
    Words(String),
    /// The reply as it came.
    Body(Arc<MirrorReading>),
    /// A half of the document, as JSON.
    Half(Arc<MirrorReading>, Half),
    /// The value of a half at a row: a text as it is, anything else as JSON.
    Key(Arc<MirrorReading>, usize, Half),
}

impl Source {
    /// The bytes, exactly as they are to be copied; none where there are more than `most`.
    #[must_use]
    pub fn bytes(&self, most: usize) -> Option<Vec<u8>> {
        let mut out = Bounded::new(most);
        self.write(&mut out).ok()?;
        Some(out.bytes)
    }

    /// The beginning, safe to draw.
    #[must_use]
    pub fn preview(&self) -> SafeText {
        let mut out = Bounded::new(PREVIEW);
        let is_whole = self.write(&mut out).is_ok();
        let text = String::from_utf8_lossy(&out.bytes);
        if is_whole {
            return SafeText::from_text(&text);
        }
        // A character that was cut in two stands at the end, and does not count.
        SafeText::excerpt(&text, text.chars().count().saturating_sub(1))
    }

    fn write(&self, out: &mut Bounded) -> io::Result<()> {
        let json = |out: &mut Bounded, value: &Value| {
            serde_json::to_writer(out, value).map_err(io::Error::from)
        };
        match self {
            Self::Words(words) => out.write_all(words.as_bytes()),
            Self::Body(reading) => out.write_all(&reading.document.body),
            Self::Half(reading, half) => {
                let document = &reading.document;
                let value = match half {
                    Half::Desired => &document.desired,
                    Half::Reported => &document.reported,
                };
                value.as_ref().map_or(Ok(()), |value| json(out, value))
            }
            Self::Key(reading, index, half) => {
                let found = reading.comparison.locate(&reading.document, *index);
                let value = found.and_then(|found| match half {
                    Half::Desired => found.desired,
                    Half::Reported => found.reported,
                });
                match value {
                    Some(Value::String(text)) => out.write_all(text.as_bytes()),
                    Some(value) => json(out, value),
                    None => Ok(()),
                }
            }
        }
    }
}

/// Takes so many bytes and no more.
struct Bounded {
    bytes: Vec<u8>,
    most: usize,
}

impl Bounded {
    fn new(most: usize) -> Self {
        Self {
            bytes: Vec::new(),
            most,
        }
    }
}

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = bytes.len().min(self.most - self.bytes.len());
        self.bytes.extend_from_slice(&bytes[..room]);
        // Nothing taken of something means that there is no room: `write_all` makes it an error.
        Ok(room)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Something that can be copied.
#[derive(Debug, Clone)]
pub struct Offer {
    /// What it is.
    pub what: What,
    /// Its text.
    pub source: Source,
    /// Its beginning, safe to draw.
    pub preview: SafeText,
}

impl Offer {
    /// An offer with the beginning of its text.
    #[must_use]
    pub fn new(what: What, source: Source) -> Self {
        let preview = source.preview();
        Self {
            what,
            source,
            preview,
        }
    }
}

/// The open list; there is at least one offer.
#[derive(Debug, Clone)]
pub struct CopyMenu {
    /// At most nine, as many as there are digits to choose them with.
    pub offers: Vec<Offer>,
    /// The selected one; all of them are in view.
    pub cursor: Cursor,
}

impl CopyMenu {
    /// A list of these offers; none where there is nothing to offer.
    #[must_use]
    pub fn new(offers: Vec<Offer>) -> Option<Self> {
        (!offers.is_empty()).then_some(Self {
            offers,
            cursor: Cursor::default(),
        })
    }

    /// Moves the selection.
    pub fn step(&mut self, step: Step) {
        let length = self.offers.len();
        self.cursor.step(step, length, length);
    }

    /// The selected offer.
    #[must_use]
    pub fn selected(&self) -> Option<&Offer> {
        self.offers.get(self.cursor.at)
    }
}
