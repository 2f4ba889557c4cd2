//! How the program looks: which colour each role has on this terminal. Plain data, which the state
//! carries and the view draws with.

use super::colour::{Colour, Depth, READABLE, Rgb};

macro_rules! roles {
    ($($(#[doc = $doc:literal])+ $role:ident $name:literal $palette:expr,)*) => {
        /// What a colour is for. What else tells a role apart (bold, underlined, reversed) is the same
        /// in every theme, so that nothing hangs on colour alone.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Role { $($(#[doc = $doc])+ $role),* }

        impl Role {
            /// Every role with the name that theme files call it by.
            pub const ALL: [(&'static str, Self); [$($name),*].len()] =
                [$(($name, Self::$role)),*];

            /// Its colour of the terminal's own palette, in the theme `terminal`.
            const PALETTE: [Option<u8>; Self::ALL.len()] = [$($palette),*];
        }
    };
}

const RED: Option<u8> = Some(1);
const GREEN: Option<u8> = Some(2);
const YELLOW: Option<u8> = Some(3);
const BLUE: Option<u8> = Some(4);
const MAGENTA: Option<u8> = Some(5);
const CYAN: Option<u8> = Some(6);
const WHITE: Option<u8> = Some(7);

roles! {
    /// The ground of everything.
    Ground "ground" None,
    /// The ground of the selected row in the pane in focus.
    Selection "selection" None,
    /// The ground of the selected row elsewhere.
    SelectionAway "selection-away" None,
    /// Letters on a block of colour: the account's label, the button in focus.
    OnBlock "on-block" None,
    /// Ordinary text.
    Plain "plain" None,
    /// What is of second rank.
    Quiet "quiet" None,
    /// Titles and what counts.
    Strong "strong" None,
    /// The one accent: keys.
    Accent "accent" CYAN,
    /// Look here.
    Warning "warning" YELLOW,
    /// *Delete* and what it led to.
    Danger "danger" RED,
    /// What went well.
    Good "good" GREEN,
    /// What differs between desired and reported.
    Differing "differing" YELLOW,
    /// A difference that is old: desired long ago, never reported since.
    OldDrift "old-drift" RED,
    /// What changed while it was watched.
    Changed "changed" GREEN,
    /// Letters that are looked for.
    Matched "matched" CYAN,
    /// The default mirror.
    DefaultMirror "default-mirror" CYAN,
    /// The lines of a frame: no letters, so that they may recede.
    Frame "frame" None,
    /// Title of a pane.
    Border "border" None,
    /// Frame and title of the pane in focus.
    BorderInFocus "border-in-focus" CYAN,
    /// Keys of a JSON object.
    JsonKey "json-key" CYAN,
    /// Strings of a JSON document.
    JsonString "json-string" GREEN,
    /// Numbers of a JSON document.
    JsonNumber "json-number" YELLOW,
    /// `true`, `false` and `null`.
    JsonWord "json-word" MAGENTA,
    /// Brackets, colons and commas.
    JsonPunctuation "json-punctuation" None,
    /// The label of an account that has no colour.
    Label "label" None,
    /// The label of an account that is red.
    LabelRed "label-red" RED,
    /// The label of an account that is yellow.
    LabelYellow "label-yellow" YELLOW,
    /// The label of an account that is green.
    LabelGreen "label-green" GREEN,
    /// The label of an account that is blue.
    LabelBlue "label-blue" BLUE,
    /// The label of an account that is magenta.
    LabelMagenta "label-magenta" MAGENTA,
    /// The label of an account that is cyan.
    LabelCyan "label-cyan" CYAN,
    /// The label of an account that is white.
    LabelWhite "label-white" WHITE,
}

/// How many roles there are.
const ROLES: usize = Role::ALL.len();

impl Role {
    /// What it has to read well on; for a block, the letters that stand on it.
    #[must_use]
    pub fn grounds(self) -> &'static [Self] {
        match self {
            Self::Ground | Self::Selection | Self::SelectionAway | Self::OnBlock | Self::Frame => {
                &[]
            }
            // Buttons too are blocks while they have the focus.
            Self::Plain | Self::Quiet | Self::Danger => &[
                Self::Ground,
                Self::Selection,
                Self::SelectionAway,
                Self::OnBlock,
            ],
            _ if self.is_block() => &[Self::OnBlock],
            _ => &[Self::Ground, Self::Selection, Self::SelectionAway],
        }
    }

    /// Whether it is a block of colour, with the letters of [`Role::OnBlock`] on it.
    #[must_use]
    pub fn is_block(self) -> bool {
        self as usize >= Self::Label as usize
    }

    /// Whether its letters stand on the ground of everything.
    #[must_use]
    pub fn is_ink(self) -> bool {
        self.grounds().contains(&Self::Ground)
    }
}

/// What a theme says of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tone {
    /// Where the terminal has many colours.
    pub rich: Colour,
    /// Where it has 16; left out, the nearest.
    pub few: Option<Colour>,
}

impl Tone {
    /// The terminal's own ink or ground.
    pub const OWN: Self = Self {
        rich: Colour::Default,
        few: None,
    };

    /// The colour on a terminal that has so many.
    #[must_use]
    pub fn at(self, depth: Depth) -> Colour {
        match (depth, self.rich) {
            (Depth::None, _) => Colour::Default,
            (Depth::Many, Colour::Rgb(rgb)) => Colour::Palette(rgb.of_many()),
            (Depth::All | Depth::Many, rich) => rich,
            (Depth::Few, rich) => self.few.unwrap_or(match rich {
                Colour::Rgb(rgb) => Colour::Palette(rgb.of_few()),
                Colour::Palette(index) if index > 15 => {
                    Colour::Palette(super::colour::of_palette(index).of_few())
                }
                rich => rich,
            }),
        }
    }
}

/// A theme: what each role looks like on any terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    tones: [Tone; ROLES],
}

impl Theme {
    /// The terminal's own palette, which suits its ground.
    #[must_use]
    pub fn terminal() -> Self {
        let tone = |palette: Option<u8>| Tone {
            rich: palette.map_or(Colour::Default, Colour::Palette),
            few: None,
        };
        Self {
            tones: Role::PALETTE.map(tone),
        }
    }

    /// What it says of a role.
    #[must_use]
    pub fn tone(&self, role: Role) -> Tone {
        self.tones[role as usize]
    }

    /// Says something else of a role.
    pub fn set(&mut self, role: Role, tone: Tone) {
        self.tones[role as usize] = tone;
    }

    /// How it looks on a terminal that has so many colours, on its own ground.
    #[must_use]
    pub fn look(&self, depth: Depth) -> Look {
        let mut look = Look {
            colours: self.tones.map(|tone| tone.at(depth)),
            in_ascii: false,
        };
        if depth == Depth::Many {
            look.mend(self);
        }
        look
    }

    /// How it looks on the ground that the terminal has. Where all of it reads well there, that
    /// ground stays; where it does not, or the ground is not known to be this one exactly, it brings
    /// its own.
    #[must_use]
    pub fn look_on(&self, ground: Rgb, depth: Depth) -> Look {
        let mut look = self.look(depth);
        let reads_well =
            |role: Role| !role.is_ink() || reads(look.colour(role), Colour::Rgb(ground));
        let stands_out = contrast(look.colour(Role::Selection), Colour::Rgb(ground))
            .is_none_or(|contrast| contrast >= STANDS_OUT);
        if stands_out && Role::ALL.iter().all(|(_, role)| reads_well(*role)) {
            look = look.on_own_ground();
        }
        look
    }
}

/// The least contrast of the selected row's ground with that of the others, so that it is seen.
pub const STANDS_OUT: f64 = 1.2;

/// The contrast of two colours; none where one of them is the user's own.
fn contrast(ink: Colour, ground: Colour) -> Option<f64> {
    Some(ink.rgb()?.contrast(ground.rgb()?))
}

fn reads(ink: Colour, ground: Colour) -> bool {
    contrast(ink, ground).is_none_or(|contrast| contrast >= READABLE)
}

/// The colour of each role on this terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    colours: [Colour; ROLES],
    /// Whether signs and frames have their ASCII forms.
    pub in_ascii: bool,
}

