//! `empty-action-item`: an action item does not say what will be done.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "ACT05",
        name: "empty-action-item",
        section: Section::FollowUp,
        kind: Kind::Missing,
        what: "Every action item says what will be done",
        why: "An owner and a date without a task cannot be finished",
        fix: "Begin with a verb and say what will be different, or remove the row",
        source: "Google SRE workbook, chapter 10",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ]\n  - Owner: Bo Lind\n",
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n  - Owner: Bo Lind\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    subject
        .action_items()
        .filter(|action| action.text.trim().is_empty())
        .map(|action| {
            let owner = action.owner.trim();
            let message = if owner.is_empty() {
                "An action item does not say what will be done".to_owned()
            } else {
                format!("An action item of {owner} does not say what will be done")
            };
            Flaw::at(Place::row(Field::ActionItems, action.id), message)
        })
        .collect()
}
