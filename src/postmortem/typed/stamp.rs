//! A date and a time of day in one line, in any of the orders that people write them in.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime};

use crate::postmortem::day::weekday_named;
use crate::postmortem::{ClockTime, Typed};

/// A moment in UTC as seconds or milliseconds since 1970: ten digits or thirteen, from September 2001
/// to May 2033, which no date and no number of an incident looks like.
pub(super) fn epoch(text: &str) -> Option<NaiveDateTime> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i64 = text.parse().ok()?;
    let seconds = match text.len() {
        10 => number,
        13 => number / 1000,
        _ => return None,
    };
    let is_likely = (1_000_000_000..2_000_000_000).contains(&seconds);
    let moment = DateTime::from_timestamp(seconds, 0).filter(|_| is_likely);
    moment.map(|moment| moment.naive_utc())
}

/// A date, a time or both. A date without a year is that which is nearest to `near`.
pub(super) fn read(
    text: &str,
    near: Option<NaiveDate>,
) -> Option<(Option<NaiveDate>, Option<ClockTime>)> {
    if let Some(time) = clock(text) {
        return Some((None, Some(time)));
    }
    if let Some(date) = date(text, near) {
        return Some((Some(date), None));
    }
    if let Some((date, time)) = iso(text) {
        return Some((Some(date), Some(time)));
    }
    let (exact, is_approximate) = about(text);
    exact.match_indices([' ', ',']).find_map(|(at, _)| {
        let (head, tail) = exact.split_at_checked(at)?;
        let tail = tail.trim_start_matches([' ', ',']);
        let head = head.trim_end_matches([' ', ',']);
        let both = |day, time| Some((date(day, near)?, clock(time)?));
        let (date, time) =
            both(head, tail).or_else(|| both(tail.strip_prefix("on ").unwrap_or(tail), head))?;
        let time = if is_approximate {
            time.approximate()
        } else {
            time
        };
        Some((Some(date), Some(time)))
    })
}

/// A text without a word for "about" before it, and whether there was one. More words than
/// [`ClockTime::parse`] knows: in an input for a time they can be about nothing else.
pub(super) fn about(text: &str) -> (&str, bool) {
    const WORDS: [&str; 13] = [
        "~",
        "≈",
        "about ",
        "approximately ",
        "approx. ",
        "approx ",
        "around ",
        "roughly ",
        "circa ",
        "ca. ",
        "ca ",
        "c. ",
        "at about ",
    ];
    let exact = WORDS.iter().find_map(|word| {
        let (head, rest) = text.split_at_checked(word.len())?;
        head.eq_ignore_ascii_case(word).then(|| rest.trim_start())
    });
    (exact.unwrap_or(text), exact.is_some())
}

/// "2024-05-03T14:30:05.250", "20240503T143005".
fn iso(text: &str) -> Option<(NaiveDate, ClockTime)> {
    let (day, time) = text.split_once(['T', 't'])?;
    let ends_well = day.ends_with(|c: char| c.is_ascii_digit());
    let is_date = ends_well && day.len() >= 8;
    let date = date(day, None).filter(|_| is_date)?;
    let is_basic = time.len() == 6 && time.bytes().all(|byte| byte.is_ascii_digit());
    let time = match (time.get(..2), time.get(2..4), time.get(4..)) {
        (Some(hour), Some(minute), Some(second)) if is_basic => {
            clock(&format!("{hour}:{minute}:{second}"))
        }
        _ => clock(time),
    };
    Some((date, time?))
}

/// A time of day, with more words around it than [`ClockTime::parse`] reads.
fn clock(text: &str) -> Option<ClockTime> {
    let text = text.trim();
    let (text, is_approximate) = about(text.strip_prefix("at ").unwrap_or(text));
    let text = text.strip_prefix("at ").unwrap_or(text);
    let lower = text.to_ascii_lowercase();
    let time = match lower.as_str() {
        "midday" | "12 noon" => ClockTime::parse("noon"),
        "12 midnight" => ClockTime::parse("midnight"),
        _ => ClockTime::parse(without_hours(without_fraction(&lower))),
    }?;
    Some(if is_approximate {
        time.approximate()
    } else {
        time
    })
}

/// "14:05:30.250": what is kept is the second.
fn without_fraction(text: &str) -> &str {
    match text.rsplit_once(['.', ',']) {
        Some((time, fraction))
            if time.matches(':').count() == 2
                && (1..=9).contains(&fraction.len())
                && fraction.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            time
        }
        _ => text,
    }
}

/// "14:05 hrs", "1405h", "14.05 Uhr".
fn without_hours(text: &str) -> &str {
    let words = ["hours", "hrs", "uhr", "h"];
    let found = words.iter().find_map(|word| text.strip_suffix(word));
    let Some(time) = found.map(str::trim_end) else {
        return text;
    };
    let digits = time.bytes().filter(u8::is_ascii_digit).count();
    let is_time =
        time.ends_with(|c: char| c.is_ascii_digit()) && (digits == 4 || time.contains([':', '.']));
    if is_time { time } else { text }
}

/// A date, with more around it than [`NaiveDate::parse`] reads: a weekday that is right, no year, no
/// separators.
fn date(text: &str, near: Option<NaiveDate>) -> Option<NaiveDate> {
    let text = text.trim().trim_end_matches(',');
    let word = text
        .find([' ', ','])
        .and_then(|at| text.split_at_checked(at));
    if let Some((word, rest)) = word
        && let Some(weekday) = weekday_named(word)
    {
        let rest = rest.trim_start_matches([' ', ',']);
        return plain_date(rest, near).filter(|date| date.weekday() == weekday);
    }
    plain_date(text, near)
}

fn plain_date(text: &str, near: Option<NaiveDate>) -> Option<NaiveDate> {
    if let Some(date) = NaiveDate::parse(text) {
        return Some(date);
    }
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let (year, month) = (text.get(..4)?, text.get(4..6)?);
        return NaiveDate::parse(&format!("{year}-{month}-{}", text.get(6..)?));
    }
    // Only a date whose month is named is certain without a year.
    let near = near.filter(|_| text.contains(|c: char| c.is_ascii_alphabetic()))?;
    [near.year() - 1, near.year(), near.year() + 1]
        .iter()
        .filter_map(|year| NaiveDate::parse(&format!("{text} {year}")))
        .min_by_key(|date| (*date - near).num_days().abs())
}
