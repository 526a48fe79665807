//! How a text becomes words.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Gap, Sentences, Text, Word};
use crate::checks::lexicon::{Class, class_of};
use crate::checks::participants::participants;
use crate::checks::plain::plain_stretches;
use crate::postmortem::{Field, Place, Postmortem};

/// The running texts of a document.
pub(in crate::checks) fn sentences(document: &Postmortem) -> Sentences<'_> {
    let participants = participants(document);
    let mut texts = Vec::new();
    let mut add = |place: Place, heading, text| {
        texts.push(read(place, heading, text, &participants));
    };
    for field in Field::ALL {
        let place = Place::field(*field);
        match field {
            Field::Title => add(place, "", document.overview.title.as_str()),
            Field::AffectedNumber => add(place, "", document.impact.affected_number.as_str()),
            _ => {}
        }
        if let Some(text) = document.prose(*field) {
            add(place, "", text);
        }
        for item in document.items(*field).into_iter().flatten() {
            add(Place::row(*field, item.id), "", &item.text);
        }
    }
    for event in &document.timeline.events {
        add(Place::row(Field::Timeline, event.id), "", &event.text);
    }
    for action in &document.follow_up.action_items {
        add(Place::row(Field::ActionItems, action.id), "", &action.text);
    }
    for extra in &document.extras.sections {
        let place = Place::row(Field::Extra, extra.id);
        add(place, &extra.heading, &extra.body);
    }
    Sentences {
        texts,
        participants,
    }
}

/// The words of one text.
pub(super) fn read<'a>(
    place: Place,
    heading: &'a str,
    text: &'a str,
    participants: &BTreeSet<&str>,
) -> Text<'a> {
    let mut reading = Text {
        place,
        heading,
        text,
        words: Vec::with_capacity(text.len() / 6),
        exclamations: Vec::new(),
    };
    let mut gap = Gap::Sentence;
    let mut last = 0;
    for stretch in plain_stretches(text) {
        let skipped = text.get(last..stretch.start).unwrap_or_default();
        gap = skip(&mut reading, last, skipped, gap);
        gap = words_of(&mut reading, &stretch, gap, participants);
        last = stretch.end;
    }
    let skipped = text.get(last..).unwrap_or_default();
    skip(&mut reading, last, skipped, gap);
    reading
}

/// Puts a word that is not read in the place of what is left out. Whole lines of code and of
/// quotations end the sentence instead.
fn skip(reading: &mut Text<'_>, start: usize, skipped: &str, gap: Gap) -> Gap {
    if skipped.trim().is_empty() || skipped.starts_with("<!--") {
        return gap;
    }
    if skipped.ends_with('\n') {
        return Gap::Sentence;
    }
    reading.words.push(Word {
        text: "",
        start,
        end: start + skipped.len(),
        gap,
        class: Class::OPAQUE,
    });
    Gap::Space
}

fn words_of<'a>(
    reading: &mut Text<'a>,
    stretch: &Range<usize>,
    mut gap: Gap,
    participants: &BTreeSet<&str>,
) -> Gap {
    let text = reading.text.get(..stretch.end).unwrap_or_default();
    let mut at = stretch.start;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let length = word_length(rest);
        if let Some(word) = rest.get(..length).filter(|word| !word.is_empty()) {
            reading.words.push(Word {
                text: word,
                start: at,
                end: at + length,
                gap,
                class: class(word, participants),
            });
            at += length;
            gap = Gap::Space;
            continue;
        }
        let mark = rest.chars().next().unwrap_or(' ');
        at += mark.len_utf8();
        let after = text.get(at..).unwrap_or_default();
        if mark == '!' && ends_something(reading, at - 1, after) {
            reading.exclamations.push(at - 1);
        }
        gap = gap.max(gap_of(mark, after, reading.words.last()));
    }
    gap
}

fn class(word: &str, participants: &BTreeSet<&str>) -> Class {
    let is_capitalised = word.starts_with(char::is_uppercase);
    let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
    let class = match stem.map(class_of) {
        Some(class) if class != Class::default() => class | Class::POSSESSIVE,
        _ => class_of(word),
    };
    let is_named = || participants.contains(stem.unwrap_or(word));
    if word.starts_with('@') || (is_capitalised && is_named()) {
        let owns = if stem.is_some() {
            Class::POSSESSIVE
        } else {
            Class::default()
        };
        return class | Class::NAME | owns;
    }
    class
}

/// How many bytes the word that begins here has; 0 where none does.
fn word_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = usize::from(bytes.first() == Some(&b'@'));
    let mut length = 0;
    while let Some(byte) = bytes.get(at) {
        let next = match byte {
            byte if byte.is_ascii_alphanumeric() => 1,
            b'\'' | b'-' | b'_' | b'.' if length > 0 => match bytes.get(at + 1) {
                Some(next) if next.is_ascii_alphanumeric() => 1,
                _ => break,
            },
            b':' | b',' if length > 0 => {
                let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
                match is_digit(at - 1) && is_digit(at + 1) {
                    true => 1,
                    false => break,
                }
            }
            0x80.. => match rest.get(at..).and_then(|rest| rest.chars().next()) {
                Some('’')
                    if length > 0 && bytes.get(at + 3).is_some_and(u8::is_ascii_alphabetic) =>
                {
                    3
                }
                Some(letter) if letter.is_alphanumeric() => letter.len_utf8(),
                _ => break,
            },
            _ => break,
        };
        at += next;
        length = at;
    }
    length
}

