//! Dates, times of day and zones as they stand in running text, by where they stand.
//!
//! It finds what is written and says what it is taken for; what cannot be a date or a time is still
//! found where it looks like one, and stays as typed.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use crate::postmortem::{ClockTime, Entered, Typed};

/// Something about time in a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) range: Range<usize>,
    pub(super) kind: TokenKind,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum TokenKind {
    Date(Day),
    Time(Entered<ClockTime>),
    Zone,
}

/// A day as far as the text tells it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Day {
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

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
/// Zones that are written in capitals.
const ZONES: [&str; 60] = [
    "UTC", "GMT", "PST", "PDT", "PT", "MST", "MDT", "MT", "CST", "CDT", "CT", "EST", "EDT", "ET",
    "AST", "ADT", "BRT", "ART", "CLT", "COT", "PET", "VET", "WAT", "WAST", "CAT", "EAT", "SAST",
    "EET", "EEST", "CET", "CEST", "MET", "MEST", "WET", "WEST", "BST", "IST", "MSK", "TRT", "AST",
    "GST", "PKT", "NPT", "ICT", "WIB", "SGT", "HKT", "PHT", "AWST", "JST", "KST", "ACST", "AEST",
    "AEDT", "NZST", "NZDT", "AKST", "HST", "WITA", "Z",
];
/// Names of zones that are written out, in lower case, before "time".
const ZONE_WORDS: [&str; 28] = [
    "eastern",
    "central",
    "mountain",
    "pacific",
    "atlantic",
    "west african",
    "east african",
    "central african",
    "south african",
    "west africa",
    "east africa",
    "central africa",
    "south africa",
    "greenwich mean",
    "central european",
    "eastern european",
    "western european",
    "british summer",
    "indian",
    "india",
    "japan",
    "china",
    "local",
    "coordinated universal",
    "universal",
    "standard",
    "daylight",
    "summer",
];

/// Every token of a text, in order; none overlaps another.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        // "12.39UTC": a zone needs no space before it.
        let is_next = tokens.last().is_some_and(|token| token.range.end == at);
        let is_start = text.is_char_boundary(at) && (is_next || begins_word(text, at));
        let found = is_start
            .then(|| token_at(text, at, tokens.last()))
            .flatten();
        match found {
            Some(token) => {
                at = token.range.end.max(at + 1);
                tokens.push(token);
            }
            None => at += 1,
        }
    }
    tokens
}

/// Whether a word or number can begin there.
fn begins_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    !before.is_some_and(|before| before.is_alphanumeric() || before == '$' || before == '#')
}

fn token_at(text: &str, at: usize, before: Option<&Token>) -> Option<Token> {
    let rest = text.get(at..)?;
    let token = |length: usize, kind| Token {
        range: at..at + length,
        kind,
    };
    if let Some((length, day)) = date(rest) {
        return Some(token(length, TokenKind::Date(day)));
    }
    if let Some((length, time)) = time(rest) {
        return Some(token(length, TokenKind::Time(time)));
    }
    // A zone stands right behind a time, or is one of the few that are nothing else.
    let is_near = before.is_some_and(|before| {
        let between = text.get(before.range.end..at).unwrap_or_default();
        matches!(before.kind, TokenKind::Time(_) | TokenKind::Zone)
            && between.chars().count() <= 3
            && between.chars().all(|c| " (,-–*_[`".contains(c))
    });
    zone(rest, is_near).map(|length| token(length, TokenKind::Zone))
}

/// The length of the word at the start: letters, digits and what `also` names.
fn word_length(text: &str, also: &[char]) -> usize {
    text.find(|c: char| !(c.is_alphanumeric() || also.contains(&c)))
        .unwrap_or(text.len())
}

fn digits(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len()
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok()
}

// ---- Dates --------------------------------------------------------------------------------------

/// The date at the start of a text, with its length.
fn date(text: &str) -> Option<(usize, Day)> {
    numeric_date(text)
        .or_else(|| named_date(text))
        .or_else(|| weekday(text))
}

