//! `entry-far-from-incident`: an entry's date is so far from the incident that it must be a slip.

use chrono::TimeDelta;

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section, Typed};

/// A change that lay in wait may be months old; the last entry is rarely more than weeks after.
const MOST_DAYS_BEFORE: i64 = 300;
const MOST_DAYS_AFTER: i64 = 60;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "TIM06",
        name: "entry-far-from-incident",
        section: Section::Timeline,
        kind: Kind::Inconsistent,
        what: "Entries are dated at most 300 days before the incident and 60 days after it",
        why: "Such a date is most often a slip in the year or the month, and it moves every entry below it",
        fix: "Correct the date; what happened long before belongs to the causes",
        source: "icco postmortem repository (validate)",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Start:** 2026-01-04 09:12\n\n## Timeline\n\n- **2025-01-04 09:12** – Card payments begin to fail\n",
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Start:** 2026-01-04 09:12\n\n## Timeline\n\n- **2025-10-04 09:12** – The renewal job is switched off\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let summary = &subject.document.summary;
    let Some(start) = summary.start.date.known().or(summary.end.date.known()) else {
        return Vec::new();
    };
    let end = summary.end.date.known().unwrap_or(start).max(start);
    subject
        .events()
        .filter_map(|event| Some((event, event.when.date.known()?)))
        .filter(|(_, date)| {
            *start - **date > TimeDelta::days(MOST_DAYS_BEFORE)
                || **date - *end > TimeDelta::days(MOST_DAYS_AFTER)
        })
        .map(|(event, date)| {
            Flaw::at(
                Place::row(Field::Timeline, event.id),
                format!(
                    "The entry is of {}, far from the incident on {}",
                    date.canonical(),
                    start.canonical()
                ),
            )
        })
        .collect()
}
