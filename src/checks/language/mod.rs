//! Checks on language: words that blame, belittle or excite, and words that leave open what, when
//! or how many. What they look for stands beside what they do; a word is looked up once for all.

pub(super) mod animated_wording;
pub(super) mod belittling_wording;
pub(super) mod blaming_wording;
pub(super) mod cause_is_a_person;
pub(super) mod empty_passive;
pub(super) mod hindsight_wording;
pub(super) mod named_person;
pub(super) mod overstated_outage;
pub(super) mod vague_action;
pub(super) mod vague_quantity;
pub(super) mod vague_time;
pub(super) mod weak_measure;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::lexicon::Class;
use super::sentences::Text;
use super::{Finding, Flaw};
use crate::postmortem::{Field, Place};

/// The words that the checks look at.
pub(super) const TRIGGERS: &[(Class, &str)] = &[
    (Class::BLAMING, blaming_wording::WORDS),
    (Class::HINDSIGHT, hindsight_wording::WORDS),
    (Class::BELITTLING, belittling_wording::WORDS),
    (Class::ANIMATED, animated_wording::WORDS),
    (Class::CAUSAL, cause_is_a_person::WORDS),
    (Class::WEAK, weak_measure::WORDS),
    (Class::VAGUE_VERB, vague_action::WORDS),
    (Class::VAGUE_QUANTITY, vague_quantity::WORDS),
    (Class::VAGUE_TIME, vague_time::WORDS),
    (Class::OUTAGE, overstated_outage::WORDS),
    (Class::MISHAP, empty_passive::WORDS),
];

/// What `judge` says of each word of a class, in every text that is `wanted`. Words that one flaw
/// is about are not judged again.
fn judged(
    texts: &[Text<'_>],
    class: Class,
    wanted: impl Fn(&Text<'_>) -> bool,
    judge: impl Fn(&Text<'_>, usize) -> Option<Flaw>,
) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    for text in texts.iter().filter(|text| wanted(text)) {
        let mut from = 0;
        for at in text.all(class) {
            let is_told = text.words.get(at).is_some_and(|word| word.start < from);
            if is_told {
                continue;
            }
            if let Some(flaw) = judge(text, at) {
                from = flaw.span.as_ref().map_or(from, |span| span.end);
                flaws.push(flaw);
            }
        }
    }
    flaws
}

/// Leaves out what the checks on language say of words that lie within a clause that is told as a
/// whole, by what it says of someone: who writes that anew, writes the words in it anew. What is
/// waived is kept, for a waiver has to meet it.
pub(super) fn keep_largest(findings: &mut Vec<Finding>) {
    let mut largest: BTreeMap<Place, Vec<Range<usize>>> = BTreeMap::new();
    let of_clauses = [&blaming_wording::CHECK, &cause_is_a_person::CHECK];
    let is_told = |finding: &&Finding| {
        let mut checks = of_clauses.iter();
        finding.counts() && checks.any(|check| check.about == *finding.check)
    };
    for finding in findings.iter().filter(is_told) {
        let spans = largest.entry(finding.place).or_default();
        spans.extend(finding.span.clone());
    }
    for spans in largest.values_mut() {
        spans.sort_by_key(|span| (span.start, Reverse(span.end)));
        let mut end = 0;
        spans.retain(|span| {
            let reaches_on = span.end > end;
            end = end.max(span.end);
            reaches_on
        });
    }
    findings.retain(|finding| {
        let (Some(span), true) = (&finding.span, finding.check.is_about_language()) else {
            return true;
        };
        let spans = largest.get(&finding.place).map_or(&[][..], Vec::as_slice);
        // Of those left, which begin and end in one order, the last that begins no later.
        let behind = spans.partition_point(|other| other.start <= span.start);
        let around = behind.checked_sub(1).and_then(|last| spans.get(last));
        let is_within = around.is_some_and(|other| span.end <= other.end && span != other);
        !is_within || finding.waived.is_some()
    });
}

/// Whether a text is about what was learned: there, what could have been is what is asked for.
fn is_of_lessons(text: &Text<'_>) -> bool {
    let field = text.place.field;
    let heading = text.heading.to_ascii_lowercase();
    let is_headed = || {
        let words = [
            "lesson", "learn", "retro", "luck", "went ", "improve", "better",
        ];
        words.iter().any(|word| heading.contains(word))
    };
    matches!(
        field,
        Field::WentWell | Field::WentBadly | Field::Lucky | Field::Conclusion
    ) || (field == Field::Extra && is_headed())
}

/// Whether a text says what will be done.
fn is_of_measures(text: &Text<'_>) -> bool {
    matches!(text.place.field, Field::Improvements | Field::ActionItems)
}
