//! Which day each row is of: what stands beside its time, or what the lines before it say.
//!
//! What the text leaves open stays open: a day gets a date only from a line of the text or from
//! what the person has given.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Weekday};

use super::stamp::order_shown;
use super::written::{Found, OpenDay, Piece};
use super::{Given, PastedRow, Rest};

/// Times that go back by at least so much have crossed midnight; by less, the rows are out of order.
const MIDNIGHT_HOURS: i64 = 6;

/// So many years hold every day of the week for every day, and a 29 February.
const MOST_YEARS: i32 = 12;

/// Both readings of a date: with the day in front, and with the month in front.
pub(super) type Readings = (NaiveDate, NaiveDate);

/// The rows with their days, the lines in no row, and what is open for all of them.
pub(super) fn settle(
    pieces: Vec<Piece>,
    lines: &[&str],
    given: &Given,
) -> (Vec<PastedRow>, Vec<Rest>, Option<Readings>) {
    let known = Known::of(&pieces, lines, given);
    let mut walk = Walk {
        is_rolling: !is_newest_first(&pieces),
        ..Walk::default()
    };
    let (mut rows, mut rest, mut readings) = (Vec::new(), Vec::new(), None);
    for piece in pieces {
        let day = match &piece {
            Piece::Row(row) => row.day.as_ref(),
            Piece::Day(_, day) => Some(day),
            Piece::Rest(..) => None,
        };
        let day = day.map(|day| known.resolved(day));
        if let Some(OpenDay::Either {
            day_first,
            month_first,
        }) = day
        {
            readings = readings.or(Some((day_first, month_first)));
        }
        match piece {
            Piece::Row(row) => rows.push(walk.row(*row, day)),
            Piece::Day(line, _) => {
                walk.begin(day);
                rest.push(left(lines, line, super::Why::Day));
            }
            Piece::Rest(line, why) => rest.push(left(lines, line, why)),
        }
    }
    (rows, rest, readings)
}

fn left(lines: &[&str], line: usize, why: super::Why) -> Rest {
    let text = line.checked_sub(1).and_then(|index| lines.get(index));
    Rest {
        line,
        text: text.copied().unwrap_or_default().to_owned(),
        why,
    }
}

/// Whether the times mostly go back, as where the newest stands first.
fn is_newest_first(pieces: &[Piece]) -> bool {
    let (mut forth, mut back, mut before) = (0_u32, 0, None);
    for piece in pieces {
        let Piece::Row(row) = piece else {
            before = None;
            continue;
        };
        let Some(time) = row.time.known().map(|time| time.naive()) else {
            continue;
        };
        match before.replace(time) {
            Some(earlier) if earlier < time => forth += 1,
            // A day that ends looks like a step back as well, but like a long one.
            Some(later) if later > time => {
                back += u32::from(later - time < TimeDelta::hours(MIDNIGHT_HOURS));
            }
            _ => {}
        }
    }
    back > forth && back > 1
}

/// What all of a text, and the person, say about its days.
struct Known {
    is_day_first: Option<bool>,
    year: Option<i32>,
    today: Option<NaiveDate>,
    near: Option<NaiveDate>,
}

impl Known {
    fn of(pieces: &[Piece], lines: &[&str], given: &Given) -> Self {
        let mut votes = [false, false];
        let mut year = None;
        for piece in pieces {
            let (line, day) = match piece {
                Piece::Row(row) => (row.line, row.day.as_ref()),
                Piece::Day(line, day) => (*line, Some(day)),
                Piece::Rest(..) => continue,
            };
            let Some(day) = day else {
                continue;
            };
            if let OpenDay::Date(date) = day {
                year = year.or(Some(date.year()));
            }
            if matches!(day, OpenDay::Date(_) | OpenDay::Yearless { .. }) {
                let line = line.checked_sub(1).and_then(|index| lines.get(index));
                match line.and_then(|line| shown_in(line, day)) {
                    Some(true) => votes[0] = true,
                    Some(false) => votes[1] = true,
                    None => {}
                }
            }
        }
        let is_day_first = match votes {
            [true, false] => Some(true),
            [false, true] => Some(false),
            _ => given.is_day_first,
        };
        Self {
            is_day_first,
            year,
            today: given.today,
            near: given.near,
        }
    }