impl Default for Look {
    /// The terminal's own palette.
    fn default() -> Self {
        Theme::terminal().look(Depth::Few)
    }
}

impl Look {
    /// The colour of a role.
    #[must_use]
    pub fn colour(&self, role: Role) -> Colour {
        self.colours[role as usize]
    }

    /// What came nearest may not read well any more where the exact colour did: then it takes the
    /// nearest that does.
    fn mend(&mut self, theme: &Theme) {
        for (_, role) in Role::ALL {
            let (Colour::Palette(index), Colour::Rgb(exact)) =
                (self.colour(role), theme.tone(role).rich)
            else {
                continue;
            };
            let grounds = role.grounds().iter().copied();
            let fits = |index| {
                let ground = |ground| reads(Colour::Palette(index), self.colour(ground));
                grounds.clone().all(ground)
            };
            let did = |ground| reads(Colour::Rgb(exact), theme.tone(ground).rich);
            if !fits(index)
                && grounds.clone().all(did)
                && let Some(index) = exact.of_many_where(fits)
            {
                self.colours[role as usize] = Colour::Palette(index);
            }
        }
    }

    /// The same, with or without signs that are not ASCII.
    #[must_use]
    pub fn with_ascii(mut self, in_ascii: bool) -> Self {
        self.in_ascii = in_ascii;
        self
    }

