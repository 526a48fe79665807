//! `end-before-start`: the incident ends before it starts.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section, Typed};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "SUM06",
        name: "end-before-start",
        section: Section::Summary,
        kind: Kind::Inconsistent,
        what: "The incident ends after it starts",
        why: "One of the two times is wrong, and every length of time that follows from them is too",
        fix: "Correct the one that is wrong; an incident that went past midnight ends on the next day",
        source: "PagerDuty postmortem guide; the validator of icco/postmortems",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Start:** 2026-05-04 23:40\n- **End:** 2026-05-04 01:15\n",
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Start:** 2026-05-04 23:40\n- **End:** 2026-05-05 01:15\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let summary = &subject.document.summary;
    let (start, end) = (&summary.start, &summary.end);
    let (Some(first_day), Some(last_day)) = (start.date.known(), end.date.known()) else {
        // An end without a date lies after the start by definition.
        return Vec::new();
    };
    let is_backwards = match (start.date_time(), end.date_time()) {
        (Some(start), Some(end)) => end < start,
        _ => last_day < first_day,
    };
    if !is_backwards {
        return Vec::new();
    }
    let (start_words, end_words) = match (start.date_time(), end.date_time()) {
        (Some(start), Some(end)) => crate::checks::wording::times(start, end),
        _ => (first_day.canonical(), last_day.canonical()),
    };
    vec![Flaw::at(
        Place::field(Field::End),
        format!("The end, {end_words}, is before the start, {start_words}"),
    )]
}
