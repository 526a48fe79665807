//! Pasted events among those of a timeline: which of them are there already, and where the others
//! go.
//!
//! No event that was there changes its day or its place among the others.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};

use super::events::text_of;
use super::{PastedRow, Ready};
use crate::postmortem::{Entered, Event, Postmortem, RowId};

/// The events that a timeline has, as far as pasted ones are compared with them.
#[derive(Debug)]
pub struct Known {
    is_dated: bool,
    events: BTreeSet<(Option<NaiveDateTime>, String)>,
}

/// What adding events has changed besides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// The first of the new events, as the timeline is now.
    pub first: Option<RowId>,
    /// Events that were given a date: they had that of the row before, which is a new one now.
    pub dated: Vec<RowId>,
}

/// A day that the document tells: that on which it starts, or else that of the first event with a
/// date.
pub fn day_of(document: &Postmortem) -> Option<NaiveDate> {
    let events = document.timeline.events.iter();
    let mut dates = events.filter_map(|event| event.when.date.known());
    let start = document.summary.start.date.known();
    start.or_else(|| dates.next()).copied()
}

impl Known {
    /// The events of a document.
    pub fn of(document: &Postmortem) -> Self {
        let times = times(document).into_iter();
        let events = document.timeline.events.iter().zip(times);
        Self {
            is_dated: is_dated(document),
            events: events
                .map(|(event, at)| (at, event.text.trim().to_owned()))
                .collect(),
        }
    }

    /// Whether a row is there already, with or without the name of who said it.
    pub fn has(&self, row: &PastedRow, ready: &Ready) -> bool {
        let is_comparable = has_day(ready) == Some(self.is_dated);
        let is_there = |has_name| {
            let text = text_of(row, has_name).trim().to_owned();
            self.events.contains(&(ready.at, text))
        };
        is_comparable && ready.at.is_some() && (is_there(true) || is_there(false))
    }
}

/// Adds events, which have their identities, to a timeline in order of time: where they belong, when
/// the timeline is in order and one can tell, else behind all others. Events of one time keep their
/// order, those without a time stay behind the one before them. Blank rows go away.
pub fn add(document: &mut Postmortem, new: Vec<Ready>) -> Added {
    document.timeline.events.retain(|event| !event.is_blank());
    let was = times(document);
    let was_dated = is_dated(document);
    let has_times = was.iter().any(Option::is_some);
    let days: BTreeSet<_> = new
        .iter()
        .filter(|ready| ready.at.is_some())
        .map(has_day)
        .collect();
    let is_comparable = !has_times || days.iter().all(|has_day| *has_day == Some(was_dated));

    let old_keys = carried(&was, None);
    let new_times: Vec<_> = new.iter().map(|ready| ready.at).collect();
    let first = new_times.iter().flatten().next().copied();
    let mut new: Vec<_> = carried(&new_times, first)
        .into_iter()
        .zip(new.into_iter().map(|ready| ready.event))
        .collect();
    // Days that are not told cannot be compared with others.
    if days.len() < 2 {
        new.sort_by_key(|(at, _)| *at);
    }
    let mut added = Added {
        first: new.first().map(|(_, event)| event.id),
        ..Added::default()
    };

    let is_in_place = is_comparable && old_keys.is_sorted();
    let old = std::mem::take(&mut document.timeline.events);
    let mut rows: Vec<Event> = Vec::with_capacity(old.len().saturating_add(new.len()));
    let mut new = new.into_iter().peekable();
    let mut is_behind_new = false;
    for ((mut event, at), key) in old.into_iter().zip(was).zip(old_keys) {
        while let Some((_, earlier)) = new.next_if(|(at, _)| is_in_place && *at < key) {
            rows.push(earlier);
            is_behind_new = true;
        }
        if let (true, true, Some(at)) = (is_behind_new, was_dated, at)
            && event.when.date.is_empty()
        {
            event.when.date = Entered::Known(at.date());
            added.dated.push(event.id);
        }
        // A row without a time takes the day of the one before it on to the next.
        is_behind_new = is_behind_new && at.is_none() && event.when.date.is_empty();
        rows.push(event);
    }
    rows.extend(new.map(|(_, event)| event));
    document.timeline.events = rows;
    added
}

/// Whether the day of a row is known; `None` where it is told in words only.
fn has_day(ready: &Ready) -> Option<bool> {
    match ready.event.when.date {
        Entered::Known(_) => Some(true),
        Entered::Empty => Some(false),
        Entered::AsTyped(_) => None,
    }
}

/// Each time, or that of the one before it where there is none.
fn carried(
    times: &[Option<NaiveDateTime>],
    mut before: Option<NaiveDateTime>,
) -> Vec<Option<NaiveDateTime>> {
    times
        .iter()
        .map(|at| {
            before = at.or(before);
            before
        })
        .collect()
}

fn is_dated(document: &Postmortem) -> bool {
    let mut events = document.timeline.events.iter();
    !document.summary.start.date.is_empty() || events.any(|event| !event.when.date.is_empty())
}

/// When each event was. Where the document has no date at all, its days count from 1970.
fn times(document: &Postmortem) -> Vec<Option<NaiveDateTime>> {
    if is_dated(document) {
        return document.event_times();
    }
    let mut document = document.clone();
    document.summary.start.date = Entered::Known(NaiveDate::default());
    document.summary.start.time = Entered::Empty;
    document.event_times()
}
