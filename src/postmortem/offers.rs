//! Start and end are one fact each, and stand in two places: in the summary, and as the first and
//! the last milestone of the timeline. What one place can offer to the other, and where the two say
//! different things.

use chrono::TimeDelta;

use super::milestones::Milestones;
use super::sequence::{Sequence, slack};
use super::{Entered, Milestone, Moment, Origin, Point, Postmortem, RowId};

/// Something that one place says and the other lacks. Nothing is taken without a person's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// A moment for a place that has none: for the summary, or for a row that marks the milestone.
    Moment {
        /// Who says it.
        from: Origin,
        /// Whom it is offered to.
        to: Origin,
        /// The moment as it would be entered there; the date of a row stays empty where it follows
        /// from the row before.
        when: Moment,
    },
    /// A milestone for a row of that very time, while no row marks it.
    Mark {
        /// Who says it.
        from: Origin,
        /// The row.
        row: RowId,
        /// The milestone.
        milestone: Milestone,
    },
    /// A row that marks the milestone, while none does and none is of that time.
    Row {
        /// Who says it.
        from: Origin,
        /// The milestone.
        milestone: Milestone,
        /// The row's moment.
        when: Moment,
    },
}

/// Two places that give the same fact differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The summary's start or end.
    pub summary: Point,
    /// The row that marks it.
    pub row: Point,
}

const PAIRS: [(Milestone, Origin); 2] = [
    (Milestone::Started, Origin::Start),
    (Milestone::Resolved, Origin::End),
];

/// What the summary and the timeline can offer to each other, the start first.
pub fn offers(document: &Postmortem) -> Vec<Offer> {
    let milestones = Milestones::of(document);
    let pairs = PAIRS.iter();
    pairs
        .filter_map(|(milestone, origin)| offer(document, &milestones, *milestone, *origin))
        .collect()
}

/// Where the summary and the timeline give the start or the end differently, the start first.
///
/// An end at which users stopped hurting is no contradiction: some count an incident until then.
pub fn contradictions(document: &Postmortem) -> Vec<Contradiction> {
    let milestones = Milestones::of(document);
    let pairs = PAIRS.iter();
    let found = pairs.filter_map(|(milestone, origin)| {
        let summary = in_summary(&milestones, *origin)?;
        let row = milestones.row(*milestone).ok()?;
        let is_same = |row: Point| distance(summary, row) <= slack_of(summary, row);
        let is_mitigation = || {
            let mitigated = milestones.row(Milestone::Mitigated);
            *origin == Origin::End && mitigated.is_ok_and(is_same)
        };
        (!is_same(row) && !is_mitigation()).then_some(Contradiction { summary, row })
    });
    found.collect()
}

fn offer(
    document: &Postmortem,
    milestones: &Milestones<'_>,
    milestone: Milestone,
    origin: Origin,
) -> Option<Offer> {
    let entered = match origin {
        Origin::End => &document.summary.end,
        _ => &document.summary.start,
    };
    let sequence = milestones.sequence();
    match (in_summary(milestones, origin), milestones.row(milestone)) {
        // What stands there and was not understood is the author's to correct.
        (None, Ok(row)) if entered.time.is_empty() => to_summary(entered, sequence, row, origin),
        (Some(point), Err(super::NoPoint::Untimed(row))) => {
            let Origin::Row { id, .. } = row else {
                return None;
            };
            let place = place_of(sequence, id)?;
            let when = &sequence.entries.get(place)?.event.when;
            let above = sequence.entries.get(..place).unwrap_or_default();
            let day = above.iter().rev().find_map(|entry| entry.when);
            let day = day.or(sequence.start).map(|at| at.date());
            let date = match sequence.is_dated && day != Some(point.at.date()) {
                true => Entered::Known(point.at.date()),
                false => when.date.clone(),
            };
            is_free(when, sequence, point).then(|| Offer::Moment {
                from: origin,
                to: row,
                when: Moment {
                    date,
                    time: entered.time.clone(),
                },
            })
        }
        (Some(point), Err(super::NoPoint::Missing(_))) => {
            let mut entries = sequence.entries.iter();
            let row = entries.find(|entry| {
                entry.event.milestone.is_none() && entry.has_day && entry.when == Some(point.at)
            });
            Some(match row {
                Some(row) => Offer::Mark {
                    from: origin,
                    row: row.event.id,
                    milestone,
                },
                None => Offer::Row {
                    from: origin,
                    milestone,
                    when: entered.clone(),
                },
            })
        }
        _ => None,
    }
}

fn to_summary(
    entered: &Moment,
    sequence: &Sequence<'_>,
    row: Point,
    origin: Origin,
) -> Option<Offer> {
    let Origin::Row { id, .. } = row.origin else {
        return None;
    };
    let entry = sequence.entries.get(place_of(sequence, id)?)?;
    is_free(entered, sequence, row).then(|| Offer::Moment {
        from: row.origin,
        to: origin,
        when: Moment {
            date: match sequence.is_dated {
                true => Entered::Known(row.at.date()),
                false => Entered::Empty,
            },
            time: entry.event.when.time.clone(),
        },
    })
}

fn place_of(sequence: &Sequence<'_>, row: RowId) -> Option<usize> {
    let mut entries = sequence.entries.iter();
    entries.position(|entry| entry.event.id == row)
}

/// Whether a moment has room for a time, and for that day.
fn is_free(moment: &Moment, sequence: &Sequence<'_>, point: Point) -> bool {
    let is_same_day = |date: &chrono::NaiveDate| sequence.is_dated && *date == point.at.date();
    moment.time.is_empty()
        && (moment.date.is_empty() || moment.date.known().is_some_and(is_same_day))
}

