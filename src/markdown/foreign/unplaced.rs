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
use super::when::{Token, tokens};
use super::words::Words;

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
    let mut left = counts.clone();
    if !lines.iter().any(|line| misses_a_word(line, &mut left)) {
        return Vec::new();
    }
    let mut unplaced = Vec::new();
    for line in lines {
        let is_missing = |word: &str| match counts.get_mut(counter(word)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        };
        // Each word has to be counted, whether or not one before it is missing.
        if wanted(line)
            .into_iter()
            .map(is_missing)
            .fold(false, |any, missing| any | missing)
        {
            unplaced.push(line.text.trim().to_owned());
        }
    }
    unplaced
}

/// Whether a word of a line is missing that has to be somewhere.
fn misses_a_word(line: &Line<'_>, left: &mut [u32]) -> bool {
    let mut missing: Vec<usize> = Vec::new();
    for word in words(line.text) {
        let counter = counter(word);
        match left.get_mut(counter) {
            Some(count) if *count > 0 => *count -= 1,
            _ => missing.push(counter),
        }
    }
    !missing.is_empty()
        && wanted(line)
            .into_iter()
            .any(|word| missing.contains(&counter(word)))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// The words of a line that have to be somewhere.
fn wanted<'a>(line: &Line<'a>) -> Vec<&'a str> {
    match &line.kind {
        LineKind::Code => words(line.text).collect(),
        LineKind::Heading(heading) => {
            let mut wanted = wanted_of(unnumbered(heading.name), heading.name.len());
            wanted.extend(wanted_of(heading.rest, 0));
            wanted
        }
        LineKind::Row => {
            let cells = cells(line.text).into_iter();
            let is_number = |cell: &str| cell.bytes().all(|byte| byte.is_ascii_digit());
            cells
                .filter(|cell| !is_number(cell))
                .flat_map(|cell| wanted_of(cell, cell.len()))
                .filter(|word| !names_a_column(word))
                .collect()
        }
        LineKind::Text | LineKind::Blank => {
            let (text, _) = without_marker(line.text);
            let text = unnumbered(text);
            wanted_of(text, name_end(text))
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

/// The words of a text but for those of times, of tags, and up to `name_end` of names.
fn wanted_of(text: &str, name_end: usize) -> Vec<&str> {
    /// Words that lead to a time and go with it.
    static LEADS: Words = Words::of(
        "at|on|by|around|about|approximately|approx|from|between|circa|to|and|until|till|after|just|\
                         shortly|the|of|begins|ends|started|ended",
    );
    /// How far before a time such a word may stand, in bytes.
    const NEAR: usize = 12;
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    let found = has_digit.then(|| tokens(text));
    let mut times: Vec<Token> = found.into_iter().flatten().collect();
    times.reverse();
    let mut wanted = Vec::new();
    let mut at = 0;
    let mut is_in_tag = false;
    for part in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let start = at;
        at += part.len();
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        while times.last().is_some_and(|token| token.range.end <= start) {
            times.pop();
        }
        let next = times.last().map_or(usize::MAX, |token| token.range.start);
        let is_of_time = next <= start || (next - start <= NEAR && LEADS.has(&word.to_lowercase()));
        let is_of_name = start < name_end && is_usual_word(word);
        if !(word.is_empty() || is_of_time || is_of_name || is_in_tag || is_level(word)) {
            wanted.push(word);
        }
        let rest = text.get(at..).unwrap_or_default();
        is_in_tag = match part.chars().next_back() {
            Some('<') => rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'),
            Some('>') => false,
            _ => is_in_tag,
        };
    }
    wanted
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
    for byte in word.bytes() {
        hash = (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193);
    }
    usize::try_from(hash).unwrap_or_default() % COUNTERS
}
