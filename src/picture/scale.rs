//! From seconds to places across the picture, and the marks on the axis. Whole numbers only, so
//! that a picture is the same wherever it is drawn.

use chrono::{Datelike, NaiveDate, Timelike};

use super::plan::{Plan, Silence, moment};
use crate::postmortem::{Typed, short_date};

/// Across the picture from side to side: hundredths of a percent.
pub(super) const WIDE: i64 = 10_000;
/// What stays free on both sides, for the half of a mark.
const MARGIN: i64 = 200;
/// How wide a silence is where the axis is broken.
const BREAK: i64 = 600;
/// At more places than this the axis is not broken.
const MOST_BREAKS: usize = 8;
/// How far apart words on the axis are at least.
const APART: i64 = 1_400;
/// The axis has about so many marks.
const MOST_TICKS: i64 = 5;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// From one mark to the next.
const STEPS: [i64; 16] = [
    MINUTE,
    2 * MINUTE,
    5 * MINUTE,
    10 * MINUTE,
    15 * MINUTE,
    30 * MINUTE,
    HOUR,
    2 * HOUR,
    3 * HOUR,
    6 * HOUR,
    12 * HOUR,
    DAY,
    2 * DAY,
    7 * DAY,
    28 * DAY,
    91 * DAY,
];

/// Where each moment is.
pub(super) struct Scale {
    from: i64,
    /// The silences that are drawn shorter than they were.
    pub(super) breaks: Vec<Silence>,
    /// How many seconds are drawn as long as they were; never none.
    active: i64,
    to: i64,
}

/// A mark on the axis.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tick {
    pub(super) x: i64,
    /// The time of day, or the day.
    pub(super) label: String,
    /// The day, where it is a new one.
    pub(super) day: Option<String>,
}

impl Scale {
    pub(super) fn of(plan: &Plan<'_>) -> Self {
        let mut active = plan.to - plan.from;
        let mut longest = plan.silences.clone();
        longest.sort_by_key(|silence| std::cmp::Reverse(silence.seconds()));
        let mut breaks = Vec::new();
        for silence in longest.into_iter().take(MOST_BREAKS) {
            // One that leaves room for the rest is drawn as long as it was.
            let rest = active - silence.seconds();
            if rest > 0 && silence.seconds() > rest / 2 {
                active = rest;
                breaks.push(silence);
            }
        }
        breaks.sort_by_key(|silence| silence.from);
        Self {
            from: plan.from,
            breaks,
            active,
            to: plan.to,
        }
    }

    /// How far from the left a moment is, of [`WIDE`].
    pub(super) fn x(&self, at: i64) -> i64 {
        let count = i64::try_from(self.breaks.len()).unwrap_or_default();
        let wide = WIDE - 2 * MARGIN - count * BREAK;
        let (mut active, mut broken) = (at.clamp(self.from, self.to) - self.from, 0);
        for silence in self.breaks.iter().filter(|silence| silence.from < at) {
            let inside = at.min(silence.to) - silence.from;
            active -= inside;
            broken += inside * BREAK / silence.seconds();
        }
        MARGIN + active * wide / self.active + broken
    }

    /// The marks on the axis, from left to right.
    pub(super) fn ticks(&self, is_dated: bool) -> Vec<Tick> {
        let step = self.step();
        let mut moments = Vec::new();
        let mut from = self.from;
        let ends = self.breaks.iter().map(|silence| (silence.from, silence.to));
        for (to, next) in ends.chain([(self.to, self.to)]) {
            let mut at = (from + step - 1).div_euclid(step) * step;
            while at <= to {
                moments.push(at);
                at += step;
            }
            from = next;
        }
        if moments.is_empty() {
            moments.push(self.from);
        }
        let mut ticks: Vec<Tick> = Vec::new();
        let mut day = None;
        for at in moments {
            let x = self.x(at);
            if ticks.last().is_some_and(|last| x - last.x < APART) {
                continue;
            }
            let date = moment(at).date();
            let is_new = is_dated && step < DAY && day.replace(date) != Some(date);
            ticks.push(Tick {
                x,
                label: self.label(at, step, is_dated),
                day: is_new.then(|| self.day(date)),
            });
        }
        ticks
    }

    fn step(&self) -> i64 {
        let fits = |step: &i64| self.active / step <= MOST_TICKS;
        let mut step = STEPS.into_iter().find(fits).unwrap_or(365 * DAY);
        while !fits(&step) {
            step *= 2;
        }
        step
    }

