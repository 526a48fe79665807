//! `contradictory-start`: the summary's start and the entry marked as Started are of different times.

use crate::checks::wording::times;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Origin, Place, Section, contradictions};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "SUM08",
        name: "contradictory-start",
        section: Section::Summary,
        kind: Kind::Inconsistent,
        what: "The start and the first entry marked as Started are of the same time",
        why: "Response times are counted from the entry and the duration from the summary, so the two no longer add up",
        fix: "Correct the one that is wrong, or take the mark off the entry; a guess may be a quarter of an hour off",
        source: "morty (times must add up); found in public postmortems",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Start:** 2026-05-04 09:12\n- **End:** 2026-05-04 09:50\n\n## Timeline\n\n- **09:02** (Event; Started) – Card payments begin to fail\n",
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Start:** 2026-05-04 09:12\n- **End:** 2026-05-04 09:50\n\n## Timeline\n\n- **09:02** – The certificate expires\n- **09:12** (Event; Started) – Card payments begin to fail\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    flaw_of(subject, Field::Start, Origin::Start)
}

/// The flaw of a field that a milestone of the timeline contradicts.
pub(super) fn flaw_of(subject: &Subject<'_>, field: Field, origin: Origin) -> Vec<Flaw> {
    let all = contradictions(subject.document).into_iter();
    let found = all.filter(|found| found.summary.origin == origin);
    let flaws = found.map(|found| {
        let (summary, row) = times(found.summary.at, found.row.at);
        let (name, mark) = (field.key(), found.row.origin.label());
        let message =
            format!("The {name} is {summary}, but the entry marked as {mark} is of {row}");
        Flaw::at(Place::field(field), message)
    });
    flaws.collect()
}

#[cfg(test)]
mod tests {
    use crate::checks::findings;
    use crate::postmortem::{Event, EventKind, Milestone, Postmortem, RowId};
    use crate::template::TEMPLATES;

    /// A document from 09:12 to 12:00 with entries at these times, the first and the last marked.
    fn document(times: [&str; 4]) -> Postmortem {
        let mut document = Postmortem::default();
        document.summary.start.date = "2026-05-04".into();
        document.summary.start.time = "09:12".into();
        document.summary.end.time = "12:00".into();
        for (time, id) in times.into_iter().zip(1..) {
            let mut event = Event {
                id: RowId(id),
                kind: EventKind::Action,
                text: "x".to_owned(),
                ..Event::default()
            };
            event.when.time = time.into();
            document.timeline.events.push(event);
        }
        document.timeline.events[0].milestone = Some(Milestone::Started);
        document.timeline.events[3].milestone = Some(Milestone::Resolved);
        document
    }

    #[test]
    fn an_entry_that_contradicts_the_summary_is_told_once() {
        for (times, expected) in [
            (["09:12", "09:20", "11:00", "12:00"], &[][..]),
            (
                ["09:30", "09:40", "11:00", "11:30"],
                &[
                    (
                        "SUM08",
                        "The start is 09:12, but the entry marked as Started is of 09:30",
                    ),
                    (
                        "SUM09",
                        "The end is 12:00, but the entry marked as Resolved is of 11:30",
                    ),
                ],
            ),
            (
                ["09:00", "09:40", "11:00", "12:30"],
                &[
                    (
                        "SUM08",
                        "The start is 09:12, but the entry marked as Started is of 09:00",
                    ),
                    (
                        "SUM09",
                        "The end is 12:00, but the entry marked as Resolved is of 12:30",
                    ),
                ],
            ),
        ] {
            let findings = findings(&document(times), TEMPLATES[0]);
            let told: Vec<_> = findings
                .iter()
                .map(|finding| (finding.check.code, finding.message.as_str()))
                .filter(|(code, _)| ["SUM08", "SUM09", "TIM05"].contains(code))
                .collect();
            assert_eq!(told, expected, "{times:?}");
        }
        let mut unmarked = document(["09:30", "09:40", "11:00", "11:30"]);
        for event in &mut unmarked.timeline.events {
            event.milestone = None;
        }
        let findings = findings(&unmarked, TEMPLATES[0]);
        let partial = findings.iter().filter(|found| found.check.code == "TIM05");
        assert_eq!(partial.count(), 2);
    }
}
