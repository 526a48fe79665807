//! `undated-incident`: there are times, but nothing says on which day.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "SUM05",
        name: "undated-incident",
        section: Section::Summary,
        kind: Kind::Missing,
        what: "The incident has a date, with its year",
        why: "A time of day alone cannot be matched with anything a year later",
        fix: "Enter the date of the start",
        source: "Google SRE book, example postmortem; morty; 21 of 194 surveyed documents had no year",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Start:** 09:12\n- **End:** 09:50\n",
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Start:** 2026-05-04 09:12\n- **End:** 09:50\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let summary = &subject.document.summary;
    // While the start is wholly empty, `missing-start` asks for it, date included.
    let has_date = !summary.start.date.is_empty()
        || !summary.end.date.is_empty()
        || subject.events().any(|event| !event.when.date.is_empty());
    if summary.start.is_empty() || has_date || !subject.asks_for(Field::Start) {
        return Vec::new();
    }
    vec![Flaw::at(
        Place::field(Field::Start),
        "Nothing says on which day it happened",
    )]
}
