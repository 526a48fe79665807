//! Keeping the timeline in order of time, row by row.

use chrono::{NaiveDateTime, TimeDelta};

use super::event_times::DayWalk;
use super::sequence::{Sequence, slack};
use super::{Entered, Event, Postmortem, RowId};

/// A row, when it was, and how much earlier than the row above that may be.
pub(super) struct Timed {
    pub(super) id: RowId,
    pub(super) when: NaiveDateTime,
    slack: TimeDelta,
    /// Whether its day is one that can be written.
    pub(super) has_day: bool,
}

impl Timed {
    /// Whether this row may stand above the other.
    pub(super) fn may_precede(&self, other: &Self) -> bool {
        self.when <= other.when + self.slack.max(other.slack)
    }
}

impl Postmortem {
    /// Moves an event to where its time belongs, when it stands elsewhere and all others are in
    /// order; behind those of the same time. No event changes its day by that: a date that was left
    /// out is written where it would now be read as another. Gives whether it was moved.
    pub fn put_in_order(&mut self, id: RowId) -> bool {
        let before = timed(self);
        let Some(at) = before.iter().position(|row| row.id == id) else {
            return false;
        };
        let (above, below) = before.split_at(at);
        let Some((row, below)) = below.split_first() else {
            return false;
        };
        let fits = above.last().is_none_or(|above| above.may_precede(row))
            && below.first().is_none_or(|below| row.may_precede(below));
        let others = || above.iter().chain(below);
        let is_others_in_order = others()
            .zip(others().skip(1))
            .all(|(a, b)| a.may_precede(b));
        if fits || !is_others_in_order {
            return false;
        }
        let next = others()
            .find(|other| other.when > row.when)
            .map(|row| row.id);
        let was = self.timeline.events.clone();
        let events = &mut self.timeline.events;
        let Some(from) = events.iter().position(|event| event.id == id) else {
            return false;
        };
        let event = events.remove(from);
        let to = match next {
            Some(next) => events.iter().position(|event| event.id == next),
            // An empty row at the end waits for what comes next.
            None => events
                .iter()
                .rposition(|event| !event.is_blank())
                .map(|at| at.saturating_add(1)),
        };
        events.insert(to.unwrap_or(0).min(events.len()), event);
        let is_kept = self.write_days_of(&before);
        if !is_kept {
            self.timeline.events = was;
        }
        is_kept
    }

    /// Whether the events stand in order of time, as exactly as their times are given. Where no day
    /// is known at all, they are of one night.
    pub fn is_in_order(&self) -> bool {
        match self.event_times().iter().any(Option::is_some) {
            true => timed(self).is_sorted_by(Timed::may_precede),
            false => self.chronological_order().is_sorted(),
        }
    }

    /// Puts the events in order of time, as [`Postmortem::chronological_order`] has them. None changes
    /// its day by that: a date that was left out is written where it would now be read as another.
    pub fn sort_by_time(&mut self) {
        let (order, times) = (self.chronological_order(), self.event_times());
        let mut walk = DayWalk::of(self);
        let events = &self.timeline.events;
        let mut sorted = Vec::with_capacity(events.len());
        for at in order {
            let (Some(event), Some(when)) = (events.get(at), times.get(at)) else {
                continue;
            };
            let mut event = event.clone();
            let mut after = walk.clone();
            if let (Some(when), true) = (when, after.take(&event) != *when) {
                event.when.date = Entered::Known(when.date());
                after = walk;
                after.take(&event);
            }
            walk = after;
            sorted.push(event);
        }
        self.timeline.events = sorted;
    }

    /// Whether two neighbours may change places: when that puts no event before an earlier minute
    /// than its own. What has no time that is understood may stand anywhere.
    pub fn may_swap(&self, upper: RowId, lower: RowId) -> bool {
        let rows = timed(self);
        let of = |id| rows.iter().find(|row| row.id == id);
        match (of(upper), of(lower)) {
            (Some(upper), Some(lower)) => lower.may_precede(upper),
            _ => true,
        }
    }

