//! The texts of a document one after another, and what a text names.
//!
//! Words are looked for by how they begin, so that "escalat" finds "escalated" and "escalation".

use crate::postmortem::{Field, Place, Postmortem};

/// Whether any text that a person writes at length has what is looked for: prose, rows of lists,
/// entries with their evidence, action items, extra sections with their headings.
pub(super) fn any_text<'a>(
    document: &'a Postmortem,
    is_it: &mut dyn FnMut(Place, &'a str) -> bool,
) -> bool {
    for field in Field::ALL.iter().copied() {
        let prose = document.prose(field);
        if prose.is_some_and(|text| is_it(Place::field(field), text)) {
            return true;
        }
        for item in document.items(field).into_iter().flatten() {
            if is_it(Place::row(field, item.id), &item.text) {
                return true;
            }
        }
    }
    for event in &document.timeline.events {
        let place = Place::row(Field::Timeline, event.id);
        if is_it(place, &event.text) || is_it(place, &event.evidence) {
            return true;
        }
    }
    for action in &document.follow_up.action_items {
        if is_it(Place::row(Field::ActionItems, action.id), &action.text) {
            return true;
        }
    }
    document.extras.sections.iter().any(|extra| {
        let place = Place::row(Field::Extra, extra.id);
        is_it(place, &extra.heading) || is_it(place, &extra.body)
    })
}

/// Whether any of those texts names any of these words.
pub(super) fn any_names(document: &Postmortem, stems: &[&str]) -> bool {
    any_text(document, &mut |_, text| names(text, stems))
}

/// Whether a word of the text begins with one of `stems`, in any case. A stem may be of several
/// words; each begins with a letter of ASCII or a digit.
pub(super) fn names(text: &str, stems: &[&str]) -> bool {
    let firsts = stems.iter().filter_map(|stem| stem.bytes().next());
    let firsts = firsts.fold(0, |firsts, first| firsts | first_bit(first));
    let mut is_inside = false;
    text.bytes().enumerate().any(|(at, byte)| {
        let is_letter = byte.is_ascii_alphanumeric() || !byte.is_ascii();
        let begins = is_letter && !is_inside;
        is_inside = is_letter;
        // Nearly every word is told by its first letter.
        begins && firsts & first_bit(byte) != 0 && begins_with_any(text, at, stems)
    })
}

/// A bit for a letter in either case, or a digit; some share one.
fn first_bit(byte: u8) -> u64 {
    1 << ((byte | 0x20) % 64)
}

fn begins_with_any(text: &str, at: usize, stems: &[&str]) -> bool {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    stems.iter().any(|stem| {
        let word = rest.get(..stem.len());
        word.is_some_and(|word| word.eq_ignore_ascii_case(stem.as_bytes()))
    })
}

/// How many words a text has.
pub(super) fn word_count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// How many sentences a text has: at least one where it says anything. An abbreviation may count as
/// the end of one where a capital follows.
pub(super) fn sentence_count(text: &str) -> usize {
    let mut words = text.split_whitespace().peekable();
    let mut count = 0;
    while let Some(word) = words.next() {
        let word = word.trim_end_matches(['"', '\'', '”', '’', ')', '*', '_', '`']);
        let ends = word.ends_with(['.', '!', '?']) && word.chars().count() > 2;
        let goes_on = words.peek().is_some_and(|next| {
            let first = next.trim_start_matches(['"', '“', '(', '*', '_', '`']);
            !first.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        });
        let is_last = words.peek().is_none();
        count += usize::from(is_last || (ends && !goes_on));
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_named_by_how_it_begins() {
        for (text, stems, is_named) in [
            ("It was Escalated", &["escalat"][..], true),
            ("de-escalate", &["escalat"], true),
            ("unalerted", &["alert"], false),
            ("the Status page", &["status page"], true),
            ("status", &["status page"], false),
            ("Übermonitor monitor", &["monitor"], true),
            ("Übermonitor", &["monitor"], false),
            ("", &["a"], false),
        ] {
            assert_eq!(names(text, stems), is_named, "{text}");
        }
    }

    #[test]
    fn sentences_are_counted_by_their_ends() {
        for (text, count) in [
            ("", 0),
            ("One", 1),
            ("One. Two", 2),
            (
                "It went from 3.8 to 4.0 at 9 a.m. on the third node. Then it was back.",
                2,
            ),
            ("Why? \"Because.\" And so on!", 3),
            ("A. B. Smith wrote it", 1),
        ] {
            assert_eq!(sentence_count(text), count, "{text}");
        }
    }
}
