//! `terse-resolution`: the resolution is a word or two.

use crate::checks::placeholders::is_hollow;
use crate::checks::texts::word_count;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "RES02",
        name: "terse-resolution",
        section: Section::Resolution,
        kind: Kind::Unclear,
        what: "The resolution says what was done in at least a sentence",
        why: "Whoever meets the same incident wants to do it again, step by step",
        fix: "Say what was changed, where, and how you knew that it worked",
        source: "The classic assignment (explain the fix in detail)",
    },
    profiles: Profiles::Only(&["classic"]),
    example: Example::new(
        "# Checkout unavailable\n\n## Root Cause and Resolution\n\n### Resolution\n\nRestarted the gateway.\n",
        "# Checkout unavailable\n\n## Root Cause and Resolution\n\n### Resolution\n\nThe certificate was renewed and the gateway restarted; payments then went through.\n",
    ),
    run,
};

const FEWEST_WORDS: usize = 5;

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let text = &subject.document.resolution.text;
    let count = word_count(text);
    // What says nothing at all has checks of its own.
    if count == 0 || count >= FEWEST_WORDS || is_hollow(text) || is_no_sentence(text) {
        return Vec::new();
    }
    let message = "The resolution does not say what exactly was done";
    vec![Flaw::at(Place::field(Field::Resolution), message)]
}

/// An address leads to more, and a number is a time that was read as a resolution.
fn is_no_sentence(text: &str) -> bool {
    text.contains("://") || text.trim_start().starts_with(|c: char| c.is_ascii_digit())
}
