//! `one-sided-action-items`: all action items are of one type.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{ActionKind, ActionStatus, Choice, Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "ACT13",
        name: "one-sided-action-items",
        section: Section::FollowUp,
        kind: Kind::Unclear,
        what: "Three or more action items are not all of the same type",
        why: "Alerts alone do not prevent anything, and prevention alone lets the next surprise last as long",
        fix: "Ask of each factor what would prevent it, show it sooner, and make it hurt less",
        source: "PagerDuty postmortem guide; felipegriep/postmortem-back",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n  - Kind: Detect\n- [ ] Alert when the renewal job does not run\n  - Kind: Detect\n- [ ] Page when card payments fall by half\n  - Kind: Detect\n",
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n  - Kind: Prevent\n- [ ] Alert when the renewal job does not run\n  - Kind: Detect\n- [ ] Page when card payments fall by half\n  - Kind: Detect\n",
    ),
    run,
};

const FEWEST: usize = 3;

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let wanted = subject
        .action_items()
        .filter(|item| item.status.known() != Some(&ActionStatus::Declined));
    let kinds: Option<Vec<ActionKind>> = wanted.map(|item| item.kind.known().copied()).collect();
    let kinds = kinds.unwrap_or_default();
    let Some(first) = kinds.first().filter(|_| kinds.len() >= FEWEST) else {
        return Vec::new();
    };
    if kinds.iter().any(|kind| kind != first) {
        return Vec::new();
    }
    let message = format!(
        "All {} action items are of the type {}",
        kinds.len(),
        first.label()
    );
    vec![Flaw::at(Place::field(Field::ActionItems), message)]
}
