//! `unnamed-trigger`: what set it off is not told apart from why it could happen.

use crate::checks::texts::names;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "CAU03",
        name: "unnamed-trigger",
        section: Section::Analysis,
        kind: Kind::Unclear,
        what: "The trigger is named beside the root cause",
        why: "The trigger is gone by itself; what it met is still there for the next one",
        fix: "Name the change or the event that turned the condition into an incident",
        source: "Google SRE book, example postmortem",
    },
    profiles: Profiles::Only(&["google-sre"]),
    example: Example::new(
        "# Checkout unavailable\n\n## Summary\n\n## Impact\n\n## Root Causes\n\nNo alert watches the age of certificates.\n\n## Trigger\n\n## Resolution\n",
        "# Checkout unavailable\n\n## Summary\n\n## Impact\n\n## Root Causes\n\nNo alert watches the age of certificates.\n\n## Trigger\n\nA certificate expired at 09:12.\n\n## Resolution\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let analysis = &subject.document.analysis;
    let is_named =
        !analysis.trigger.trim().is_empty() || names(&analysis.root_cause, &["trigger", "set off"]);
    let is_begun = !analysis.root_cause.trim().is_empty();
    if is_named || !is_begun || subject.is_excused(Field::Trigger) {
        return Vec::new();
    }
    let message = "Nothing says what set it off";
    vec![Flaw::at(Place::field(Field::Trigger), message)]
}