    fn label(&self, at: i64, step: i64, is_dated: bool) -> String {
        let at = moment(at);
        if step < DAY {
            return format!("{:02}:{:02}", at.hour(), at.minute());
        }
        if is_dated {
            return self.day(at.date());
        }
        let days = (at.date() - moment(self.from).date()).num_days();
        format!("Day {}", days + 1)
    }

    fn day(&self, date: NaiveDate) -> String {
        if moment(self.from).year() == moment(self.to).year() {
            short_date(date)
        } else {
            date.canonical()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::{Event, Moment, Postmortem};

    fn ticks(moments: &[&str]) -> Vec<String> {
        let mut document = Postmortem::default();
        for text in moments {
            let (date, time) = text.rsplit_once(' ').unwrap_or(("", text));
            document.timeline.events.push(Event {
                when: Moment {
                    date: date.into(),
                    time: time.into(),
                },
                ..Event::default()
            });
        }
        let plan = Plan::of(&document).unwrap();
        let ticks = Scale::of(&plan).ticks(plan.is_dated).into_iter();
        let words = ticks.map(|tick| match tick.day {
            Some(day) => format!("{} {} {day}", tick.x, tick.label),
            None => format!("{} {}", tick.x, tick.label),
        });
        words.collect()
    }

    #[test]
    fn the_axis_has_a_few_round_marks() {
        let night = ["20:00", "04:00"];
        let nights: Vec<&str> = night.into_iter().cycle().take(13).collect();
        for (moments, expected) in [
            (
                &["9:00", "9:04"][..],
                &[
                    "200 09:00",
                    "2600 09:01",
                    "5000 09:02",
                    "7400 09:03",
                    "9800 09:04",
                ][..],
            ),
            (&["9:12:10", "9:12:40"], &["200 09:12"]),
            (
                &["9:12", "11:47"],
                &[
                    "1314 09:30",
                    "3172 10:00",
                    "5030 10:30",
                    "6889 11:00",
                    "8747 11:30",
                ],
            ),
            (
                &["2024-09-17 22:30", "2024-09-18 01:30"],
                &["1800 23:00 17 Sep", "5000 00:00 18 Sep", "8200 01:00"],
            ),
            (
                &["2024-09-01 9:00", "2024-09-04 9:00"],
                &["2200 2 Sep", "5400 3 Sep", "8600 4 Sep"],
            ),
            (
                &["2023-12-30 9:00", "2024-01-02 9:00"],
                &["2200 2023-12-31", "5400 2024-01-01", "8600 2024-01-02"],
            ),
            (&nights, &["2066 Day 3", "5266 Day 5", "8466 Day 7"]),
            (
                &["1980-01-01 0:00", "2890-01-01 0:00"],
                &["2793 2225-10-31", "5492 2481-08-29", "8191 2737-06-29"],
            ),
        ] {
            assert_eq!(ticks(moments), expected, "{moments:?}");
        }
    }

    #[test]
    fn a_silence_that_outweighs_the_rest_is_drawn_short() {
        let silence = |from: i64, to: i64| Silence { from, to };
        let plan = |to, silences: &[Silence]| Plan {
            from: 0,
            to,
            is_dated: false,
            zone: String::new(),
            phases: Vec::new(),
            rows: Vec::new(),
            untimed: 0,
            silences: silences.to_vec(),
            more_silences: 0,
        };
        for (to, silences, moments, expected) in [
            (
                100,
                &[][..],
                &[0, 50, 100, -1, 200][..],
                &[200, 5_000, 9_800, 200, 9_800][..],
            ),
            // A quarter is left as it is.
            (100, &[silence(50, 75)], &[50, 75], &[5_000, 7_400]),
            // Nine tenths are not: the rest is drawn to one scale.
            (
                100,
                &[silence(5, 95)],
                &[0, 5, 50, 95, 100],
                &[200, 4_700, 5_000, 5_300, 9_800],
            ),
            // A silence with nothing around it is all there is.
            (100, &[silence(0, 100)], &[0, 50, 100], &[200, 5_000, 9_800]),
        ] {
            let scale = Scale::of(&plan(to, silences));
            let places: Vec<i64> = moments.iter().map(|at| scale.x(*at)).collect();
            assert_eq!(places, expected, "{silences:?}");
        }
    }
}
