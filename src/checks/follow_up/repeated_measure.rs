//! `repeated-measure`: the same measure is an improvement and an action item.

use crate::checks::gist::Gist;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "ACT17",
        name: "repeated-measure",
        section: Section::FollowUp,
        kind: Kind::Unclear,
        what: "What is an action item is not among the broad improvements as well",
        why: "Two places for one measure drift apart, and only one of them has an owner",
        fix: "Keep the action item, and say in the improvement what is wanted beyond it",
        source: "Own rule, after public postmortems",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Improvements\n\n- Regular load tests of the payment gateway\n\n### Action items\n\n- [ ] Run regular load tests of the payment gateway\n",
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Improvements\n\n- Every change of the gateway is tested under load\n\n### Action items\n\n- [ ] Run the load test of the payment gateway each night\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let items = subject.action_items().take(super::MOST_COMPARED);
    let items: Vec<_> = items.map(|item| (item, Gist::of(&item.text))).collect();
    let improvements = subject.document.follow_up.improvements.iter();
    let repeated = improvements.take(super::MOST_COMPARED).filter_map(|row| {
        let gist = Gist::of(&row.text);
        let (item, _) = items.iter().find(|(_, other)| gist.is_like(other))?;
        let message = format!(
            "This stands as an action item as well: {}",
            super::named(item)
        );
        Some(Flaw::at(Place::row(Field::Improvements, row.id), message).as_hint(true))
    });
    repeated.collect()
}
