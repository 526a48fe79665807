//! All times of a document from one zone to another.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::event_times::DayWalk;
use super::{ClockTime, Entered, Event, Field, Moment, Place, Postmortem};
use crate::zone::{Caution, ClockChange, Zone, ZoneRules, convert};

/// What came of moving a document to another zone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// How many times were rewritten.
    pub count: usize,
    /// What a person should look at, in document order.
    pub notes: Vec<MoveNote>,
}

/// Something about one moment of a document that was moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoveNote {
    /// Which moment.
    pub place: Place,
    /// What about it.
    pub what: MoveRemark,
}

/// What there is to say of a moment that was moved, or was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoveRemark {
    /// It stands as typed, so it stays.
    AsTyped,
    /// It has a date alone, which stays.
    NoTime,
    /// Its day is not known, and in one of the zones the day matters, so it stays.
    NoDay,
    /// It was moved, but may not be what was meant.
    Moved(Caution),
}

/// Rewrites start, end and events of a document, whose times are in the zone `from`, as times of the
/// zone `to`, and names that zone. What is not understood stays, and is told of. `None` when `rules`
/// do not know a zone; the document is as before then.
///
/// Dates that were left out stay so, except where they would now be another day's. Moved back, a
/// document is what it was if its dates were written on every row or only where the day changes, its
/// times are none that the clocks skip, and none becomes the second of two.
pub fn move_timeline(
    document: &mut Postmortem,
    from: &Zone,
    to: &Zone,
    rules: &dyn ZoneRules,
) -> Option<Moved> {
    let utc = NaiveDate::default().into();
    from.offset_at(utc, rules)?;
    to.offset_at(utc, rules)?;
    let mut mover = Mover {
        from,
        to,
        rules,
        moved: Moved::default(),
    };
    let times = document.event_times();
    let has_start_date = DayWalk::of(document).day().is_some();
    let leaves_out = leaves_dates_out(&document.timeline.events);
    mover.start_and_end(document);
    let mut walk = DayWalk::of(document);
    let mut inherited = None;
    let mut is_first = true;
    for (event, time) in document.timeline.events.iter_mut().zip(times) {
        let place = Place::row(Field::Timeline, event.id);
        let was_dated = !event.when.date.is_empty();
        if mover.moment(place, &mut event.when, time)
            && let Some(date) = event.when.date.known().copied()
            && let Some(clock) = event.when.time.known()
        {
            let is_told = if is_first && !was_dated && has_start_date {
                walk.at(clock.naive()).map(|when| when.date()) == Some(date)
            } else {
                inherited == Some(date)
            };
            if is_told && (!was_dated || leaves_out && !is_first) {
                event.when.date = Entered::Empty;
            }
            inherited = Some(date);
            is_first = false;
        } else {
            match &event.when.date {
                Entered::Known(date) => inherited = Some(*date),
                Entered::AsTyped(_) => inherited = None,
                Entered::Empty => {}
            }
            is_first = is_first && event.when.date.is_empty() && time.is_none();
        }
        walk.take(event);
    }
    to.text().clone_into(&mut document.summary.time_zone);
    Some(mover.moved)
}

/// Whether dates stand only where the day changes.
fn leaves_dates_out(events: &[Event]) -> bool {
    let mut date = None;
    events.iter().all(|event| {
        let own = event.when.date.known().copied();
        let is_change = own.is_none() || own != date || event.when.time.known().is_none();
        if !event.when.date.is_empty() {
            date = own;
        }
        is_change
    })
}

struct Mover<'a> {
    from: &'a Zone,
    to: &'a Zone,
    rules: &'a dyn ZoneRules,
    moved: Moved,
}

