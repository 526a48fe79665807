//! `unmentioned-cause`: the summary gives a cause that nothing else speaks of.

use crate::checks::gist::Gist;
use crate::checks::texts::names;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "SUM12",
        name: "unmentioned-cause",
        section: Section::Summary,
        kind: Kind::Inconsistent,
        what: "The cause that the summary gives is told in the analysis",
        why: "Two causes that share no word are two stories, and a reader does not know which one was found out",
        fix: "Tell the cause of the summary in the analysis as well, or correct the summary",
        source: "Found in public postmortems",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Root cause:** A deployment removed the payment worker from its queue.\n\n## Root Cause and Resolution\n\n### Root cause\n\nA certificate of the gateway expired at night, and nobody was told.\n",
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Root cause:** An expired certificate at the gateway stopped card payments.\n\n## Root Cause and Resolution\n\n### Root cause\n\nA certificate of the gateway expired at night, and nobody was told.\n",
    ),
    run,
};

/// A cause of fewer words may be a name for what the analysis describes.
const FEWEST_WORDS: usize = 4;

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let document = subject.document;
    let cause = Gist::of(&document.summary.cause);
    let analysis = &document.analysis;
    let is_short = Gist::of(&analysis.root_cause).len() < FEWEST_WORDS;
    if cause.len() < FEWEST_WORDS || is_short {
        return Vec::new();
    }
    let words: Vec<&str> = cause.words().collect();
    let prose = [
        &analysis.root_cause,
        &analysis.trigger,
        &document.resolution.text,
    ];
    let rows = analysis.factors.iter().chain(&analysis.whys);
    let mut texts = prose
        .into_iter()
        .chain(rows.map(|row| &row.text))
        .chain(subject.events().map(|event| &event.text));
    if texts.any(|text| names(text, &words)) {
        return Vec::new();
    }
    let message = "Nothing in the analysis or the timeline speaks of this cause";
    vec![Flaw::at(Place::field(Field::Cause), message)]
}
