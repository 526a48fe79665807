//! `unstated-detection`: nothing says how it was noticed.

use crate::checks::texts::any_names;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{EventKind, Field, Milestone, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "DET02",
        name: "unstated-detection",
        section: Section::Detection,
        kind: Kind::Unclear,
        what: "The document says how the incident was noticed: an alert, a customer, a colleague",
        why: "Whether users or machines noticed first decides what has to be watched from now on",
        fix: "Say in the timeline, or under detection, who or what noticed and when",
        source: "The classic assignment; Google SRE book, example postmortem",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Timeline\n\n- **09:12** – Card payments begin to fail\n- **09:30** – The gateway restarts\n- **09:41** – The certificate is renewed\n- **09:50** – Card payments work\n",
        "# Checkout unavailable\n\n## Timeline\n\n- **09:12** – Card payments begin to fail\n- **09:26** – A customer writes to support\n- **09:41** – The certificate is renewed\n- **09:50** – Card payments work\n",
    ),
    run,
};

/// Who or what notices, and how that is called.
const SIGNS: &[&str] = &[
    "alert",
    "alarm",
    "monitor",
    "paged",
    "pager",
    "page to",
    "notic",
    "detect",
    "report",
    "complain",
    "discover",
    "found",
    "find",
    "observ",
    "saw",
    "see",
    "ticket",
    "dashboard",
    "told",
    "realis",
    "realiz",
    "aware",
    "spotted",
    "support",
    "flagged",
    "signal",
    "customer",
    "identif",
    "learn",
    "recogni",
];

/// A shorter timeline is still being written.
const FEWEST: usize = 4;

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let is_marked = || {
        subject.events().any(|event| {
            event.kind == EventKind::Detection || event.milestone == Some(Milestone::Detected)
        })
    };
    let document = subject.document;
    let is_asked_elsewhere = subject.asks_for(Field::Detection);
    if subject.events().count() < FEWEST
        || is_asked_elsewhere
        || subject.is_excused(Field::Detection)
        || is_marked()
        || any_names(document, SIGNS)
    {
        return Vec::new();
    }
    let message = "Nothing says how it was noticed";
    vec![Flaw::at(Place::field(Field::Detection), message)]
}