fn gap_of(mark: char, after: &str, last: Option<&Word<'_>>) -> Gap {
    match mark {
        '\n' if begins_item(after) => Gap::Sentence,
        c if c.is_whitespace() => Gap::Space,
        '*' | '_' | '~' => Gap::Space,
        '.' | '!' | '?' => {
            let ends = after.is_empty() || !after.starts_with(|c: char| c.is_alphanumeric());
            let shortens = mark == '.' && last.is_some_and(|word| word.is_among(SHORTENED));
            match (ends, shortens) {
                (true, false) => Gap::Sentence,
                (true, true) => Gap::Mark,
                (false, _) => Gap::Mark,
            }
        }
        '|' => Gap::Sentence,
        ':' | ';' | '(' | ')' | '–' | '—' | '…' | '→' | '=' => Gap::Clause,
        '-' if after.starts_with([' ', '-', '>']) => Gap::Clause,
        _ => Gap::Mark,
    }
}

/// Words with a full stop that ends no sentence.
const SHORTENED: &str = "e.g i.e vs approx ca cf no nos mr mrs ms dr st";

/// Whether a line is an item of a list, a heading, a row or blank.
fn begins_item(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t']);
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.is_empty()
        || line.starts_with(['\n', '\r', '#', '|'])
        || ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark))
        || (digits.len() < line.len() && (digits.starts_with(". ") || digits.starts_with(") ")))
}

/// Whether the exclamation mark at `at` ends words, and is no operator and no part of a name.
fn ends_something(reading: &Text<'_>, at: usize, after: &str) -> bool {
    let is_end = after.is_empty() || after.starts_with([' ', '\n', '\r', '!', ')', '"', '*', '_']);
    let last = reading.words.last();
    let follows = last.is_some_and(|word| word.end == at && !word.is("yahoo"))
        || reading
            .text
            .get(..at)
            .is_some_and(|before| before.ends_with([')', '?', '!', '*', '_']));
    is_end && follows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Text<'_> {
        let place = Place::field(Field::Summary);
        read(place, "", words, &BTreeSet::from(["Zarathustra"]))
    }

    #[test]
    fn words_have_their_bytes_and_what_stands_before_them() {
        let shown = |words: &str| {
            let reading = text(words);
            let mut shown = String::new();
            for word in &reading.words {
                assert!(word.text.is_empty() || words.get(word.start..word.end) == Some(word.text));
                shown.push_str(match word.gap {
                    Gap::Space => " ",
                    Gap::Mark => ",",
                    Gap::Clause => ":",
                    Gap::Sentence => "|",
                });
                shown.push_str(if word.text.is_empty() { "_" } else { word.text });
            }
            shown
        };
        for (words, expected) in [
            ("The on-call didn’t see it.", "|The on-call didn’t see it"),
            ("a, b; c (d) e - f", "|a,b:c:d:e:f"),
            ("One. Two? three! four", "|One|Two|three|four"),
            ("e.g. this, i.e. that", "|e.g,this,i.e,that"),
            (
                "at 10:15, 1,300 users of api.example",
                "|at 10:15,1,300 users of api.example",
            ),
            ("the `api` failed\nto start", "|the _ failed to start"),
            ("- a\n- b\n\nc\n1. d\n# e", "|a|b|c|1|d|e"),
            ("a\n```\nb\n```\nc\n> d\ne", "|a|c|e"),
            ("see [b](https://c) and \"d\"", "|see _ and _"),
            ("**Bold** and _thin_ a/b", "|Bold and thin a,b"),
            ("ask @ana-r, é ü", "|ask @ana-r,é ü"),
            ("a <!-- b --> c", "|a c"),
            ("", ""),
            ("…", ""),
        ] {
            assert_eq!(shown(words), expected, "{words}");
        }
    }

    #[test]
    fn exclamation_marks_are_told_from_operators_and_pictures() {
        for (words, count) in [
            ("Down again! And again!!", 3),
            ("a != b, !c, ![d](e.png), f!important, Yahoo! mail, `g!`", 0),
        ] {
            assert_eq!(text(words).exclamations.len(), count, "{words}");
        }
    }

    #[test]
    fn those_who_took_part_are_known_by_their_names() {
        let reading = text("Zarathustra and zarathustra's and Zarathustra’s");
        let names: Vec<bool> = reading
            .words
            .iter()
            .map(|word| word.class.meets(Class::NAME))
            .collect();
        assert_eq!(names, [true, false, false, false, true]);
    }
}
