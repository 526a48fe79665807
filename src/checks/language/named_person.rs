//! `named-person`: someone is named where the text is about causes.

use crate::checks::lexicon::Class;
use crate::checks::sentences::Text;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Section};

use super::judged;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "LAN05",
        name: "named-person",
        section: Section::Overview,
        kind: Kind::Unclear,
        what: "Summary and causes name roles, not those who took part; in the timeline a name is a hint",
        why: "With a name in it, a sentence about a system reads as one about that person",
        fix: "Write the role: the on-call engineer, the release lead",
        source: "PagerDuty postmortem guide; GOV.UK incident reports",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n- **Authors:** Ana Ruiz\n\n## Issue Summary\n\nAna Ruiz deployed version 12 and card payments failed.\n",
        "# Checkout unavailable\n\n- **Authors:** Ana Ruiz\n\n## Issue Summary\n\nWith version 12, card payments failed.\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let sentences = subject.sentences();
    let is_known = |text: &Text<'_>, at: usize| {
        text.words.get(at).is_some_and(|word| {
            let stem = word.text.trim_end_matches("'s").trim_end_matches("’s");
            sentences.participants.contains(stem)
        })
    };
    judged(
        &sentences.texts,
        Class::NAME,
        is_about_causes,
        |text, at| {
            if !is_known(text, at) || is_owner_of_follow_up(text, at) {
                return None;
            }
            let is_next = |next: &usize| {
                text.near(*next, 0).is_some()
                    && is_known(text, *next)
                    && text.near(*next, -1).is_some()
            };
            let end = (at + 1..at + 3)
                .find(|next| !is_next(next))
                .unwrap_or(at + 3);
            let words = text.slice(at..end);
            let is_told = text.place.field == Field::Timeline;
            let message = format!("{words} is named; a role says as much");
            Some(text.flaw(at..end, message).as_hint(is_told))
        },
    )
}

/// Whether a sentence says who sees to what is left to do.
fn is_owner_of_follow_up(text: &Text<'_>, at: usize) -> bool {
    const LEFT_TO_DO: &str = "follow-up follow-ups action actions item items measure measures";
    // The name may be the first or the last of two.
    let owns = (1..3).any(|steps| {
        text.is_near(at, steps, "owns")
            || (text.is_near(at, -steps, "by") && text.is_near(at, -steps - 1, "owned"))
    });
    owns && text
        .sentence(at)
        .any(|here| text.is_near(here, 0, LEFT_TO_DO))
}

fn is_about_causes(text: &Text<'_>) -> bool {
    matches!(
        text.place.field,
        Field::Title
            | Field::Summary
            | Field::Cause
            | Field::WhatUsersSaw
            | Field::Trigger
            | Field::RootCause
            | Field::Factors
            | Field::Whys
            | Field::Timeline
    )
}
