//! `unnamed-leads`: nothing says who led the response.

use crate::checks::texts::{any_names, names};
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "DOC15",
        name: "unnamed-leads",
        section: Section::Overview,
        kind: Kind::Unclear,
        what: "The document says who led the response and who kept others informed",
        why: "Who wants to know more has to know whom to ask; the two roles are the first thing a GOV.UK report names",
        fix: "Name the incident lead and the communications lead, by role if not by name",
        source: "GOV.UK incident reports",
    },
    profiles: Profiles::Only(&["gov-uk"]),
    example: Example::new(
        "# Checkout unavailable\n\n## Overview\n\n## User impact\n\n## Timeline\n\n- **09:12** – Card payments begin to fail\n- **09:26** – A customer writes to support\n- **09:41** – The expired certificate is found\n- **09:50** – Card payments work again\n",
        "# Checkout unavailable\n\n## Overview\n\n## User impact\n\n## Timeline\n\n- **09:12** – Card payments begin to fail\n- **09:26** – The incident lead and the comms lead join\n- **09:41** – The expired certificate is found\n- **09:50** – Card payments work again\n",
    ),
    run,
};

/// How roles in a response are called.
const ROLES: &[&str] = &[
    "incident lead",
    "incident command",
    "incident manag",
    "comms lead",
    "communications lead",
    "tech lead",
    "technical lead",
    "on-call",
    "on call",
    "led by",
    "led the",
];

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let document = subject.document;
    let is_named = names(&document.overview.authors, ROLES) || any_names(document, ROLES);
    // While nothing is told of the response, there is nobody to name.
    if is_named || subject.events().next().is_none() {
        return Vec::new();
    }
    let message = "Nothing says who led the response and who informed others";
    vec![Flaw::at(Place::field(Field::Authors), message)]
}
