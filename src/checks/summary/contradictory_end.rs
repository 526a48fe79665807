//! `contradictory-end`: the summary's end and the entry marked as Resolved are of different times.

use super::contradictory_start::flaw_of;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Origin, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "SUM09",
        name: "contradictory-end",
        section: Section::Summary,
        kind: Kind::Inconsistent,
        what: "The end and the last entry marked as Resolved, or as Mitigated, are of the same time",
        why: "The time to resolve is counted to the entry and the duration to the end, so the two no longer add up",
        fix: "Correct the one that is wrong, or take the mark off the entry; a guess may be a quarter of an hour off",
        source: "morty (times must add up); found in public postmortems",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Start:** 2026-05-04 09:12\n- **End:** 2026-05-04 09:50\n\n## Timeline\n\n- **10:40** (Resolution; Resolved) – The backlog is gone\n",
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Start:** 2026-05-04 09:12\n- **End:** 2026-05-04 09:50\n\n## Timeline\n\n- **09:50** (Mitigation; Mitigated) – Card payments work again\n- **10:40** (Resolution; Resolved) – The backlog is gone\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    flaw_of(subject, Field::End, Origin::End)
}
