//! `missing-end`: nothing says when the incident ended.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "SUM03",
        name: "missing-end",
        section: Section::Summary,
        kind: Kind::Missing,
        what: "The incident has an end, with a time of day",
        why: "Without it nobody can say how long users felt it",
        fix: "Enter when it was fully over; without a date it is the start's day or the night after it",
        source: "PagerDuty and Atlassian guides; Google's API infrastructure report of 2013",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Start:** 2026-05-04 09:12\n",
        "# Checkout unavailable\n\n## Issue Summary\n\n- **End:** 2026-05-04 09:50\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let end = &subject.document.summary.end;
    if !end.time.is_empty() || !subject.asks_for(Field::End) {
        return Vec::new();
    }
    let message = if end.date.is_empty() {
        "The incident has no end"
    } else {
        "The end has a date but no time of day"
    };
    vec![Flaw::at(Place::field(Field::End), message)]
}
