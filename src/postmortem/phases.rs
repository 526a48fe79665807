//! The stretches of the incident between one milestone and the next that the document tells.

use super::milestones::Milestones;
use super::{Choice, Milestone, Point, Postmortem, length_in_words};

/// A stretch of the incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phase {
    /// The milestone that it begins with, and the one that it ends with.
    pub milestones: (Milestone, Milestone),
    /// Where it begins.
    pub from: Point,
    /// Where it ends; never before that.
    pub to: Point,
}

impl Phase {
    /// What it is called, in sentence case: "Started to detected".
    pub fn name(&self) -> String {
        let (from, to) = self.milestones;
        format!("{} to {}", from.label(), to.label().to_lowercase())
    }

    /// How long it is, in seconds.
    pub fn seconds(&self) -> i64 {
        (self.to.at - self.from.at).num_seconds()
    }

    /// How long it is, in words: "1 h 20 min", "about 5 min".
    pub fn length(&self) -> String {
        let is_approximate = self.from.is_approximate || self.to.is_approximate;
        let about = if is_approximate { "about " } else { "" };
        format!("{about}{}", length_in_words(self.seconds()))
    }
}

/// The phases, in order. A milestone that is not there, or that lies before an earlier one, is
/// passed over: the phase goes on to the next.
pub fn phases(document: &Postmortem) -> Vec<Phase> {
    phases_of(&Milestones::of(document))
}

pub(crate) fn phases_of(milestones: &Milestones<'_>) -> Vec<Phase> {
    let mut last: Option<(Milestone, Point)> = None;
    let mut phases = Vec::new();
    for milestone in Milestone::ALL {
        let Ok(point) = milestones.point(*milestone) else {
            continue;
        };
        if let Some((before, from)) = last {
            if point.at < from.at {
                continue;
            }
            phases.push(Phase {
                milestones: (before, *milestone),
                from,
                to: point,
            });
        }
        last = Some((*milestone, point));
    }
    phases
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::Event;

    #[test]
    fn a_phase_goes_from_one_milestone_to_the_next_that_is_told() {
        use Milestone::{Acknowledged, Detected, Mitigated, Resolved, Started};
        for (start, end, rows, expected) in [
            ("", "", &[][..], &[][..]),
            ("9:00", "", &[], &[]),
            ("9:00", "10:20", &[], &["Started to resolved: 1 h 20 min"]),
            (
                "9:00",
                "10:20",
                &[
                    ("9:05", Detected),
                    ("~9:10", Acknowledged),
                    ("10:00", Mitigated),
                ],
                &[
                    "Started to detected: 5 min",
                    "Detected to acknowledged: about 5 min",
                    "Acknowledged to mitigated: about 50 min",
                    "Mitigated to resolved: 20 min",
                ],
            ),
            // One that is not there, one that lies before an earlier one.
            (
                "9:00",
                "",
                &[
                    ("9:05", Acknowledged),
                    ("8:59", Detected),
                    ("9:30", Resolved),
                ],
                &[
                    "Started to acknowledged: 5 min",
                    "Acknowledged to resolved: 25 min",
                ],
            ),
            (
                "",
                "",
                &[("9:00", Started), ("9:00", Detected)],
                &["Started to detected: 0 min"],
            ),
        ] {
            let mut document = Postmortem::default();
            document.summary.start.time = start.into();
            document.summary.end.time = end.into();
            for (time, milestone) in rows {
                let mut event = Event {
                    milestone: Some(*milestone),
                    ..Event::default()
                };
                event.when.time = (*time).into();
                document.timeline.events.push(event);
            }
            let told = phases(&document);
            let told: Vec<String> = told
                .iter()
                .map(|phase| format!("{}: {}", phase.name(), phase.length()))
                .collect();
            assert_eq!(told, expected, "{start} – {end}: {rows:?}");
        }
    }
}
