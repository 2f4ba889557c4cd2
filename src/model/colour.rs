//! Colours as numbers: how light they are, how well one reads on another, and what comes nearest to
//! them where a terminal has few.

/// The contrast that text needs on its ground.
///
/// Source: WCAG 2.2, success criterion 1.4.3 "Contrast (Minimum)", level AA.
pub const READABLE: f64 = 4.5;

/// Red, green and blue of the sRGB colour space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// A colour as a terminal takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Colour {
    /// The terminal's own ink or ground.
    Default,
    /// Of the terminal's palette: the first 16 are the user's choice, the others are fixed.
    Palette(u8),
    /// Exactly this one.
    Rgb(Rgb),
}

impl Colour {
    /// What it looks like, where that is not the user's choice.
    #[must_use]
    pub fn rgb(self) -> Option<Rgb> {
        match self {
            Self::Rgb(rgb) => Some(rgb),
            Self::Palette(index @ 16..) => Some(fixed(index)),
            Self::Palette(_) | Self::Default => None,
        }
    }
}

/// How many colours the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// None at all.
    None,
    /// The 16 of its palette.
    Few,
    /// 256, of which 240 are fixed.
    Many,
    /// Any.
    All,
}

/// The 16 colours of the palette by name, in their order.
pub const PALETTE: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

/// What the 16 colours of the palette are unless the user has others.
///
/// Source: the defaults of xterm (`XTerm-col.ad`).
const XTERM: [Rgb; 16] = [
    Rgb(0, 0, 0),
    Rgb(205, 0, 0),
    Rgb(0, 205, 0),
    Rgb(205, 205, 0),
    Rgb(0, 0, 238),
    Rgb(205, 0, 205),
    Rgb(0, 205, 205),
    Rgb(229, 229, 229),
    Rgb(127, 127, 127),
    Rgb(255, 0, 0),
    Rgb(0, 255, 0),
    Rgb(255, 255, 0),
    Rgb(92, 92, 255),
    Rgb(255, 0, 255),
    Rgb(0, 255, 255),
    Rgb(255, 255, 255),
];

/// The steps of the cube of 6 by 6 by 6 colours that follow the palette.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

impl Rgb {
    /// Reads `#rrggbb`.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Self(part(0)?, part(2)?, part(4)?))
    }

    /// How light it is: 0 for black, 1 for white.
    ///
    /// Source: WCAG 2.2, definition of "relative luminance".
    #[must_use]
    pub fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// How well one reads on the other: from 1 (the same) to 21 (black and white).
    ///
    /// Source: WCAG 2.2, definition of "contrast ratio".
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// Whether it is a light ground: black reads better on it than white.
    #[must_use]
    pub fn is_light(self) -> bool {
        self.contrast(Self(0, 0, 0)) > self.contrast(Self(255, 255, 255))
    }

    /// The nearest of the 240 fixed colours, the first of equals.
    #[must_use]
    pub fn of_many(self) -> u8 {
        self.of_many_where(|_| true).unwrap_or(16)
    }

    /// The nearest of those of the 240 fixed colours that are good for something.
    #[must_use]
    pub fn of_many_where(self, is_good: impl Fn(u8) -> bool) -> Option<u8> {
        (16..=255)
            .filter(|index| is_good(*index))
            .min_by_key(|index| self.distance(fixed(*index)))
    }

    /// The nearest of the 16 colours of the palette as most terminals have it, the first of equals.
    #[must_use]
    pub fn of_few(self) -> u8 {
        (0..16)
            .min_by_key(|index| self.distance(XTERM[usize::from(*index)]))
            .unwrap_or(0)
    }

    fn distance(self, other: Self) -> u32 {
        let parts = [(self.0, other.0), (self.1, other.1), (self.2, other.2)];
        parts
            .map(|(a, b)| u32::from(a.abs_diff(b)).pow(2))
            .iter()
            .sum()
    }
}

/// What a colour of the palette looks like; the first 16 as most terminals have them.
#[must_use]
pub fn of_palette(index: u8) -> Rgb {
    match index {
        0..16 => XTERM[usize::from(index)],
        _ => fixed(index),
    }
}

/// The colours 16 to 255: a cube, then greys.
fn fixed(index: u8) -> Rgb {
    match index.saturating_sub(16) {
        cube @ 0..216 => {
            let step = |unit: u8| STEPS[usize::from(cube / unit % 6)];
            Rgb(step(36), step(6), step(1))
        }
        grey => {
            let grey = 8 + 10 * (grey - 216);
            Rgb(grey, grey, grey)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Rgb, of_palette};

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let close = |a: f64, b: f64| (a - b).abs() < 0.01;
        assert!(close(Rgb(0, 0, 0).contrast(Rgb(255, 255, 255)), 21.0));
        assert!(close(Rgb(9, 9, 9).contrast(Rgb(9, 9, 9)), 1.0));
        // Well-known: #767676 is the lightest grey that reads on white.
        assert!(close(
            Rgb(0x76, 0x76, 0x76).contrast(Rgb(255, 255, 255)),
            4.54
        ));
        assert!(close(Rgb(255, 0, 0).contrast(Rgb(255, 255, 255)), 4.0));
    }

    #[test]
    fn grounds_are_light_or_dark() {
        for (ground, is_light) in [
            ("#000000", false),
            ("#002b36", false),
            ("#282c34", false),
            ("#ffffff", true),
            ("#fdf6e3", true),
            ("#757575", false),
            ("#808080", true),
        ] {
            assert_eq!(
                Rgb::from_hex(ground).unwrap().is_light(),
                is_light,
                "{ground}"
            );
        }
    }

    #[test]
    fn few_colours_take_the_nearest() {
        for (hex, many, few) in [
            ("#000000", 16, 0),
            ("#ffffff", 231, 15),
            ("#ff0000", 196, 9),
            ("#5f87af", 67, 8),
            ("#121212", 233, 0),
            ("#67cbdc", 80, 6),
            ("#e69f00", 178, 3),
        ] {
            let colour = Rgb::from_hex(hex).unwrap();
            assert_eq!((colour.of_many(), colour.of_few()), (many, few), "{hex}");
        }
        for index in 16..=255 {
            let colour = of_palette(index);
            assert_eq!(of_palette(colour.of_many()), colour, "{index}");
        }
    }

    #[test]
    fn a_colour_is_a_hash_and_six_digits() {
        assert_eq!(Rgb::from_hex("#0aF0ff"), Some(Rgb(10, 240, 255)));
        for wrong in [
            "0af0ff", "#0af", "#0af0fg", "#0af0ff0", "", "#é3456", "#+12345",
        ] {
            assert_eq!(Rgb::from_hex(wrong), None, "{wrong}");
        }
    }
}
