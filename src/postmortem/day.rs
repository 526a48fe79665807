//! Days as they stand in running text.

use chrono::{Datelike, NaiveDate, Weekday};

use super::time;

/// A day as far as the text tells it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Day {
    /// Beyond doubt.
    Known(NaiveDate),
    /// Two numbers that can be day and month either way, and a year.
    Either {
        day_first: NaiveDate,
        month_first: NaiveDate,
    },
    /// A day and a month without a year.
    Yearless { month: u32, day: u32 },
    /// Looks like a date and is none.
    AsTyped,
}

/// The days of the week, in lower case.
pub(crate) const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// The weekday of an English name, or of its first three letters or more, in any case.
pub(crate) fn weekday_named(word: &str) -> Option<Weekday> {
    let lower = word.trim_end_matches('.').to_ascii_lowercase();
    let is_it = |name: &&str| lower.len() >= 3 && name.starts_with(&lower);
    let at = WEEKDAYS.iter().position(is_it)?;
    Weekday::try_from(u8::try_from(at).ok()?).ok()
}

/// The date at the start of a text, with its length.
pub(crate) fn date(text: &str) -> Option<(usize, Day)> {
    if text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return named_date(text).or_else(|| weekday(text));
    }
    numeric_date(text)
        .or_else(|| listed_date(text))
        .or_else(|| two_days(text))
        .or_else(|| named_date(text))
}

/// "03, 14, 2024".
fn listed_date(text: &str) -> Option<(usize, Day)> {
    let mut words = Words { text, at: 0 };
    let (first, second, year) = (words.next()?, words.next()?, words.next()?);
    let is_number = |word: &str, most: usize| digits(word) == word.len() && word.len() <= most;
    let is_shape = is_number(first, 2) && is_number(second, 2) && is_number(year, 4);
    let is_listed = text.get(first.len()..)?.starts_with(',') && year.len() == 4;
    (is_shape && is_listed).then_some(())?;
    let (a, b, c) = (number(first)?, number(second)?, number(year)?);
    Some((words.at, numeric_day(a, b, c, first.len(), year.len(), ',')))
}

/// "8–9 June 2021", "the 20th to 21st of October 2023": the first of the two.
fn two_days(text: &str) -> Option<(usize, Day)> {
    let first = text.get(..word_length(text, &[]))?;
    let day = day_number(first)?;
    let after = text.get(first.len()..)?;
    let second = ["-", "–", " - ", " – ", " to ", " and ", "/"]
        .iter()
        .find_map(|link| after.strip_prefix(link))?;
    let skipped = text.len() - second.len();
    let (length, last) = named_date(second)?;
    let day = match last {
        Day::Known(last) => Day::Known(last.with_day(day)?),
        Day::Yearless { month, .. } => Day::Yearless { month, day },
        Day::Either { .. } | Day::AsTyped => return None,
    };
    Some((skipped + length, day))
}

/// "Tuesday, " in front of a date belongs to it.
fn weekday(text: &str) -> Option<(usize, Day)> {
    let length = word_length(text, &[]);
    let name = text.get(..length).filter(|name| name.len() >= 3)?;
    let is_start =
        |day: &&str| (day.get(..length)).is_some_and(|day| day.eq_ignore_ascii_case(name));
    let is_day = WEEKDAYS.iter().any(is_start);
    let rest = text.get(length..).filter(|_| is_day)?;
    let after = rest.trim_start_matches(['.', ',', ' ']);
    let skipped = length + rest.len() - after.len();
    let (more, day) = numeric_date(after).or_else(|| named_date(after))?;
    Some((skipped + more, day))
}

