//! `untyped-action-item`: an action item does not say what it is for.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Facet, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "ACT11",
        name: "untyped-action-item",
        section: Section::FollowUp,
        kind: Kind::Unclear,
        what: "Every action item that is still to be done has a type",
        why: "The types show at a glance whether the next incident will be prevented, noticed or only shortened",
        fix: "Choose prevent, detect, mitigate, repair or process",
        source: "Google SRE workbook, chapter 10 (types of action items)",
    },
    profiles: Profiles::Only(&["google-sre"]),
    example: Example::new(
        "# Checkout unavailable\n\n## Summary\n\n## Impact\n\n## Root Causes\n\n## Trigger\n\n## Action Items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n  - Owner: Bo Lind\n",
        "# Checkout unavailable\n\n## Summary\n\n## Impact\n\n## Root Causes\n\n## Trigger\n\n## Action Items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n  - Owner: Bo Lind; Kind: Detect\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    super::lacking(subject, Facet::Kind, "type", |item| !item.kind.is_empty())
}
