//! What a terminal may get from a stranger.

/// Whether a terminal may get this character from a stranger.
pub fn is_tame(c: char) -> bool {
    !c.is_control()
        && !matches!(u32::from(c), 0x061C | 0x200B..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0xFEFF | 0xE0000..)
}
