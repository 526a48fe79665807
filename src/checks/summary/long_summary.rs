//! `long-summary`: the summary is longer than a minute of reading.

use crate::checks::texts::word_count;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "SUM10",
        name: "long-summary",
        section: Section::Summary,
        kind: Kind::Unclear,
        what: "The summary has at most 130 words",
        why: "It is what most people read, and what is read out: two to five sentences",
        fix: "Keep what broke, for whom, for how long and how it ended; the rest has sections of its own",
        source: "PagerDuty and Blameless postmortem guides (two to three sentences)",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\nFor 38 minutes nobody could pay by card, because a certificate had expired. For 38 minutes nobody could pay by card, because a certificate had expired. For 38 minutes nobody could pay by card, because a certificate had expired. For 38 minutes nobody could pay by card, because a certificate had expired. For 38 minutes nobody could pay by card, because a certificate had expired. For 38 minutes nobody could pay by card, because a certificate had expired. For 38 minutes nobody could pay by card, because a certificate had expired. For 38 minutes nobody could pay by card, because a certificate had expired. For 38 minutes nobody could pay by card, because a certificate had expired. For 38 minutes nobody could pay by card, because a certificate had expired. For 38 minutes nobody could pay by card, because a certificate had expired.\n",
        "# Checkout unavailable\n\n## Issue Summary\n\nFor 38 minutes nobody could pay by card, because a certificate had expired.\n",
    ),
    run,
};

const MOST: usize = 130;

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let count = word_count(&subject.document.summary.text);
    if count <= MOST {
        return Vec::new();
    }
    let message = format!("The summary has {count} words; few readers go on after {MOST}");
    vec![Flaw::at(Place::field(Field::Summary), message)]
}
