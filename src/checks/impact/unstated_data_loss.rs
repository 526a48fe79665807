//! `unstated-data-loss`: nothing says whether data was lost or exposed.

use crate::checks::texts::any_names;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "IMP05",
        name: "unstated-data-loss",
        section: Section::Impact,
        kind: Kind::Unclear,
        what: "The document says whether data was lost, damaged or exposed, even if it was not",
        why: "Loss of data is a reason for a postmortem of its own, and silence reads like \"nobody looked\"",
        fix: "Say what was looked at and what was found; \"no data was lost\" is an answer",
        source: "Google SRE book, chapter 15 (what triggers a postmortem)",
    },
    profiles: Profiles::Only(&["google-sre"]),
    example: Example::new(
        "# Checkout unavailable\n\n## Summary\n\n## Impact\n\nNobody could pay by card; 1,310 payments failed.\n\n## Root Causes\n\n## Trigger\n\n## Resolution\n",
        "# Checkout unavailable\n\n## Summary\n\n## Impact\n\nNobody could pay by card; 1,310 payments failed. No payment was lost.\n\n## Root Causes\n\n## Trigger\n\n## Resolution\n",
    ),
    run,
};

/// What becomes of data.
const FATES: &[&str] = &[
    "lost",
    "loss",
    "lose",
    "expos",
    "leak",
    "corrupt",
    "intact",
    "breach",
    "damag",
    "unauthori",
    "no data",
    "data was",
    "data were",
];

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let impact = &subject.document.impact;
    // While nothing is said of the impact, `missing-impact` asks for it.
    if impact.what_users_saw.trim().is_empty() {
        return Vec::new();
    }
    if any_names(subject.document, FATES) {
        return Vec::new();
    }
    let message = "Nothing says whether data was lost or exposed";
    vec![Flaw::at(Place::field(Field::WhatUsersSaw), message)]
}
