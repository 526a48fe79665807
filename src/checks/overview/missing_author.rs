//! `missing-author`: a postmortem names who wrote it.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "DOC05",
        name: "missing-author",
        section: Section::Overview,
        kind: Kind::Missing,
        what: "A postmortem names who wrote it",
        why: "Readers need someone to ask; a document that belongs to everyone is finished by no one",
        fix: "Name the authors, the one who answers for it first",
        source: "Google SRE book, example postmortem; PagerDuty postmortem guide (one owner)",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable after a certificate expired\n\n- **Status:** Draft\n",
        "# Checkout unavailable after a certificate expired\n\n- **Authors:** Ana Ruiz, Bo Lind\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    subject.flaw_if_lacking(Field::Authors, "Nobody is named as author")
}
