//! `unchecked-recurrence`: nothing says whether it has happened before.

use crate::checks::texts::any_names;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "CAU06",
        name: "unchecked-recurrence",
        section: Section::Analysis,
        kind: Kind::Unclear,
        what: "The document says whether the same cause has led to incidents before",
        why: "A cause that comes back says that the action items of the last time did not reach it",
        fix: "Look for earlier incidents of this kind and name them, or say that there is none",
        source: "Atlassian incident handbook (recurrence); PagerDuty postmortem guide",
    },
    profiles: Profiles::Only(&["atlassian"]),
    example: Example::new(
        "# Checkout unavailable\n\n## Incident summary\n\n## Leadup\n\n## Fault\n\n## Impact\n\n## Detection\n\n## Response\n\n## Root cause\n\nNo alert watches the age of certificates.\n",
        "# Checkout unavailable\n\n## Incident summary\n\n## Leadup\n\n## Fault\n\n## Impact\n\n## Detection\n\n## Response\n\n## Root cause\n\nNo alert watches the age of certificates. The same happened in March.\n",
    ),
    run,
};

/// How earlier incidents are spoken of.
const EARLIER: &[&str] = &[
    "recur",
    "similar",
    "previous",
    "again",
    "first time",
    "first incident",
    "first of",
    "earlier incident",
    "earlier this",
    "past incident",
    "prior incident",
    "repeat",
    "the same",
    "last year",
    "last time",
    "never before",
    "has happened",
    "had happened",
    "known issue",
];

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let document = subject.document;
    if document.analysis.root_cause.trim().is_empty() || any_names(document, EARLIER) {
        return Vec::new();
    }
    let message = "Nothing says whether this has happened before";
    vec![Flaw::at(Place::field(Field::RootCause), message).as_hint(true)]
}
