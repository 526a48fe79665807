//! The milestones of the incident, each at a point in time: from a row of the timeline, or from the
//! start or the end of the summary, which are the first and the last of them.

use chrono::{Datelike, NaiveDateTime, TimeDelta, Timelike};

use super::sequence::Entry;
use super::{
    ClockTime, Field, Milestone, Moment, Place, Postmortem, RowId, Sequence, Typed,
    incident_minutes,
};

/// Where the document says when something was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The start that the summary gives.
    Start,
    /// The end that the summary gives.
    End,
    /// A row of the timeline.
    Row {
        /// Which row.
        id: RowId,
        /// The milestone that it marks.
        milestone: Milestone,
    },
}

impl Origin {
    /// What it is called, in sentence case.
    pub fn label(self) -> &'static str {
        match self {
            Self::Start => "Start",
            Self::End => "End",
            Self::Row { milestone, .. } => super::Choice::label(milestone),
        }
    }

    /// What it is called in a sentence: "the start", "the event marked Detected".
    pub fn words(self) -> String {
        match self {
            Self::Start => "the start".to_owned(),
            Self::End => "the end".to_owned(),
            Self::Row { .. } => format!("the event marked {}", self.label()),
        }
    }

    /// Its place.
    pub fn place(self) -> Place {
        match self {
            Self::Start => Place::field(Field::Start),
            Self::End => Place::field(Field::End),
            Self::Row { id, .. } => Place::row(Field::Timeline, id),
        }
    }
}

/// A point in time, and where the document says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Where.
    pub origin: Origin,
    /// When, in the document's zone. The days of a document without dates count from 1970.
    pub at: NaiveDateTime,
    /// Whether it was given as "about".
    pub is_approximate: bool,
}

impl Point {
    /// Where and when, in words: "Detected, 09:21"; with its day, where that is wanted and the document
    /// has one, "Detected, 2024-05-04 ~09:21".
    pub fn words(&self, has_day: bool) -> String {
        let about = if self.is_approximate { "~" } else { "" };
        let (hour, minute) = (self.at.hour(), self.at.minute());
        // The days of a document without dates count from 1970.
        let day = match has_day && self.at.year() > 1970 {
            true => format!("{} ", self.at.date().canonical()),
            false => String::new(),
        };
        format!("{}, {day}{about}{hour:02}:{minute:02}", self.origin.label())
    }
}

/// Why there is no such point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPoint {
    /// No row marks the milestone, and the summary does not give it either.
    Missing(Milestone),
    /// Its time was left out or not understood.
    Untimed(Origin),
    /// Its day is not known, where other days are.
    Undated(Origin),
}

/// The points of one document.
pub(crate) struct Milestones<'a> {
    sequence: Sequence<'a>,
    /// The start of the summary.
    pub(crate) start: Result<Point, NoPoint>,
    /// The end of the summary.
    pub(crate) end: Result<Point, NoPoint>,
}

impl<'a> Milestones<'a> {
    /// Finds them.
    pub(crate) fn of(document: &'a Postmortem) -> Self {
        let sequence = Sequence::of(document);
        let mut milestones = Self {
            start: Err(NoPoint::Missing(Milestone::Started)),
            end: Err(NoPoint::Missing(Milestone::Resolved)),
            sequence,
        };
        milestones.start = milestones.summary_start(document);
        milestones.end = milestones.summary_end(document);
        milestones
    }

    /// The rows, with their days.
    pub(crate) fn sequence(&self) -> &Sequence<'a> {
        &self.sequence
    }

    /// The point of a milestone: the first row that marks it, or, where users are helped, the last;
    /// where no row has a time, the summary's start or end.
    pub(crate) fn point(&self, milestone: Milestone) -> Result<Point, NoPoint> {
        let row = self.row(milestone);
        let summary = match milestone {
            Milestone::Started => self.start,
            Milestone::Resolved => self.end,
            _ => return row,
        };
        match row {
            Err(NoPoint::Missing(_)) => summary,
            row => row.or_else(|reason| summary.map_err(|_| reason)),
        }
    }

    /// The point of a milestone as the rows tell it.
    pub(crate) fn row(&self, milestone: Milestone) -> Result<Point, NoPoint> {
        let entries = self.sequence.entries.iter();
        let marked = entries.filter(|entry| entry.event.milestone == Some(milestone));
        let points = marked.clone().filter_map(|entry| {
            Some(Point {
                origin: origin(entry, milestone),
                at: entry.when.filter(|_| entry.has_day)?,
                is_approximate: is_approximate(&entry.event.when),
            })
        });
        let chosen = match milestone {
            Milestone::Started | Milestone::Detected | Milestone::Acknowledged => {
                points.min_by_key(|point| point.at)
            }
            Milestone::Mitigated | Milestone::Resolved => points.max_by_key(|point| point.at),
        };
        let mut marked = marked;
        chosen.ok_or_else(|| match marked.next() {
            None => NoPoint::Missing(milestone),
            Some(entry) if entry.event.when.time.known().is_some() => {
                NoPoint::Undated(origin(entry, milestone))
            }
            Some(entry) => NoPoint::Untimed(origin(entry, milestone)),
        })
    }

    fn summary_start(&self, document: &Postmortem) -> Result<Point, NoPoint> {
        let start = &document.summary.start;
        let at = match (self.sequence.start, start.time.known()) {
            (Some(at), _) => Ok(at),
            (None, Some(_)) => Err(NoPoint::Undated(Origin::Start)),
            (None, None) if start.is_empty() => Err(NoPoint::Missing(Milestone::Started)),
            (None, None) => Err(NoPoint::Untimed(Origin::Start)),
        };
        at.map(|at| Point {
            origin: Origin::Start,
            at,
            is_approximate: is_approximate(start),
        })
    }

    fn summary_end(&self, document: &Postmortem) -> Result<Point, NoPoint> {
        let end = &document.summary.end;
        if end.is_empty() {
            return Err(NoPoint::Missing(Milestone::Resolved));
        }
        let Some(time) = end.time.known() else {
            return Err(NoPoint::Untimed(Origin::End));
        };
        let at = match end.date_time() {
            Some(at) => Some(at).filter(|_| self.sequence.is_dated),
            // Without a date it is the next such time after the start.
            None if !end.date.is_empty() => None,
            None => self.next_after_start(document, *time),
        };
        let point = at.map(|at| Point {
            origin: Origin::End,
            at,
            is_approximate: is_approximate(end),
        });
        point.ok_or(NoPoint::Undated(Origin::End))
    }

    fn next_after_start(&self, document: &Postmortem, time: ClockTime) -> Option<NaiveDateTime> {
        if let (Ok(start), Some(minutes)) = (self.start, incident_minutes(document)) {
            return start
                .at
                .checked_add_signed(TimeDelta::try_minutes(minutes)?);
        }
        let started = self.row(Milestone::Started).ok()?.at;
        let same_day = started.date().and_time(time.naive());
        if same_day >= started {
            return Some(same_day);
        }
        same_day.checked_add_days(chrono::Days::new(1))
    }
}

fn origin(entry: &Entry<'_>, milestone: Milestone) -> Origin {
    Origin::Row {
        id: entry.event.id,
        milestone,
    }
}

fn is_approximate(moment: &Moment) -> bool {
    let time = moment.time.known().copied();
    time.is_some_and(ClockTime::is_approximate)
}
