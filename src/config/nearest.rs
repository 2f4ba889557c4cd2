//! Which right name somebody meant.

use strsim::damerau_levenshtein;

/// Longer names are compared by their beginning: the comparison takes quadratic time.
const COMPARED: usize = 64;

/// The name most like `wrong`, if one is like it at all. Letter case, hyphens and underscores do
/// not count.
pub(super) fn nearest<'n>(
    wrong: &str,
    names: impl IntoIterator<Item = &'n str>,
) -> Option<&'n str> {
    let wrong = folded(wrong);
    let distance = |name: &str| {
        let name = folded(name);
        let longest = wrong.chars().count().max(name.chars().count());
        let distance = damerau_levenshtein(&wrong, &name);
        let part = wrong.len() > 3 && (name.contains(&wrong) || wrong.contains(&name));
        (part || distance <= longest / 3 + 1 && distance < longest).then_some(distance)
    };
    let candidates = names.into_iter().filter(|name| !name.is_empty());
    candidates
        .filter_map(|name| distance(name).map(|distance| (distance, name)))
        .min()
        .map(|(_, name)| name)
}

fn folded(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric()).take(COMPARED);
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_its_name_and_nonsense_finds_none() {
        let names = [
            "api_url",
            "page_size",
            "in_flight",
            "read_only",
            "log_level",
        ];
        for (wrong, right) in [
            ("pagesize", Some("page_size")),
            ("Page-Size", Some("page_size")),
            ("page_sise", Some("page_size")),
            ("base_url", Some("api_url")),
            ("requests_in_flight", Some("in_flight")),
            ("readonly", Some("read_only")),
            ("zebra", None),
            ("", None),
            ("---", None),
        ] {
            assert_eq!(nearest(wrong, names), right, "{wrong}");
        }
        assert_eq!(nearest("공정", ["공장", "시험"]), Some("공장"));
    }
}
