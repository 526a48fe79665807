//! `share-without-base`: a share of users is given, and not of how many.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "IMP07",
        name: "share-without-base",
        section: Section::Impact,
        kind: Kind::Unclear,
        what: "A share comes with how many it is of",
        why: "62% of 40 users and 62% of four million are two different incidents",
        fix: "Give the number beside the share: \"254,200 of the 410,000 recipients\"",
        source: "PagerDuty postmortem guide (exact figures); GOV.UK incident reports",
    },
    profiles: Profiles::Only(&["pagerduty"]),
    example: Example::new(
        "# Checkout unavailable\n\n## Overview\n\n## What Happened\n\n## Contributing Factors\n\n## Resolution\n\n## Impact\n\nCard payments failed.\n\n- **Users affected:** 30%\n",
        "# Checkout unavailable\n\n## Overview\n\n## What Happened\n\n## Contributing Factors\n\n## Resolution\n\n## Impact\n\nCard payments failed.\n\n- **Users affected:** 30%\n- **Number affected:** 4,300 of 14,300 customers\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let document = subject.document;
    let share = document.impact.affected_share.known();
    // All or none of the users need no base.
    let is_part = share.is_some_and(|share| share.value() > 0.0 && share.value() < 100.0);
    let is_counted =
        !document.is_empty(Field::AffectedNumber) || !document.is_empty(Field::Figures);
    if !is_part || is_counted {
        return Vec::new();
    }
    let message = "The share does not say of how many users";
    vec![Flaw::at(Place::field(Field::AffectedShare), message).as_hint(true)]
}
