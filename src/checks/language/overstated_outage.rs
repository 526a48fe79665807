//! `overstated-outage`: the text says outage, the impact says that part of it worked.

use crate::checks::lexicon::Class;
use crate::checks::sentences::Text;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Section};

use super::judged;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "LAN11",
        name: "overstated-outage",
        section: Section::Impact,
        kind: Kind::Unclear,
        what: "Outage is said only of what nobody could use",
        why: "Customers read that everything was down, and remember it",
        fix: "Say incident, degradation or elevated errors, or which part was down",
        source: "PagerDuty postmortem guide (what not to write)",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Search outage on 4 May\n\n## Issue Summary\n\n- **Impact:** Searching took 20 seconds.\n- **Users affected:** 12%\n",
        "# Slow search on 4 May\n\n## Issue Summary\n\n- **Impact:** Searching took 20 seconds.\n- **Users affected:** 12%\n",
    ),
    run,
};

pub(super) const WORDS: &str = "outage";

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let sentences = subject.sentences();
    let document = subject.document;
    let is_partial = match document.impact.affected_share.known() {
        // A tenth more or less is a matter of counting.
        Some(share) => share.value() <= 80.0 && !says_all(&sentences.texts),
        None => {
            let impact = sentences.texts.iter();
            let mut impact = impact.filter(|text| text.place.field == Field::WhatUsersSaw);
            impact.any(only_slows)
        }
    };
    if !is_partial {
        return Vec::new();
    }
    let mut told = std::collections::BTreeSet::new();
    let mut flaws = judged(&sentences.texts, Class::OUTAGE, is_about_it, |text, at| {
        judge(text, at)
    });
    // Once in each field is enough.
    flaws.retain(|flaw| told.insert(flaw.place));
    flaws
}

/// Whether summary or impact say that nothing worked, for whomever.
fn says_all(texts: &[Text<'_>]) -> bool {
    const ALL: &[&str] = &[
        "all services",
        "all users",
        "every user",
        "all customers",
        "every customer",
        "complete loss",
        "completely unavailable",
        "fully unavailable",
    ];
    let fields = [Field::Summary, Field::WhatUsersSaw];
    let mut texts = texts
        .iter()
        .filter(|text| fields.contains(&text.place.field));
    texts.any(|text| (0..text.words.len()).any(|at| text.any_phrase(at, ALL).is_some()))
}

/// Whether an impact speaks of slowness and not of anything that was down.
fn only_slows(text: &Text<'_>) -> bool {
    let has = |words: &str| text.words.iter().any(|word| word.is_among(words));
    has("slow slower slowly degraded degradation intermittent intermittently partial partially")
        && !has(
            "down unavailable unreachable inaccessible complete completely total all every everyone \
             nobody unable cannot outage",
        )
}

fn is_about_it(text: &Text<'_>) -> bool {
    matches!(
        text.place.field,
        Field::Title | Field::Summary | Field::Cause | Field::WhatUsersSaw
    )
}

fn judge(text: &Text<'_>, at: usize) -> Option<Flaw> {
    let before = |words: &str| text.is_near(at, -1, words);
    let is_of_others = before(
        "power network provider vendor upstream regional zone partial minor no internet dns cdn \
         aws azure gcp cloud carrier isp datacenter",
    );
    let is_limited = text.is_near(at, 1, "of at in");
    if is_of_others || is_limited {
        return None;
    }
    let is_plain = !before("complete full total major") && !text.is_near(at, 1, "incident");
    let span = text.span(at..at + 1);
    let is_capital = text.words.get(at)?.is_capitalised();
    let other = if is_capital { "Incident" } else { "incident" };
    Some(Flaw {
        replacement: is_plain
            .then(|| text.replace(span, other.to_owned()))
            .flatten(),
        ..text.flaw(
            at..at + 1,
            "\"outage\" says that nothing worked; the impact says that some of it did".to_owned(),
        )
    })
}
