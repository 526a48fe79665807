//! The running texts of a document as words, for the checks on language: read once, whoever asks.
//!
//! Not a grammar. It knows where a word begins, what stands between two of them, and that code,
//! quotations and links are somebody else's words. It is linear in the text.

mod reading;

use std::collections::BTreeSet;
use std::ops::Range;

use super::lexicon::{Class, is_same_word};
use super::{Flaw, Replacement};
use crate::postmortem::Place;

pub(super) use reading::sentences;

/// The running texts of one document.
#[derive(Debug)]
pub(in crate::checks) struct Sentences<'a> {
    /// The texts, in the order of the fields.
    pub(in crate::checks) texts: Vec<Text<'a>>,
    /// The names of those who took part, whole and in parts.
    pub(in crate::checks) participants: BTreeSet<&'a str>,
}

/// One running text.
#[derive(Debug)]
pub(in crate::checks) struct Text<'a> {
    /// Where it stands.
    pub(in crate::checks) place: Place,
    /// The heading of an extra section; empty for every other text.
    pub(in crate::checks) heading: &'a str,
    /// All of it.
    pub(in crate::checks) text: &'a str,
    /// Its words, in order.
    pub(in crate::checks) words: Vec<Word<'a>>,
    /// Where an exclamation mark ends something, in bytes.
    pub(in crate::checks) exclamations: Vec<usize>,
}

/// A word: letters and digits with what joins them, as in "on-call", "it's" or "api.example".
#[derive(Clone, Copy, Debug)]
pub(in crate::checks) struct Word<'a> {
    /// As it stands; empty for a word that is not read.
    pub(in crate::checks) text: &'a str,
    /// Where it stands, in bytes.
    pub(in crate::checks) start: usize,
    /// Where it ends.
    pub(in crate::checks) end: usize,
    /// What stands before it.
    pub(in crate::checks) gap: Gap,
    /// What it is.
    pub(in crate::checks) class: Class,
}

/// What stands between two words, the strongest of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::checks) enum Gap {
    /// White space, or marks of emphasis.
    Space,
    /// A comma, a slash, or another mark inside a clause.
    Mark,
    /// A colon, a bracket, a dash, a semicolon.
    Clause,
    /// The end of a sentence, of an item or of a paragraph.
    Sentence,
}

impl Word<'_> {
    /// Whether it is that word, in any capitals.
    pub(in crate::checks) fn is(&self, word: &str) -> bool {
        is_same_word(word, self.text)
    }

    /// Whether it is among those words, which are separated by spaces.
    pub(in crate::checks) fn is_among(&self, words: &str) -> bool {
        !self.text.is_empty() && words.split(' ').any(|word| self.is(word))
    }

    /// Whether it begins with a capital.
    pub(in crate::checks) fn is_capitalised(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether it has a digit, or is a number in words.
    pub(in crate::checks) fn is_number(&self) -> bool {
        self.class.meets(Class::NUMBER) || self.text.bytes().any(|byte| byte.is_ascii_digit())
    }
}

/// How many words a sentence is followed to either side: one that is longer is no sentence.
const LONGEST_SENTENCE: usize = 80;

impl<'a> Text<'a> {
    /// What of these classes stands in it: the words, by their number.
    pub(in crate::checks) fn all(&self, class: Class) -> impl Iterator<Item = usize> {
        let words = self.words.iter().enumerate();
        words.filter_map(move |(at, word)| word.class.meets(class).then_some(at))
    }

