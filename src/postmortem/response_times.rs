//! Lengths of time that follow from the document. Never stored, and never a grade.

use super::milestones::Milestones;
use super::{Milestone, NoPoint, Point, Postmortem};

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

/// Minutes from the summary's start to its end, when both are known and in order, whatever the
/// timeline says.
///
/// Two times without a date count as the same day, or as the next one when the end is earlier.
pub fn incident_minutes(document: &Postmortem) -> Option<i64> {
    let (start, end) = (&document.summary.start, &document.summary.end);
    if let (Some(start), Some(end)) = (start.date_time(), end.date_time()) {
        let minutes = (end - start).num_minutes();
        return (minutes >= 0).then_some(minutes);
    }
    let has_no_end_date = end.date.is_empty();
    let (start, end) = (start.time.known()?, end.time.known()?);
    let minutes = (end.naive() - start.naive()).num_minutes();
    has_no_end_date.then_some(minutes.rem_euclid(24 * 60))
}

/// A length of time in short words, of its two largest units at most: "40 s", "9 min", "1 h 20 min",
/// "6 d 16 h". A length below zero counts as none.
pub fn length_in_words(seconds: i64) -> String {
    let units = [
        (seconds / 86_400, "d"),
        (seconds / 3_600 % 24, "h"),
        (seconds / 60 % 60, "min"),
        (seconds % 60, "s"),
    ];
    let first = units.iter().position(|(count, _)| *count > 0);
    let Some(first) = first else {
        return "0 min".to_owned();
    };
    let words = units.iter().skip(first).take(2);
    let words = words.filter(|(count, _)| *count > 0);
    let words: Vec<String> = words
        .map(|(count, unit)| format!("{count} {unit}"))
        .collect();
    words.join(" ")
}
