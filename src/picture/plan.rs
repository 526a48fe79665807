//! What there is to draw, in seconds: the period, the phases, the rows, and where nothing was
//! written for long. Nothing here knows how it is drawn.

use chrono::{DateTime, NaiveDateTime};

use crate::postmortem::{Event, Milestones, Phase, Postmortem, one_line, phases_of};

/// A silence is longer than this.
const FEWEST_SECONDS: i64 = 30 * 60;
/// And longer than so many of the usual gaps between two moments.
const TIMES: i64 = 4;
/// More silences than this are not told one by one.
const MOST_SILENCES: usize = 12;

/// What there is to draw.
pub(super) struct Plan<'a> {
    /// The first moment and the last, in seconds since 1970 by the document's clocks.
    pub(super) from: i64,
    pub(super) to: i64,
    /// Whether the document says what days these are.
    pub(super) is_dated: bool,
    /// The zone, as typed, on one line.
    pub(super) zone: String,
    pub(super) phases: Vec<Phase>,
    /// The rows that have a moment, by time.
    pub(super) rows: Vec<Row<'a>>,
    /// How many rows have none.
    pub(super) untimed: usize,
    /// The longest silences, by time.
    pub(super) silences: Vec<Silence>,
    /// How many more there are.
    pub(super) more_silences: usize,
}

/// A row of the timeline at its moment.
pub(super) struct Row<'a> {
    pub(super) at: i64,
    pub(super) event: &'a Event,
}

impl Row<'_> {
    pub(super) fn is_approximate(&self) -> bool {
        let time = self.event.when.time.known();
        time.is_some_and(|time| time.is_approximate())
    }
}

/// A stretch in which nothing was written for long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Silence {
    pub(super) from: i64,
    pub(super) to: i64,
}

impl Silence {
    pub(super) fn seconds(self) -> i64 {
        self.to.saturating_sub(self.from)
    }
}

impl<'a> Plan<'a> {
    pub(super) fn of(document: &'a Postmortem) -> Option<Self> {
        let milestones = Milestones::of(document);
        let sequence = milestones.sequence();
        let mut rows: Vec<Row<'a>> = sequence
            .entries
            .iter()
            .filter(|entry| entry.has_day)
            .filter_map(|entry| {
                Some(Row {
                    at: seconds(entry.when?),
                    event: entry.event,
                })
            })
            .collect();
        rows.sort_by_key(|row| row.at);
        let summary = [milestones.start, milestones.end].into_iter().flatten();
        let mut moments: Vec<i64> = summary
            .map(|point| seconds(point.at))
            .chain(rows.iter().map(|row| row.at))
            .collect();
        moments.sort_unstable();
        moments.dedup();
        let (from, to) = (*moments.first()?, *moments.last()?);
        if from == to {
            return None;
        }
        let (silences, more_silences) = silences(&moments);
        Some(Self {
            from,
            to,
            is_dated: sequence.is_dated,
            zone: one_line(&document.summary.time_zone),
            phases: phases_of(&milestones),
            untimed: sequence.entries.len() - rows.len(),
            rows,
            silences,
            more_silences,
        })
    }
}

/// The longest silences between moments that stand in order, and how many more there are.
fn silences(moments: &[i64]) -> (Vec<Silence>, usize) {
    let pairs = moments.iter().zip(moments.iter().skip(1));
    let gaps: Vec<Silence> = pairs
        .map(|(from, to)| Silence {
            from: *from,
            to: *to,
        })
        .collect();
    let mut lengths: Vec<i64> = gaps.iter().map(|gap| gap.seconds()).collect();
    lengths.sort_unstable();
    let middle = lengths.len().saturating_sub(1) / 2;
    let usual = lengths.get(middle).copied().unwrap_or_default();
    let longest = FEWEST_SECONDS.max(usual.saturating_mul(TIMES));
    let mut silences = gaps;
    silences.retain(|gap| gap.seconds() > longest);
    let count = silences.len();
    silences.sort_by_key(|silence| std::cmp::Reverse(silence.seconds()));
    silences.truncate(MOST_SILENCES);
    silences.sort_by_key(|silence| silence.from);
    let more = count - silences.len();
    (silences, more)
}

/// A moment by the document's clocks, as a number that moments can be measured with.
pub(super) fn seconds(at: NaiveDateTime) -> i64 {
    at.and_utc().timestamp()
}

/// The moment of that number.
pub(super) fn moment(seconds: i64) -> NaiveDateTime {
    DateTime::from_timestamp(seconds, 0)
        .unwrap_or_default()
        .naive_utc()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_a_silence_when_it_is_long_and_much_longer_than_usual() {
        let minutes = |moments: &[i64]| {
            let moments: Vec<i64> = moments.iter().map(|minute| minute * 60).collect();
            let (silences, more) = silences(&moments);
            assert_eq!(more, 0);
            let pairs = silences.iter().map(|gap| (gap.from / 60, gap.to / 60));
            pairs.collect::<Vec<_>>()
        };
        for (moments, expected) in [
            (&[][..], &[][..]),
            (&[0], &[]),
            (&[0, 600], &[]),
            (&[0, 5, 35], &[]),
            (&[0, 5, 36], &[(5, 36)]),
            // Four times the usual, or more.
            (&[0, 20, 40, 120], &[]),
            (&[0, 20, 40, 121], &[(40, 121)]),
            (&[0, 200, 210, 220, 300, 310], &[(0, 200), (220, 300)]),
        ] {
            assert_eq!(minutes(moments), expected, "{moments:?}");
        }
    }

    #[test]
    fn of_many_silences_the_longest_are_told() {
        let mut moments = Vec::new();
        for index in 0..40 {
            let start = index * 100_000;
            moments.extend([start, start + 60, start + 120, start + 180 + index]);
        }
        let (silences, more) = silences(&moments);
        assert_eq!((silences.len(), more), (12, 39 - 12));
        assert!(silences.is_sorted_by_key(|silence| silence.from));
    }
}
