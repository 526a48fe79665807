//! The words that messages share: rows quoted, times and lengths of time spelled out.

use chrono::{Datelike, NaiveDateTime, Timelike};

/// The beginning of a text, on one line and in quotation marks, for a message that names a row.
pub(super) fn quoted(text: &str) -> String {
    const MOST: usize = 40;
    let mut line = String::from("\"");
    let mut length = 0;
    for word in text.split_whitespace() {
        let space = usize::from(length > 0);
        let more = word.chars().count() + space;
        if length + more > MOST {
            if length == 0 {
                line.extend(word.chars().take(MOST));
            }
            line.push('…');
            break;
        }
        if space == 1 {
            line.push(' ');
        }
        line.push_str(word);
        length += more;
    }
    line.push('"');
    line
}

/// "1 entry", "3 entries".
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 {
        format!("1 {one}")
    } else {
        format!("{count} {many}")
    }
}

/// A length of time in words: "45 minutes", "3 hours", "1 hour 30 minutes", "2 days 4 hours".
pub(super) fn duration(minutes: i64) -> String {
    let units = [
        (minutes / 1440, "day"),
        (minutes % 1440 / 60, "hour"),
        (minutes % 60, "minute"),
    ];
    let words: Vec<String> = units
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, unit)| format!("{count} {unit}{}", if *count == 1 { "" } else { "s" }))
        .collect();
    if words.is_empty() {
        "0 minutes".to_owned()
    } else {
        words.join(" ")
    }
}

/// Two times, with their days only when the days differ and are known: those of a document without
/// dates count from 1970.
pub(super) fn times(first: NaiveDateTime, second: NaiveDateTime) -> (String, String) {
    let is_known = [first, second].iter().all(|time| time.year() > 1970);
    let has_days = is_known && first.date() != second.date();
    let words = |time: NaiveDateTime| {
        let clock = format!("{:02}:{:02}", time.hour(), time.minute());
        if has_days {
            format!("{} {clock}", time.date())
        } else {
            clock
        }
    };
    (words(first), words(second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_quoted_by_its_first_words() {
        assert_eq!(quoted(" Add\nan alert "), "\"Add an alert\"");
        assert_eq!(
            quoted("Add an alert for certificates that have fewer than 21 days left"),
            "\"Add an alert for certificates that have…\""
        );
        assert_eq!(quoted(&"ä".repeat(50)), format!("\"{}…\"", "ä".repeat(40)));
    }

    #[test]
    fn a_length_of_time_names_only_the_units_it_has() {
        for (minutes, words) in [
            (0, "0 minutes"),
            (1, "1 minute"),
            (60, "1 hour"),
            (150, "2 hours 30 minutes"),
            (1445, "1 day 5 minutes"),
        ] {
            assert_eq!(duration(minutes), words);
        }
    }
}
