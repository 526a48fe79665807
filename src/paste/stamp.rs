//! Days, times of day and zones at the start of a text, as programs and apps write them.
//!
//! Each reader gives what it found and the text behind it, and looks only as far as it has to.

use chrono::NaiveDate;

use super::clock::clock;
use super::written::OpenDay;
use crate::postmortem::day::{Day, date, digits, weekday_named, word_length};
use crate::postmortem::{ClockTime, Typed};

/// A time of day, with what stands beside it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stamp {
    /// The day, where one is told.
    pub(super) day: Option<OpenDay>,
    /// The time of day.
    pub(super) time: ClockTime,
    /// The zone, where one is told.
    pub(super) zone: Option<String>,
}

/// Longer than any date as it is written: what stands farther away is no part of one.
const LONGEST_DATE: usize = 64;

/// A stamp at the start: "14:31", "2:31 PM UTC", "2024-05-03T14:31:05.123+02:00", "May 3, 14:31",
/// "Today at 2:31 PM", "Fri May  3 14:31:05 2024".
pub(super) fn stamp(text: &str) -> Option<(Stamp, &str)> {
    if let Some((time, zone, rest)) = clock(text) {
        let day = None;
        return Some((Stamp { day, time, zone }, rest));
    }
    let (day, rest) = day(text)?;
    let (time, zone, rest) = clock(between(rest))?;
    let (day, rest) = with_year(day, rest);
    // "Fri May  3 14:31:05 2024 +0200"
    let (zone, rest) = match (zone, super::clock::zone(rest)) {
        (None, Some((zone, rest))) => (Some(zone), rest),
        (zone, _) => (zone, rest),
    };
    let day = Some(day);
    Some((Stamp { day, time, zone }, rest))
}

/// A stamp that tells the day.
pub(super) fn dated(text: &str) -> Option<(Stamp, &str)> {
    stamp(text).filter(|(stamp, _)| stamp.day.is_some())
}

/// The stamp that a text is, and nothing besides.
pub(super) fn whole_stamp(text: &str) -> Option<Stamp> {
    let (stamp, rest) = stamp(text.trim())?;
    rest.trim().is_empty().then_some(stamp)
}

/// What may stand between a day and its time.
fn between(text: &str) -> &str {
    let bare = text.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
    ["at ", "um ", "à ", "T", ": ", ":"]
        .iter()
        .find_map(|word| bare.strip_prefix(word))
        .unwrap_or(bare)
        .trim_start()
}

/// A day of no year yet whose year stands behind the time.
fn with_year(day: OpenDay, rest: &str) -> (OpenDay, &str) {
    let OpenDay::Yearless {
        month, day: number, ..
    } = day
    else {
        return (day, rest);
    };
    let behind = rest.trim_start_matches([' ', ',']);
    let year = (digits(behind) == 4)
        .then(|| behind.split_at_checked(4))
        .flatten();
    let date = year.and_then(|(year, after)| {
        let year = year.parse().ok().filter(|year| (1970..2200).contains(year));
        let date = NaiveDate::from_ymd_opt(year?, month, number)?;
        let is_whole = !after.starts_with(|c: char| c.is_alphanumeric() || c == ':');
        is_whole.then_some((OpenDay::Date(date), after))
    });
    date.unwrap_or((day, rest))
}

/// A day at the start.
pub(super) fn day(text: &str) -> Option<(OpenDay, &str)> {
    let first = text.chars().next().filter(|c| c.is_alphanumeric())?;
    let end = text.floor_char_boundary(LONGEST_DATE);
    let near = text.get(..end)?;
    if first.is_ascii_digit()
        && let Some((day, length)) = short_dotted(near).or_else(|| compact(near))
    {
        return Some((day, text.get(length..)?));
    }
    if let Some((length, found)) = date(near) {
        let day = opened(found, near.get(..length)?)?;
        return Some((day, text.get(length..)?));
    }
    let length = word_length(near, &[]);
    let (word, rest) = text.split_at_checked(length)?;
    let word = word.to_ascii_lowercase();
    let day = match word.as_str() {
        "today" => OpenDay::DaysAgo(0),
        "yesterday" => OpenDay::DaysAgo(1),
        _ => OpenDay::Weekday(weekday_named(&word)?),
    };
    Some((day, rest))
}

