//! Making several events of the timeline later, or earlier, at once.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDateTime, TimeDelta};

use super::ordering::timed;
use super::{Entered, Postmortem, RowId};

impl Postmortem {
    /// Makes those events later by a length of time (earlier by a negative one), and keeps the others
    /// at their times; events that were in order are so afterwards. What has no time that is
    /// understood stays as it is. Gives how many have another time now.
    pub fn delay(&mut self, ids: &BTreeSet<RowId>, by: TimeDelta) -> usize {
        let was = self.timeline.events.clone();
        let mut rows = timed(self);
        let is_in_order = rows
            .iter()
            .zip(rows.iter().skip(1))
            .all(|(a, b)| a.may_precede(b));
        let mut delayed = BTreeMap::new();
        for row in rows.iter_mut().filter(|row| ids.contains(&row.id)) {
            if let Some(when) = row.when.checked_add_signed(by) {
                delayed.insert(
                    row.id,
                    (when, row.has_day && when.date() != row.when.date()),
                );
                row.when = when;
            }
        }
        for event in &mut self.timeline.events {
            if let (Some((when, is_other_day)), Entered::Known(clock)) =
                (delayed.get(&event.id), &event.when.time)
            {
                event.when.time = Entered::Known(clock.at(when.time()));
                if *is_other_day {
                    event.when.date = Entered::Known(when.date());
                }
            }
        }
        if is_in_order {
            let times: BTreeMap<RowId, NaiveDateTime> =
                rows.iter().map(|row| (row.id, row.when)).collect();
            let mut last = None;
            self.timeline.events.sort_by_cached_key(|event| {
                last = times.get(&event.id).copied().or(last);
                last
            });
        }
        if !self.write_days_of(&rows) {
            self.timeline.events = was;
            return 0;
        }
        delayed.len()
    }
}

#[cfg(test)]
mod tests {
    use super::super::ordering::tests::{document, rows};
    use super::*;

    #[test]
    fn several_events_become_later_together() {
        let day = "2026-05-04 20:00";
        for (start, given, ids, minutes, expected) in [
            (
                "",
                vec!["10:00", "10:10", "~10:20"],
                vec![2, 3],
                60,
                vec!["1 10:00", "2 11:10", "3 ~11:20"],
            ),
            (
                "",
                vec!["10:00", "10:10", "10:20"],
                vec![1],
                15,
                vec!["2 10:10", "1 10:15", "3 10:20"],
            ),
            (
                "",
                vec!["10:00", "soon", "10:20"],
                vec![2, 3],
                -5,
                vec!["1 10:00", "2 soon", "3 10:15"],
            ),
            // Over midnight, with the day written where it changes.
            (
                day,
                vec!["22:00", "23:30", "23:50"],
                vec![2],
                60,
                vec!["1 22:00", "3 23:50", "2 2026-05-05 00:30"],
            ),
            (
                day,
                vec!["23:00", "2026-05-05 00:10", "00:20"],
                vec![2],
                -30,
                vec!["1 23:00", "2 2026-05-04 23:40", "3 00:20"],
            ),
            // Not sorted by the way.
            (
                "",
                vec!["10:00", "09:00"],
                vec![2],
                5,
                vec!["1 10:00", "2 09:05"],
            ),
        ] {
            let mut document = document(start, &given);
            let ids: BTreeSet<RowId> = ids.into_iter().map(RowId).collect();
            let count = document.delay(&ids, TimeDelta::minutes(minutes));
            assert_eq!(rows(&document), expected, "{given:?}");
            assert!(count >= 1);
        }
    }
}
