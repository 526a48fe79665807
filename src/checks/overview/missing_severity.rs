//! `missing-severity`: the incident has a severity.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "DOC04",
        name: "missing-severity",
        section: Section::Overview,
        kind: Kind::Missing,
        what: "The incident has a severity",
        why: "It decides who reads the document and how soon its action items are due",
        fix: "Choose a step of the common scale, or type the word that your team uses",
        source: "PagerDuty, Atlassian and GOV.UK incident guides",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable after a certificate expired\n\n- **Status:** Draft\n",
        "# Checkout unavailable after a certificate expired\n\n- **Severity:** SEV-2\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    subject.flaw_if_lacking(Field::Severity, "The incident has no severity")
}
