//! Who does what in a sentence: whether the one before a verb, or behind a "by", is a person.
//!
//! Guesses only where it is nearly sure: that a pod failed to start is a fact, that Maria failed to
//! check is a judgement.

use std::ops::Range;

use super::lexicon::Class;
use super::sentences::{Text, Word};

/// How sure the words around it make that a word like "operator" means a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    /// Only people do it: "forgot".
    OfPeople,
    /// Programs do it as well: "failed to".
    OfAnyone,
}

/// How far back the one who does something is looked for.
const REACH: isize = 8;

impl Text<'_> {
    /// The words for the person or team that does what the verb at `at` says; `None` where it is
    /// said that no one does it.
    pub(super) fn doer(&self, at: usize, verb: Verb) -> Option<Range<usize>> {
        let mut steps = -1;
        while self.near(at, steps).is_some_and(is_filler) && -steps < REACH {
            steps -= 1;
        }
        let head = if self.is_someone(at, steps, verb) {
            steps
        } else {
            self.owner_of_phrase(at, steps, verb)?
        };
        let start = self.start_of_subject(at, head)?;
        let end = at.checked_add_signed(head)? + 1;
        let is_no_one = self.is_near(start, -1, "not")
            || (start..end).any(|here| self.is_near(here, 0, "no none neither"));
        (!is_no_one).then_some(start..end)
    }

    /// Whether what a word says is denied by one of the few before it.
    pub(super) fn is_denied(&self, at: usize) -> bool {
        const MOST: isize = 6;
        const DENIALS: &str = "not no never without nobody none neither don't didn't doesn't won't \
            isn't aren't wasn't weren't can't cannot";
        for steps in (-MOST..0).rev() {
            let Some(word) = self.near(at, steps) else {
                return false;
            };
            // "Not only his fault", "not a bug but his mistake": it is told all the same.
            if word.is_among("but only just merely solely rather") {
                return false;
            }
            if word.is_among(DENIALS) {
                return true;
            }
        }
        false
    }

    /// The person or team named by the words that begin at `at`: "one of our junior engineers".
    /// `None` where the
    /// word for a person only says more about a thing, as in "a developer tool".
    pub(super) fn someone_from(&self, at: usize, verb: Verb) -> Option<Range<usize>> {
        const MOST: isize = 6;
        for steps in 0..MOST {
            let word = self.near(at, steps)?;
            let here = at.checked_add_signed(steps)?;
            if is_someone(word, verb) && self.is_head(here) {
                return Some(at..here + 1);
            }
            let leads_on = word.class.meets(Class::DETERMINER)
                || word.is_among(MODIFIERS)
                || (word.is("of") && steps > 0)
                || (word.class.meets(Class::PERSON | Class::NAME) && !is_owner(word));
            if !leads_on {
                return None;
            }
        }
        None
    }

    fn is_someone(&self, at: usize, steps: isize, verb: Verb) -> bool {
        let Some(word) = self.near(at, steps) else {
            return false;
        };
        // "Maria Lopez": the second is known by the first.
        let is_surname = || {
            let before = self.near(at, steps - 1);
            word.is_capitalised() && before.is_some_and(is_named)
        };
        is_someone(word, verb) || is_surname()
    }

    /// Whether nothing that the word could only be describing follows it.
    pub(super) fn is_head(&self, at: usize) -> bool {
        let Some(next) = self.near(at, 1) else {
            return true;
        };
        next.class.meets(Class::PREPOSITION | Class::FILLER)
            || next.is_among("or and when while but sent ran set made broke took gave went left brought cut shut led")
            || next.text.ends_with("ing")
            || next.text.ends_with("ed")
            || (next.is_capitalised() && self.near(at, 0).is_some_and(is_named))
    }

    /// In "the engineer on duty forgot", the engineer.
    fn owner_of_phrase(&self, at: usize, last: isize, verb: Verb) -> Option<isize> {
        const MOST: isize = 3;
        let preposition = (1..=MOST).map(|more| last - more).find(|steps| {
            let word = self.near(at, *steps);
            word.is_some_and(|word| word.class.meets(Class::PREPOSITION))
        })?;
        let is_local = self.is_near(at, preposition, "on in at of from");
        (is_local && self.is_someone(at, preposition - 1, verb)).then_some(preposition - 1)
    }

    /// Where the words for the one at `head` begin; `None` where they belong to something else, as
    /// in "the job of the team failed".
    fn start_of_subject(&self, at: usize, head: isize) -> Option<usize> {
        const MOST: isize = 6;
        for steps in (head - MOST..head).rev() {
            let Some(word) = self.near(at, steps) else {
                return at.checked_add_signed(steps + 1);
            };
            if word.class.meets(Class::PREPOSITION) {
                let whole = steps - 1;
                let is_part = self.is_near(
                    at,
                    whole,
                    "one some member members all both none neither either most two three",
                );
                if is_part || self.is_someone(at, whole, Verb::OfPeople) {
                    return self.start_of_subject(at, whole);
                }
                return None;
            }
            // "At 10:15 the team forgot": what stands before an article is another phrase.
            let is_object = || {
                let before = self.near(at, steps - 1);
                before.is_some_and(|before| before.class.meets(Class::PREPOSITION))
            };
            if word.class.meets(Class::DETERMINER) && !is_object() {
                return at.checked_add_signed(steps);
            }
            let belongs = word
                .class
                .meets(Class::DETERMINER | Class::PERSON | Class::NAME)
                || word.is_among(MODIFIERS)
                || !(word.class.meets(Class::FILLER)
                    || word.is_among(CONJUNCTIONS)
                    || word.class.meets(Class::OPAQUE));
            if !belongs {
                return at.checked_add_signed(steps + 1);
            }
        }
        at.checked_add_signed(head)
    }
}

