//! When each event happened, with the days that were left out filled in. Never stored.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::{Context, Entered, Event, Postmortem, RowId, incident_minutes};

/// Goes through the rows of a timeline and knows the day of each.
///
/// A date left out is that of the row before, and that of the first row the day on which it is
/// nearest to the start. A row that goes back is of the next day when that is the shorter way, when it
/// would lie before the start and the incident still lasted then, or when all so far is of days before
/// the start and the next day is no later than that. (A time whose am and pm are swapped goes back by
/// less than half a day, so that midnight is not the shorter way.)
#[derive(Clone)]
pub(super) struct DayWalk {
    start_date: Option<NaiveDate>,
    start: Option<NaiveDateTime>,
    end: Option<NaiveDateTime>,
    day: RowDay,
    before: Option<NaiveDateTime>,
}

/// Which day a row without a date is of.
#[derive(Clone)]
enum RowDay {
    /// No row so far: that of the incident's start, or the one beside it.
    First,
    /// That of the row before.
    Of(NaiveDate),
    /// The last date could not be read.
    Unknown,
}

impl DayWalk {
    /// Begins before the first row of a document.
    pub(super) fn of(document: &Postmortem) -> Self {
        let (start, end) = (&document.summary.start, &document.summary.end);
        // An end without a date is the first such time from the start on.
        let length = || TimeDelta::try_minutes(incident_minutes(document)?);
        let first_end = || start.date_time()?.checked_add_signed(length()?);
        Self::new(
            start.date.known().copied(),
            start.date_time(),
            end.date_time().or_else(first_end),
        )
    }

    /// Begins before the first row, with the day and the time of the incident's start and the time
    /// of its end, as far as they are known.
    pub(super) fn new(
        start_date: Option<NaiveDate>,
        start: Option<NaiveDateTime>,
        end: Option<NaiveDateTime>,
    ) -> Self {
        Self {
            start_date,
            start,
            end,
            day: RowDay::First,
            before: None,
        }
    }

    /// The day that the next row is of, should it have neither date nor time.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        match self.day {
            RowDay::First => self.start_date,
            RowDay::Of(date) => Some(date),
            RowDay::Unknown => None,
        }
    }

    /// Takes the next row: when it was, if its day and its time are known.
    pub(super) fn take(&mut self, event: &Event) -> Option<NaiveDateTime> {
        match &event.when.date {
            Entered::Known(date) => self.day = RowDay::Of(*date),
            Entered::AsTyped(_) => (self.day, self.before) = (RowDay::Unknown, None),
            Entered::Empty => {}
        }
        let time = event.when.time.known()?.naive();
        let mut when = self.at(time)?;
        let is_undated = event.when.date.is_empty();
        if let Some(before) = self.before.filter(|_| is_undated)
            && when < before
            && (before - when > HALF_A_DAY || self.is_outside(when) || self.leads_up(before, when))
        {
            when = next_day(when);
        }
        self.day = RowDay::Of(when.date());
        self.before = Some(when);
        Some(when)
    }

    /// Whether the incident had not begun at that time, and had not ended a day later.
    fn is_outside(&self, when: NaiveDateTime) -> bool {
        self.start.is_some_and(|start| when < start) && self.lasts_until_day_after(when)
    }

    /// Whether the row before is of a day before the start, and a day later is not past that of the
    /// start.
    fn leads_up(&self, before: NaiveDateTime, when: NaiveDateTime) -> bool {
        self.start_date
            .is_some_and(|start| before.date() < start && next_day(when).date() <= start)
    }

    /// Whether the incident had not ended a day later.
    pub(super) fn lasts_until_day_after(&self, when: NaiveDateTime) -> bool {
        self.end.is_some_and(|end| next_day(when) <= end)
    }

    /// A time of the row's day. That of a first row without a date is the one nearest to the start.
    pub(super) fn at(&self, time: NaiveTime) -> Option<NaiveDateTime> {
        let when = self.day()?.and_time(time);
        let start = match (&self.day, self.start) {
            (RowDay::First, Some(start)) => start,
            _ => return Some(when),
        };
        if when - start > HALF_A_DAY {
            when.checked_sub_days(Days::new(1))
        } else if start - when > HALF_A_DAY {
            when.checked_add_days(Days::new(1))
        } else {
            Some(when)
        }
    }
}

