//! `unmentioned-service-level`: nothing says what the incident took of what was promised.

use crate::checks::texts::any_names;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "IMP06",
        name: "unmentioned-service-level",
        section: Section::Impact,
        kind: Kind::Unclear,
        what: "The impact is measured against what was promised: an objective, an agreement, an error budget",
        why: "It tells whether the incident was within what everyone had accepted",
        fix: "Say how much of the error budget it used, or that the service has no objective",
        source: "Google SRE workbook, chapter 10",
    },
    profiles: Profiles::Only(&["google-sre"]),
    example: Example::new(
        "# Checkout unavailable\n\n## Summary\n\n## Impact\n\nNobody could pay by card; 1,310 payments failed.\n\n## Root Causes\n\n## Trigger\n\n## Resolution\n",
        "# Checkout unavailable\n\n## Summary\n\n## Impact\n\nNobody could pay by card; 1,310 payments failed, 60% of the month's error budget.\n\n## Root Causes\n\n## Trigger\n\n## Resolution\n",
    ),
    run,
};

/// How promises are called.
const PROMISES: &[&str] = &[
    "error budget",
    "error-budget",
    "slo",
    "sla",
    "sli",
    "objective",
    "service level",
    "service-level",
    "availability target",
];

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let impact = &subject.document.impact;
    // While nothing is said of the impact, `missing-impact` asks for it.
    if impact.what_users_saw.trim().is_empty() {
        return Vec::new();
    }
    if any_names(subject.document, PROMISES) {
        return Vec::new();
    }
    let message = "Nothing says how much of the error budget or the objective it took";
    vec![Flaw::at(Place::field(Field::WhatUsersSaw), message).as_hint(true)]
}
