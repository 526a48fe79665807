//! `exposed-secret`: a password, a key or a token stands in the text.

use crate::checks::private_thing::{secrets, told};
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::Section;

use super::flaw;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "PRI01",
        name: "exposed-secret",
        section: Section::Overview,
        kind: Kind::Unclear,
        what: "No password, key or token stands in the text, be it in code or in an address",
        why: "A postmortem is read, copied and kept; a secret in it has to be taken for known",
        fix: "Mask it here and replace it where it is used: it is in the history of this text already",
        source: "OWASP Secrets Management Cheat Sheet",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\nThe job ran with `DB_PASSWORD=tr0ub4dor7`.\n",
        "# Checkout unavailable\n\n## Issue Summary\n\nThe job ran with `DB_PASSWORD=[secret 1]`, as commit 9fceb02d0ae598e95dc970b74767f19372d61af8 says.\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    secrets(subject.document)
        .iter()
        .map(|thing| flaw(thing, told(&thing.text)))
        .collect()
}
