//! `missing-impact`: a postmortem says what users felt.

use crate::checks::{Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Section};

pub(in crate::checks) static CHECK: Check = Check {
    code: "IMP01",
    name: "missing-impact",
    section: Section::Impact,
    kind: Kind::Missing,
    what: "A postmortem says what users felt",
    why: "The impact is the reason why the document exists, and the measure of what its action items are worth",
    fix: "Say what users could not do, how they noticed, and what kept working",
    source: "GOV.UK incident reports; Google SRE book, chapter 15",
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable after a certificate expired\n\n## Issue Summary\n\nAn expired certificate stopped card payments.\n",
        "# Checkout unavailable after a certificate expired\n\n## Issue Summary\n\n- **Impact:** Customers could not pay by card; 1,310 payments failed.\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    subject.flaw_if_lacking(Field::WhatUsersSaw, "Nothing says what users saw")
}