fn in_summary(milestones: &Milestones<'_>, origin: Origin) -> Option<Point> {
    match origin {
        Origin::Start => milestones.start.ok(),
        Origin::End => milestones.end.ok(),
        Origin::Row { .. } => None,
    }
}

fn distance(one: Point, other: Point) -> TimeDelta {
    (one.at - other.at).abs()
}

fn slack_of(one: Point, other: Point) -> TimeDelta {
    slack(one.is_approximate || other.is_approximate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::Event;

    fn moment(text: &str) -> Moment {
        let (date, time) = text.rsplit_once(' ').unwrap_or(("", text));
        Moment {
            date: date.into(),
            time: time.into(),
        }
    }

    type Row = (&'static str, Option<Milestone>);

    fn document(start: &str, end: &str, rows: &[Row]) -> Postmortem {
        let mut document = Postmortem::default();
        (document.summary.start, document.summary.end) = (moment(start), moment(end));
        for ((when, milestone), id) in rows.iter().zip(1..) {
            document.timeline.events.push(Event {
                id: RowId(id),
                when: moment(when),
                text: "x".to_owned(),
                milestone: *milestone,
                ..Event::default()
            });
        }
        document
    }

    fn word(offer: &Offer) -> String {
        let origin = |origin: &Origin| match origin {
            Origin::Row { id, .. } => format!("row {}", id.0),
            summary => summary.label().to_owned(),
        };
        let typed = |when: &Moment| format!("{} {}", when.date.text(), when.time.text());
        match offer {
            Offer::Moment { from, to, when } => {
                format!("{} → {}: {}", origin(from), origin(to), typed(when))
            }
            Offer::Mark { row, milestone, .. } => format!("mark row {} {milestone:?}", row.0),
            Offer::Row {
                milestone, when, ..
            } => format!("add {milestone:?}: {}", typed(when)),
        }
    }

    const STARTED: Option<Milestone> = Some(Milestone::Started);
    const RESOLVED: Option<Milestone> = Some(Milestone::Resolved);
    const MITIGATED: Option<Milestone> = Some(Milestone::Mitigated);

    #[test]
    fn what_one_place_says_is_offered_to_the_other_that_is_empty() {
        for (start, end, rows, expected) in [
            ("", "", &[][..], &[][..]),
            (
                "",
                "",
                &[("2024-05-04 23:50", STARTED), ("~00:20", RESOLVED)],
                &[
                    "row 1 → Start: 2024-05-04 23:50",
                    "row 2 → End: 2024-05-05 ~00:20",
                ],
            ),
            // A document without dates gets none.
            ("", "", &[("9:00", STARTED)], &["row 1 → Start:  09:00"]),
            // A date that is there already, and fits or does not.
            (
                "2024-05-04 ",
                "2024-05-06 ",
                &[("9:00", STARTED), ("10:00", RESOLVED)],
                &["row 1 → Start: 2024-05-04 09:00"],
            ),
            // Both say it.
            (
                "9:00",
                "10:00",
                &[("9:00", STARTED), ("10:00", RESOLVED)],
                &[],
            ),
            // The row has no time; its day follows from the row before, or does not.
            (
                "2024-05-04 23:00",
                "2024-05-05 1:00",
                &[("", STARTED), ("23:10", None), ("", RESOLVED)],
                &["Start → row 1:  23:00", "End → row 3: 2024-05-05 01:00"],
            ),
            // No row marks it: one of that time could, or a new one.
            (
                "2024-05-04 9:00",
                "2024-05-04 10:00",
                &[("9:00", None), ("9:30", None)],
                &["mark row 1 Started", "add Resolved: 2024-05-04 10:00"],
            ),
            // What was typed and not understood is nobody's to replace.
            ("soon", "", &[("9:00", STARTED)], &[]),
        ] {
            let offers = offers(&document(start, end, rows));
            let words: Vec<String> = offers.iter().map(word).collect();
            assert_eq!(words, expected, "{start} – {end}: {rows:?}");
        }
    }

    #[test]
    fn two_places_that_differ_contradict_each_other() {
        for (start, end, rows, expected) in [
            (
                "9:00",
                "10:00",
                &[("9:00", STARTED), ("10:00", RESOLVED)][..],
                &[][..],
            ),
            (
                "9:00",
                "10:00",
                &[("9:01", STARTED), ("9:50", RESOLVED)],
                &["Start", "End"],
            ),
            (
                "9:00",
                "10:00",
                &[("~9:10", STARTED), ("~9:40", RESOLVED)],
                &["End"],
            ),
            ("9:00:10", "", &[("9:00", STARTED), ("9:50", RESOLVED)], &[]),
            // Of two rows, the first start and the last end.
            (
                "9:00",
                "10:00",
                &[
                    ("9:00", STARTED),
                    ("9:20", STARTED),
                    ("9:30", RESOLVED),
                    ("10:00", RESOLVED),
                ],
                &[],
            ),
            // Counted until users stopped hurting.
            (
                "9:00",
                "9:30",
                &[("9:30", MITIGATED), ("10:00", RESOLVED)],
                &[],
            ),
            (
                "2024-05-04 9:00",
                "",
                &[("2024-05-05 9:00", STARTED)],
                &["Start"],
            ),
            // Days that cannot be compared.
            ("9:00", "", &[("2024-05-05 9:30", STARTED)], &[]),
        ] {
            let found = contradictions(&document(start, end, rows));
            let labels: Vec<&str> = found
                .iter()
                .map(|found| found.summary.origin.label())
                .collect();
            assert_eq!(labels, expected, "{start} – {end}: {rows:?}");
        }
    }
}