    /// Writes the date into every event that no longer reads as it did; gives whether all do then,
    /// which days that count from nowhere do not allow.
    pub(super) fn write_days_of(&mut self, before: &[Timed]) -> bool {
        // Few are: what was moved, what it stood above, and what it stands above now.
        const MOST: usize = 50;
        let mut before: Vec<&Timed> = before.iter().collect();
        before.sort_unstable_by_key(|row| row.id);
        for _ in 0..MOST {
            let mut now = timed(self);
            now.sort_unstable_by_key(|row| row.id);
            let mut pairs = before.iter().zip(&now);
            let Some((row, _)) = pairs.find(|(before, now)| before.when != now.when) else {
                return true;
            };
            let mut events = self.timeline.events.iter_mut();
            match events.find(|event| event.id == row.id) {
                Some(event) if row.has_day => {
                    event.when.date = Entered::Known(row.when.date());
                }
                _ => return false,
            }
        }
        false
    }
}

/// The rows whose times are known, in the order of the rows.
pub(super) fn timed(document: &Postmortem) -> Vec<Timed> {
    let sequence = Sequence::of(document);
    let is_dated = sequence.is_dated;
    let entries = sequence.entries.into_iter();
    let timed = entries.filter_map(|entry| {
        Some(Timed {
            id: entry.event.id,
            when: entry.when?,
            slack: slack_of(entry.event),
            has_day: is_dated && entry.has_day,
        })
    });
    timed.collect()
}

