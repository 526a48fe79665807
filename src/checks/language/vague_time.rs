//! `vague-time`: the timeline says "later" where a time belongs.

use crate::checks::lexicon::Class;
use crate::checks::sentences::{Gap, Text, Word};
use crate::checks::wording::quoted;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Section};

use super::judged;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "LAN10",
        name: "vague-time",
        section: Section::Timeline,
        kind: Kind::Unclear,
        what: "What the timeline tells has a time: not later, eventually or shortly after",
        why: "A second event hidden in a row cannot be sorted, compared or found in a log",
        fix: "Make a row of its own with its time, marked as approximate (~) where it is not exact",
        source: "Google SRE workbook, chapter 10; PagerDuty postmortem guide",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Timeline\n\n- **2026-05-04 09:12** Card payments began to fail. Shortly after, support was told.\n",
        "# Checkout unavailable\n\n## Timeline\n\n- **2026-05-04 09:12** Card payments began to fail\n- **2026-05-04 ~09:20** Support was told\n",
    ),
    run,
};

pub(super) const WORDS: &str = "shortly soon later eventually recently afterwards while point \
    meanwhile time";

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let document = subject.document;
    let mut untimed: Vec<_> = document
        .timeline
        .events
        .iter()
        .filter(|event| event.when.time.known().is_none())
        .map(|event| event.id)
        .collect();
    untimed.sort();
    judged(
        &subject.sentences().texts,
        Class::VAGUE_TIME,
        |text| text.place.field == Field::Timeline,
        |text, at| {
            let words = judge(text, at)?;
            let is_untimed = text
                .place
                .row
                .is_some_and(|row| untimed.binary_search(&row).is_ok());
            // The row's own time is that of its first words, and says nothing of how long it took.
            let is_length = text.is_near(words.start, 0, "for took takes");
            if !is_length && !is_untimed && !is_behind_a_break(text, words.start) {
                return None;
            }
            let what = if is_length {
                "does not say how long"
            } else {
                "has no time"
            };
            let message = format!("{} {what}", quoted(text.slice(words.clone())));
            Some(text.flaw(words, message))
        },
    )
}

fn is_behind_a_break(text: &Text<'_>, at: usize) -> bool {
    text.sentence(at).start > 0
        || (1..=at).any(|here| {
            let word = text.words.get(here);
            word.is_some_and(|word| word.gap > Gap::Space || word.is("and"))
        })
}

fn judge(text: &Text<'_>, at: usize) -> Option<std::ops::Range<usize>> {
    let word = text.words.get(at)?;
    let next = |words: &str| text.is_near(at, 1, words);
    let before = |words: &str| text.is_near(at, -1, words);
    let has_number = || {
        text.sentence(at).any(|here| {
            text.words
                .get(here)
                .is_some_and(|word| word.is_number() && !word.is_among("no all every"))
        })
    };
    let words = match () {
        () if word.is_among("shortly soon") => {
            let is_time = next("after afterwards afterward thereafter later");
            is_time.then_some(at..at + 2)
        }
        () if word.is("later") => {
            let is_other = next("than version versions release releases date")
                || before("or the no sooner")
                || (before("and") && text.near(at, -2).is_some_and(Word::is_number));
            let start = if before("some") { at - 1 } else { at };
            let start = if before("time") && text.is_near(at, -2, "some") {
                at - 2
            } else {
                start
            };
            (!is_other).then_some(start..at + 1)
        }
        () if word.is("eventually") => (!next("consistent")).then_some(at..at + 1),
        () if word.is("afterwards") => Some(at..at + 1),
        () if word.is("while") => {
            let is_loop = next("loop loops");
            (!is_loop && before("a") && text.is_near(at, -2, "after for")).then_some(at - 2..at + 1)
        }
        () if word.is("time") => {
            let is_length = before("some") && text.is_near(at, -2, "took takes for");
            (is_length && !next("slot slots")).then_some(at - 2..at + 1)
        }
        () if word.is("point") => {
            (before("some") && text.is_near(at, -2, "at")).then_some(at - 2..at + 1)
        }
        () => None,
    };
    words.filter(|_| !has_number())
}
