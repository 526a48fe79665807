//! `missing-root-cause`: a postmortem explains why the incident could happen.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "CAU01",
        name: "missing-root-cause",
        section: Section::Analysis,
        kind: Kind::Missing,
        what: "A postmortem explains why the incident could happen",
        why: "Action items that rest on no explanation mend the symptom",
        fix: "Describe the conditions that let the trigger do harm; name systems and settings, not people",
        source: "Google SRE book, chapter 15; PagerDuty postmortem guide",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable after a certificate expired\n\n## Root Cause and Resolution\n\n### Resolution\n\nThe certificate was renewed by hand.\n",
        "# Checkout unavailable after a certificate expired\n\n## Root Cause and Resolution\n\n### Root cause\n\nThe renewal job had been off since March, and nothing watched the certificate.\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    subject.flaw_if_lacking(Field::RootCause, "The root cause is empty")
}
