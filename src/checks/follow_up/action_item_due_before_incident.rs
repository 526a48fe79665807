//! `action-item-due-before-incident`: an action item was due before the incident happened.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Facet, Field, Place, Section, Typed};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "ACT04",
        name: "action-item-due-before-incident",
        section: Section::FollowUp,
        kind: Kind::Inconsistent,
        what: "Action items are due after the incident",
        why: "One of the two dates is wrong, most often by its year",
        fix: "Correct the due date or the date of the incident",
        source: "felipegriep/postmortem-back",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Start:** 2026-05-04 09:12\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n  - Due: 2025-05-29\n",
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Start:** 2026-05-04 09:12\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n  - Due: 2026-05-29\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let summary = &subject.document.summary;
    let Some(day) = summary.start.date.known().or(summary.end.date.known()) else {
        return Vec::new();
    };
    subject
        .action_items()
        .filter_map(|action| Some((action, action.due.known()?)))
        .filter(|(_, due)| *due < day)
        .map(|(action, due)| {
            Flaw::at(
                Place::row(Field::ActionItems, action.id),
                format!(
                    "{} is due on {}, before the incident on {}",
                    super::named(action),
                    due.canonical(),
                    day.canonical()
                ),
            )
            .in_facet(Facet::Due)
        })
        .collect()
}
