//! `contradictory-share`: two places give different shares of users.

use crate::checks::quantities::{Token, tokens};
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Percent, Place, Section, Typed};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "IMP03",
        name: "contradictory-share",
        section: Section::Impact,
        kind: Kind::Inconsistent,
        what: "Whatever gives the share of users affected gives the same one",
        why: "The share decides how bad the incident was, and a reader quotes the first one found",
        fix: "Correct the one that is wrong, or say what each of them is the share of",
        source: "Found in public postmortems",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\nFor 38 minutes, 80% of our users could not pay by card.\n\n- **Impact:** Card payments failed.\n- **Users affected:** 30%\n",
        "# Checkout unavailable\n\n## Issue Summary\n\nFor 38 minutes, 30% of our users could not pay by card.\n\n- **Impact:** Card payments failed.\n- **Users affected:** 30%\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let document = subject.document;
    let mut known = document.impact.affected_share.known().copied();
    let mut flaws = Vec::new();
    for (field, text) in [
        (Field::Summary, &document.summary.text),
        (Field::WhatUsersSaw, &document.impact.what_users_saw),
    ] {
        // Two shares in one text are of two groups of users, or of two times.
        let shares = shares(text);
        let (Some(share), true) = (shares.first(), shares.len() == 1) else {
            continue;
        };
        let other = *known.get_or_insert(*share);
        if other != *share {
            let message = format!(
                "{} of users here, {} elsewhere",
                share.canonical(),
                other.canonical()
            );
            flaws.push(Flaw::at(Place::field(field), message));
        }
    }
    flaws
}

/// The shares of all users that a text says were affected, each once: "80% of our users were", but
/// not "80% of the users in Norway".
fn shares(text: &str) -> Vec<Percent> {
    let mut shares = Vec::new();
    if !text.contains('%') {
        return shares;
    }
    let tokens = tokens(text);
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.is("%")) {
        let number = at.checked_sub(1).and_then(|before| tokens.get(before));
        let share = number.and_then(|number| Percent::parse(number.text));
        let share = share.filter(|_| token.is_attached && is_of_users(&tokens, at + 1));
        // "2-5%" is no share.
        let is_range = number.is_some_and(|number| number.is_attached);
        if let Some(share) = share.filter(|share| !is_range && !shares.contains(share)) {
            shares.push(share);
        }
    }
    shares
}

fn is_of_users(tokens: &[Token<'_>], mut at: usize) -> bool {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| token.is_any(words));
    if !is(at, &["of"]) {
        return false;
    }
    at += 1;
    while is(at, &["our", "all", "the"]) {
        at += 1;
    }
    let is_everyone = is(at, &["users", "customers", "visitors", "subscribers"]);
    let goes_on = &[
        "were",
        "was",
        "are",
        "could",
        "saw",
        "had",
        "experienced",
        "lost",
        "got",
        "received",
    ];
    is_everyone && (is(at + 1, goes_on) || tokens.get(at + 1).is_none_or(Token::ends_sentence))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_share_of_all_users_counts() {
        for (text, expected) in [
            (
                "Approximately 80% of our users were affected.",
                &[8_000][..],
            ),
            ("0.5% of users saw errors", &[50]),
            ("80% of users in Norway saw errors", &[]),
            ("80% of requests failed for users.", &[]),
            ("2-5% of users saw errors", &[]),
            (
                "80% of users were affected, then 20% of users.",
                &[8_000, 2_000],
            ),
        ] {
            let expected: Vec<_> = expected
                .iter()
                .filter_map(|share| Percent::from_hundredths(*share))
                .collect();
            assert_eq!(shares(text), expected, "{text}");
        }
    }
}