/// "03.05.24", as messengers write it in half of Europe, and "03/May/24", as trackers do.
fn short_dotted(text: &str) -> Option<(OpenDay, usize)> {
    let length = word_length(text, &['.', '/', '-']);
    let written = text.get(..length)?.trim_end_matches(['.', '/', '-']);
    let mut parts = written.split(['.', '/', '-']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_named = month.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_short = year.len() == 2 && parts.next().is_none();
    let is_clear = is_named || written.contains('.');
    let date = NaiveDate::parse(&format!("{day}.{month}.20{year}"));
    Some((
        OpenDay::Date(date.filter(|_| is_short && is_clear)?),
        written.len(),
    ))
}

/// "20240503T143105Z" and "20240503 14:31:05", of which only the day is taken.
fn compact(text: &str) -> Option<(OpenDay, usize)> {
    let number = text.get(..8).filter(|_| digits(text) == 8)?;
    let after = text.get(8..)?;
    let is_day = after.starts_with([' ', 'T']) && after.get(1..).is_some_and(|c| digits(c) >= 2);
    let (year, month, day) = (number.get(..4)?, number.get(4..6)?, number.get(6..)?);
    let date = NaiveDate::parse(&format!("{year}-{month}-{day}")).filter(|_| is_day)?;
    Some((OpenDay::Date(date), 8))
}

/// What the reader of dates in running text found, as far as it decides anything.
fn opened(day: Day, written: &str) -> Option<OpenDay> {
    Some(match day {
        Day::Known(date) => OpenDay::Date(date),
        Day::Either {
            day_first,
            month_first,
        } => OpenDay::Either {
            day_first,
            month_first,
        },
        Day::Yearless { month, day } => {
            let length = word_length(written, &[]);
            let weekday = written
                .get(..length)
                .and_then(|word| weekday_named(&word.to_ascii_lowercase()));
            let slashed = written.split_once('/');
            let numbers = slashed.and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)));
            match numbers {
                Some((a, b)) if a <= 12 && b <= 12 && a != b => OpenDay::YearlessEither(a, b),
                _ => OpenDay::Yearless {
                    month,
                    day,
                    weekday,
                },
            }
        }
        Day::AsTyped => return None,
    })
}

/// Whether a date of three numbers shows that the day stands in front, or that the month does.
pub(super) fn order_shown(text: &str) -> Option<bool> {
    let near = text.get(..text.floor_char_boundary(LONGEST_DATE))?;
    let mut parts = near.split(['/', '-']);
    let mut next = || {
        let part = parts.next()?;
        let count = digits(part);
        let number: u32 = part.get(..count)?.parse().ok()?;
        (1..=2).contains(&count).then_some(number)
    };
    match (next()?, next()?) {
        (13..=31, 1..=12) => Some(true),
        (1..=12, 13..=31) => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let Some((stamp, rest)) = stamp(text) else {
            return "none".to_owned();
        };
        let day = match stamp.day {
            Some(OpenDay::Date(date)) => date.canonical(),
            Some(day) => format!("{day:?}"),
            None => "-".to_owned(),
        };
        let zone = stamp.zone.unwrap_or("-".to_owned());
        format!("{day} {} {zone} |{rest}", stamp.time.canonical())
    }

    #[test]
    fn stamps_are_read_with_their_zones_and_without_fractions() {
        for (text, found) in [
            ("14:31 x", "- 14:31 - | x"),
            ("2:31\u{202f}PM: x", "- 14:31 - |: x"),
            ("2 p.m. x", "- 14:00 - | x"),
            ("14:31:05.123Z", "- 14:31:05 UTC |"),
            ("14:31:05,9+0530 x", "- 14:31:05 +05:30 | x"),
            ("14:31 -0700 x", "- 14:31 -07:00 | x"),
            ("14:31 UTC+2 x", "- 14:31 UTC+2 | x"),
            ("14:31 (CEST) x", "- 14:31 CEST | x"),
            ("~14h31 x", "- ~14:31 - | x"),
            ("1430 UTC x", "- 14:30 UTC | x"),
            ("14:31 ERROR x", "- 14:31 - | ERROR x"),
            ("14:00-14:30 x", "- 14:00 - |-14:30 x"),
            ("2024-05-03T14:31:05+02 x", "2024-05-03 14:31:05 +02:00 | x"),
            ("20240503T143105Z x", "2024-05-03 14:31:05 UTC | x"),
            (
                "03/May/2024:14:31:05 +0000]",
                "2024-05-03 14:31:05 +00:00 |]",
            ),
            ("03/May/24 2:31 PM", "2024-05-03 14:31 - |"),
            ("03.05.24, 14:31", "2024-05-03 14:31 - |"),
            (
                "Fri May  3 14:31:05 2024 +0200",
                "2024-05-03 14:31:05 +02:00 |",
            ),
            (
                "Fri May  3 14:31:05 CEST 2024",
                "2024-05-03 14:31:05 CEST |",
            ),
            ("May 3rd, 2024 at 2:31 PM x", "2024-05-03 14:31 - | x"),
            ("Today at 2:31 PM", "DaysAgo(0) 14:31 - |"),
            ("5/3 14:31", "YearlessEither(5, 3) 14:31 - |"),
            (
                "5/30 14:31",
                "Yearless { month: 5, day: 30, weekday: None } 14:31 - |",
            ),
        ] {
            assert_eq!(told(text), found, "{text}");
        }
        for text in [
            "1430 x",
            "2024-05",
            "25:00",
            "14:31th",
            "14:3",
            "1:2:3",
            "14:31%",
            "14",
            "May 3",
            "today",
            "2024-05-03",
            "14:31:05:06",
            "fe80::14:31",
            "",
        ] {
            assert_eq!(told(text), "none", "{text}");
        }
    }
}
