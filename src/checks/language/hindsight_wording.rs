//! `hindsight-wording`: the text tells what did not happen.

use std::ops::Range;

use crate::checks::lexicon::Class;
use crate::checks::person::Verb;
use crate::checks::sentences::Text;
use crate::checks::wording::quoted;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Section};

use super::{is_of_lessons, judged};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "LAN02",
        name: "hindsight-wording",
        section: Section::Overview,
        kind: Kind::Unclear,
        what: "What happened is told as it was: nobody should have known or could have prevented it",
        why: "Whoever was there did not know the end; what they saw explains more than what they missed",
        fix: "Say what was visible at that time, and make the rest an action item or a lesson",
        source: "PagerDuty postmortem guide; John Allspaw on counterfactuals",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\nThe team should have noticed the expired certificate.\n",
        "# Checkout unavailable\n\n## Issue Summary\n\nThe dashboard did not show the certificate's end date. Every service should have an owner.\n",
    ),
    run,
};

pub(super) const WORDS: &str = "should should've shouldn't could could've would would've ought \
    hindsight only had";

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    judged(
        &subject.sentences().texts,
        Class::HINDSIGHT,
        |text| !is_of_lessons(text),
        |text, at| {
            let words = wished(text, at).or_else(|| Some(at..judge(text, at)?))?;
            let told = quoted(text.slice(words.clone()));
            let message = format!("{told} tells what did not happen");
            Some(text.flaw(words, message))
        },
    )
}

/// "If only we had tested it"; "had Bob checked, it would not have happened".
fn wished(text: &Text<'_>, at: usize) -> Option<Range<usize>> {
    let word = text.words.get(at)?;
    if word.is("only") {
        let who = text.someone_from(at + 1, Verb::OfPeople)?;
        let is_wish = text.is_near(at, -1, "if") && text.is_near(who.end, 0, "had");
        let is_deed = is_participle(text, who.end + 1);
        return (is_wish && is_deed).then_some(at - 1..who.end + 2);
    }
    if !word.is("had") {
        return None;
    }
    let (start, verb) = if text.begins_sentence(at) {
        (at, text.someone_from(at + 1, Verb::OfPeople)?.end)
    } else {
        let who = text.doer(at, Verb::OfPeople)?;
        let is_condition = text.is_near(who.start, -1, "if");
        (who.start.checked_sub(1).filter(|_| is_condition)?, at + 1)
    };
    let is_kept_from = |here: usize| {
        let ends = text.any_phrase(
            here,
            &[
                "would not have",
                "wouldn't have",
                "could not have",
                "couldn't have",
            ],
        );
        ends.is_some_and(|end| {
            text.is_near(end, 0, "happened occurred failed broken started spread")
        })
    };
    let is_reproach = text.sentence(at).any(is_kept_from) && is_participle(text, verb);
    is_reproach.then_some(start..verb + 1)
}

fn judge(text: &Text<'_>, at: usize) -> Option<usize> {
    let word = text.words.get(at)?;
    if word.is("hindsight") {
        return text.is_near(at, -1, "in with").then_some(at + 1);
    }
    let is_contracted = word.is_among("should've could've would've");
    let mut next = at + 1;
    if word.is("ought") {
        next = text.phrase(next, "to")?;
    }
    if !is_contracted {
        if text
            .any_phrase(next, &["not", "never", "also", "easily"])
            .is_some()
        {
            next += 1;
        }
        next = text.phrase(next, "have")?;
    }
    let verb = text.words.get(next)?;
    let is_joined = text.near(at, isize::try_from(next - at).ok()?).is_some();
    let (participle, passive) = if verb.is("been") && is_joined {
        (text.near(next, 1)?, true)
    } else {
        (verb, false)
    };
    let is_acquittal = word.is_among("could would") && text.is_denied(next);
    if is_acquittal || is_what_was_done(text, next) {
        return None;
    }
    let is_found_out = participle.is_among(FOUND_OUT);
    // An event that might have been is told in the section that asks what would have noticed it.
    let is_asked_for = text.place.field == Field::Detection;
    let by_someone = || text.doer(at, Verb::OfAnyone).is_some();
    let is_hindsight = match () {
        () if word.is_among("should should've shouldn't ought") => {
            let by_someone = || by_someone() && is_participle(text, next);
            is_found_out || participle.is_among(DONE) || (!passive && by_someone())
        }
        () if is_asked_for => return None,
        () => is_found_out && (by_someone() || !participle.is_among(AMBIGUOUS)),
    };
    (is_joined && is_hindsight).then_some(next + 1 + usize::from(passive))
}

/// Whether the sentence goes on that it was so: "…, and it did".
fn is_what_was_done(text: &Text<'_>, at: usize) -> bool {
    (at..text.sentence(at).end).any(|here| {
        let did = text.any_phrase(
            here,
            &[
                "and it did",
                "and they did",
                "and we did",
                "and did",
                "which it did",
                "as it did",
            ],
        );
        did.is_some_and(|end| text.near(end - 1, 1).is_none())
    })
}

/// What is said of something that was not done in time.
const FOUND_OUT: &str = "prevented avoided caught detected noticed known seen spotted discovered \
    anticipated foreseen realised realized stopped alerted fired paged warned blocked flagged \
    recognised recognized identified";

/// What is said of data and of alerts as well.
const AMBIGUOUS: &str = "seen known read fired paged";

const DONE: &str = "tested checked reviewed escalated rolled updated removed verified validated \
    documented communicated read noted asked told questioned rejected raised configured \
    considered added monitored triggered made merged deployed enabled disabled \
    written";

/// Whether a word is a participle, and not what somebody has: "should have an owner".
fn is_participle(text: &Text<'_>, at: usize) -> bool {
    let Some(word) = text.words.get(at) else {
        return false;
    };
    let is_regular = word.text.len() > 4 && word.text.ends_with("ed");
    let is_irregular = word.is_among(
        "done gone made taken given written found thought kept told seen known caught held begun \
         chosen spoken understood been",
    );
    let has_object = text
        .near(at, 1)
        .is_some_and(|next| next.class.meets(Class::DETERMINER));
    is_regular || is_irregular || (word.is_among("run set put read") && has_object)
}
