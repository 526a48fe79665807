//! `unexplained-decline`: an action item was declined, and nothing says why.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{ActionStatus, Facet, Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "ACT18",
        name: "unexplained-decline",
        section: Section::FollowUp,
        kind: Kind::Unclear,
        what: "A declined action item keeps the reason",
        why: "The next postmortem will propose it again, and someone has to know what was weighed",
        fix: "Add the reason behind the item: \"declined: the vendor retires it in June\"",
        source: "PagerDuty postmortem guide",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Move to another provider\n  - Status: Declined\n",
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Move to another provider; declined because this one was not at fault\n  - Status: Declined\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let declined = subject.action_items().filter(|item| {
        let text = item.text.trim();
        // A reason stands behind a mark or a word that leads to it, or in a sentence of its own.
        let gives_reason = text.contains([':', ';', '–', '—', '(', ','])
            || text.contains(". ")
            || crate::checks::texts::names(
                text,
                &["because", "since", "as it", "as the", "due to", "until"],
            );
        item.status.known() == Some(&ActionStatus::Declined) && !text.is_empty() && !gives_reason
    });
    let flaws = declined.map(|item| {
        let message = format!("{} was declined, and nothing says why", super::named(item));
        let place = Place::row(Field::ActionItems, item.id);
        Flaw::at(place, message)
            .in_facet(Facet::Status)
            .as_hint(true)
    });
    flaws.collect()
}
