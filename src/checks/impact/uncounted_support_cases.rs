//! `uncounted-support-cases`: nothing says how many people asked for help.

use crate::checks::texts::any_names;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "IMP04",
        name: "uncounted-support-cases",
        section: Section::Impact,
        kind: Kind::Unclear,
        what: "The impact says how many support cases there were, even if it was none",
        why: "Cases are the part of the impact that customers chose to tell, and support has to plan for the next time",
        fix: "Ask support for the count and write it among the figures; 0 is an answer",
        source: "PagerDuty postmortem guide; Atlassian incident handbook",
    },
    profiles: Profiles::Only(&["pagerduty", "atlassian"]),
    example: Example::new(
        "# Checkout unavailable\n\n## Overview\n\n## What Happened\n\n## Contributing Factors\n\n## Resolution\n\n## Impact\n\nNobody could pay by card; 1,310 payments failed.\n",
        "# Checkout unavailable\n\n## Overview\n\n## What Happened\n\n## Contributing Factors\n\n## Resolution\n\n## Impact\n\nNobody could pay by card; 1,310 payments failed, and 41 customers wrote to support.\n",
    ),
    run,
};

/// What people who ask for help are counted by.
const CASES: &[&str] = &[
    "support",
    "ticket",
    "case",
    "complain",
    "helpdesk",
    "help desk",
    "service desk",
    "calls",
    "called",
    "wrote",
    "contacted",
    "reports",
    "enquir",
    "inquir",
];

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let impact = &subject.document.impact;
    // While nothing is said of the impact, `missing-impact` asks for it.
    if impact.what_users_saw.trim().is_empty() {
        return Vec::new();
    }
    if any_names(subject.document, CASES) {
        return Vec::new();
    }
    let message = "Nothing says how many support cases there were, or that there was none";
    vec![Flaw::at(Place::field(Field::WhatUsersSaw), message)]
}
