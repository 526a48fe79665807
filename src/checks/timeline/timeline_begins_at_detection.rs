//! `timeline-begins-at-detection`: the first entry is when the incident was noticed.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{EventKind, Field, Milestone, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "TIM07",
        name: "timeline-begins-at-detection",
        section: Section::Timeline,
        kind: Kind::Unclear,
        what: "The timeline begins before anyone noticed",
        why: "What lay in wait, and the change that set it off, are the part that nobody saw at the time",
        fix: "Add the change or the condition, and when users began to feel it",
        source: "PagerDuty postmortem guide",
    },
    profiles: Profiles::Only(&["pagerduty", "google-sre", "howie", "atlassian"]),
    example: Example::new(
        "# Checkout unavailable\n\n## Overview\n\n## What Happened\n\n## Contributing Factors\n\n## Resolution\n\n## Timeline\n\n- **09:26** (Detection; Detected) – A customer writes to support\n- **09:50** – Card payments work again\n",
        "# Checkout unavailable\n\n## Overview\n\n## What Happened\n\n## Contributing Factors\n\n## Resolution\n\n## Timeline\n\n- **09:12** – The certificate expires\n- **09:26** (Detection; Detected) – A customer writes to support\n- **09:50** – Card payments work again\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let mut events = subject.events();
    let (Some(first), Some(_)) = (events.next(), events.next()) else {
        return Vec::new();
    };
    let is_detection =
        first.kind == EventKind::Detection || first.milestone == Some(Milestone::Detected);
    if !is_detection {
        return Vec::new();
    }
    let message = "The timeline begins when it was noticed, and not with what set it off";
    vec![Flaw::at(Place::row(Field::Timeline, first.id), message)]
}
