//! `missing-title`: a postmortem has a title.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "DOC01",
        name: "missing-title",
        section: Section::Overview,
        kind: Kind::Missing,
        what: "A postmortem has a title",
        why: "The title is what people see in a list, a search and a link",
        fix: "Name the symptom that people saw, and when: not the cause, and not a person",
        source: "Google SRE book, chapter 15; morty",
    },
    profiles: Profiles::All,
    example: Example::new(
        "- **Status:** Draft\n",
        "# Checkout unavailable after a certificate expired\n\n- **Status:** Draft\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    subject.flaw_if_lacking(Field::Title, "The postmortem has no title")
}
