//! `missing-time-zone`: the document names one time zone for all its times.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "SUM04",
        name: "missing-time-zone",
        section: Section::Summary,
        kind: Kind::Missing,
        what: "The document names one time zone for all its times",
        why: "Without it nobody can match the timeline with charts, logs or another team's clock",
        fix: "Name the zone once: UTC, or the one in which you wrote the times",
        source: "Google's API infrastructure report of 2013; dfds postmortem repository",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable after a certificate expired\n\n## Issue Summary\n\n- **Start:** 2026-05-04 09:12\n",
        "# Checkout unavailable after a certificate expired\n\n## Issue Summary\n\n- **Start:** 2026-05-04 09:12\n- **Time zone:** UTC\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    subject.flaw_if_lacking(Field::TimeZone, "No time zone is named")
}
