//! `late-action-item`: an urgent action item is due long after the incident.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{ActionItem, Facet, Field, Place, Priority, Section, SeverityLevel};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "ACT15",
        name: "late-action-item",
        section: Section::FollowUp,
        kind: Kind::Unclear,
        what: "Action items of priority P0 or P1 are due within 15 days of a SEV-1 and 30 days of a SEV-2; under the Atlassian template all within eight weeks",
        why: "What is urgent and due in three months is not urgent, or will come too late",
        fix: "Bring the date forward, split the item, or lower its priority",
        source: "PagerDuty postmortem guide (15 and 30 days); Atlassian incident handbook (four or eight weeks)",
    },
    profiles: Profiles::Only(&["pagerduty", "atlassian"]),
    example: Example::new(
        "# Checkout unavailable\n\n- **Severity:** SEV-1\n\n## Overview\n\n- **Start:** 2026-05-04 09:12\n\n## What Happened\n\n## Contributing Factors\n\n## Resolution\n\n## Action Items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n  - Due: 2026-07-01; Priority: P1\n",
        "# Checkout unavailable\n\n- **Severity:** SEV-1\n\n## Overview\n\n- **Start:** 2026-05-04 09:12\n\n## What Happened\n\n## Contributing Factors\n\n## Resolution\n\n## Action Items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n  - Due: 2026-05-15; Priority: P1\n",
    ),
    run,
};

/// Eight weeks, in days.
const MOST_DAYS: i64 = 56;

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let summary = &subject.document.summary;
    let Some(day) = summary.end.date.known().or(summary.start.date.known()) else {
        return Vec::new();
    };
    let late = super::to_do(subject).filter_map(|item| {
        let days = (*item.due.known()? - *day).num_days();
        (days > most_days(subject, item)?).then_some((item, days))
    });
    let flaws = late.map(|(item, days)| {
        let message = format!(
            "{} is due {days} days after the incident",
            super::named(item)
        );
        let place = Place::row(Field::ActionItems, item.id);
        Flaw::at(place, message).in_facet(Facet::Due).as_hint(true)
    });
    flaws.collect()
}

/// Within how many days of the incident an item should be done, where anything says so.
fn most_days(subject: &Subject<'_>, item: &ActionItem) -> Option<i64> {
    if subject.template.id == "atlassian" {
        return Some(MOST_DAYS);
    }
    let is_urgent = matches!(item.priority.known(), Some(Priority::P0 | Priority::P1));
    match subject.document.overview.severity.known() {
        Some(SeverityLevel::Sev1) if is_urgent => Some(15),
        Some(SeverityLevel::Sev2) if is_urgent => Some(30),
        _ => None,
    }
}
