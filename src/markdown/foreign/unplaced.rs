//! The last net under the reader: lines of a text whose words are nowhere in what was made of it.
//!
//! Every line is weighed against the written document, word by word and as often as the word
//! stands there. What goes without saying is left out: dates, times and zones, which are written in
//! one way; the numbers and marks of rows; the words of names that this editor has names for.

use super::attributes;
use super::lines::{Line, LineKind};
use super::markers::without_marker;
use super::names::is_usual_word;
use super::tables::{self, cells};
use super::when::tokens;
use super::words::Words;
use crate::postmortem::day::word_length;

/// How many counters there are. Two words that share one can hide each other once in as many.
const COUNTERS: usize = 1 << 18;

/// The lines of a text of which a word is missing in `written`, in order.
pub(super) fn unplaced(lines: &[Line<'_>], written: &str) -> Vec<String> {
    let mut counts = vec![0_u32; COUNTERS];
    for word in words(written) {
        if let Some(count) = counts.get_mut(counter(word)) {
            *count += 1;
        }
    }
    // Nearly always every word is there, or is one of those that need not be. Only where one is
    // not, who took whose place has to be told.
    let mut scarce = Scarce {
        left: counts.clone(),
        is_scarce: vec![false; COUNTERS],
    };
    let mut is_any_missing = false;
    for line in lines {
        is_any_missing |= scarce.misses_a_word(line, is_any_missing);
    }
    if !is_any_missing {
        return Vec::new();
    }
    // A heading can be longer than its line.
    for line in lines {
        if let LineKind::Heading(heading) = &line.kind {
            scarce.take(heading.name);
            scarce.take(heading.rest);
        }
    }
    let mut unplaced = Vec::new();
    for line in lines {
        let mut is_unplaced = false;
        wanted(
            line,
            &|word| scarce.has(counter(word)),
            &mut |word| match counts.get_mut(counter(word)) {
                Some(count) if *count > 0 => *count -= 1,
                _ => is_unplaced = true,
            },
        );
        if is_unplaced {
            unplaced.push(line.text.trim().to_owned());
        }
    }
    unplaced
}

/// Which words stand in a text more often than in what was made of it. Of the others none can be
/// missing anywhere.
struct Scarce {
    left: Vec<u32>,
    is_scarce: Vec<bool>,
}

impl Scarce {
    fn has(&self, counter: usize) -> bool {
        self.is_scarce.get(counter) == Some(&true)
    }

    /// Counts the words of a text; the counters of those of which none is left.
    fn take(&mut self, text: &str) -> Vec<usize> {
        let mut missing = Vec::new();
        for word in words(text) {
            let counter = counter(word);
            match self.left.get_mut(counter) {
                Some(count) if *count > 0 => *count -= 1,
                _ => {
                    missing.push(counter);
                    if let Some(is_scarce) = self.is_scarce.get_mut(counter) {
                        *is_scarce = true;
                    }
                }
            }
        }
        missing
    }

    /// Counts the words of a line; whether one is missing that has to be somewhere, if that is not
    /// `known`.
    fn misses_a_word(&mut self, line: &Line<'_>, known: bool) -> bool {
        let missing = self.take(line.text);
        let mut is_missing = false;
        if !missing.is_empty() && !known {
            let asked = |word: &str| missing.contains(&counter(word));
            wanted(line, &asked, &mut |_| is_missing = true);
        }
        is_missing
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        while let Some(first) = rest.chars().next() {
            let length = word_length(rest, &[]);
            let (word, behind) = rest.split_at_checked(length.max(first.len_utf8()))?;
            rest = behind;
            if length > 0 {
                return Some(word);
            }
        }
        None
    })
}