/// "2023-02-15", "15/02/2023", "06/May/2022", "9/10", "2022-05-??".
fn numeric_date(text: &str) -> Option<(usize, Day)> {
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '?');
    if !behind.starts_with(['-', '/', '.']) {
        return None;
    }
    let length = word_length(text, &['-', '/', '.', '?']);
    let whole = text.get(..length)?.trim_end_matches(['.', '-', '/']);
    // "2023-02-15T14:30": the time is a token of its own.
    if let Some(at) = whole.find('T').filter(|at| *at >= 8) {
        let (length, day) = numeric_date(whole.get(..at)?)?;
        return (length == at).then_some((at + 1, day));
    }
    let separator = ['-', '/', '.'].into_iter().find(|s| whole.contains(*s))?;
    let parts: Vec<&str> = whole.split(separator).collect();
    let is_piece =
        |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit() || b == b'?');
    let numbers = |parts: &[&str]| {
        parts
            .iter()
            .map(|part| number(part))
            .collect::<Option<Vec<_>>>()
    };
    // "05.12.", which no number is.
    if let [day, month, ""] = whole_parts(text, length).as_slice()
        && is_piece(day)
        && is_piece(month)
    {
        let (day, month) = (number(day)?, number(month)?);
        let is_day = (1..=12).contains(&month) && (1..=31).contains(&day);
        return is_day.then_some((length, Day::Yearless { month, day }));
    }
    match parts.as_slice() {
        [first, second, third] if is_piece(first) && is_piece(second) && is_piece(third) => {
            let lengths = (first.len(), second.len(), third.len());
            let is_shape = matches!(lengths, (4, 1..=2, 1..=2) | (1..=2, 1..=2, 4))
                || (matches!(lengths, (5, 2, 2)) && separator == '-')
                || (matches!(lengths, (1..=2, 1..=2, 2)) && separator != '.');
            if !is_shape {
                return None;
            }
            let Some(numbers) = numbers(&parts) else {
                return Some((whole.len(), Day::AsTyped));
            };
            let [a, b, c] = numbers.as_slice() else {
                return None;
            };
            Some((
                whole.len(),
                numeric_day(*a, *b, *c, first.len(), third.len(), separator),
            ))
        }
        [day, month, year] if separator != '.' && digits(day) == day.len() => {
            let (day, month, year) = (number(day)?, month_number(month)?, number(year)?);
            let date = ymd(year, month, day)?;
            Some((whole.len(), Day::Known(date)))
        }
        [month, day] if separator == '/' && is_piece(month) && is_piece(day) => {
            let (month, day) = (number(month)?, number(day)?);
            let (month, day) = if month > 12 {
                (day, month)
            } else {
                (month, day)
            };
            let is_day = (1..=12).contains(&month) && (1..=31).contains(&day);
            is_day.then_some((whole.len(), Day::Yearless { month, day }))
        }
        _ => None,
    }
}

/// The numbers of a date apart by full stops, the last stop included.
fn whole_parts(text: &str, length: usize) -> Vec<&str> {
    text.get(..length).unwrap_or_default().split('.').collect()
}

fn numeric_day(a: u32, b: u32, c: u32, first: usize, third: usize, separator: char) -> Day {
    if first == 4 {
        return ymd(a, b, c).map_or(Day::AsTyped, Day::Known);
    }
    if first > 4 {
        return Day::AsTyped;
    }
    let year = if third == 2 { 2000 + c } else { c };
    let (day_first, month_first) = (ymd(year, b, a), ymd(year, a, b));
    match (separator, day_first, month_first) {
        ('.', Some(day_first), _) => Day::Known(day_first),
        (_, Some(day_first), Some(month_first)) if day_first == month_first => {
            Day::Known(day_first)
        }
        (_, Some(day_first), Some(month_first)) => Day::Either {
            day_first,
            month_first,
        },
        (_, Some(one), None) | (_, None, Some(one)) => Day::Known(one),
        (_, None, None) => Day::AsTyped,
    }
}

