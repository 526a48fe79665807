//! Dates and times of day as people type them.
//!
//! What is read here is read with certainty: `03/04/2023` may be March or April, and `14:15pm` is
//! no time at all, so both stay as typed.

use super::{Entered, Typed};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// What stands for "no date and no time" where one has to be written; typing it means the same.
pub(crate) const NO_TIME: &str = "no time";

/// A date and a time of day, each of them optional.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub date: Entered<NaiveDate>,
    /// The time of day.
    pub time: Entered<ClockTime>,
}

impl Moment {
    /// Whether neither date nor time was entered.
    pub fn is_empty(&self) -> bool {
        self.date.is_empty() && self.time.is_empty()
    }

    /// Both together, when both were understood. Seconds left out count as zero.
    pub fn date_time(&self) -> Option<NaiveDateTime> {
        Some(self.date.known()?.and_time(self.time.known()?.naive()))
    }
}

/// A time of day to the minute or the second, exact or approximate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockTime {
    time: NaiveTime,
    has_seconds: bool,
    is_approximate: bool,
}

impl ClockTime {
    /// The time of day, without the word on how exact it is.
    pub fn naive(self) -> NaiveTime {
        self.time
    }

    /// `HH:MM`, 24 hours, whatever else is known.
    pub fn hours_and_minutes(self) -> String {
        // By hand: chrono's `format` brings all of strftime into the page.
        format!("{:02}:{:02}", self.time.hour(), self.time.minute())
    }

    /// Whether it was given as "about".
    pub fn is_approximate(self) -> bool {
        self.is_approximate
    }
}

impl ClockTime {
    /// A time of day; its seconds are shown only where `has_seconds`.
    pub(super) fn new(time: NaiveTime, has_seconds: bool, is_approximate: bool) -> Self {
        Self {
            time,
            has_seconds,
            is_approximate,
        }
    }

    /// Another time of day, as exact as this one.
    pub(super) fn at(self, time: NaiveTime) -> Self {
        let has_seconds = self.has_seconds || time.second() != 0;
        Self::new(time, has_seconds, self.is_approximate)
    }

    /// The same, given as "about".
    pub(crate) fn approximate(self) -> Self {
        Self::new(self.time, self.has_seconds, true)
    }
}

impl Typed for ClockTime {
    /// Understands "14:30", "1430", "930", "14.30", "14h30", "2:30 pm", "2pm", "2:30 p.m.",
    /// "14:30:05", "noon", "midnight", and any of them after "~" or "about".
    fn parse(text: &str) -> Option<Self> {
        let lower = text.trim().to_ascii_lowercase();
        let exact = ["~", "about ", "approx. ", "ca. "]
            .iter()
            .find_map(|word| lower.strip_prefix(word))
            .map(str::trim_start);
        let is_approximate = exact.is_some();
        let text = exact.unwrap_or(&lower);
        let (time, has_seconds) = match text {
            "noon" => (NaiveTime::from_hms_opt(12, 0, 0)?, false),
            "midnight" => (NaiveTime::MIN, false),
            _ => parse_clock(text)?,
        };
        Some(Self {
            time,
            has_seconds,
            is_approximate,
        })
    }

    fn canonical(&self) -> String {
        let about = if self.is_approximate { "~" } else { "" };
        let mut text = format!("{about}{}", self.hours_and_minutes());
        if self.has_seconds {
            text.push_str(&format!(":{:02}", self.time.second()));
        }
        text
    }
}

impl Typed for NaiveDate {
    /// Understands "2023-02-15", "2023/2/15", "15 February 2023", "Feb 15th, 2023", "15.02.2023"
    /// and slashes or dashes where only one reading is a date. Years from 1970 to 2999.
    fn parse(text: &str) -> Option<Self> {
        let lower = text.trim().to_ascii_lowercase();
        let date = parse_numeric_date(&lower).or_else(|| parse_named_month(&lower))?;
        (1970..=2999).contains(&date.year()).then_some(date)
    }

