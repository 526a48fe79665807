//! Lengths of time that follow from the document. Never stored, and never a grade.

use super::milestones::Milestones;
use super::{Milestone, NoPoint, Point, Postmortem, length_in_words};

/// A length of time that is measured of every incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// From the start of the harm until someone or something learned of it.
    Detect,
    /// From then until a person took it on.
    Acknowledge,
    /// From the start until users stopped hurting.
    Mitigate,
    /// From the start until things were fully back.
    Resolve,
    /// From the start to the end that the summary gives.
    Total,
}

impl Measure {
    /// Every measure, in the order in which they are shown.
    pub const ALL: &'static [Self] = &[
        Self::Detect,
        Self::Acknowledge,
        Self::Mitigate,
        Self::Resolve,
        Self::Total,
    ];

    /// What it is called, in sentence case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Detect => "Time to detect",
            Self::Acknowledge => "Time to acknowledge",
            Self::Mitigate => "Time to mitigate",
            Self::Resolve => "Time to resolve",
            Self::Total => "Total",
        }
    }

    /// How it is computed: authorities mean different things by the same name.
    pub fn definition(self) -> &'static str {
        match self {
            Self::Detect => "detected − started",
            Self::Acknowledge => "acknowledged − detected",
            Self::Mitigate => "mitigated − started",
            Self::Resolve => "resolved − started",
            Self::Total => "end − start",
        }
    }
}

/// One measure of one incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResponseTime {
    /// Which.
    pub measure: Measure,
    /// How long, in seconds; never negative.
    pub seconds: i64,
    /// Where it begins.
    pub from: Point,
    /// Where it ends.
    pub to: Point,
}

impl ResponseTime {
    /// What it is called, in sentence case.
    pub fn name(&self) -> &'static str {
        self.measure.name()
    }

    /// How it is computed.
    pub fn definition(&self) -> &'static str {
        self.measure.definition()
    }

    /// How long, in whole minutes.
    pub fn minutes(&self) -> i64 {
        self.seconds / 60
    }

    /// Whether it begins or ends at about that time.
    pub fn is_approximate(&self) -> bool {
        self.from.is_approximate || self.to.is_approximate
    }

    /// How long, in words: "1 h 20 min", "about 5 min".
    pub fn length(&self) -> String {
        let about = if self.is_approximate() { "about " } else { "" };
        format!("{about}{}", length_in_words(self.seconds))
    }
}

/// A measure that the document does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Untold {
    /// Which.
    pub measure: Measure,
    /// Why not.
    pub reason: Reason,
}

/// Why a measure cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// One of its two points is not there.
    NoPoint(NoPoint),
    /// It would end before it begins.
    Backwards {
        /// Where it would begin.
        from: Point,
        /// Where it would end.
        to: Point,
    },
}

/// Every measure, in order: told, or why not.
///
/// A milestone is where the rows of the timeline mark it; the first and the last, where none does,
/// are the summary's start and end, and the other way round for the total.
pub fn response_times(document: &Postmortem) -> Vec<Result<ResponseTime, Untold>> {
    let milestones = Milestones::of(document);
    let all = Measure::ALL.iter();
    all.map(|measure| told(&milestones, *measure)).collect()
}

fn told(milestones: &Milestones<'_>, measure: Measure) -> Result<ResponseTime, Untold> {
    use Milestone::{Acknowledged, Detected, Mitigated, Resolved, Started};
    let point = |milestone| milestones.point(milestone);
    let (from, to) = match measure {
        Measure::Detect => (point(Started), point(Detected)),
        Measure::Acknowledge => (point(Detected), point(Acknowledged)),
        Measure::Mitigate => (point(Started), point(Mitigated)),
        Measure::Resolve => (point(Started), point(Resolved)),
        Measure::Total => (
            milestones.start.or_else(|_| point(Started)),
            milestones.end.or_else(|_| point(Resolved)),
        ),
    };
    let untold = |reason| Untold { measure, reason };
    let no_point = |reason| untold(Reason::NoPoint(reason));
    let (from, to) = (from.map_err(no_point)?, to.map_err(no_point)?);
    let seconds = (to.at - from.at).num_seconds();
    if seconds < 0 {
        return Err(untold(Reason::Backwards { from, to }));
    }
    Ok(ResponseTime {
        measure,
        seconds,
        from,
        to,
    })
}

