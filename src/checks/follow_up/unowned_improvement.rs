//! `unowned-improvement`: a measure is announced that nobody has to finish.

use crate::checks::wording::quoted;
use crate::checks::{Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    code: "ACT20",
    name: "unowned-improvement",
    section: Section::FollowUp,
    kind: Kind::Unclear,
    what: "Where there is no action item, the improvements have nobody who sees to them",
    why: "What is announced without an owner and a date is what the next postmortem announces again",
    fix: "Make it an action item with an owner and a due date",
    source: "Google SRE workbook, chapter 10; found in public postmortems",
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Improvements\n\n- Every certificate is watched\n",
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Improvements\n\n- Every certificate is watched\n\n### Action items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let document = subject.document;
    if !document.is_empty(Field::ActionItems) || subject.is_excused(Field::ActionItems) {
        return Vec::new();
    }
    let rows = document.follow_up.improvements.iter();
    let rows = rows.filter(|row| !row.text.trim().is_empty());
    let flaws = rows.map(|row| {
        let message = format!("{} has no owner and no due date", quoted(&row.text));
        Flaw::at(Place::row(Field::Improvements, row.id), message).as_hint(true)
    });
    flaws.collect()
}
