//! `single-factor`: one factor alone is made responsible.

use crate::checks::texts::sentence_count;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "CAU02",
        name: "single-factor",
        section: Section::Analysis,
        kind: Kind::Unclear,
        what: "More than one contributing factor is named",
        why: "Complex systems fail of several things at once; a single one is where the questions stopped",
        fix: "Ask what made it possible, what made it worse, and what let it pass unnoticed",
        source: "PagerDuty postmortem guide (there is no single root cause)",
    },
    profiles: Profiles::Only(&["pagerduty", "contributors-mitigators-risks"]),
    example: Example::new(
        "# Checkout unavailable\n\n## Overview\n\n## What Happened\n\n## Contributing Factors\n\nThe certificate had expired.\n\n## Resolution\n\n## Impact\n",
        "# Checkout unavailable\n\n## Overview\n\n## What Happened\n\n## Contributing Factors\n\nThe certificate had expired.\n\n### Other factors\n\n- The renewal job was off\n- The error did not name the certificate\n\n## Resolution\n\n## Impact\n",
    ),
    run,
};

/// Prose of more sentences may name any number of factors.
const MOST_SENTENCES: usize = 2;

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let analysis = &subject.document.analysis;
    let rows = analysis.factors.iter();
    let rows = rows.filter(|row| !row.text.trim().is_empty()).count();
    let lines = analysis.root_cause.lines();
    let lines = lines.filter(|line| !line.trim().is_empty()).count();
    // Several lines are a list, or a story of more than one factor.
    let sentences = match lines {
        0 | 1 => sentence_count(&analysis.root_cause),
        _ => MOST_SENTENCES + 1,
    };
    let is_single = match rows {
        0 => (1..=MOST_SENTENCES).contains(&sentences),
        1 => sentences == 0,
        _ => false,
    };
    if !is_single || subject.is_excused(Field::Factors) {
        return Vec::new();
    }
    let field = if rows == 0 {
        Field::RootCause
    } else {
        Field::Factors
    };
    let message = "One factor alone is named; several made it possible or worse";
    vec![Flaw::at(Place::field(field), message)]
}
