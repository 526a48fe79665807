//! `vague-quantity`: the impact says "many" where a number belongs.

use crate::checks::lexicon::Class;
use crate::checks::sentences::Text;
use crate::checks::wording::quoted;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Section};

use super::judged;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "LAN09",
        name: "vague-quantity",
        section: Section::Impact,
        kind: Kind::Unclear,
        what: "Where the impact says some, many or several, a number stands beside it",
        why: "Each reader takes another number for \"several\"",
        fix: "Count or estimate: about 1,300 of 20,000 customers, for 38 minutes",
        source: "PagerDuty, Atlassian and GOV.UK incident guides",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Impact:** Many customers could not pay by card.\n",
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Impact:** 1,310 customers, many of them in Spain, could not pay by card.\n",
    ),
    run,
};

pub(super) const WORDS: &str = "some many several few lots lot various numerous number \
    significant significantly substantial considerable brief briefly short while intermittent \
    intermittently countless handful majority";

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let document = subject.document;
    let is_counted =
        !document.impact.affected_share.is_empty() || !document.is_empty(Field::AffectedNumber);
    judged(
        &subject.sentences().texts,
        Class::VAGUE_QUANTITY,
        |text| match text.place.field {
            Field::WhatUsersSaw => !is_counted,
            Field::AffectedNumber | Field::Figures => true,
            _ => false,
        },
        |text, at| {
            let words = judge(text, at)?;
            let has_number = text
                .sentence(at)
                .any(|here| text.words.get(here).is_some_and(is_count));
            if has_number {
                return None;
            }
            let message = format!(
                "{} has no number beside it",
                quoted(text.slice(words.clone()))
            );
            Some(text.flaw(words, message))
        },
    )
}

fn is_count(word: &crate::checks::sentences::Word<'_>) -> bool {
    word.is_number() && !word.is_among("no")
}

fn judge(text: &Text<'_>, at: usize) -> Option<std::ops::Range<usize>> {
    let word = text.words.get(at)?;
    let next = |words: &str| text.is_near(at, 1, words);
    let before = |words: &str| text.is_near(at, -1, words);
    let counts = (1..5).any(|steps| text.is_near(at, steps, COUNTED))
        || (word.is_among("many several numerous countless")
            && text
                .near(at, 1)
                .is_some_and(|next| next.text.ends_with('s')));
    match () {
        () if word.is_among("some many several various numerous countless") => {
            (counts && !before("how as so too not")).then_some(at..at + 1)
        }
        () if word.is("few") => (before("a") && counts).then_some(at - 1..at + 1),
        () if word.is_among("lots lot number handful majority") => {
            let is_article = word.is("lots") || before("a large the small");
            let start = if before("a") { at - 1 } else { at };
            (is_article && next("of") && counts && !before("the")).then_some(start..at + 2)
        }
        () if word.is_among("significant substantial considerable") => {
            let is_amount = next(
                "number numbers portion share part amount delay delays increase drop loss \
                 fraction proportion",
            );
            (is_amount && !before("no not statistically")).then_some(at..at + 2)
        }
        () if word.is_among("short while brief") => {
            let is_time = (word.is_among("short brief") && next("time while period"))
                || (word.is("while") && before("a") && text.is_near(at, -2, "for after"));
            is_time.then_some(at..at + 1 + usize::from(!word.is("while")))
        }
        () if word.is("briefly") => Some(at..at + 1),
        () => None,
    }
}

/// Whom and what an impact is counted in.
const COUNTED: &str = "users user customers customer visitors subscribers clients people requests \
    orders payments transactions tenants members employees merchants students accounts services \
    servers sessions messages emails tickets cases complaints partners companies shops teams \
    regions pages errors hours minutes days jobs uploads logins calls bookings";
