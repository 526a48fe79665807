//! `cause-is-a-person`: someone is given as the cause.

use crate::checks::lexicon::Class;
use crate::checks::person::Verb;
use crate::checks::sentences::Text;
use crate::checks::wording::quoted;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::Section;

use super::judged;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "LAN06",
        name: "cause-is-a-person",
        section: Section::Overview,
        kind: Kind::Unclear,
        what: "No person and no team is the cause",
        why: "Someone else in the same place would have done the same; what can be changed lies behind that",
        fix: "Ask once more what made it possible, and write that down",
        source: "PagerDuty postmortem guide; Google SRE book, chapter 15",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Root Cause\n\nThe root cause was an engineer who ran the script in production.\n",
        "# Checkout unavailable\n\n## Root Cause\n\nThe root cause was a script that runs in production without a question.\n",
    ),
    run,
};

pub(super) const WORDS: &str = "cause caused reason due attributed result thanks attributable";

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    judged(
        &subject.sentences().texts,
        Class::CAUSAL,
        |_| true,
        |text, at| {
            let words = judge(text, at)?;
            let message = format!(
                "{} makes someone the cause",
                quoted(text.slice(words.clone()))
            );
            Some(text.flaw(words, message))
        },
    )
}

fn judge(text: &Text<'_>, at: usize) -> Option<std::ops::Range<usize>> {
    const LINKS: &[&str] = &[
        "cause was that",
        "cause is that",
        "cause was",
        "cause is",
        "reason was that",
        "reason was",
        "caused by",
        "due to",
        "attributed to",
        "attributable to",
        "result of",
        "thanks to",
    ];
    let first = text.words.get(at)?;
    let is_labelled = || {
        let next = text.words.get(at + 1);
        first.is("cause")
            && next.is_some_and(|next| {
                let between = text.text.get(first.end..next.start).unwrap_or_default();
                between.trim_matches(['*', ' ', '\n', '_']) == ":"
            })
    };
    let begins = text
        .any_phrase(at, LINKS)
        .or_else(|| cause_of(text, at))
        .or_else(|| is_labelled().then_some(at + 1))?;
    // "not caused by the team"; and thanks are no reproach.
    let is_denied = text.is_near(at, -1, "not never") || text.is_near(at, -2, "not never");
    let is_thanks = first.is("thanks") && !text.is_near(begins, 1, "intern");
    let who = text.someone_from(begins, Verb::OfAnyone)?;
    let word = text.words.get(who.end - 1)?;
    // "due to the team being asleep" says what was the matter, as does "due to staff shortage".
    let is_condition = text.is_near(who.end - 1, 1, "being having not lacking");
    let is_lone_pronoun = word.class.meets(Class::PRONOUN);
    (!is_denied && !is_thanks && !is_condition && !is_lone_pronoun).then_some(at..who.end)
}

/// Where "cause of the outage was" ends.
fn cause_of(text: &Text<'_>, at: usize) -> Option<usize> {
    const MOST: isize = 6;
    if !text.words.get(at)?.is("cause") || !text.is_near(at, 1, "of behind") {
        return None;
    }
    let steps = (2..=MOST).find(|steps| text.is_near(at, *steps, "was is"))?;
    at.checked_add_signed(steps + 1)
}
