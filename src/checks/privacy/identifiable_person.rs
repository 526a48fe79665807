//! `identifiable-person`: someone who took part is named in the text.

use crate::checks::private_thing::PrivateKind;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::Section;

use super::masked;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "PRI05",
        name: "identifiable-person",
        section: Section::Overview,
        kind: Kind::Unclear,
        what: "No one who took part is named in what is published",
        why: "A reader outside needs to know what was done, and not by whom; the text stays found for years",
        fix: "Write the role: the on-call engineer, the release lead",
        source: "PagerDuty postmortem guide (external postmortems)",
    },
    profiles: Profiles::Publishing,
    example: Example::new(
        "# Checkout unavailable\n\n- **Authors:** Ana Ruiz\n\n## Resolution and Recovery\n\nAna Ruiz renewed the certificate.\n",
        "# Checkout unavailable\n\n- **Authors:** Ana Ruiz\n\n## Resolution and Recovery\n\nThe on-call engineer renewed the certificate.\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    masked(subject, PrivateKind::Person, |text| {
        format!("{text} is named")
    })
}
