//! `remedy-in-cause`: the causes say what will be done.

use crate::checks::texts::names;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "CAU05",
        name: "remedy-in-cause",
        section: Section::Analysis,
        kind: Kind::Unclear,
        what: "The causes say why it happened, and the action items what will be done",
        why: "A remedy among the causes has no owner and no date, and ends the search for the next cause",
        fix: "Make it an action item, and say here what made it necessary",
        source: "PagerDuty postmortem guide (what happened apart from how to fix it)",
    },
    profiles: Profiles::Only(&[
        "pagerduty",
        "google-sre",
        "atlassian",
        "howie",
        "contributors-mitigators-risks",
    ]),
    example: Example::new(
        "# Checkout unavailable\n\n## Overview\n\n## What Happened\n\n## Contributing Factors\n\nThe certificate had expired. Going forward, we will watch every certificate. The error did not name it.\n\n## Resolution\n\n## Impact\n",
        "# Checkout unavailable\n\n## Overview\n\n## What Happened\n\n## Contributing Factors\n\nThe certificate had expired. Nothing watched it. The error did not name it.\n\n## Resolution\n\n## Impact\n",
    ),
    run,
};

/// How plans begin. "Will" alone is no sign: a queue will grow.
const PLANS: &[&str] = &[
    "we will ",
    "we\'ll ",
    "we are going to ",
    "we plan to ",
    "we need to ",
    "going forward",
    "to prevent this from happening again",
    "in the future we ",
];

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let analysis = &subject.document.analysis;
    let rows = [
        (Field::Factors, &analysis.factors),
        (Field::Whys, &analysis.whys),
    ];
    let rows = rows.iter().flat_map(|(field, rows)| {
        let rows = rows.iter();
        rows.map(|row| (Place::row(*field, row.id), &row.text))
    });
    let prose = [
        (Place::field(Field::RootCause), &analysis.root_cause),
        (Place::field(Field::Trigger), &analysis.trigger),
    ];
    let planned = prose.into_iter().chain(rows);
    let planned = planned.filter(|(_, text)| names(text, PLANS));
    let flaws = planned.map(|(place, _)| Flaw::at(place, "A cause says what will be done"));
    flaws.collect()
}
