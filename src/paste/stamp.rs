//! Days, times of day and zones at the start of a text, as programs and apps write them.
//!
//! Each reader gives what it found and the text behind it, and looks only as far as it has to.

use chrono::{NaiveDate, Weekday};

use super::written::OpenDay;
use crate::postmortem::day::{Day, date, digits, word_length};
use crate::postmortem::{ClockTime, Typed, ZONES};

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
    let (zone, rest) = match (zone, self::zone(rest)) {
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
        _ => OpenDay::Weekday(weekday(&word)?),
    };
    Some((day, rest))
}

/// A day of the week by its English name in lower case, or by the first three letters of it.
fn weekday(word: &str) -> Option<Weekday> {
    const NAMES: [(&str, Weekday); 7] = [
        ("monday", Weekday::Mon),
        ("tuesday", Weekday::Tue),
        ("wednesday", Weekday::Wed),
        ("thursday", Weekday::Thu),
        ("friday", Weekday::Fri),
        ("saturday", Weekday::Sat),
        ("sunday", Weekday::Sun),
    ];
    let is_it = |name: &str| name == word || word.len() == 3 && name.starts_with(word);
    NAMES
        .iter()
        .find(|(name, _)| is_it(name))
        .map(|(_, day)| *day)
}

/// "03.05.24", as messengers write it in half of Europe.
fn short_dotted(text: &str) -> Option<(OpenDay, usize)> {
    let length = word_length(text, &['.']);
    let written = text.get(..length)?;
    let mut parts = written.trim_end_matches('.').split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_short = year.len() == 2 && parts.next().is_none();
    let date = NaiveDate::parse(&format!("{day}.{month}.20{year}")).filter(|_| is_short)?;
    Some((OpenDay::Date(date), written.trim_end_matches('.').len()))
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
                .and_then(|word| weekday(&word.to_ascii_lowercase()));
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

/// A time of day at the start, with its zone and the text behind: "14:31", "14:31:05,123",
/// "2:31 PM", "2 pm", "143105Z".
pub(super) fn clock(text: &str) -> Option<(ClockTime, Option<String>, &str)> {
    let hours = digits(text);
    let mut end = match hours {
        1 | 2 => hours,
        6 => return compact_clock(text),
        _ => return None,
    };
    let mut parts = 1;
    while let Some(after) = text.get(end..)
        && parts < 3
        && after.starts_with(':')
        && after.get(1..).map_or(0, digits) == 2
    {
        end += 3;
        parts += 1;
    }
    let number = text.get(..end)?;
    let mut rest = text.get(end..)?;
    if parts == 3
        && let Some(fraction) = rest.strip_prefix(['.', ','])
        && digits(fraction) > 0
    {
        rest = fraction.get(digits(fraction)..)?;
    }
    let half = half_day(rest);
    rest = half.map_or(rest, |(_, rest)| rest);
    let half = half.map_or("", |(half, _)| half);
    if parts == 1 && half.is_empty() {
        return None;
    }
    let time = ClockTime::parse(&format!("{number}{half}"))?;
    // "14:00-14:30" is from then until then.
    if parts < 3 && rest.starts_with('-') {
        return Some((time, None, rest));
    }
    zoned(time, rest)
}

/// "143105", where a day has stood in front of it.
fn compact_clock(text: &str) -> Option<(ClockTime, Option<String>, &str)> {
    let (number, rest) = text.split_at_checked(6)?;
    let (hours, more) = number.split_at_checked(2)?;
    let (minutes, seconds) = more.split_at_checked(2)?;
    let time = ClockTime::parse(&format!("{hours}:{minutes}:{seconds}"))?;
    let (time, zone, rest) = zoned(time, rest)?;
    zone.is_some().then_some((time, zone, rest))
}

/// A time with the zone behind it; nothing where the time only began a longer word.
fn zoned(time: ClockTime, rest: &str) -> Option<(ClockTime, Option<String>, &str)> {
    if let Some((zone, rest)) = zone(rest) {
        return Some((time, Some(zone), rest));
    }
    let mut next = rest.chars();
    let is_cut = match next.next() {
        Some(':') => next.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_alphanumeric() || c == '%',
        None => false,
    };
    (!is_cut).then_some((time, None, rest))
}

/// "am" or "pm" behind a time, however it is written.
fn half_day(text: &str) -> Option<(&'static str, &str)> {
    let bare = text.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let forms = [("a.m.", "am"), ("p.m.", "pm"), ("am", "am"), ("pm", "pm")];
    forms.iter().find_map(|(form, half)| {
        let (found, rest) = bare.split_at_checked(form.len())?;
        let is_whole = !rest.starts_with(char::is_alphanumeric);
        (found.eq_ignore_ascii_case(form) && is_whole).then_some((*half, rest))
    })
}

/// The zone behind a time: "Z", "+02:00", " +0200", " UTC", " UTC+2", " (CEST)".
pub(super) fn zone(text: &str) -> Option<(String, &str)> {
    let bare = text.trim_start_matches([' ', '\u{a0}']);
    if text.len() - bare.len() > 2 {
        return None;
    }
    let is_near = bare.len() == text.len();
    if let Some((offset, rest)) = offset(bare, is_near) {
        return Some((offset, rest));
    }
    let inside = bare.strip_prefix('(');
    let name = inside.unwrap_or(bare);
    let length = name.len()
        - name
            .trim_start_matches(|c: char| c.is_ascii_alphabetic())
            .len();
    let (word, rest) = name.split_at_checked(length)?;
    let upper = word.to_ascii_uppercase();
    let is_written = word == upper || matches!(word, "utc" | "gmt" | "z");
    let is_zone = is_written && length <= 5 && ZONES.split('|').any(|known| known == upper);
    if !is_zone || (upper == "Z" && !is_near) || rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let mut zone = word.to_owned();
    let mut rest = rest;
    if upper == "Z" {
        zone = "UTC".to_owned();
    } else if matches!(upper.as_str(), "UTC" | "GMT") {
        let signed = rest.strip_prefix(['+', '-']).map_or(0, |number| {
            word_length(number, &[':']).min(digits(number) + 3)
        });
        if let Some((offset, after)) = rest.split_at_checked(signed + 1)
            && signed > 0
            && offset.len() <= 6
        {
            zone.push_str(offset.trim_end_matches(':'));
            rest = after;
        }
    }
    match inside {
        Some(_) => Some((zone, rest.strip_prefix(')')?)),
        None => Some((zone, rest)),
    }
}

/// "+02:00", "-0700", "+02": how far ahead of UTC. Away from the time only four digits are one.
fn offset(text: &str, is_near: bool) -> Option<(String, &str)> {
    let sign = text.chars().next().filter(|c| ['+', '-'].contains(c))?;
    let number = text.get(1..)?;
    let (hours, minutes, length) = match digits(number) {
        4 => (number.get(..2)?, number.get(2..4)?, 4),
        2 if number.get(2..).is_some_and(|rest| rest.starts_with(':')) => {
            let minutes = number.get(3..5).filter(|minutes| digits(minutes) == 2)?;
            (number.get(..2)?, minutes, 5)
        }
        2 if is_near => (number.get(..2)?, "00", 2),
        _ => return None,
    };
    let rest = number.get(length..)?;
    let is_zone = hours.parse::<u32>().ok()? <= 14 && minutes.parse::<u32>().ok()? < 60;
    let is_whole = !rest.starts_with(|c: char| c.is_alphanumeric() || c == ':');
    (is_zone && is_whole).then(|| (format!("{sign}{hours}:{minutes}"), rest))
}