/// Minutes of one measure, when the document tells it.
pub fn minutes_of(document: &Postmortem, measure: Measure) -> Option<i64> {
    let told = told(&Milestones::of(document), measure).ok()?;
    Some(told.minutes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::{Event, Moment, Origin, RowId};

    fn moment(text: &str) -> Moment {
        let (date, time) = text.rsplit_once(' ').unwrap_or(("", text));
        Moment {
            date: date.into(),
            time: time.into(),
        }
    }

    /// A document of a start, an end, and rows that are "date time" or "time".
    fn document(start: &str, end: &str, rows: &[(&str, Option<Milestone>)]) -> Postmortem {
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

    fn row(id: u64, milestone: Milestone) -> Origin {
        Origin::Row {
            id: RowId(id),
            milestone,
        }
    }

    /// Every measure as "length from → to" or the reason in a word.
    fn told(document: &Postmortem) -> Vec<String> {
        let origin = |point: Point| match point.origin {
            Origin::Row { id, milestone } => format!("{milestone:?} {}", id.0),
            summary => format!("{summary:?}"),
        };
        let word = |time: &Result<ResponseTime, Untold>| match time {
            Ok(time) => {
                let (from, to) = (origin(time.from), origin(time.to));
                format!("{} {from} → {to}", time.length())
            }
            Err(untold) => match untold.reason {
                Reason::NoPoint(NoPoint::Missing(milestone)) => format!("no {milestone:?}"),
                Reason::NoPoint(NoPoint::Untimed(at)) => format!("untimed {}", at.label()),
                Reason::NoPoint(NoPoint::Undated(at)) => format!("undated {}", at.label()),
                Reason::Backwards { .. } => "backwards".to_owned(),
            },
        };
        response_times(document).iter().map(word).collect()
    }

    #[test]
    fn each_measure_says_which_two_points_it_comes_from_or_why_it_is_not_told() {
        use Milestone::{Acknowledged, Detected, Mitigated, Resolved, Started};
        let day = "2023-02-15";
        let of_day = |time: &str| format!("{day} {time}");
        for (start, end, rows, expected) in [
            (
                of_day("09:12"),
                of_day("11:47"),
                &[
                    ("09:12", Some(Started)),
                    ("09:21", Some(Detected)),
                    ("09:24", Some(Acknowledged)),
                    ("10:54", Some(Mitigated)),
                    ("11:47", Some(Resolved)),
                ][..],
                [
                    "9 min Started 1 → Detected 2",
                    "3 min Detected 2 → Acknowledged 3",
                    "1 h 42 min Started 1 → Mitigated 4",
                    "2 h 35 min Started 1 → Resolved 5",
                    "2 h 35 min Start → End",
                ],
            ),
            // The summary stands in for the first and the last, and the other way round.
            (
                of_day("09:12"),
                of_day("11:47"),
                &[("~09:21", Some(Detected))],
                [
                    "about 9 min Start → Detected 1",
                    "no Acknowledged",
                    "no Mitigated",
                    "2 h 35 min Start → End",
                    "2 h 35 min Start → End",
                ],
            ),
            (
                String::new(),
                String::new(),
                &[("23:50", Some(Started)), ("00:20:30", Some(Resolved))],
                [
                    "no Detected",
                    "no Detected",
                    "no Mitigated",
                    "30 min 30 s Started 1 → Resolved 2",
                    "30 min 30 s Started 1 → Resolved 2",
                ],
            ),
            // A date left out is that of the row before, or the next when midnight lies between.
            (
                of_day("23:50"),
                String::new(),
                &[
                    ("23:55", None),
                    ("2023-02-16 00:01", None),
                    ("00:05", Some(Detected)),
                    ("soon", Some(Acknowledged)),
                    ("00:04", Some(Mitigated)),
                    ("00:30", Some(Mitigated)),
                ],
                [
                    "15 min Start → Detected 3",
                    "untimed Acknowledged",
                    "40 min Start → Mitigated 6",
                    "no Resolved",
                    "no Resolved",
                ],
            ),
            // Of two rows of one milestone, the first that was noticed and the last that helped.
            (
                of_day("9:00"),
                "10:00".to_owned(),
                &[
                    ("09:20", Some(Detected)),
                    ("09:10", Some(Detected)),
                    ("2023-02-15 08:00", Some(Mitigated)),
                ],
                [
                    "10 min Start → Detected 2",
                    "no Acknowledged",
                    "backwards",
                    "1 h Start → End",
                    "1 h Start → End",
                ],
            ),
            // Days that are known of some moments only.
            (
                "10:00".to_owned(),
                of_day("12:00"),
                &[("10:05", Some(Detected))],
                [
                    "5 min Start → Detected 1",
                    "no Acknowledged",
                    "no Mitigated",
                    "undated End",
                    "undated End",
                ],
            ),
            (
                "10:00".to_owned(),
                of_day("12:00"),
                &[
                    ("10:00", Some(Started)),
                    ("2023-02-15 10:30", Some(Detected)),
                    ("11:30", Some(Resolved)),
                ],
                [
                    "undated Started",
                    "no Acknowledged",
                    "undated Started",
                    "undated Started",
                    "undated Started",
                ],
            ),
            (
                of_day("noonish"),
                of_day("12:00"),
                &[],
                [
                    "untimed Start",
                    "no Detected",
                    "untimed Start",
                    "untimed Start",
                    "untimed Start",
                ],
            ),
        ] {
            assert_eq!(told(&document(&start, &end, rows)), expected, "{rows:?}");
        }
    }

    #[test]
    fn a_measure_has_its_name_its_definition_and_its_points() {
        let rows = [
            ("~09:00", Some(Milestone::Started)),
            ("09:30", Some(Milestone::Detected)),
        ];
        let document = document("", "", &rows);
        let time = response_times(&document).remove(0).unwrap();
        assert_eq!(
            (time.name(), time.definition(), time.minutes()),
            ("Time to detect", "detected − started", 30)
        );
        assert_eq!(time.from.origin, row(1, Milestone::Started));
        assert_eq!(time.to.origin, row(2, Milestone::Detected));
        assert!(time.is_approximate() && !time.to.is_approximate);
        assert_eq!(minutes_of(&document, Measure::Detect), Some(30));
        assert_eq!(minutes_of(&document, Measure::Resolve), None);
        let measures = response_times(&document).into_iter();
        let measures =
            measures.map(|time| time.map_or_else(|untold| untold.measure, |time| time.measure));
        assert_eq!(measures.collect::<Vec<_>>(), Measure::ALL);
    }

    #[test]
    fn an_incident_lasts_from_start_to_end() {
        let (day, next) = ("2023-11-04", "2023-11-05");
        for (start, end, minutes) in [
            (format!("{day} 14:30"), format!("{day} 15:15"), Some(45)),
            (format!("{day} 22:00"), format!("{next} 2:00"), Some(240)),
            (format!("{day} 22:00"), "2:00".to_owned(), Some(240)),
            ("10:00".to_owned(), "12:00".to_owned(), Some(120)),
            (format!("{day} 14:30"), format!("{day} "), None),
            (format!("{next} 14:30"), format!("{day} 15:00"), None),
            ("10:00".to_owned(), format!("{day} 12:00"), None),
        ] {
            let document = document(&start, &end, &[]);
            assert_eq!(
                crate::postmortem::incident_minutes(&document),
                minutes,
                "{start} – {end}"
            );
            let total = minutes_of(&document, Measure::Total);
            assert_eq!(total, minutes, "{start} – {end}: in total");
        }
    }
}
