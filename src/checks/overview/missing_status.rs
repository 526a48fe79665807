//! `missing-status`: a postmortem says how far it is.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "DOC03",
        name: "missing-status",
        section: Section::Overview,
        kind: Kind::Missing,
        what: "A postmortem says how far it is",
        why: "A reader has to know whether the text is still being worked on or agreed",
        fix: "Choose Draft, In review or Final",
        source: "Google SRE book, example postmortem; PagerDuty postmortem guide",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable after a certificate expired\n\n- **Severity:** SEV-2\n",
        "# Checkout unavailable after a certificate expired\n\n- **Status:** Draft\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    subject.flaw_if_lacking(Field::Status, "The postmortem has no status")
}
