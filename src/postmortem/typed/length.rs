//! Lengths of time as people type them: "+5m", "+1h 30m", "10 minutes later".

use chrono::TimeDelta;

/// The longest that is believed.
const MOST_DAYS: i64 = 366;

/// How long after the row above a text says that something was; negative before it.
pub fn typed_length(text: &str) -> Option<TimeDelta> {
    let lower = text.trim().to_ascii_lowercase();
    if let Some(length) = lower.strip_prefix('+') {
        return length_of(length.strip_suffix("later").unwrap_or(length));
    }
    if let Some(length) = lower.strip_prefix(['-', '−']) {
        return Some(-length_of(length)?);
    }
    for word in [" later", " after that", " after"] {
        if let Some(length) = lower.strip_suffix(word) {
            return length_of(length);
        }
    }
    let length = [" earlier", " before that", " before"]
        .iter()
        .find_map(|word| lower.strip_suffix(word))?;
    Some(-length_of(length)?)
}

/// "5m", "1h30", "1 h 30 min", "2 days", "an hour".
fn length_of(text: &str) -> Option<TimeDelta> {
    let mut rest = text.trim();
    match rest {
        "half an hour" => return Some(TimeDelta::minutes(30)),
        "an hour" => return Some(TimeDelta::hours(1)),
        "a minute" => return Some(TimeDelta::minutes(1)),
        _ => {}
    }
    let mut total = 0;
    let mut last: Option<i64> = None;
    while !rest.is_empty() {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, behind) = rest.split_at_checked(digits)?;
        if !(1..=6).contains(&number.len()) {
            return None;
        }
        let number: i64 = number.parse().ok()?;
        let behind = behind.trim_start();
        let letters = behind.len()
            - behind
                .trim_start_matches(|c: char| c.is_ascii_lowercase())
                .len();
        let (word, behind) = behind.split_at_checked(letters)?;
        let seconds = match (seconds_of(word), last) {
            (Some(seconds), _) => seconds,
            // "1h30"
            (None, Some(3600)) if word.is_empty() && behind.is_empty() && digits == 2 => 60,
            _ => return None,
        };
        if last.is_some_and(|last| last <= seconds) {
            return None;
        }
        last = Some(seconds);
        total += number * seconds;
        rest = behind.trim_start().trim_start_matches(',').trim_start();
        rest = rest.strip_prefix("and ").unwrap_or(rest);
    }
    let is_believed = last.is_some() && total <= MOST_DAYS * 24 * 3600;
    is_believed.then(|| TimeDelta::seconds(total))
}

fn seconds_of(unit: &str) -> Option<i64> {
    Some(match unit {
        "d" | "day" | "days" => 24 * 3600,
        "h" | "hr" | "hrs" | "hour" | "hours" => 3600,
        "m" | "min" | "mins" | "minute" | "minutes" => 60,
        "s" | "sec" | "secs" | "second" | "seconds" => 1,
        _ => return None,
    })
}

/// A length in words: "1 hour 30 minutes".
pub(super) fn words(length: TimeDelta) -> String {
    let seconds = length.num_seconds().abs();
    let parts = [
        (seconds / 86_400, "day"),
        (seconds / 3600 % 24, "hour"),
        (seconds / 60 % 60, "minute"),
        (seconds % 60, "second"),
    ];
    let words: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, unit)| format!("{count} {unit}{}", if *count == 1 { "" } else { "s" }))
        .collect();
    words.join(" ")
}
