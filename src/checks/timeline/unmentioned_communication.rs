//! `unmentioned-communication`: nothing says when users or colleagues were told.

use crate::checks::texts::any_names;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{EventKind, Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "TIM09",
        name: "unmentioned-communication",
        section: Section::Timeline,
        kind: Kind::Unclear,
        what: "The timeline says when users were told, or that they were not",
        why: "How long people were left to guess is part of what they felt",
        fix: "Add an entry for each notice, or say that there was none",
        source: "PagerDuty postmortem guide; Etsy morgue; felipegriep/postmortem-back",
    },
    profiles: Profiles::Only(&["pagerduty", "atlassian", "gov-uk", "company-report"]),
    example: Example::new(
        "# Checkout unavailable\n\n## Overview\n\n## What Happened\n\n## Contributing Factors\n\n## Resolution\n\n## Timeline\n\n- **09:12** – Card payments begin to fail\n- **09:26** – A customer writes to support\n- **09:41** – The expired certificate is found\n- **09:50** – Card payments work again\n",
        "# Checkout unavailable\n\n## Overview\n\n## What Happened\n\n## Contributing Factors\n\n## Resolution\n\n## Timeline\n\n- **09:12** – Card payments begin to fail\n- **09:26** – A customer writes to support\n- **09:41** – The status page says that card payments fail\n- **09:50** – Card payments work again\n",
    ),
    run,
};

/// How people are told.
const NOTICES: &[&str] = &[
    "status page",
    "statuspage",
    "announc",
    "notif",
    "notice",
    "inform",
    "communicat",
    "comms",
    "tweet",
    "posted",
    "e-mail",
    "email",
    "told",
    "message",
    "banner",
    "press",
    "apolog",
    "replied",
];

/// A shorter timeline is still being written.
const FEWEST: usize = 4;

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let is_told = || {
        let mut events = subject.events();
        events.any(|event| event.kind == EventKind::Communication)
            || any_names(subject.document, NOTICES)
    };
    if subject.events().count() < FEWEST || subject.is_excused(Field::Timeline) || is_told() {
        return Vec::new();
    }
    let message = "Nothing says when users were told, or that they were not";
    vec![Flaw::at(Place::field(Field::Timeline), message)]
}
