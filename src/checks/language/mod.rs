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

use super::Flaw;
use super::lexicon::Class;
use super::sentences::Text;
use crate::postmortem::Field;

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
