//! `unprioritised-action-item`: an action item has no priority.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Facet, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "ACT12",
        name: "unprioritised-action-item",
        section: Section::FollowUp,
        kind: Kind::Unclear,
        what: "Every action item that is still to be done has a priority",
        why: "When there is time for one of them, somebody has to know which",
        fix: "Agree on a priority with the owner",
        source: "Google SRE workbook, chapter 10",
    },
    profiles: Profiles::Only(&["google-sre"]),
    example: Example::new(
        "# Checkout unavailable\n\n## Summary\n\n## Impact\n\n## Root Causes\n\n## Trigger\n\n## Action Items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n  - Owner: Bo Lind\n",
        "# Checkout unavailable\n\n## Summary\n\n## Impact\n\n## Root Causes\n\n## Trigger\n\n## Action Items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n  - Owner: Bo Lind; Priority: P1\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    super::lacking(subject, Facet::Priority, "priority", |item| {
        !item.priority.is_empty()
    })
}
