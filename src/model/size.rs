//! Sizes as people read them.

/// `312 B`, `12.3 KiB`, `1.0 MiB`.
#[must_use]
pub fn bytes(number: usize) -> String {
    const KIB: usize = 1024;
    const MIB: usize = 1024 * KIB;
    match number {
        MIB.. => format!("{}.{} MiB", number / MIB, number % MIB * 10 / MIB),
        KIB.. => format!("{}.{} KiB", number / KIB, number % KIB * 10 / KIB),
        _ => format!("{number} B"),
    }
}

#[cfg(test)]
mod tests {
    use super::bytes;

    #[test]
    fn sizes_have_one_decimal_from_a_kibibyte_on() {
        assert_eq!(bytes(0), "0 B");
        assert_eq!(bytes(1023), "1023 B");
        assert_eq!(bytes(1536), "1.5 KiB");
        assert_eq!(bytes(1_048_576), "1.0 MiB");
    }
}
