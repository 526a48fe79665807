//! What happened, event by event.

use super::{Choice, Moment, RowId};

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

/// The places of `events` in order of time: which event comes first, second and so on.
///
/// A date left out is that of the event before; an event whose time is unknown stays behind the one
/// that it stands behind now. Events of one time keep their order.
pub fn chronological_order(events: &[Event]) -> Vec<usize> {
    let mut date = None;
    let mut at = None;
    let mut keyed: Vec<_> = events
        .iter()
        .enumerate()
        .map(|(index, event)| {
            date = event.when.date.known().copied().or(date);
            if let Some(time) = event.when.time.known() {
                at = Some((date, time.naive()));
            } else if event.when.date.known().is_some() {
                at = Some((date, chrono::NaiveTime::MIN));
            }
            (at, index)
        })
        .collect();
    keyed.sort();
    keyed.into_iter().map(|(_, index)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(rows: &[(&str, &str)]) -> Vec<usize> {
        let events: Vec<Event> = rows
            .iter()
            .map(|(date, time)| Event {
                when: Moment {
                    date: (*date).into(),
                    time: (*time).into(),
                },
                ..Event::default()
            })
            .collect();
        chronological_order(&events)
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
}
