//! `vague-action`: nobody could say when the action item is done.

use std::collections::BTreeSet;

use crate::checks::lexicon::Class;
use crate::checks::sentences::Text;
use crate::checks::wording::quoted;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{ActionStatus, Entered, Field, RowId, Section};

use super::judged;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "LAN08",
        name: "vague-action",
        section: Section::FollowUp,
        kind: Kind::Unclear,
        what: "Every action item says what will be different: more than improve, review or investigate",
        why: "What has no end is never done, and nobody can tell whether it helped",
        fix: "Name the thing and its measure: add an alert when … is above …, reject … in …, decide … by …",
        source: "PagerDuty postmortem guide (actionable, specific, bounded)",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Improve monitoring of certificates\n",
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n",
    ),
    run,
};

pub(super) const WORDS: &str = "investigate look improve better monitor check ensure review \
    consider evaluate think discuss explore clean follow enhance optimise optimize strengthen fix \
    add implement asap needed more additional revisit examine assess regular regularly conduct \
    perform develop analyse analyze";

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    // What is done or declined needs no other words.
    let actions = subject.document.follow_up.action_items.iter();
    let over: BTreeSet<RowId> = actions
        .filter(|action| {
            matches!(
                action.status,
                Entered::Known(ActionStatus::Done | ActionStatus::Declined)
            )
        })
        .map(|action| action.id)
        .collect();
    let is_open = |text: &Text<'_>| {
        let row = text.place.row.filter(|row| !over.contains(row));
        row.is_some() && !is_bounded(text)
    };
    judged(
        &subject.sentences().texts,
        Class::VAGUE_VERB,
        |text| text.place.field == Field::ActionItems && is_open(text),
        |text, at| {
            let end = judge(text, at)?;
            let words = quoted(text.slice(at..end));
            let message = format!("{words} does not say when it is done");
            Some(text.flaw(at..end, message))
        },
    )
}

fn judge(text: &Text<'_>, at: usize) -> Option<usize> {
    let word = text.words.get(at)?;
    if word.is("asap") {
        return Some(at + 1);
    }
    if word.is("needed") {
        return text.is_near(at, -1, "as").then_some(at + 1);
    }
    if !is_first(text, at) {
        return None;
    }
    let words = text.sentence(at).len();
    let next = |words: &str| text.is_near(at, 1, words);
    // "Review process", "Monitor dashboard": things, not deeds.
    let is_thing =
        next("process board meeting checklist step queue app list lists dashboard script view");
    let most = match () {
        () if word.is_among("improve enhance strengthen optimise optimize better") => 16,
        () if word.is_among("review investigate consider evaluate explore discuss revisit examine assess analyse analyze") => 14,
        () if word.is("look") => next("into at").then_some(14)?,
        () if word.is("think") => next("about of").then_some(14)?,
        () if word.is("clean") => next("up").then_some(6)?,
        () if word.is("follow") => next("up on with").then_some(8)?,
        () if word.is_among("monitor check ensure") => 5,
        () if word.is("fix") => {
            let object = if next("the this that") { 2 } else { 1 };
            text.is_near(at, object, "issue issues problem problems bug bugs").then_some(4)?
        }
        () if word.is_among("add implement") => {
            let is_more = next("more additional better further improved");
            is_more.then_some(14)?
        }
        () if word.is_among("more additional") => {
            next("monitoring alerting alerts tests testing logging documentation logs checks").then_some(8)?
        }
        () if word.is_among("conduct perform") => next("regular periodic thorough more additional").then_some(16)?,
        () if word.is("develop") => next("better more a").then_some(0)?,
        () => return None,
    };
    (words <= most && !is_thing).then_some(at + 1)
}

/// Whether only words like "we should" stand before it in its sentence.
fn is_first(text: &Text<'_>, at: usize) -> bool {
    let start = text.sentence(at).start;
    at - start <= 4
        && (start..at).all(|here| {
            text.words.get(here).is_some_and(|word| {
                word.is_among("we will should need to must plan please let's team the going continue also and further")
            })
        })
}

/// Whether the item names a number, a thing in code, or what is true when it is done.
fn is_bounded(text: &Text<'_>) -> bool {
    const ENDS: &str = "until whenever decide threshold below above fewer";
    let is_end = |here: usize| {
        text.is_near(here, 0, ENDS)
            || text
                .any_phrase(
                    here,
                    &["done when", "so that", "is done", "decision record"],
                )
                .is_some()
    };
    text.words.iter().enumerate().any(|(here, word)| {
        word.is_number() && !word.is_among("all every none nobody everyone no")
            || word.class.meets(Class::OPAQUE)
            || is_end(here)
    })
}
