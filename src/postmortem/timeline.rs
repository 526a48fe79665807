//! What happened, event by event.

use chrono::{Days, NaiveDate, NaiveTime, Timelike};

use super::{Choice, Moment, Postmortem, RowId};

/// The events, in the order in which the author keeps them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// The rows.
    pub events: Vec<Event>,
}

/// One row of the timeline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// Which row this is.
    pub id: RowId,
    /// Date and time, in the document's zone; a date left out is that of the row before.
    pub when: Moment,
    /// What sort of event it is.
    pub kind: EventKind,
    /// What happened: Markdown.
    pub text: String,
    /// A link to a chart, a log or a message, or a word on one: one line of Markdown.
    pub evidence: String,
    /// The milestone of the incident that this event marks.
    pub milestone: Option<Milestone>,
    /// Whether it is one of the few rows that a short text shows.
    pub is_key: bool,
}

/// What sort of event a row tells of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EventKind {
    /// Something happened.
    #[default]
    Event,
    /// Someone or something noticed.
    Detection,
    /// Someone did something.
    Action,
    /// An assumption was followed that turned out wrong.
    DeadEnd,
    /// Others were called in.
    Escalation,
    /// Users or colleagues were told.
    Communication,
    /// Users stopped hurting.
    Mitigation,
    /// Things were fully back.
    Resolution,
}

impl Choice for EventKind {
    const ALL: &'static [Self] = &[
        Self::Event,
        Self::Detection,
        Self::Action,
        Self::DeadEnd,
        Self::Escalation,
        Self::Communication,
        Self::Mitigation,
        Self::Resolution,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::Event => "Event",
            Self::Detection => "Detection",
            Self::Action => "Action",
            Self::DeadEnd => "Dead end",
            Self::Escalation => "Escalation",
            Self::Communication => "Communication",
            Self::Mitigation => "Mitigation",
            Self::Resolution => "Resolution",
        }
    }
}

/// A mark on a timeline event from which the response times are computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Milestone {
    /// The harm began.
    Started,
    /// Someone or something learned of it.
    Detected,
    /// A person took it on.
    Acknowledged,
    /// Users stopped hurting.
    Mitigated,
    /// Things were fully back.
    Resolved,
}

impl Choice for Milestone {
    const ALL: &'static [Self] = &[
        Self::Started,
        Self::Detected,
        Self::Acknowledged,
        Self::Mitigated,
        Self::Resolved,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::Started => "Started",
            Self::Detected => "Detected",
            Self::Acknowledged => "Acknowledged",
            Self::Mitigated => "Mitigated",
            Self::Resolved => "Resolved",
        }
    }
}

impl Postmortem {
    /// The places of the events in order of time: which comes first, second and so on.
    ///
    /// A date left out is found as [`Postmortem::event_times`] does; where no day is known at all,
    /// the night between two days is where the clock stands still the longest. An event whose time
    /// is unknown stays behind the one that it stands behind now. Events of one time keep their
    /// order.
    pub fn chronological_order(&self) -> Vec<usize> {
        let events = &self.timeline.events;
        let times = self.event_times();
        let is_dated = times.iter().any(Option::is_some);
        let first = first_of_day(events).unwrap_or_default();
        let mut at = None;
        let mut keyed: Vec<_> = events
            .iter()
            .zip(times)
            .enumerate()
            .map(|(index, (event, when))| {
                let undated = || {
                    let time = event.when.time.known()?.naive();
                    let day = u64::from(minute_of_day(time) < first);
                    NaiveDate::default()
                        .checked_add_days(Days::new(day))
                        .map(|day| day.and_time(time))
                };
                let date = event
                    .when
                    .date
                    .known()
                    .filter(|_| event.when.time.is_empty());
                at = match is_dated {
                    true => when.or(date.map(|date| date.and_time(NaiveTime::MIN))),
                    false => undated(),
                }
                .or(at);
                (at, index)
            })
            .collect();
        keyed.sort();
        keyed.into_iter().map(|(_, index)| index).collect()
    }
}

/// The minute of the day with which events without any date begin, when that is not the earliest on
/// the clock: the one behind the longest pause, if none is longer over midnight.
fn first_of_day(events: &[Event]) -> Option<usize> {
    const DAY: usize = 24 * 60;
    let mut has_event = [false; DAY];
    for time in events.iter().filter_map(|event| event.when.time.known()) {
        if let Some(minute) = has_event.get_mut(minute_of_day(time.naive())) {
            *minute = true;
        }
    }
    let minutes = has_event.iter().enumerate().filter(|(_, has)| **has);
    let mut pauses = Vec::new();
    let (mut first, mut last) = (None, None);
    for (minute, _) in minutes {
        first = first.or(Some(minute));
        if let Some(last) = last.replace(minute) {
            pauses.push((minute.saturating_sub(last), minute));
        }
    }
    let over_midnight = (DAY + first?).saturating_sub(last?);
    let (pause, next) = pauses.into_iter().max()?;
    (pause > over_midnight).then_some(next)
}

fn minute_of_day(time: chrono::NaiveTime) -> usize {
    usize::try_from(time.num_seconds_from_midnight() / 60).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(rows: &[(&str, &str)]) -> Vec<usize> {
        let mut document = Postmortem::default();
        document.timeline.events = rows
            .iter()
            .map(|(date, time)| Event {
                when: Moment {
                    date: (*date).into(),
                    time: (*time).into(),
                },
                ..Event::default()
            })
            .collect();
        document.chronological_order()
    }

    #[test]
    fn events_go_by_date_and_time_and_the_untimed_stay_behind_theirs() {
        assert_eq!(
            order(&[("", "10:30"), ("", "10:00"), ("", "10:15")]),
            [1, 2, 0]
        );
        assert_eq!(
            order(&[("2024-05-04", "00:10"), ("2024-05-03", "23:50")]),
            [1, 0]
        );
        assert_eq!(order(&[("", "11:00"), ("", ""), ("", "10:00")]), [2, 0, 1]);
        assert_eq!(order(&[("", "10:00"), ("", "10:00")]), [0, 1]);
    }

    #[test]
    fn a_night_that_begins_with_a_date_is_in_order() {
        assert_eq!(
            order(&[("2024-05-03", "22:00"), ("", "23:10"), ("", "00:20")]),
            [0, 1, 2]
        );
    }

    #[test]
    fn without_dates_a_night_is_one_stretch() {
        let night = [("", "23:47"), ("", "00:10"), ("", "04:20"), ("", "23:30")];
        assert_eq!(order(&night), [3, 0, 1, 2]);
        assert_eq!(
            order(&[("", "17:00"), ("", "09:00"), ("", "10:00")]),
            [1, 2, 0]
        );
    }
}
