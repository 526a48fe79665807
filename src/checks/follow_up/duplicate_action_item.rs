//! `duplicate-action-item`: two action items say the same.

use crate::checks::gist::Gist;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "ACT16",
        name: "duplicate-action-item",
        section: Section::FollowUp,
        kind: Kind::Unclear,
        what: "Every action item is there once",
        why: "Of two items that say the same, each owner waits for the other",
        fix: "Keep the one with the better owner and date",
        source: "Own rule, after public postmortems",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Add an alert for the age of each gateway certificate\n- [ ] Add alerts for the age of each gateway certificate\n",
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Add an alert for the age of each certificate\n- [ ] Renew each certificate 30 days ahead\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let items = subject.action_items().take(super::MOST_COMPARED);
    let items: Vec<_> = items.map(|item| (item, Gist::of(&item.text))).collect();
    let mut flaws = Vec::new();
    for (index, (item, gist)) in items.iter().enumerate() {
        let mut before = items.iter().take(index);
        if let Some((first, _)) = before.find(|(_, other)| gist.is_like(other)) {
            let message = format!(
                "{} says the same as {}",
                super::named(item),
                super::named(first)
            );
            flaws.push(Flaw::at(Place::row(Field::ActionItems, item.id), message));
        }
    }
    flaws
}