/// Adverbs and auxiliaries between someone and their verb.
fn is_filler(word: &Word<'_>) -> bool {
    (word.class.meets(Class::FILLER) && !word.class.meets(Class::DETERMINER))
        || (word.text.len() > 4 && word.text.ends_with("ly"))
}

fn is_someone(word: &Word<'_>, verb: Verb) -> bool {
    let is_pronoun = word.class.meets(Class::PRONOUN) && (!word.is("i") || word.text == "I");
    let is_person = word.class.meets(Class::PERSON)
        || (verb == Verb::OfPeople && word.class.meets(Class::PERSON_OR_PROGRAM));
    !is_owner(word) && (is_pronoun || is_person || is_named(word))
}

fn is_named(word: &Word<'_>) -> bool {
    word.class.meets(Class::NAME)
        && !is_owner(word)
        && (word.is_capitalised() || word.text.starts_with('@'))
}

fn is_owner(word: &Word<'_>) -> bool {
    word.class.meets(Class::POSSESSIVE)
}

/// What commonly stands between an article and a word for a person.
const MODIFIERS: &str = "junior senior new on-call duty responsible responding lead staff principal \
    database network platform infrastructure support operations ops security data devops sre \
    backend frontend web software system systems site reliability release engineering \
    development payments product tired same other second first individual inexperienced \
    unfamiliar human primary secondary day night shift external internal former";

const CONJUNCTIONS: &str = "and but or so because since although though if when whenever while until \
    where which whom whose as then noticed said saw thought told";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::sentences::sentences;
    use crate::postmortem::{Postmortem, example};

    fn with_text<T>(words: &str, ask: impl Fn(&Text<'_>) -> T) -> T {
        let mut document = Postmortem::default();
        document.overview.authors = example().overview.authors;
        document.summary.text = words.to_owned();
        let sentences = sentences(&document);
        let mut texts = sentences.texts.iter();
        ask(texts.find(|text| text.text == words).unwrap())
    }

    #[test]
    fn a_person_before_a_verb_is_told_from_a_thing() {
        for (words, doer) in [
            ("The engineer failed", Some("The engineer")),
            ("Maria failed", Some("Maria")),
            ("Maria Lopez then failed", Some("Maria Lopez")),
            ("Nair repeatedly failed", Some("Nair")),
            ("We failed", Some("We")),
            ("the engineer who had failed", Some("the engineer")),
            (
                "One of our junior engineers failed",
                Some("One of our junior engineers"),
            ),
            ("The engineer on duty failed", Some("The engineer on duty")),
            (
                "An engineer from the platform team failed",
                Some("An engineer from the platform team"),
            ),
            ("At 10:15 the team failed", Some("the team")),
            ("The pod failed", None),
            ("The `api` failed", None),
            ("The engineer's job failed", None),
            ("The job of the team failed", None),
            ("The build started by the on-call engineer failed", None),
            ("The operator failed", None),
            ("They failed", None),
            ("Redis failed", None),
            ("When the engineer looked, it failed", None),
            ("the engineer saw that the pods failed", None),
            ("The team channel failed", None),
            ("No engineer failed", None),
            ("None of the engineers failed", None),
            ("Not one engineer failed", None),
        ] {
            let found = with_text(words, |text| {
                let verb = text.words.len() - 1;
                let doer = text.doer(verb, Verb::OfAnyone);
                doer.map(|doer| text.slice(doer).to_owned())
            });
            let is_same = match (&found, doer) {
                (Some(found), Some(doer)) => {
                    doer.starts_with(found.as_str()) || found.ends_with(doer)
                }
                (None, None) => true,
                _ => false,
            };
            assert!(is_same, "{words}: {found:?}");
        }
        let operator = |text: &Text<'_>| text.doer(2, Verb::OfPeople).is_some();
        assert!(with_text("The operator forgot", operator));
    }

    #[test]
    fn a_person_behind_a_preposition_is_told_from_what_people_use() {
        for (words, someone) in [
            ("an engineer", Some("an engineer")),
            (
                "one of our junior engineers",
                Some("one of our junior engineers"),
            ),
            (
                "the on-call engineer who ran it",
                Some("the on-call engineer"),
            ),
            ("Maria", Some("Maria")),
            ("the team changing it", Some("the team")),
            ("a developer tool", None),
            ("the engineer's laptop", None),
            ("a full disk", None),
            ("the disk of an engineer", None),
            ("team settings", None),
        ] {
            let found = with_text(words, |text| {
                text.someone_from(0, Verb::OfAnyone)
                    .map(|found| text.slice(found).to_owned())
            });
            assert_eq!(found.as_deref(), someone, "{words}");
        }
    }
}
