//! `unanswered-lessons`: some of the three questions of the lessons have no answer.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "LES01",
        name: "unanswered-lessons",
        section: Section::Lessons,
        kind: Kind::Unclear,
        what: "What went well, what went badly and where luck helped each have an answer",
        why: "Luck is what will not be there the next time, and it is the question that is left out most",
        fix: "Add a line to each, even if it is \"nothing\"",
        source: "Google SRE book, example postmortem",
    },
    profiles: Profiles::Only(&["google-sre"]),
    example: Example::new(
        "# Checkout unavailable\n\n## Summary\n\n## Impact\n\n## Root Causes\n\n## Trigger\n\n## Lessons Learned\n\n### What went well\n\n- The runbook was right\n",
        "# Checkout unavailable\n\n## Summary\n\n## Impact\n\n## Root Causes\n\n## Trigger\n\n## Lessons Learned\n\n### What went well\n\n- The runbook was right\n\n### What went wrong\n\n- Nobody noticed for 14 minutes\n\n### Where we got lucky\n\n- It was a holiday\n",
    ),
    run,
};

/// The questions, as they are named in a sentence.
const QUESTIONS: [(Field, &str); 3] = [
    (Field::WentWell, "what went well"),
    (Field::WentBadly, "what went badly"),
    (Field::Lucky, "where luck helped"),
];

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let is_answered = |field| !subject.document.is_empty(field) || subject.is_excused(field);
    // Whoever has answered none of them has not come to the lessons yet.
    if !QUESTIONS.iter().any(|(field, _)| is_answered(*field)) {
        return Vec::new();
    }
    let open = QUESTIONS.iter().filter(|(field, _)| !is_answered(*field));
    let flaws = open.map(|(field, question)| {
        let message = format!("Nothing says {question}, not even that there is nothing");
        Flaw::at(Place::field(*field), message)
    });
    flaws.collect()
}
