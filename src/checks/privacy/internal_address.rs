//! `internal-address`: a host or an address of the inner network stands in the text.

use crate::checks::private_thing::PrivateKind;
use crate::checks::wording::quoted;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::Section;

use super::masked;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "PRI03",
        name: "internal-address",
        section: Section::Overview,
        kind: Kind::Unclear,
        what: "No internal host and no private IP address stands in what is published",
        why: "It tells a stranger how the network is laid out, and leads everyone else nowhere",
        fix: "Mask it, or write what runs there",
        source: "PagerDuty postmortem guide (external postmortems); RFC 1918",
    },
    profiles: Profiles::Publishing,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\nThe host db-3.prod.internal (10.20.0.7) was full.\n",
        "# Checkout unavailable\n\n## Issue Summary\n\nThe host of the order database was full. It runs version 10.4.1.2.\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    masked(subject, PrivateKind::Host, |text| {
        format!("{} leads into the inner network", quoted(text))
    })
}
