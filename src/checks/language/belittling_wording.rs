//! `belittling-wording`: the text makes something look easier than it was.

use crate::checks::lexicon::Class;
use crate::checks::person::Verb;
use crate::checks::sentences::Text;
use crate::checks::wording::quoted;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::Section;

use super::judged;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "LAN03",
        name: "belittling-wording",
        section: Section::Overview,
        kind: Kind::Unclear,
        what: "Nothing is called obvious, simple or a matter of course",
        why: "What is obvious now was not obvious then, and whoever did not see it reads that they should have",
        fix: "Leave the word out: the sentence says the same without it",
        source: "Google SRE workbook, chapter 10; PagerDuty postmortem guide",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\nThe certificate had obviously run out.\n",
        "# Checkout unavailable\n\n## Issue Summary\n\nJust before 9:00 the certificate ran out. Its end date was not clearly visible.\n",
    ),
    run,
};

pub(super) const WORDS: &str = "obviously clearly simply just of trivial trivially easily everyone \
    everybody needless anyone common";

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    judged(
        &subject.sentences().texts,
        Class::BELITTLING,
        |_| true,
        |text, at| {
            let (end, is_safe) = judge(text, at)?;
            let words = text.slice(at..end);
            let message = format!("{} makes it sound easier than it was", quoted(words));
            Some(Flaw {
                replacement: is_safe.then(|| text.without(at..end)).flatten(),
                ..text.flaw(at..end, message)
            })
        },
    )
}

/// Where the words end, and whether they can go.
fn judge(text: &Text<'_>, at: usize) -> Option<(usize, bool)> {
    let word = text.words.get(at)?;
    let next = |words: &str| text.is_near(at, 1, words);
    let before = |words: &str| text.is_near(at, -1, words);
    let found = |is_found: bool, is_safe| is_found.then_some((at + 1, is_safe));
    match () {
        () if word.is("obviously") => found(!before("not less more very"), true),
        () if word.is("clearly") => {
            let comments = text.begins_sentence(at)
                || next(
                    "a an the not no our his her their wrong insufficient inadequate should did \
                 didn't was were had missed failed needed",
                );
            found(
                comments && !before("not more less most very as so how"),
                true,
            )
        }
        () if word.is("simply") => {
            let is_other = before("not isn't wasn't don't didn't doesn't put stated quite")
                || next("put because due stated by with in");
            found(!is_other && text.goes_on(at) && !is_doing(text, at), true)
        }
        () if word.is("just") => found(is_made_light_of(text, at), false),
        () if word.is("of") => {
            let end = text.phrase(at, "of course")?;
            let is_way = text.is_near(at, 2, "correction corrections material work");
            let goes = !text.is_near(at, 2, "of");
            (!is_way).then_some((end, goes))
        }
        () if word.is("trivial") => {
            let is_called = before("was is were are")
                || next("fix change mistake error bug task issue problem typo");
            found(is_called && !before("not no far"), false)
        }
        () if word.is("trivially") => found(!before("not"), false),
        () if word.is("easily") => {
            let was_possible = before("could can should would have been")
                && (next(
                    "have avoided prevented detected caught avoidable preventable fixed noticed spotted been",
                ));
            let is_adjective = next("avoidable preventable");
            let is_called = before("is are was were be") && next("avoided prevented caught");
            found(was_possible || is_adjective || is_called, false)
        }
        () if word.is_among("everyone everybody anyone") => {
            next("knows knew").then_some((at + 2, false))
        }
        () if word.is("needless") => text.phrase(at, "needless to say").map(|end| (end, true)),
        () if word.is("common") => text.phrase(at, "common sense").map(|end| (end, false)),
        () => None,
    }
}

/// Whether a thing simply does something: "the cache simply returns it" says how the cache works.
fn is_doing(text: &Text<'_>, at: usize) -> bool {
    let is_verb = text.near(at, 1).is_some_and(|next| {
        let ends = |end: &str| next.text.ends_with(end);
        !next.class.meets(Class::FILLER) && (ends("s") || ends("ed"))
    });
    let is_thing = text.near(at, -1).is_some_and(|before| {
        !before.class.meets(Class::FILLER | Class::PREPOSITION) && !before.is("and")
    });
    is_verb && is_thing && text.doer(at, Verb::OfPeople).is_none()
}

/// "just" has many meanings: only that is meant which makes a deed small.
fn is_made_light_of(text: &Text<'_>, at: usize) -> bool {
    let is_time_or_measure = text.near(at, 1).is_none_or(|next| {
        next.is_number()
            || next.is_among(
                "before after over under above below as about now then when in like outside \
                 inside behind ahead short past beyond beneath enough because what how to",
            )
    });
    if is_time_or_measure || text.is_near(at, -1, "not isn't wasn't only than had has have") {
        return false;
    }
    let is_called_little = [
        "just a matter",
        "just a simple",
        "just a small",
        "just a minor",
        "just a quick",
        "just a typo",
        "just need",
        "just needs",
        "just needed to",
        "just had to",
        "just have to",
        "just has to",
        "just forgot",
    ];
    let is_deed = || {
        let is_wanted = text.is_near(at, -1, "should could can to would must");
        let is_verb = text.is_near(
            at,
            1,
            "restart restarted reboot rebooted roll rerun fix be have been run use add check \
             revert increase read follow look ask remove set do retry",
        );
        is_wanted && is_verb
    };
    text.any_phrase(at, &is_called_little).is_some() || is_deed()
}