/// "February 15th, 2023", "15 Feb 2023", "the 15th of February", "January23, 2021", "day 8 of
/// November of 2022".
fn named_date(text: &str) -> Option<(usize, Day)> {
    let mut words = Words { text, at: 0 };
    let mut first = words.next()?;
    if first == "day" {
        first = words.next()?;
    }
    let (month, day) = match month_number(first) {
        Some(month) => (month, day_number(words.next()?)?),
        None => match glued_month(first) {
            Some(glued) => glued,
            None => {
                let day = day_number(first)?;
                let mut next = words.next()?;
                if next.eq_ignore_ascii_case("of") {
                    next = words.next()?;
                }
                (month_number(next)?, day)
            }
        },
    };
    let end = words.at;
    // The day of "July 3:40 PM" is an hour.
    let is_hour = text.get(end..).and_then(|rest| rest.strip_prefix(':'));
    if is_hour.is_some_and(|rest| digits(rest) == 2) {
        return None;
    }
    let is_year = |word: &&str| word.len() == 4 && digits(word) == 4;
    let mut next = words.next();
    if next.is_some_and(|word| matches!(word, "of" | "in")) {
        next = words.next();
    }
    let year = next.filter(is_year).and_then(number);
    match year {
        Some(year) if (1970..=2999).contains(&year) => {
            let day = ymd(year, month, day).map_or(Day::AsTyped, Day::Known);
            Some((words.at, day))
        }
        _ => ymd(2000, month, day).map(|_| (end, Day::Yearless { month, day })),
    }
}

/// The words of a date: letters and digits, apart from one another by what a date has in between.
struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Words<'a> {
    fn next(&mut self) -> Option<&'a str> {
        let rest = self.text.get(self.at..)?;
        let bare = rest.trim_start_matches([' ', ',', '.', '\u{a0}']);
        let gap = rest.len() - bare.len();
        let length = word_length(bare, &[]);
        if length == 0 || gap > 3 || (gap == 0 && self.at > 0) {
            return None;
        }
        self.at += gap + length;
        bare.get(..length)
    }
}

/// "January23".
fn glued_month(word: &str) -> Option<(u32, u32)> {
    let at = word.find(|c: char| c.is_ascii_digit())?;
    let (name, day) = word.split_at_checked(at)?;
    Some((month_number(name)?, day_number(day)?))
}

fn month_number(word: &str) -> Option<u32> {
    let is_word = word.starts_with(|c: char| c.is_ascii_alphabetic());
    is_word.then(|| time::month_number(&word.to_lowercase()))?
}

fn day_number(word: &str) -> Option<u32> {
    let count = digits(word);
    let (digits, ending) = word.split_at_checked(count)?;
    let is_ending = ["", "st", "nd", "rd", "th"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(ending));
    let day = number(digits).filter(|_| is_ending && (1..=2).contains(&count));
    day.filter(|day| (1..=31).contains(day))
}

/// The year that a text names together with a month: "March 2024".
pub(crate) fn year_of_month(text: &str) -> Option<i32> {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    let mut is_behind_month = false;
    words.find_map(|word| {
        let is_behind = std::mem::replace(&mut is_behind_month, month_number(word).is_some());
        let year: i32 = word.parse().ok()?;
        (is_behind && (1970..=2999).contains(&year)).then_some(year)
    })
}

fn ymd(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    (1970..=2999).contains(&date.year()).then_some(date)
}

/// The length of the word at the start: letters, digits and what `also` names.
pub(crate) fn word_length(text: &str, also: &[char]) -> usize {
    // Nearly every word is of ASCII letters and ends before a sign of ASCII.
    let mut behind = text.as_bytes();
    while let [b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9', more @ ..] = behind {
        behind = more;
    }
    let ascii = text.len() - behind.len();
    if also.is_empty() && behind.first().is_none_or(u8::is_ascii) {
        return ascii;
    }
    let rest = text.get(ascii..).unwrap_or_default();
    rest.find(|c: char| !(c.is_alphanumeric() || also.contains(&c)))
        .map_or(text.len(), |more| ascii + more)
}

/// How many digits stand at the start.
pub(crate) fn digits(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len()
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok()
}
