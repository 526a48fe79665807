//! `empty-passive`: something happened to something, and the sentence ends there.

use crate::checks::lexicon::Class;
use crate::checks::sentences::{Gap, Text};
use crate::checks::wording::quoted;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Section};

use super::judged;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "LAN12",
        name: "empty-passive",
        section: Section::Overview,
        kind: Kind::Unclear,
        what: "Summary and causes name the system and the change: not only that an issue occurred",
        why: "Blameless is not nameless: without the system, the command or the version nobody learns anything",
        fix: "Name what changed and where: the service, the setting, the version",
        source: "This project; field guides on over-abstract passives",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Root Cause\n\nA change was introduced.\n",
        "# Checkout unavailable\n\n## Root Cause\n\nA change was introduced in version 12 of the gateway.\n",
    ),
    run,
};

pub(super) const WORDS: &str = "issue issues problem problems error errors failure incident change \
    changes mistake mistakes event difficulties something things misconfiguration";

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    judged(
        &subject.sentences().texts,
        Class::MISHAP,
        |text| {
            matches!(
                text.place.field,
                Field::Summary
                    | Field::Cause
                    | Field::WhatUsersSaw
                    | Field::Trigger
                    | Field::RootCause
                    | Field::Factors
                    | Field::Whys
            )
        },
        |text, at| {
            let words = judge(text, at)?;
            let message = format!(
                "{} does not say what it was",
                quoted(text.slice(words.clone()))
            );
            Some(text.flaw(words, message).as_hint(true))
        },
    )
}

fn judge(text: &Text<'_>, at: usize) -> Option<std::ops::Range<usize>> {
    const HAPPENED: &[&str] = &[
        "occurred",
        "has occurred",
        "had occurred",
        "happened",
        "arose",
        "took place",
        "was introduced",
        "were introduced",
        "was made",
        "were made",
        "was encountered",
        "were encountered",
        "was experienced",
        "were experienced",
        "went wrong",
    ];
    let end = text.any_phrase(at + 1, HAPPENED)?;
    text.near(at, 1)?;
    let word = text.words.get(at)?;
    // Whatever says more than "unexpected" names something.
    let mut start = at;
    while start > 0 && text.is_near(start, -1, EMPTY) {
        start -= 1;
    }
    let is_begun = start == 0
        || text
            .words
            .get(start)
            .is_some_and(|word| word.gap > Gap::Space)
        || text.is_near(start, -1, "when because that and after where as while");
    let has_article = word
        .is_among("something things mistakes errors changes issues problems difficulties")
        || text.is_near(start, 0, "a an some another");
    let ends = text.near(end - 1, 1).is_none_or(|next| {
        next.is_among(
            "and which that causing resulting leading during at around on today yesterday",
        )
    }) && !names_more(text, end);
    (is_begun && has_article && ends).then_some(start..end)
}

/// Words before it that say nothing about it.
const EMPTY: &str = "a an some another unexpected unknown technical unforeseen internal small minor \
    certain few several major serious critical";

/// Whether what follows in the sentence names a system: code, a version, a place.
fn names_more(text: &Text<'_>, at: usize) -> bool {
    let sentence = text.sentence(at.saturating_sub(1));
    let rest = at..sentence.end;
    rest.take(12).any(|here| {
        text.words.get(here).is_some_and(|word| {
            word.class.meets(Class::OPAQUE)
                || word.is_among("in to within inside by because when while after")
        })
    })
}
