//! `undated-action-item`: an action item has no due date.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{ActionStatus, Facet, Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "ACT03",
        name: "undated-action-item",
        section: Section::FollowUp,
        kind: Kind::Missing,
        what: "Every action item that is still to be done has a due date",
        why: "An action item without a date waits until the incident comes back",
        fix: "Agree on a date with the owner",
        source: "Atlassian incident handbook (four or eight weeks); felipegriep/postmortem-back",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n",
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n  - Due: 2026-05-29\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    subject
        .action_items()
        .filter(|action| {
            !matches!(
                action.status.known(),
                Some(ActionStatus::Done | ActionStatus::Declined)
            )
        })
        .filter(|action| action.due.is_empty())
        .map(|action| {
            Flaw::at(
                Place::row(Field::ActionItems, action.id),
                format!("{} has no due date", super::named(action)),
            )
            .in_facet(Facet::Due)
        })
        .collect()
}
