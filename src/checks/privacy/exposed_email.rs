//! `exposed-email`: an e-mail address stands in the text.

use crate::checks::private_thing::PrivateKind;
use crate::checks::wording::quoted;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::Section;

use super::masked;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "PRI02",
        name: "exposed-email",
        section: Section::Overview,
        kind: Kind::Unclear,
        what: "No e-mail address stands in what is published",
        why: "It names a person, and is collected by whoever sends unwanted mail",
        fix: "Mask it, or write the role that it belongs to",
        source: "PagerDuty postmortem guide (external postmortems)",
    },
    profiles: Profiles::Publishing,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\nAsk bo.lind@tidewater.test about it.\n",
        "# Checkout unavailable\n\n## Issue Summary\n\nAsk the payments team about `gateway@2.4.1`.\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    masked(subject, PrivateKind::Email, |text| {
        format!("{} is an e-mail address", quoted(text))
    })
}