    fn canonical(&self) -> String {
        // By hand, as above.
        format!("{}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// A clock time without "about": its value and whether it names seconds.
fn parse_clock(text: &str) -> Option<(NaiveTime, bool)> {
    let (clock, half) = split_half_day(text);
    let parts: Vec<&str> = match clock.split_once('h') {
        Some((hour, minute)) => vec![hour, minute],
        None => clock.split([':', '.']).collect(),
    };
    let (hour, minute, second) = match (parts.as_slice(), half) {
        ([hour], Some(_)) => (number(hour, 1, 2)?, 0, None),
        ([digits], None) if matches!(digits.len(), 3 | 4) => {
            let (hour, minute) = digits.split_at_checked(digits.len() - 2)?;
            (number(hour, 1, 2)?, number(minute, 2, 2)?, None)
        }
        ([hour, minute], _) => (number(hour, 1, 2)?, number(minute, 2, 2)?, None),
        ([hour, minute, second], _) => (
            number(hour, 1, 2)?,
            number(minute, 2, 2)?,
            Some(number(second, 2, 2)?),
        ),
        _ => return None,
    };
    let hour = match half {
        None => hour,
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
    };
    let time = NaiveTime::from_hms_opt(hour, minute, second.unwrap_or(0))?;
    Some((time, second.is_some()))
}

/// Splits "am" or "pm" off the end: 0 hours to add for the first half of the day, 12 for the
/// second.
fn split_half_day(text: &str) -> (&str, Option<u32>) {
    [("a.m.", 0), ("p.m.", 12), ("am", 0), ("pm", 12)]
        .iter()
        .find_map(|(word, hours)| Some((text.strip_suffix(word)?.trim_end(), Some(*hours))))
        .unwrap_or((text, None))
}

fn parse_numeric_date(text: &str) -> Option<NaiveDate> {
    let separator = ['-', '/', '.']
        .into_iter()
        .find(|separator| text.contains(*separator))?;
    let parts: Vec<&str> = text.split(separator).collect();
    let &[first, second, third] = parts.as_slice() else {
        return None;
    };
    if first.len() == 4 {
        return date(
            number(first, 4, 4)?,
            number(second, 1, 2)?,
            number(third, 1, 2)?,
        );
    }
    let (first, second) = (number(first, 1, 2)?, number(second, 1, 2)?);
    let year = number(third, 4, 4)?;
    let (day_first, month_first) = (date(year, second, first), date(year, first, second));
    match (separator, day_first, month_first) {
        ('.', day_first, _) => day_first,
        (_, Some(day_first), Some(month_first)) => (day_first == month_first).then_some(day_first),
        (_, day_first, month_first) => day_first.or(month_first),
    }
}

/// "15 February 2023", "February 15, 2023" and their abbreviations.
fn parse_named_month(text: &str) -> Option<NaiveDate> {
    let words: Vec<&str> = text
        .split([' ', ',', '.', '-'])
        .filter(|word| !word.is_empty() && *word != "of")
        .collect();
    let &[first, second, year] = words.as_slice() else {
        return None;
    };
    let (month, day) = month_number(first)
        .map(|month| (month, second))
        .or_else(|| Some((month_number(second)?, first)))?;
    let day = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| day.strip_suffix(ending))
        .unwrap_or(day);
    date(number(year, 4, 4)?, month, number(day, 1, 2)?)
}

/// The months, in lower case.
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

/// The date as it is said: "July 1, 2020".
pub(crate) fn long_date(date: NaiveDate) -> String {
    let month: String = month_name(date).collect();
    format!("{month} {}, {}", date.day(), date.year())
}

/// The date where there is little room: "1 Jul".
pub(crate) fn short_date(date: NaiveDate) -> String {
    let month: String = month_name(date).take(3).collect();
    format!("{} {month}", date.day())
}

fn month_name(date: NaiveDate) -> impl Iterator<Item = char> {
    let month = usize::try_from(date.month0()).ok();
    let month = month.and_then(|month| MONTHS.get(month)).copied();
    let mut letters = month.unwrap_or_default().chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters)
}

/// The number of a month by its name in lower case, or the first three letters of it or more.
pub(crate) fn month_number(word: &str) -> Option<u32> {
    let is_name = |name: &&str| word == *name || (word.len() >= 3 && name.starts_with(word));
    let index = MONTHS
        .iter()
        .position(|name| is_name(name) || word == "sept" && *name == "september")?;
    u32::try_from(index + 1).ok()
}

fn date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// A number of `fewest` to `most` digits and nothing else.
fn number(text: &str, fewest: usize, most: usize) -> Option<u32> {
    let is_number =
        (fewest..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_type_them() {
        for (typed, shown) in [
            ("1430", "14:30"),
            ("930", "09:30"),
            ("14:30", "14:30"),
            ("9:05", "09:05"),
            ("14.30", "14:30"),
            ("14h30", "14:30"),
            ("2:30 pm", "14:30"),
            ("2:30PM", "14:30"),
            ("12:10 am", "00:10"),
            ("12 pm", "12:00"),
            ("2 p.m.", "14:00"),
            ("14:30:05", "14:30:05"),
            ("~14:05", "~14:05"),
            ("about 2pm", "~14:00"),
            ("noon", "12:00"),
            ("Midnight", "00:00"),
        ] {
            let time = ClockTime::parse(typed);
            assert_eq!(
                time.map(|time| time.canonical()).as_deref(),
                Some(shown),
                "{typed}"
            );
            assert_eq!(ClockTime::parse(shown), time, "{shown} again");
        }
    }

    #[test]
    fn a_time_that_cannot_be_is_not_guessed_at() {
        for typed in [
            "14:15pm", "25:00", "24:00", "14:??", "14", "0:30 am", "99", "12345", "", "h", "~",
        ] {
            assert_eq!(ClockTime::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn dates_are_read_as_people_type_them() {
        for typed in [
            "2023-02-15",
            "2023/2/15",
            "15 February 2023",
            "February 15, 2023",
            "Feb 15th, 2023",
            "15th of feb 2023",
            "15.02.2023",
            "15/02/2023",
            "02/15/2023",
            "15-Feb-2023",
        ] {
            let date = NaiveDate::parse(typed);
            assert_eq!(
                date.map(|date| date.canonical()).as_deref(),
                Some("2023-02-15"),
                "{typed}"
            );
        }
    }

    #[test]
    fn a_date_with_two_readings_or_none_is_not_guessed_at() {
        for typed in [
            "03/04/2023",
            "2023-02-30",
            "2022-05-??",
            "20202-01-16",
            "Feb 15",
            "ma 1 2023",
        ] {
            assert_eq!(NaiveDate::parse(typed), None, "{typed}");
        }
    }
}
