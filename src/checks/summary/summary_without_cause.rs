//! `summary-without-cause`: the summary does not say why it happened.

use crate::checks::gist::Gist;
use crate::checks::texts::names;
use crate::checks::{Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    code: "SUM11",
    name: "summary-without-cause",
    section: Section::Summary,
    kind: Kind::Unclear,
    what: "The summary names the cause",
    why: "Whoever reads the summary alone should know what broke and why",
    fix: "Add a sentence, or fill in the root cause of the summary",
    source: "The classic assignment, after Google's API infrastructure report of 2013",
    profiles: Profiles::Only(&["classic"]),
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\nFor 38 minutes nobody could pay by card.\n\n## Root Cause and Resolution\n\n### Root cause\n\nA certificate had expired.\n",
        "# Checkout unavailable\n\n## Issue Summary\n\nFor 38 minutes nobody could pay by card, because a certificate had expired.\n\n## Root Cause and Resolution\n\n### Root cause\n\nA certificate had expired.\n",
    ),
    run,
};

/// What leads from what happened to why.
const REASONS: &[&str] = &[
    "caus",
    "because",
    "due to",
    "led to",
    "led by",
    "since",
    "root",
    "reason",
    "result",
    "trigger",
    "origin",
    "after",
    "when",
    "owing",
    "stemm",
    "misconfig",
    "attribut",
    "so that",
    "bug",
    "fault",
    "fail",
];

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let document = subject.document;
    let (summary, cause) = (&document.summary, &document.analysis.root_cause);
    let is_told = !summary.cause.trim().is_empty()
        || names(&summary.text, REASONS)
        || Gist::of(&summary.text).touches(&Gist::of(cause));
    // Until the cause is written down, the summary can hardly tell it.
    if is_told || summary.text.trim().is_empty() || cause.trim().is_empty() {
        return Vec::new();
    }
    let message = "The summary does not say why it happened";
    vec![Flaw::at(Place::field(Field::Summary), message)]
}
