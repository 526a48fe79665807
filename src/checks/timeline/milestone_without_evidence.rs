//! `milestone-without-evidence`: a marked entry has no link to what shows it.

use crate::checks::wording::quoted;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Facet, Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "TIM11",
        name: "milestone-without-evidence",
        section: Section::Timeline,
        kind: Kind::Unclear,
        what: "Every entry that marks a milestone has evidence",
        why: "Response times are counted from these entries, and a reader should be able to see for themselves",
        fix: "Link the chart, the alert or the message that shows it",
        source: "PagerDuty postmortem guide (each item with a metric or a page)",
    },
    profiles: Profiles::Only(&["pagerduty"]),
    example: Example::new(
        "# Checkout unavailable\n\n## Overview\n\n## What Happened\n\n## Contributing Factors\n\n## Resolution\n\n## Timeline\n\n- **09:12** (Event; Started) – Card payments begin to fail\n",
        "# Checkout unavailable\n\n## Overview\n\n## What Happened\n\n## Contributing Factors\n\n## Resolution\n\n## Timeline\n\n- **09:12** (Event; Started) – Card payments begin to fail\n  - Evidence: [payments by minute](https://charts.example/1)\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let bare = subject.events().filter(|event| {
        let is_shown = !event.evidence.trim().is_empty()
            || event.text.contains("](")
            || event.text.contains("://");
        event.milestone.is_some() && !event.text.trim().is_empty() && !is_shown
    });
    let flaws = bare.map(|event| {
        let message = format!("{} has no evidence", quoted(&event.text));
        Flaw::at(Place::row(Field::Timeline, event.id), message).in_facet(Facet::Evidence)
    });
    flaws.collect()
}