fn slack_of(event: &Event) -> TimeDelta {
    slack(
        event
            .when
            .time
            .known()
            .is_some_and(|time| time.is_approximate()),
    )
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::postmortem::Moment;

    /// A document whose rows are "date time", "time" or nothing; their identities count from 1.
    pub(crate) fn document(start: &str, rows: &[&str]) -> Postmortem {
        let moment = |text: &str| match text.split_once(' ') {
            Some((date, time)) => Moment {
                date: date.into(),
                time: time.into(),
            },
            None => Moment {
                date: "".into(),
                time: text.into(),
            },
        };
        let mut document = Postmortem::default();
        document.summary.start = moment(start);
        for (index, row) in rows.iter().enumerate() {
            document.timeline.events.push(Event {
                id: RowId(index as u64 + 1),
                when: moment(row),
                text: "x".into(),
                ..Event::default()
            });
        }
        document
    }

    pub(crate) fn rows(document: &Postmortem) -> Vec<String> {
        let events = document.timeline.events.iter();
        let row = |event: &Event| {
            let (date, time) = (event.when.date.text(), event.when.time.text());
            format!("{} {date} {time}", event.id.0).replace("  ", " ")
        };
        events
            .map(|event| row(event).trim_end().to_owned())
            .collect()
    }

    #[test]
    fn an_event_goes_where_its_time_belongs() {
        let day = "2026-05-04 09:00";
        for (start, given, id, expected) in [
            // Before, between, behind those of the same time, at the end.
            (
                "",
                vec!["10:00", "10:10", "09:50"],
                3,
                vec!["3 09:50", "1 10:00", "2 10:10"],
            ),
            (
                "",
                vec!["10:00", "10:10", "10:05"],
                3,
                vec!["1 10:00", "3 10:05", "2 10:10"],
            ),
            (
                day,
                vec!["10:00", "10:05", "10:10", "10:05"],
                4,
                vec!["1 10:00", "2 10:05", "4 10:05", "3 10:10"],
            ),
            (
                "",
                vec!["10:30", "10:10", "10:20"],
                1,
                vec!["2 10:10", "3 10:20", "1 10:30"],
            ),
            // What has no time stays behind the row that it stands behind.
            (
                "",
                vec!["10:00", "", "10:10", "10:05"],
                4,
                vec!["1 10:00", "2", "4 10:05", "3 10:10"],
            ),
            // Another day, written where it would get lost.
            (
                day,
                vec!["2026-05-04 23:00", "2026-05-05 01:00", "2026-05-04 22:00"],
                3,
                vec![
                    "3 2026-05-04 22:00",
                    "1 2026-05-04 23:00",
                    "2 2026-05-05 01:00",
                ],
            ),
            (
                day,
                vec!["2026-05-05 01:00", "02:00", "2026-05-04 22:00"],
                3,
                vec!["3 2026-05-04 22:00", "1 2026-05-05 01:00", "2 02:00"],
            ),
        ] {
            let mut document = document(start, &given);
            assert!(document.put_in_order(RowId(id)), "{given:?}");
            let got = rows(&document);
            // The row that moved may have got its day written.
            let is_as_expected = got.iter().zip(&expected).all(|(got, expected)| {
                got == expected || got.replace("2026-05-04 ", "") == *expected
            });
            assert!(is_as_expected && got.len() == expected.len(), "{got:?}");
        }
    }

    #[test]
    fn what_stands_well_or_cannot_be_placed_stays() {
        let day = "2026-05-04 09:00";
        for (start, given, id) in [
            ("", vec!["10:00", "10:05", "10:10"], 2),
            ("", vec!["10:00", "10:00:30", "10:00"], 3),
            ("", vec!["14:06", "~14:00", "14:10"], 2),
            // Midnight.
            (day, vec!["23:50", "00:10"], 2),
            // Others are out of order: an imported timeline is not for one row to sort.
            ("", vec!["10:00", "09:00", "08:00", "09:30"], 4),
            ("", vec!["10:00", "soon"], 2),
            ("", vec!["10:00"], 7),
        ] {
            let mut document = document(start, &given);
            let before = document.clone();
            assert!(!document.put_in_order(RowId(id)), "{given:?}");
            assert_eq!(document, before);
        }
    }

    #[test]
    fn no_event_changes_its_time_when_one_is_moved() {
        let given = ["22:00", "23:00", "01:00", "02:00", "23:30"];
        for id in 1..=given.len() as u64 {
            for time in ["21:30", "23:10", "2026-05-05 00:30", "2026-05-05 05:00"] {
                let mut document = document("2026-05-04 21:00", &given[..4]);
                let (date, time) = time.split_once(' ').unwrap_or(("2026-05-04", time));
                if let Some(event) = document
                    .timeline
                    .events
                    .iter_mut()
                    .find(|row| row.id.0 == id)
                {
                    event.when = Moment {
                        date: date.into(),
                        time: time.into(),
                    };
                }
                let mut before = timed(&document);
                before.sort_by_key(|row| row.when);
                let mut sorted = document.clone();
                sorted.put_in_order(RowId(id));
                let after = timed(&sorted);
                let times = |rows: &[Timed]| -> Vec<_> {
                    rows.iter().map(|row| (row.id, row.when)).collect()
                };
                assert_eq!(times(&after), times(&before), "{id} {time}");
            }
        }
    }

    #[test]
    fn neighbours_change_places_within_a_minute() {
        let document = document("", &["10:00", "10:00", "10:01", "", "10:00:50"]);
        for (upper, lower, may) in [
            (1, 2, true),
            (2, 3, false),
            (3, 4, true),
            (4, 5, true),
            (3, 5, true),
        ] {
            assert_eq!(
                document.may_swap(RowId(upper), RowId(lower)),
                may,
                "{upper} {lower}"
            );
        }
    }

    #[test]
    fn sorting_keeps_the_day_of_every_event() {
        for (start, rows, sorted) in [
            (
                "2024-05-03 10:00",
                &["10:10", "2024-05-04 09:00", "08:00"][..],
                &["10:10", "2024-05-04 08:00", "2024-05-04 09:00"][..],
            ),
            (
                "2024-05-03 10:00",
                &["10:10", "11:00", "10:30", "soon"],
                &["10:10", "10:30", "soon", "11:00"],
            ),
            ("", &["10:00", "09:00"], &["09:00", "10:00"]),
            ("", &[], &[]),
        ] {
            let mut document = document(start, rows);
            let days = |document: &Postmortem| {
                let events = document.timeline.events.iter();
                let timed = events.map(|event| event.id).zip(document.event_times());
                timed.collect::<std::collections::BTreeMap<_, _>>()
            };
            let before = days(&document);
            document.sort_by_time();
            assert_eq!(days(&document), before, "{rows:?}");
            let shown = document.timeline.events.iter().map(|event| {
                let when = &event.when;
                format!("{} {}", when.date.text(), when.time.text())
                    .trim()
                    .to_owned()
            });
            assert_eq!(shown.collect::<Vec<_>>(), sorted, "{rows:?}");
            assert!(document.is_in_order());
        }
        let guessed = document("2024-05-03 14:00", &["14:10", "~14:05", "14:07"]);
        assert!(
            guessed.is_in_order(),
            "a guess is good for a quarter of an hour"
        );
        assert!(!document("2024-05-03 14:00", &["14:10", "14:05"]).is_in_order());
        assert!(!document("", &["23:47", "00:10", "04:20", "23:30"]).is_in_order());
        assert!(document("", &["23:30", "23:47", "00:10", "04:20"]).is_in_order());
    }
}