    /// The word `steps` after another, or before it, when only spaces stand between the two.
    pub(in crate::checks) fn near(&self, at: usize, steps: isize) -> Option<&Word<'a>> {
        let to = at.checked_add_signed(steps)?;
        let between = self.words.get(at.min(to) + 1..=at.max(to))?;
        let is_joined = between.iter().all(|word| word.gap == Gap::Space);
        self.words.get(to).filter(|_| is_joined)
    }

    /// Whether the word `steps` away is among those.
    pub(in crate::checks) fn is_near(&self, at: usize, steps: isize, words: &str) -> bool {
        self.near(at, steps)
            .is_some_and(|word| word.is_among(words))
    }

    /// The number of the word after a phrase that begins at a word; `None` where it does not.
    pub(in crate::checks) fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut next = at;
        for word in phrase.split(' ') {
            let here = self.words.get(next)?;
            if !here.is(word) || (next > at && here.gap != Gap::Space) {
                return None;
            }
            next += 1;
        }
        Some(next)
    }

    /// The same for the first of several phrases that stands there.
    pub(in crate::checks) fn any_phrase(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().find_map(|phrase| self.phrase(at, phrase))
    }

    /// The words of the sentence that a word stands in, by their numbers.
    pub(in crate::checks) fn sentence(&self, at: usize) -> Range<usize> {
        let is_first = |at: &usize| {
            let word = self.words.get(*at);
            word.is_none_or(|word| word.gap == Gap::Sentence)
        };
        let least = at.saturating_sub(LONGEST_SENTENCE);
        let start = (least..=at).rev().find(is_first).unwrap_or(least);
        let most = self.words.len().min(at + LONGEST_SENTENCE);
        let end = (at + 1..most).find(is_first).unwrap_or(most);
        start..end
    }

    /// Whether a word begins a sentence.
    pub(in crate::checks) fn begins_sentence(&self, at: usize) -> bool {
        at == 0
            || self
                .words
                .get(at)
                .is_some_and(|word| word.gap == Gap::Sentence)
    }

    /// Whether nothing but a space separates a word from the next.
    pub(in crate::checks) fn goes_on(&self, at: usize) -> bool {
        self.near(at, 1).is_some()
    }

    /// The bytes of some of its words.
    pub(in crate::checks) fn span(&self, words: Range<usize>) -> Range<usize> {
        let first = self.words.get(words.start);
        let last = words
            .end
            .checked_sub(1)
            .and_then(|last| self.words.get(last));
        match (first, last) {
            (Some(first), Some(last)) => first.start..last.end.max(first.start),
            _ => 0..0,
        }
    }

    /// Some of its words, as they stand.
    pub(in crate::checks) fn slice(&self, words: Range<usize>) -> &'a str {
        self.text.get(self.span(words)).unwrap_or_default()
    }

    /// A flaw about some of its words.
    pub(in crate::checks) fn flaw(&self, words: Range<usize>, message: String) -> Flaw {
        Flaw::at(self.place, message).at_span(self.span(words))
    }

    /// The same words gone, with a comma or a space that only they needed; `None` where what is left
    /// would have to be put right.
    pub(in crate::checks) fn without(&self, words: Range<usize>) -> Option<Replacement> {
        let Range { mut start, mut end } = self.span(words.clone());
        let (before, after) = (self.text.get(..start)?, self.text.get(end..)?);
        if words.start > 0 && self.is_near(words.start, -1, "a an") {
            return None;
        }
        let mut new = String::new();
        if self.begins_sentence(words.start) {
            let gap = after.len() - after.trim_start_matches([',', ' ']).len();
            let first = after.get(gap..)?.chars().next()?;
            if gap == 0 || !first.is_alphabetic() {
                return None;
            }
            end += gap + first.len_utf8();
            // A name of a program may begin with a small letter, but not in running words.
            new.extend(first.to_uppercase());
        } else if before.ends_with(", ") {
            start -= 2;
            end += usize::from(after.starts_with(','));
        } else if after.starts_with(' ') {
            end += 1;
        } else if before.ends_with(' ') {
            start -= 1;
        } else {
            return None;
        }
        self.replace(start..end, new)
    }

    /// Other words for these bytes.
    pub(in crate::checks) fn replace(
        &self,
        span: Range<usize>,
        new: String,
    ) -> Option<Replacement> {
        let old = self.text.get(span.clone())?.to_owned();
        Some(Replacement { span, old, new })
    }
}

#[cfg(test)]
mod tests {
    use super::reading::read;
    use super::*;
    use crate::postmortem::Field;

    fn text(words: &str) -> Text<'_> {
        read(Place::field(Field::Summary), "", words, &BTreeSet::new())
    }

    #[test]
    fn a_phrase_is_looked_for_inside_one_clause() {
        let reading = text("it failed to start. Of course, it failed");
        assert_eq!(reading.phrase(1, "failed to"), Some(3));
        assert_eq!(reading.phrase(3, "start of"), None);
        assert_eq!(reading.any_phrase(4, &["x", "of course"]), Some(6));
        assert_eq!(reading.sentence(2), 0..4);
        assert_eq!(reading.sentence(7), 4..8);
        assert!(reading.is_near(1, -1, "he it") && !reading.is_near(6, -1, "course"));
    }

    #[test]
    fn words_go_with_the_comma_and_the_space_that_only_they_needed() {
        for (words, gone, expected) in [
            ("it was obviously full", 2..3, Some("it was full")),
            ("Obviously, the disk", 0..1, Some("The disk")),
            ("Obviously the disk", 0..1, Some("The disk")),
            ("it was, of course, full", 2..4, Some("it was full")),
            ("it was full, of course.", 3..5, Some("it was full.")),
            ("it was full obviously.", 3..4, Some("it was full.")),
            ("an obviously full disk", 1..2, None),
            ("Obviously `df` is full", 0..1, None),
            ("Obviously", 0..1, None),
        ] {
            let reading = text(words);
            let after = reading.without(gone).map(|replacement| {
                let Range { start, end } = replacement.span;
                assert_eq!(Some(replacement.old.as_str()), words.get(start..end));
                let (before, after) = (words.get(..start), words.get(end..));
                [before.unwrap(), &replacement.new, after.unwrap()].concat()
            });
            assert_eq!(after.as_deref(), expected, "{words}");
        }
    }
}
