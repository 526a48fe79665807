//! `many-action-items`: there are more action items than most teams finish.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "ACT14",
        name: "many-action-items",
        section: Section::FollowUp,
        kind: Kind::Unclear,
        what: "At most seven action items are still to be done",
        why: "Of a long list, what is easy is done; three to five items are finished",
        fix: "Choose those that weigh most, and move the rest to the backlog with a reason",
        source: "PagerDuty postmortem guide; Google SRE workbook, chapter 10",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n- [ ] Renew certificates 30 days ahead\n- [ ] Name the certificate in the error\n- [ ] Show the age of certificates on the dashboard\n- [ ] Page when card payments fall by half\n- [ ] Write down who renews what\n- [ ] Retry payments through the second provider\n- [ ] List every certificate of the gateway\n",
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n- [ ] Renew certificates 30 days ahead\n- [ ] Name the certificate in the error\n",
    ),
    run,
};

const MOST: usize = 7;

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let count = super::to_do(subject).count();
    if count <= MOST {
        return Vec::new();
    }
    let message = format!("{count} action items are to be done; few teams finish more than {MOST}");
    vec![Flaw::at(Place::field(Field::ActionItems), message).as_hint(true)]
}
