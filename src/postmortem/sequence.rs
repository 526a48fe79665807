//! When each entry of the timeline happened, with the days that were left out filled in.
//!
//! Times without dates that go back may have crossed midnight or may be out of order. Where both
//! can be, it counts as midnight: nothing is reported that is not certain.

use chrono::{NaiveDateTime, TimeDelta};

use super::event_times::DayWalk;
use super::{Entered, Event, Postmortem, incident_minutes};

/// The entries of the timeline, blank rows left out, in the order of the rows.
pub(crate) struct Sequence<'a> {
    /// One for each row.
    pub(crate) entries: Vec<Entry<'a>>,
    /// The start of the incident, when its time is known.
    pub(crate) start: Option<NaiveDateTime>,
    /// The end of the incident, when it is known and not before the start.
    pub(crate) end: Option<NaiveDateTime>,
    /// Whether the days are those of the document; where it has none they count from 1970.
    pub(crate) is_dated: bool,
}

/// One entry of the timeline.
pub(crate) struct Entry<'a> {
    /// The row.
    pub(crate) event: &'a Event,
    /// When it happened; `None` when its time, or the day it counts from, cannot be read.
    pub(crate) when: Option<NaiveDateTime>,
    /// The time of the entry before, when that is later.
    pub(crate) goes_back_from: Option<NaiveDateTime>,
    /// Whether its day is as certain as that of every other: not so before the first date of a
    /// document whose start has none.
    pub(crate) has_day: bool,
}

impl<'a> Sequence<'a> {
    /// Fills in the days.
    pub(crate) fn of(document: &'a Postmortem) -> Self {
        let summary = &document.summary;
        let rows = document.timeline.events.iter();
        let events = rows.filter(|event| !event.is_blank());
        let first_day = summary.start.date.known().copied();
        // Without any date the days count from 1970: only differences between them mean anything.
        let base = first_day.unwrap_or_default();
        // Dated entries cannot be measured against a start that has no date.
        let has_dates = events.clone().any(|event| !event.when.date.is_empty());
        let is_comparable = first_day.is_some() || !has_dates;
        let start = summary
            .start
            .time
            .known()
            .filter(|_| is_comparable)
            .map(|time| base.and_time(time.naive()));
        let end = summary
            .end
            .date_time()
            .filter(|_| first_day.is_some())
            .or_else(|| Some(start? + TimeDelta::try_minutes(incident_minutes(document)?)?))
            .filter(|end| start.is_none_or(|start| start <= *end));
        let mut sequence = Self {
            entries: Vec::new(),
            start,
            end,
            is_dated: !is_comparable || first_day.is_some(),
        };
        let mut walk = DayWalk::new(Some(base), start, end);
        let mut has_day = is_comparable;
        let mut previous: Option<(NaiveDateTime, TimeDelta)> = None;
        for event in events {
            let when = walk.take(event);
            has_day |= event.when.date.known().is_some();
            if matches!(event.when.date, Entered::AsTyped(_)) {
                previous = None;
            }
            let mut goes_back_from = None;
            if let (Some(when), Some(time)) = (when, event.when.time.known()) {
                let slack = slack(time.is_approximate());
                let is_certain = !event.when.date.is_empty() || !walk.lasts_until_day_after(when);
                goes_back_from = previous
                    .filter(|(before, other)| when + slack.max(*other) < *before && is_certain)
                    .map(|(before, _)| before);
                previous = Some((when, slack));
            }
            sequence.entries.push(Entry {
                event,
                when,
                goes_back_from,
                has_day,
            });
        }
        sequence
    }
}

/// How much earlier than the entry before a time may be: seconds that were left out, or the
/// quarter of an hour that a guess is good for.
pub(crate) fn slack(is_approximate: bool) -> TimeDelta {
    if is_approximate {
        TimeDelta::minutes(15)
    } else {
        TimeDelta::seconds(59)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::RowId;

    /// Which rows go back, by index. A row is "date time" or "time".
    fn backwards(start: &str, end: &str, rows: &[&str]) -> Vec<usize> {
        let mut document = Postmortem::default();
        let split = |text: &str| match text.split_once(' ') {
            Some((date, time)) if date.contains(['-', '/']) => (date.to_owned(), time.to_owned()),
            _ => (String::new(), text.to_owned()),
        };
        let moment = |text: &str| {
            let (date, time) = split(text);
            super::super::Moment {
                date: date.as_str().into(),
                time: time.as_str().into(),
            }
        };
        document.summary.start = moment(start);
        document.summary.end = moment(end);
        for (index, row) in rows.iter().enumerate() {
            document.timeline.events.push(Event {
                id: RowId(index as u64 + 1),
                when: moment(row),
                text: "x".into(),
                ..Event::default()
            });
        }
        let sequence = Sequence::of(&document);
        sequence
            .entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| entry.goes_back_from.is_some())
            .map(|(index, _)| index)
            .collect()
    }

    #[test]
    fn midnight_is_not_out_of_order() {
        for (start, end, rows) in [
            // Without any date, over midnight the short way.
            ("", "", &["22:30", "23:50", "00:10", "02:00"][..]),
            ("23:40", "01:15", &["23:40", "00:05", "01:15"]),
            // A long quiet night, inside the incident.
            (
                "2026-05-04 16:00",
                "2026-05-05 11:00",
                &["17:00", "09:00", "11:00"],
            ),
            (
                "2026-05-04 16:00",
                "2026-05-06 11:00",
                &["10:15", "10:05", "10:00"],
            ),
            // The evening before the start.
            (
                "2026-05-04 00:10",
                "2026-05-04 02:00",
                &["23:50", "00:10", "02:00"],
            ),
            // Dates given where the day changes.
            ("", "", &["2026-05-04 23:00", "2026-05-05 01:00", "02:00"]),
            // Two midnights.
            ("", "", &["20:00", "04:00", "20:00", "04:00"]),
            ("", "", &["14:30:05", "14:30", "14:31"]),
            ("", "", &["14:06", "~14:00", "14:10"]),
        ] {
            assert_eq!(backwards(start, end, rows), [0_usize; 0], "{rows:?}");
        }
    }

    #[test]
    fn a_time_that_goes_back_is_out_of_order() {
        let day = "2026-05-04 9:00";
        for (start, end, rows, expected) in [
            ("", "", &["10:15", "10:05", "10:20"][..], vec![1]),
            (
                day,
                "2026-05-04 12:00",
                &["9:00", "11:00", "9:30", "12:00"],
                vec![2],
            ),
            // am for pm.
            (
                day,
                "2026-05-04 15:00",
                &["11:30", "1:00 am", "2:00 pm"],
                vec![1],
            ),
            ("", "", &["12:30 pm", "12:40 am"], vec![1]),
            // Dates that go back.
            ("", "", &["2026-05-05 10:00", "2026-05-04 11:00"], vec![1]),
            ("", "", &["2026-05-05 10:00", "2026-05-05 9:00"], vec![1]),
            // What cannot be read says nothing about order.
            ("", "", &["10:00", "14:15pm", "9:00"], vec![2]),
            ("", "", &["10:00", "03/04/2026 8:00", "7:00"], vec![]),
        ] {
            assert_eq!(backwards(start, end, rows), expected, "{rows:?}");
        }
    }
}
