//! `missing-action-items`: a postmortem has at least one action item.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "ACT01",
        name: "missing-action-items",
        section: Section::FollowUp,
        kind: Kind::Missing,
        what: "A postmortem has at least one action item",
        why: "Without one nothing changes and the incident can repeat; broad improvements that nobody finishes do not count",
        fix: "Add one thing that someone will finish by a date, or say why nothing will be done",
        source: "Google SRE book, chapter 15; PagerDuty and Atlassian guides",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable after a certificate expired\n\n## Corrective and Preventative Measures\n\n### Improvements\n\n- Every certificate is watched\n",
        "# Checkout unavailable after a certificate expired\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let has_improvements = !subject.document.is_empty(Field::Improvements);
    subject.flaw_if_lacking(
        Field::ActionItems,
        match has_improvements {
            true => "There are improvements, and no action item that someone will finish",
            false => "There is no action item",
        },
    )
}
