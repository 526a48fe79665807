//! `missing-summary`: a postmortem has a summary.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "SUM01",
        name: "missing-summary",
        section: Section::Summary,
        kind: Kind::Missing,
        what: "A postmortem has a summary",
        why: "Most readers stop there, so it has to say what broke, who felt it and how it ended",
        fix: "Write two to five sentences: what broke, for whom, for how long, and how it ended",
        source: "PagerDuty postmortem guide; Atlassian incident handbook; Google's API infrastructure report of 2013",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable after a certificate expired\n\n## Issue Summary\n\n- **Start:** 2026-05-04 09:12\n",
        "# Checkout unavailable after a certificate expired\n\n## Issue Summary\n\nFor 38 minutes nobody could pay by card.\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    subject.flaw_if_lacking(Field::Summary, "The summary is empty")
}