impl Mover<'_> {
    fn start_and_end(&mut self, document: &mut Postmortem) {
        let (start, end) = (document.summary.start.date_time(), document.end_time());
        let summary = &mut document.summary;
        let is_end_dated = !summary.end.date.is_empty();
        self.moment(Place::field(Field::Start), &mut summary.start, start);
        let start = summary.start.date_time();
        if self.moment(Place::field(Field::End), &mut summary.end, end)
            && !is_end_dated
            && let (Some(start), Some(end)) = (start, summary.end.date_time())
            && end_after(start, end.time()) == Some(end)
        {
            summary.end.date = Entered::Empty;
        }
    }

    /// Moves one moment, which is `known` when its day is. Its date is written out then. False when
    /// it stays.
    fn moment(&mut self, place: Place, moment: &mut Moment, known: Option<NaiveDateTime>) -> bool {
        let remark = match self.moved(moment, known) {
            Ok((date, clock, caution)) => {
                if let Some(date) = date {
                    moment.date = Entered::Known(date);
                }
                moment.time = Entered::Known(clock);
                self.moved.count += 1;
                // The first of two is what a time is read as that comes twice.
                let caution = caution.filter(|caution| *caution != Caution::FirstOfTwo);
                caution.map(MoveRemark::Moved)
            }
            Err(remark) => {
                let remark = remark.filter(|_| !moment.is_empty());
                self.note(place, remark);
                return false;
            }
        };
        self.note(place, remark);
        true
    }

    fn moved(
        &self,
        moment: &Moment,
        known: Option<NaiveDateTime>,
    ) -> Result<(Option<NaiveDate>, ClockTime, Option<Caution>), Option<MoveRemark>> {
        let clock = match (&moment.time, &moment.date) {
            (Entered::AsTyped(_), _) | (Entered::Known(_), Entered::AsTyped(_)) => {
                return Err(Some(MoveRemark::AsTyped));
            }
            (Entered::Empty, Entered::AsTyped(_)) => return Err(Some(MoveRemark::AsTyped)),
            (Entered::Empty, _) => return Err(Some(MoveRemark::NoTime)),
            (Entered::Known(clock), _) => *clock,
        };
        if let Some(known) = known {
            let converted = convert(known, self.from, self.to, self.rules);
            let converted = converted.ok_or(MoveRemark::NoDay)?;
            let (date, time) = (converted.local.date(), converted.local.time());
            return Ok((Some(date), clock.at(time), converted.caution));
        }
        match (self.from.fixed_offset(), self.to.fixed_offset()) {
            (Some(from), Some(to)) => {
                let ahead = TimeDelta::seconds((to.seconds() - from.seconds()).into());
                let (time, _) = clock.naive().overflowing_add_signed(ahead);
                Ok((None, clock.at(time), None))
            }
            _ => Err(Some(MoveRemark::NoDay)),
        }
    }

    fn note(&mut self, place: Place, remark: Option<MoveRemark>) {
        let note = remark.map(|what| MoveNote { place, what });
        self.moved.notes.extend(note);
    }
}

/// The first moment from `start` on at which a clock shows `time`.
fn end_after(start: NaiveDateTime, time: chrono::NaiveTime) -> Option<NaiveDateTime> {
    let end = start.date().and_time(time);
    if end >= start {
        return Some(end);
    }
    end.checked_add_days(chrono::Days::new(1))
}

impl Postmortem {
    /// When the incident ended. Without a date that is on the day of the start, or on the next where
    /// it is earlier.
    fn end_time(&self) -> Option<NaiveDateTime> {
        let (start, end) = (&self.summary.start, &self.summary.end);
        if end.date.is_empty() {
            return end_after(start.date_time()?, end.time.known()?.naive());
        }
        end.date_time()
    }

    /// Where the clocks of the document's zone were changed between its first and its last time, in
    /// order: what lies on both sides of a change is not as far apart as the clock says.
    pub fn clock_changes(&self, zone: &Zone, rules: &dyn ZoneRules) -> Vec<ClockChange> {
        let times: BTreeSet<NaiveDateTime> = [self.summary.start.date_time(), self.end_time()]
            .into_iter()
            .chain(self.event_times())
            .flatten()
            .collect();
        let utc = |local: Option<&NaiveDateTime>| Some(zone.to_utc(*local?, rules)?.utc());
        match (utc(times.first()), utc(times.last())) {
            (Some(first), Some(last)) => zone.clock_changes(first, last, rules),
            _ => Vec::new(),
        }
    }
}