/// "Tuesday, " in front of a date belongs to it.
fn weekday(text: &str) -> Option<(usize, Day)> {
    let length = word_length(text, &[]);
    let name = text.get(..length)?.to_lowercase();
    let is_day = WEEKDAYS
        .iter()
        .any(|day| *day == name || (name.len() >= 3 && day.starts_with(&name)));
    let rest = text.get(length..).filter(|_| is_day)?;
    let after = rest.trim_start_matches(['.', ',', ' ']);
    let skipped = length + rest.len() - after.len();
    let (more, day) = numeric_date(after).or_else(|| named_date(after))?;
    Some((skipped + more, day))
}

/// "2023-02-15", "15/02/2023", "06/May/2022", "9/10", "2022-05-??".
fn numeric_date(text: &str) -> Option<(usize, Day)> {
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

/// "February 15th, 2023", "15 Feb 2023", "the 15th of February", "January23, 2021".
fn named_date(text: &str) -> Option<(usize, Day)> {
    let mut words = Words { text, at: 0 };
    let first = words.next()?;
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
    let is_year = |word: &&str| word.len() == 4 && digits(word) == 4;
    let year = words.next().filter(is_year).and_then(number);
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
    let word = word.to_lowercase();
    let is_month = |month: &str| {
        word == month
            || (word == "sept" && month == "september")
            || (word.len() == 3 && month.starts_with(&word))
    };
    let index = MONTHS.iter().position(|month| is_month(month))?;
    u32::try_from(index + 1).ok()
}

fn day_number(word: &str) -> Option<u32> {
    let count = digits(word);
    let (digits, ending) = word.split_at_checked(count)?;
    let is_ending = matches!(
        ending.to_lowercase().as_str(),
        "" | "st" | "nd" | "rd" | "th"
    );
    number(digits).filter(|day| is_ending && (1..=2).contains(&count) && (1..=31).contains(day))
}

fn ymd(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    (1970..=2999).contains(&date.year()).then_some(date)
}

// ---- Times --------------------------------------------------------------------------------------

/// The time of day at the start of a text, with its length.
fn time(text: &str) -> Option<(usize, Entered<ClockTime>)> {
    named_time(text)
        .or_else(|| placeholder_time(text))
        .or_else(|| clock(text))
        .or_else(|| spoken_time(text))
}

fn named_time(text: &str) -> Option<(usize, Entered<ClockTime>)> {
    let length = word_length(text, &['-']);
    let word = text.get(..length)?;
    let is_name = ["noon", "midnight", "midday"]
        .iter()
        .any(|name| word.eq_ignore_ascii_case(name));
    let canonical = if word.eq_ignore_ascii_case("midday") {
        "noon"
    } else {
        word
    };
    is_name.then(|| (length, canonical.into()))
}

/// "HH:mm", "14:??", "--:--".
fn placeholder_time(text: &str) -> Option<(usize, Entered<ClockTime>)> {
    let length = word_length(text, &[':', '?', '-']);
    let word = text.get(..length)?.trim_end_matches(':');
    let (hour, minute) = word.split_once(':')?;
    let is_blank = |part: &str| {
        let lower = part.to_lowercase();
        matches!(lower.as_str(), "hh" | "mm" | "xx" | "??" | "--")
    };
    let is_placeholder = (is_blank(hour) || digits(hour) == hour.len()) && is_blank(minute);
    is_placeholder.then(|| (word.len(), Entered::AsTyped(word.to_owned())))
}

/// "10:00 AM", "14.30", "10h47", "1900 UTC", "6PM", "3:AM", "5:13:57".
fn clock(text: &str) -> Option<(usize, Entered<ClockTime>)> {
    let hour = digits(text);
    if !(1..=4).contains(&hour) {
        return None;
    }
    let mut end = hour;
    let mut has_minutes = false;
    let mut by_dot = false;
    let after = |end: usize| text.get(end..).unwrap_or_default();
    while hour <= 2 {
        let rest = after(end);
        let Some(separator) = rest.chars().next().filter(|c| ":.h".contains(*c)) else {
            break;
        };
        let minutes = rest.get(1..).map_or(0, digits);
        if minutes != 2 || (separator == '.' && has_minutes && !by_dot) {
            break;
        }
        by_dot |= separator == '.';
        has_minutes = true;
        end += 3;
    }
    // "3:AM"
    let dangling = usize::from(!has_minutes && after(end).starts_with(':'));
    let (half, half_length) = half_day(after(end + dangling));
    if half.is_some() {
        end += dangling;
    }
    let number = text.get(..end)?.trim_end_matches(':');
    let is_military = hour == 4 && !has_minutes && has_hours_word(after(end));
    let follows = after(end + half_length).chars().next();
    let is_cut = follows.is_some_and(|c| c.is_alphanumeric() || c == '%');
    // A number with a dot is a time only where something says so.
    let is_time = match half {
        Some(_) => hour <= 2,
        None if by_dot => zone(after(end).trim_start(), true).is_some(),
        None => has_minutes || is_military,
    };
    if !is_time || (is_cut && zone(after(end + half_length), true).is_none()) {
        return None;
    }
    let typed = format!("{number}{}", half.unwrap_or_default());
    let value = match ClockTime::parse(&typed) {
        Some(time) => Entered::Known(time),
        None => Entered::AsTyped(text.get(..end + half_length)?.to_owned()),
    };
    Some((end + half_length, value))
}

/// "am" or "pm", and how long it is with the space before it.
fn half_day(text: &str) -> (Option<&'static str>, usize) {
    let bare = text.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let gap = text.len() - bare.len();
    let forms = [
        ("a.m.", "am"),
        ("p.m.", "pm"),
        ("a.m", "am"),
        ("p.m", "pm"),
        ("am", "am"),
        ("pm", "pm"),
    ];
    for (form, half) in forms {
        let found = bare.get(..form.len());
        if !found.is_some_and(|found| found.eq_ignore_ascii_case(form)) {
            continue;
        }
        let next = bare.get(form.len()..).and_then(|rest| rest.chars().next());
        if !next.is_some_and(char::is_alphanumeric) {
            return (Some(half), gap + form.len());
        }
    }
    (None, 0)
}

/// Whether "hours" or a zone follows, which makes four digits a time.
fn has_hours_word(text: &str) -> bool {
    let bare = text.trim_start();
    let word = bare.get(..word_length(bare, &[])).unwrap_or_default();
    matches!(word.to_lowercase().as_str(), "hrs" | "hours" | "h" | "hr")
        || zone(bare, true).is_some()
}

/// "8 in the morning", "eight in the evening".
fn spoken_time(text: &str) -> Option<(usize, Entered<ClockTime>)> {
    let hour = digits(text);
    let rest = text.get(hour..).filter(|_| (1..=2).contains(&hour))?;
    [
        (" in the morning", "am"),
        (" in the afternoon", "pm"),
        (" in the evening", "pm"),
        (" at night", "pm"),
    ]
    .iter()
    .find_map(|(words, half)| {
        let found = rest.get(..words.len())?;
        let typed = format!("{}{half}", text.get(..hour)?);
        found
            .eq_ignore_ascii_case(words)
            .then(|| (hour + words.len(), Entered::from(typed.as_str())))
    })
}

// ---- Zones --------------------------------------------------------------------------------------

/// The length of the zone at the start of a text. Next to a time a zone may be any of the known
/// ones; elsewhere only what can be nothing else.
pub(super) fn zone(text: &str, is_near: bool) -> Option<usize> {
    let length = word_length(text, &[]);
    let word = text.get(..length)?;
    if ZONES.contains(&word) && (is_near || length >= 3) && (word != "Z" || is_near) {
        if matches!(word, "UTC" | "GMT") {
            return Some(length + offset(text.get(length..).unwrap_or_default()));
        }
        // "MET", "CAT" and the like are words too: elsewhere only in capitals, which they are.
        return Some(length);
    }
    let lower = text.to_lowercase();
    for name in ZONE_WORDS {
        let Some(rest) = lower.strip_prefix(name) else {
            continue;
        };
        let mut taken = name.len();
        let mut more = rest;
        for word in [" standard", " daylight", " summer"] {
            if let Some(rest) = more.strip_prefix(word) {
                taken += word.len();
                more = rest;
            }
        }
        if more.starts_with(" time") && lower.is_char_boundary(taken + 5) {
            return text.is_char_boundary(taken + 5).then_some(taken + 5);
        }
    }
    // "Kigali time"
    let after = text.get(length..).filter(|_| is_near && length > 2)?;
    let is_name = word.chars().next().is_some_and(char::is_uppercase);
    let follows = after
        .strip_prefix(" time")
        .or(after.strip_prefix(" Time"))?;
    let is_whole = !follows.chars().next().is_some_and(char::is_alphanumeric);
    (is_name && is_whole).then_some(length + 5)
}

/// "+1", " + 1", "-07:00" behind "GMT".
fn offset(text: &str) -> usize {
    let bare = text.trim_start_matches(' ');
    let Some(rest) = bare.strip_prefix(['+', '-', '−']) else {
        return 0;
    };
    let number = rest.trim_start_matches(' ');
    let hours = digits(number);
    if !(1..=4).contains(&hours) || text.len() - bare.len() > 1 {
        return 0;
    }
    let mut length = text.len() - number.len() + hours;
    let rest = number.get(hours..).unwrap_or_default();
    let is_spaced = bare.len() != text.len();
    if hours <= 2 && !is_spaced && rest.starts_with(':') && rest.get(1..).map_or(0, digits) == 2 {
        length += 3;
    }
    // "10:00 GMT - 11:00 GMT": a dash between two times, and "GMT - 3 users".
    let follows = text.get(length..).and_then(|rest| rest.chars().next());
    if follows.is_some_and(|c| c.is_alphanumeric() || c == ':' && is_spaced)
        || number
            .get(..hours)
            .and_then(|n| n.parse().ok())
            .is_none_or(|n: u32| hours <= 2 && n > 14)
    {
        return 0;
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        tokens(text)
            .into_iter()
            .map(|token| {
                let source = &text[token.range];
                match token.kind {
                    TokenKind::Date(Day::Known(date)) => date.to_string(),
                    TokenKind::Date(day) => format!("{source} {day:?}"),
                    TokenKind::Time(Entered::Known(time)) => time.canonical(),
                    TokenKind::Time(_) => format!("?{source}"),
                    TokenKind::Zone => source.to_owned(),
                }
            })
            .collect()
    }

    #[test]
    fn dates_times_and_zones_are_found_in_running_text() {
        for (text, found) in [
            ("On June 9, 2024, 12:15 PM (UTC): x", "2024-06-09|12:15|UTC"),
            ("from 7:31 PM to 9:21 PM PT", "19:31|21:21|PT"),
            ("began at 10h47, until 12.39UTC", "10:47|12:39|UTC"),
            ("1900 UTC and 2019 users", "19:00|UTC"),
            (
                "04-12-2022 7:23 AM GMT+1 - text",
                "04-12-2022 Either { day_first: 2022-12-04, month_first: 2022-04-12 }|07:23|GMT+1",
            ),
            (
                "6PM, 3:AM, 11:20 a.m. and 14:15pm",
                "18:00|03:00|11:20|?14:15pm",
            ),
            (
                "HH:mm and 14:?? on 2022-05-??",
                "?HH:mm|?14:??|2022-05-?? AsTyped",
            ),
            ("Tuesday, the 3rd of May 2022 at noon", "2022-05-03|12:00"),
            ("3:00 PM (Kigali time)", "15:00|Kigali time"),
            ("5:13:57 UTC", "05:13:57|UTC"),
            ("2018-02-22T16:30Z", "2018-02-22|16:30|Z"),
            ("10:00 GMT - 11:00 GMT + 1", "10:00|GMT|11:00|GMT + 1"),
            ("version 1.25 took 12.5 seconds at 99.95%", ""),
            ("At 8 in the morning on 06/May/2022", "08:00|2022-05-06"),
            (
                "January23, 2021 and Feb 28th",
                "2021-01-23|Feb 28th Yearless { month: 2, day: 28 }",
            ),
            (
                "9/10 7:55 PT",
                "9/10 Yearless { month: 9, day: 10 }|07:55|PT",
            ),
            ("on 20202-01-16", "20202-01-16 AsTyped"),
            (
                "2 PM Pacific Standard Time (PST)",
                "14:00|Pacific Standard Time|PST",
            ),
            ("02:00–02:05 CET", "02:00|02:05|CET"),
        ] {
            assert_eq!(shown(text).join("|"), found, "{text}");
        }
    }
}
