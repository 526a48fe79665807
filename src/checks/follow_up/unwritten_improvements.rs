//! `unwritten-improvements`: there are action items but no broad improvements.

use crate::checks::texts::any_names;
use crate::checks::{Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    code: "ACT19",
    name: "unwritten-improvements",
    section: Section::FollowUp,
    kind: Kind::Unclear,
    what: "Beside the action items stands what is to be better, broadly",
    why: "The list says what will be done; a reader also wants to know what will be different when it is done",
    fix: "Say in a line or two what will no longer be possible, or will be noticed at once",
    source: "The classic assignment (both broad improvements and a list of tasks)",
    profiles: Profiles::Only(&["classic"]),
    example: Example::new(
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n",
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Improvements\n\n- No certificate expires unnoticed\n\n### Action items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let document = subject.document;
    let is_told = !document.is_empty(Field::Improvements)
        || subject.is_excused(Field::Improvements)
        // Many say it in a sentence above the list.
        || any_names(document, &["improv"]);
    if is_told || document.is_empty(Field::ActionItems) {
        return Vec::new();
    }
    let message = "Nothing says what will be better, broadly, once the action items are done";
    vec![Flaw::at(Place::field(Field::Improvements), message).as_hint(true)]
}
