//! The zone behind a time, where a person writes both in one line.

use super::Offset;
use super::abbreviations::meanings;

/// The first parts of names of the IANA database that nobody writes for anything else.
const REGIONS: [&str; 12] = [
    "africa",
    "america",
    "antarctica",
    "arctic",
    "asia",
    "atlantic",
    "australia",
    "europe",
    "indian",
    "pacific",
    "etc",
    "us",
];

/// Abbreviations that are words as well: zones only in capitals.
const WORDS: [&str; 9] = [
    "met", "eat", "cat", "art", "pet", "cot", "vet", "west", "wit",
];

/// A time without the zone that stands behind it, and the zone as written. `None` when no zone
/// stands there, or when it may be something else.
pub(crate) fn without_zone(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    if let Some((time, zone)) = text.strip_suffix(')').and_then(|t| t.rsplit_once('(')) {
        return whole(time, zone);
    }
    // "+0000 UTC", as Go prints it.
    if let Some(time) = text.strip_suffix(" +0000 UTC") {
        return whole(time, "UTC");
    }
    attached(text).or_else(|| {
        // The longest name of a zone has five words.
        let mut spaces: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
        spaces.reverse();
        spaces.truncate(5);
        spaces.into_iter().rev().find_map(|at| {
            let (time, zone) = text.split_at_checked(at)?;
            whole(time, zone)
        })
    })
}

/// A time and a zone that are apart already.
fn whole<'a>(time: &'a str, zone: &'a str) -> Option<(&'a str, &'a str)> {
    let (time, zone) = (time.trim_end().trim_end_matches(','), zone.trim());
    let ends_well = time.ends_with(|c: char| c.is_alphanumeric() || c == '.');
    (ends_well && is_zone(zone)).then_some((time, zone))
}

/// Whether a text is a zone, next to a time.
fn is_zone(text: &str) -> bool {
    if meanings(text).next().is_some() {
        return !WORDS.contains(&text);
    }
    if let Some(number) = text.strip_prefix(['+', '-', '−']) {
        // "+5" may be five of anything, and "09:00 -10:00" is a span of time.
        let is_span = !text.starts_with('+') && number.contains(':');
        return number.len() >= 4 && !is_span && Offset::parse(text).is_some();
    }
    let region = text.split_once('/').map(|(region, _)| region);
    let is_region = region.is_some_and(|region| {
        REGIONS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(region))
    });
    let is_in_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '_' | '-' | '+');
    Offset::parse(text).is_some() || (is_region && text.chars().all(is_in_name))
}

/// "1405Z", "14:05UTC", "14:30+02:00", "14:30:05-0500".
fn attached(text: &str) -> Option<(&str, &str)> {
    let sign = text.rfind(['+', '-', '−']);
    if let Some((time, zone)) = sign.and_then(|at| text.split_at_checked(at)) {
        let (has_day, clock) = match time.rsplit_once(['T', 't']) {
            Some((_, clock)) => (true, clock),
            None => (
                false,
                time.rsplit_once(' ').map_or(time, |(_, clock)| clock),
            ),
        };
        let has_seconds = clock.matches(':').count() == 2;
        let is_clock = clock.ends_with(|c: char| c.is_ascii_digit())
            && (clock.contains(':') || has_day && clock.len() >= 4);
        let is_sure = has_day || has_seconds || (zone.starts_with('+') && zone.len() >= 5);
        if is_clock && is_sure && zone.len() >= 3 && Offset::parse(zone).is_some() {
            return Some((time, zone));
        }
    }
    let letters = text.len()
        - text
            .trim_end_matches(|c: char| c.is_ascii_alphabetic())
            .len();
    let (time, zone) = text.split_at_checked(text.len() - letters)?;
    let is_attached = time.ends_with(|c: char| c.is_ascii_digit());
    let is_zone = zone.eq_ignore_ascii_case("z") || zone.len() >= 2 && is_zone(zone);
    (is_attached && is_zone).then_some((time, zone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_behind_a_time_is_found() {
        for (text, time, zone) in [
            ("14:30 PST", "14:30", "PST"),
            ("2:05pm et", "2:05pm", "et"),
            ("1405Z", "1405", "Z"),
            ("14:05UTC", "14:05", "UTC"),
            ("14:05 UTC+2", "14:05", "UTC+2"),
            ("14:05 UTC +2", "14:05", "UTC +2"),
            ("14:05 (Pacific Time)", "14:05", "Pacific Time"),
            (
                "14:05 Central European Summer Time",
                "14:05",
                "Central European Summer Time",
            ),
            ("14:05, Europe/Oslo", "14:05", "Europe/Oslo"),
            ("2:05 p.m. EST", "2:05 p.m.", "EST"),
            ("14:30+02:00", "14:30", "+02:00"),
            ("14:30:05-05:00", "14:30:05", "-05:00"),
            ("14:30 -0500", "14:30", "-0500"),
            ("2024-05-03T14:30-05:00", "2024-05-03T14:30", "-05:00"),
            ("20240503T1430+02", "20240503T1430", "+02"),
            (
                "2024-05-03 14:05:06 +0000 UTC",
                "2024-05-03 14:05:06",
                "UTC",
            ),
        ] {
            assert_eq!(without_zone(text), Some((time, zone)), "{text}");
        }
    }

    #[test]
    fn what_may_be_something_else_is_no_zone() {
        for text in [
            "14:30",
            "2pm",
            "2 pm",
            "09:00-10:00",
            "09:00 -10:00",
            "0900-1000",
            "2024-05-03",
            "15-02-2023",
            "14:30 +5",
            "14:30 and/or",
            "14:30 met",
            "UTC",
            "1405 hours",
            "14:30 local time",
        ] {
            assert_eq!(without_zone(text), None, "{text}");
        }
    }
}
