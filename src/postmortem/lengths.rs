//! How long the summary says that the incident was, and lengths of time in words.

use super::Postmortem;

/// Minutes from the summary's start to its end, when both are known and in order, whatever the
/// timeline says.
///
/// Two times without a date count as the same day, or as the next one when the end is earlier.
pub fn incident_minutes(document: &Postmortem) -> Option<i64> {
    let (start, end) = (&document.summary.start, &document.summary.end);
    if let (Some(start), Some(end)) = (start.date_time(), end.date_time()) {
        let minutes = (end - start).num_minutes();
        return (minutes >= 0).then_some(minutes);
    }
    let has_no_end_date = end.date.is_empty();
    let (start, end) = (start.time.known()?, end.time.known()?);
    let minutes = (end.naive() - start.naive()).num_minutes();
    has_no_end_date.then_some(minutes.rem_euclid(24 * 60))
}

/// A length of time in short words, of its two largest units at most: "40 s", "9 min", "1 h 20 min",
/// "6 d 16 h". A length below zero counts as none.
pub fn length_in_words(seconds: i64) -> String {
    let units = [
        (seconds / 86_400, "d"),
        (seconds / 3_600 % 24, "h"),
        (seconds / 60 % 60, "min"),
        (seconds % 60, "s"),
    ];
    let first = units.iter().position(|(count, _)| *count > 0);
    let Some(first) = first else {
        return "0 min".to_owned();
    };
    let words = units.iter().skip(first).take(2);
    let words = words.filter(|(count, _)| *count > 0);
    let words: Vec<String> = words
        .map(|(count, unit)| format!("{count} {unit}"))
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_told_in_its_two_largest_units() {
        for (seconds, words) in [
            (0, "0 min"),
            (-5, "0 min"),
            (40, "40 s"),
            (60, "1 min"),
            (4_800, "1 h 20 min"),
            (7_205, "2 h"),
            (578_100, "6 d 16 h"),
            (86_460, "1 d"),
        ] {
            assert_eq!(length_in_words(seconds), words, "{seconds}");
        }
    }
}
