//! `exposed-phone-number`: a telephone number stands in the text.

use crate::checks::private_thing::PrivateKind;
use crate::checks::wording::quoted;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::Section;

use super::masked;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "PRI04",
        name: "exposed-phone-number",
        section: Section::Overview,
        kind: Kind::Unclear,
        what: "No telephone number stands in what is published",
        why: "It belongs to someone who is called at night",
        fix: "Mask it, or write whom it reaches",
        source: "PagerDuty postmortem guide (external postmortems)",
    },
    profiles: Profiles::Publishing,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\nCall +44 20 7946 0018 when it happens again.\n",
        "# Checkout unavailable\n\n## Issue Summary\n\nCall the network desk when it happens again. Order 20794600180 is affected.\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    masked(subject, PrivateKind::Phone, |text| {
        format!("{} is a telephone number", quoted(text))
    })
}