/// Shows `each` the words of a line that have to be somewhere, of those that are `asked` for.
fn wanted(line: &Line<'_>, asked: &dyn Fn(&str) -> bool, each: &mut dyn FnMut(&str)) {
    match &line.kind {
        LineKind::Code => words(line.text).filter(|word| asked(word)).for_each(each),
        LineKind::Heading(heading) => {
            let name = unnumbered(heading.name);
            wanted_of(name, heading.name.len(), asked, each);
            wanted_of(heading.rest, 0, asked, each);
        }
        LineKind::Row => {
            let is_number = |cell: &str| cell.bytes().all(|byte| byte.is_ascii_digit());
            for cell in cells(line.text) {
                if !is_number(cell) {
                    wanted_of(cell, cell.len(), asked, &mut |word| {
                        if !names_a_column(word) {
                            each(word);
                        }
                    });
                }
            }
        }
        LineKind::Text | LineKind::Blank => {
            let (text, _) = without_marker(line.text);
            let text = unnumbered(text);
            wanted_of(text, name_end(text), asked, each);
        }
    }
}

fn names_a_column(word: &str) -> bool {
    let lower = word.to_lowercase();
    tables::is_usual(&lower) || attributes::is_name(&lower)
}

/// How far a line can be a name.
fn name_end(text: &str) -> usize {
    /// The longest line, or label, that can be a name, in bytes.
    const LONGEST: usize = 64;
    if text.len() <= LONGEST {
        return text.len();
    }
    let bold = || text.get(2..).and_then(|rest| rest.find("**"));
    let end = text.find(':').or_else(bold);
    end.filter(|end| *end <= LONGEST).unwrap_or(0)
}

/// "**3. Cause**" without its number.
fn unnumbered(text: &str) -> &str {
    let bare = text.trim_start_matches(['*', '_', '#', ' ']);
    let rest = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = rest.len() < bare.len() && rest.starts_with(['.', ')', ':']);
    // "10:00" is no number of a row.
    let is_time = rest
        .get(1..)
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if is_numbered && !is_time { rest } else { text }
}

/// Shows `each` the words of a text that are `asked` for, but for those of times, of tags, and up to
/// `name_end` of names.
fn wanted_of(
    text: &str,
    name_end: usize,
    asked: &dyn Fn(&str) -> bool,
    each: &mut dyn FnMut(&str),
) {
    /// Words that lead to a time and go with it.
    static LEADS: Words = Words::of(
        "at|on|by|around|about|approximately|approx|from|between|circa|to|and|until|till|after|just|\
         shortly|the|of|begins|ends|started|ended",
    );
    /// How far before a time such a word may stand, in bytes.
    const NEAR: usize = 12;
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    let found = has_digit.then(|| tokens(text));
    let mut times = found.into_iter().flatten().peekable();
    let mut at = 0;
    let mut is_in_tag = false;
    for part in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let start = at;
        at += part.len();
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !word.is_empty() && !is_in_tag && asked(word) {
            while times.next_if(|token| token.range.end <= start).is_some() {}
            let next = times.peek().map_or(usize::MAX, |token| token.range.start);
            let is_of_time =
                next <= start || (next - start <= NEAR && LEADS.has(&word.to_lowercase()));
            let is_of_name = start < name_end && is_usual_word(word);
            if !(is_of_time || is_of_name || is_level(word)) {
                each(word);
            }
        }
        let rest = text.get(at..).unwrap_or_default();
        is_in_tag = match part.chars().next_back() {
            Some('<') => rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'),
            Some('>') => false,
            _ => is_in_tag,
        };
    }
}

/// "SEV2" and "P1" are written as their numbers.
fn is_level(word: &str) -> bool {
    let lower = word.to_lowercase();
    let number = lower.strip_prefix("sev").or(lower.strip_prefix('p'));
    number.is_some_and(|number| number.len() == 1 && number.bytes().all(|b| b.is_ascii_digit()))
}

/// Which counter is that of a word, whatever its case (FNV-1a).
fn counter(word: &str) -> usize {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in word.as_bytes() {
        let lower = match byte {
            b'A'..=b'Z' => byte + (b'a' - b'A'),
            _ => *byte,
        };
        hash = (hash ^ u32::from(lower)).wrapping_mul(0x0100_0193);
    }
    usize::try_from(hash).unwrap_or_default() % COUNTERS
}
