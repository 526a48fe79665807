//! `missing-resolution`: a postmortem says how the incident ended.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "RES01",
        name: "missing-resolution",
        section: Section::Resolution,
        kind: Kind::Missing,
        what: "A postmortem says how the incident ended",
        why: "The next person on call looks here for what worked",
        fix: "Say what stopped the harm, and what put things right for good",
        source: "PagerDuty postmortem guide; Atlassian incident handbook",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable after a certificate expired\n\n## Root Cause and Resolution\n\n### Root cause\n\nThe renewal job had been off since March.\n",
        "# Checkout unavailable after a certificate expired\n\n## Root Cause and Resolution\n\n### Resolution\n\nThe certificate was renewed by hand at 09:50.\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    subject.flaw_if_lacking(Field::Resolution, "The resolution is empty")
}