/// A row that goes back by more than this has crossed midnight: that is the shorter way.
const HALF_A_DAY: TimeDelta = TimeDelta::hours(12);

fn next_day(when: NaiveDateTime) -> NaiveDateTime {
    when.checked_add_days(Days::new(1)).unwrap_or(when)
}

impl Postmortem {
    /// When each event happened, row by row, in the document's zone; `None` where its day or its time
    /// is not known.
    pub fn event_times(&self) -> Vec<Option<NaiveDateTime>> {
        let mut walk = DayWalk::of(self);
        let events = self.timeline.events.iter();
        events.map(|event| walk.take(event)).collect()
    }

    /// What the time of a row is typed next to; that of a row that is not there, behind the last.
    pub fn typing_context(&self, row: RowId) -> Context {
        let mut walk = DayWalk::of(self);
        let mut context = Context::default();
        for event in &self.timeline.events {
            if event.id == row {
                break;
            }
            let when = walk.take(event);
            if let Some(time) = event.when.time.known() {
                context.before = when;
                context.clock_before = Some(time.naive());
            } else if event.when.date.known().is_some() {
                (context.before, context.clock_before) = (None, None);
            }
        }
        context.date = walk.day();
        context
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::{Moment, Typed};

    fn document(start: (&str, &str), rows: &[(&str, &str)]) -> Postmortem {
        let mut document = Postmortem::default();
        let moment = |(date, time): (&str, &str)| Moment {
            date: date.into(),
            time: time.into(),
        };
        document.summary.start = moment(start);
        for (index, row) in rows.iter().enumerate() {
            document.timeline.events.push(Event {
                id: RowId(index as u64 + 1),
                when: moment(*row),
                ..Event::default()
            });
        }
        document
    }

    #[test]
    fn days_that_were_left_out_are_filled_in() {
        let none = ("", "");
        let of = |day: &str, time: &str| {
            let date: NaiveDate = Typed::parse(day).unwrap();
            let time: crate::postmortem::ClockTime = Typed::parse(time).unwrap();
            Some(date.and_time(time.naive()))
        };
        let (friday, saturday) = ("2024-05-03", "2024-05-04");
        for (start, rows, times) in [
            (none, vec![("", "14:00")], vec![None]),
            (
                (friday, "14:00"),
                vec![("", "14:05"), ("", "14:03")],
                vec![of(friday, "14:05"), of(friday, "14:03")],
            ),
            (
                (saturday, "14:05"),
                vec![
                    (friday, "23:50"),
                    ("", "14:05"),
                    ("", "14:30"),
                    ("", "14:20"),
                ],
                vec![
                    of(friday, "23:50"),
                    of(saturday, "14:05"),
                    of(saturday, "14:30"),
                    of(saturday, "14:20"),
                ],
            ),
            (
                (saturday, "00:10"),
                vec![("", "23:55"), ("", "00:20")],
                vec![of(friday, "23:55"), of(saturday, "00:20")],
            ),
            (
                none,
                vec![
                    ("", "23:00"),
                    (friday, "23:50"),
                    ("", "soon"),
                    ("", "00:10"),
                ],
                vec![None, of(friday, "23:50"), None, of(saturday, "00:10")],
            ),
            (
                (friday, ""),
                vec![
                    ("Friday", "23:50"),
                    ("", "23:55"),
                    (saturday, ""),
                    ("", "00:10"),
                ],
                vec![None, None, None, of(saturday, "00:10")],
            ),
        ] {
            let document = document(start, &rows);
            assert_eq!(document.event_times(), times, "{rows:?}");
        }
    }

    #[test]
    fn a_time_is_typed_next_to_the_row_above() {
        let friday = NaiveDate::parse("2024-05-03");
        let document = document(
            ("2024-05-03", ""),
            &[("", "14:00"), ("", ""), ("Friday", "15:00"), ("", "")],
        );
        let context = |row| document.typing_context(RowId(row));
        assert_eq!((context(1).before, context(1).date), (None, friday));
        let before = friday.and_then(|date| date.and_hms_opt(14, 0, 0));
        assert_eq!((context(2).before, context(3).before), (before, before));
        assert_eq!((context(4).before, context(4).date), (None, None));
        assert!(context(4).clock_before.is_some());
    }
}
