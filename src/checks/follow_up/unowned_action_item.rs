//! `unowned-action-item`: nobody is named to see to an action item.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{ActionStatus, Facet, Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "ACT02",
        name: "unowned-action-item",
        section: Section::FollowUp,
        kind: Kind::Missing,
        what: "Every action item has an owner, unless it was declined",
        why: "What belongs to everyone is finished by no one",
        fix: "Name a person or a team that agreed to see to it",
        source: "Google SRE workbook, chapter 10; PagerDuty postmortem guide; GOV.UK incident reports",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n",
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n  - Owner: Bo Lind\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    subject
        .action_items()
        .filter(|action| action.status.known() != Some(&ActionStatus::Declined))
        .filter(|action| action.owner.trim().is_empty())
        .map(|action| {
            Flaw::at(
                Place::row(Field::ActionItems, action.id),
                format!("{} has no owner", super::named(action)),
            )
            .in_facet(Facet::Owner)
        })
        .collect()
}