    /// The day as a date, as far as it is known to be one.
    fn resolved(&self, day: &OpenDay) -> OpenDay {
        let date = match day {
            OpenDay::Either {
                day_first,
                month_first,
            } => self.is_day_first.map(|is_day_first| {
                if is_day_first {
                    *day_first
                } else {
                    *month_first
                }
            }),
            OpenDay::Yearless {
                month,
                day,
                weekday,
            } => self.in_a_year(*month, *day, *weekday),
            OpenDay::YearlessEither(first, second) => self.is_day_first.and_then(|is_day_first| {
                let (month, day) = if is_day_first {
                    (*second, *first)
                } else {
                    (*first, *second)
                };
                self.in_a_year(month, day, None)
            }),
            OpenDay::DaysAgo(days) => {
                let days = Days::new(u64::from(*days));
                self.today.and_then(|today| today.checked_sub_days(days))
            }
            OpenDay::Weekday(weekday) => self.today.and_then(|today| {
                let since = today.weekday().days_since(*weekday);
                today.checked_sub_days(Days::new(u64::from(since)))
            }),
            OpenDay::Date(_) | OpenDay::Words(_) => None,
        };
        date.map_or_else(|| day.clone(), OpenDay::Date)
    }

    /// Such a day in the year that another line names, or else the one nearest to the document's day,
    /// or else the last that is not in the future.
    fn in_a_year(&self, month: u32, day: u32, weekday: Option<Weekday>) -> Option<NaiveDate> {
        if let Some(year) = self.year {
            return NaiveDate::from_ymd_opt(year, month, day);
        }
        let is_it = |date: &NaiveDate| weekday.is_none_or(|weekday| date.weekday() == weekday);
        if let Some(near) = self.near {
            let years = near.year() - MOST_YEARS..=near.year() + MOST_YEARS;
            let dates = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
            let distance = |date: &NaiveDate| (*date - near).num_days().abs();
            return dates.min_by_key(|date| (!is_it(date), distance(date)));
        }
        // Somewhere it is tomorrow already.
        let latest = self.today?.succ_opt()?;
        let mut dates = (0..MOST_YEARS).filter_map(|ago| {
            let date = NaiveDate::from_ymd_opt(latest.year() - ago, month, day)?;
            (date <= latest).then_some(date)
        });
        let last = dates.next();
        last.into_iter().chain(dates).find(is_it).or(last)
    }
}

/// Whether a day, where it stands in a line, shows that the day of the month stands in front, or
/// the month.
fn shown_in(line: &str, day: &OpenDay) -> Option<bool> {
    const REACH: usize = 160;
    let near = line.get(..line.floor_char_boundary(REACH))?;
    let is_start = |at: usize| {
        let before = near.get(..at).and_then(|text| text.chars().next_back());
        !before.is_some_and(|c| c.is_alphanumeric() || "/-.:".contains(c))
    };
    let is_it = |text: &str| super::stamp::day(text).is_some_and(|(found, _)| found == *day);
    near.char_indices()
        .filter(|(at, c)| c.is_ascii_digit() && is_start(*at))
        .find_map(|(at, _)| near.get(at..).filter(|text| is_it(text)))
        .and_then(order_shown)
}

/// Where the rows have got to.
#[derive(Default)]
struct Walk {
    is_rolling: bool,
    day: Option<OpenDay>,
    days_after: u32,
    is_guessed: bool,
    time: Option<NaiveTime>,
}

impl Walk {
    /// Another day begins, or the same one is named again.
    fn begin(&mut self, day: Option<OpenDay>) {
        self.day = day;
        self.days_after = 0;
        self.is_guessed = false;
        self.time = None;
    }

    fn row(&mut self, found: Found, day: Option<OpenDay>) -> PastedRow {
        if day.is_some() {
            self.begin(day);
        }
        let time = found.time.known().map(|time| time.naive());
        if let Some(time) = time {
            let back = self.time.map(|before| before - time);
            if self.is_rolling && back.is_some_and(|by| by >= TimeDelta::hours(MIDNIGHT_HOURS)) {
                self.days_after = self.days_after.saturating_add(1);
                self.is_guessed = true;
            }
            self.time = Some(time);
        }
        let date = match self.day {
            Some(OpenDay::Date(date)) => {
                date.checked_add_days(Days::new(u64::from(self.days_after)))
            }
            _ => None,
        };
        let open_day = self.day.clone().filter(|_| date.is_none());
        PastedRow {
            line: found.line,
            who: found.who,
            date,
            open_day,
            days_after: if date.is_some() { 0 } else { self.days_after },
            time: found.time,
            zone: found.zone,
            text: found.text,
            is_duplicate: false,
            is_next_day_guessed: self.is_guessed,
            evidence: found.evidence,
        }
    }
}