    /// The same on the terminal's own ground, which is known to suit it.
    #[must_use]
    pub fn on_own_ground(mut self) -> Self {
        self.colours[Role::Ground as usize] = Colour::Default;
        self
    }

    /// No colours at all.
    #[must_use]
    pub fn colourless() -> Self {
        Theme::terminal().look(Depth::None)
    }
}

#[cfg(test)]
mod tests {
    use super::{Look, Role, Theme, Tone};
    use crate::model::colour::{Colour, Depth, Rgb};

    #[test]
    fn a_tone_suits_the_terminal() {
        let exact = Colour::Rgb(Rgb(0x67, 0xcb, 0xdc));
        let tone = Tone {
            rich: exact,
            few: Some(Colour::Default),
        };
        assert_eq!(tone.at(Depth::All), exact);
        assert_eq!(tone.at(Depth::Many), Colour::Palette(80));
        assert_eq!(tone.at(Depth::Few), Colour::Default);
        assert_eq!(tone.at(Depth::None), Colour::Default);
        let nearest = Tone { few: None, ..tone };
        assert_eq!(nearest.at(Depth::Few), Colour::Palette(6));
        let fixed = Tone {
            rich: Colour::Palette(196),
            few: None,
        };
        assert_eq!(fixed.at(Depth::All), Colour::Palette(196));
        assert_eq!(fixed.at(Depth::Few), Colour::Palette(9));
        assert_eq!(Tone::OWN.at(Depth::All), Colour::Default);
    }

    #[test]
    fn a_ground_stays_where_all_reads_well_on_it() {
        let mut theme = Theme::terminal();
        let tone = |rgb| Tone {
            rich: Colour::Rgb(rgb),
            few: None,
        };
        theme.set(Role::Ground, tone(Rgb(0, 0, 0)));
        theme.set(Role::Selection, tone(Rgb(40, 50, 70)));
        theme.set(Role::Plain, tone(Rgb(200, 200, 200)));
        let ground = |rgb| theme.look_on(rgb, Depth::All).colour(Role::Ground);
        assert_eq!(ground(Rgb(10, 12, 14)), Colour::Default);
        let own = Colour::Rgb(Rgb(0, 0, 0));
        assert_eq!(ground(Rgb(120, 120, 120)), own, "little contrast");
        assert_eq!(ground(Rgb(42, 50, 68)), own, "the selection is not seen");
        let kept = theme.look(Depth::All).on_own_ground();
        assert_eq!(kept.colour(Role::Ground), Colour::Default);
    }

    #[test]
    fn without_colours_no_role_has_one() {
        for (name, role) in Role::ALL {
            assert_eq!(Look::colourless().colour(role), Colour::Default, "{name}");
        }
        assert_eq!(Look::default().colour(Role::Danger), Colour::Palette(1));
    }
}
