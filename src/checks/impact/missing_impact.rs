//! `missing-impact`: a postmortem says what users felt.

use crate::checks::texts::names;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "IMP01",
        name: "missing-impact",
        section: Section::Impact,
        kind: Kind::Missing,
        what: "A postmortem says what users felt",
        why: "The impact is the reason why the document exists, and the measure of what its action items are worth",
        fix: "Say what users could not do, how they noticed, and what kept working",
        source: "GOV.UK incident reports; Google SRE book, chapter 15",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable after a certificate expired\n\n## Issue Summary\n\nAn expired certificate stopped card payments.\n",
        "# Checkout unavailable after a certificate expired\n\n## Issue Summary\n\n- **Impact:** Customers could not pay by card; 1,310 payments failed.\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    if tells_impact(&subject.document.summary.text) {
        let words = "Only the summary says what users saw";
        let flaws = subject
            .flaw_if_lacking(Field::WhatUsersSaw, words)
            .into_iter();
        return flaws.map(|flaw| flaw.as_hint(true)).collect();
    }
    subject.flaw_if_lacking(Field::WhatUsersSaw, "Nothing says what users saw")
}

/// Whether a sentence names those who use a service, and what they felt.
fn tells_impact(text: &str) -> bool {
    const WHO: &[&str] = &[
        "user",
        "customer",
        "client",
        "visitor",
        "player",
        "guest",
        "reader",
        "student",
        "people",
        "everyone",
        "everybody",
        "nobody",
    ];
    const FELT: &[&str] = &[
        "affect",
        "impact",
        "unable",
        "could",
        "couldn",
        "cannot",
        "can",
        "experienc",
        "saw",
        "see",
        "fail",
        "error",
        "slow",
        "lost",
        "without",
        "locked",
        "unavailab",
        "outage",
        "downtime",
    ];
    let mut sentences = text.split(['.', '!', '?', '\n']);
    sentences.any(|sentence| names(sentence, WHO) && names(sentence, FELT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_impact_in_the_summary_is_seen() {
        for (text, is_told) in [
            (
                "Search was down. About 40 percent of users were affected.",
                true,
            ),
            ("Customers could not log in for an hour", true),
            ("The queue was full. Nobody had noticed the disk.", false),
            ("The user service was restarted.", false),
            ("", false),
        ] {
            assert_eq!(tells_impact(text), is_told, "{text}");
        }
    }
}
