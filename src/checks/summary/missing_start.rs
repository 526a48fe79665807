//! `missing-start`: nothing says when the incident started.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "SUM02",
        name: "missing-start",
        section: Section::Summary,
        kind: Kind::Missing,
        what: "The incident has a start: a date and a time of day",
        why: "Every length of time that the document states is counted from it",
        fix: "Enter when users began to feel it, which may be before anyone knew; \"~\" marks a guess",
        source: "PagerDuty and Atlassian guides; Google's API infrastructure report of 2013",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\n- **End:** 2026-05-04 09:50\n",
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Start:** 2026-05-04 09:12\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let start = &subject.document.summary.start;
    let message = match (start.date.is_empty(), start.time.is_empty()) {
        (true, true) => "The incident has no start",
        (false, true) => "The start has a date but no time of day",
        // The date has a check of its own, which looks further than this field.
        (_, false) => return Vec::new(),
    };
    if !subject.asks_for(Field::Start) {
        return Vec::new();
    }
    vec![Flaw::at(Place::field(Field::Start), message)]
}
