//! The last net under the reader: lines of a text whose words are nowhere in what was made of it.
//!
//! Every line is weighed against the written document, word by word and as often as the word
//! stands there. What goes without saying is left out: dates, times and zones that the document has,
//! which are written in one way; the numbers and marks of rows; the words of names that this editor
//! has names for, where they stand as names.

use super::attributes;
use super::labels::label_of;
use super::lines::{Line, LineKind};
use super::markers::without_marker;
use super::names::{self, is_usual_word};
use super::stated::{COUNTERS, Stated, counter, is_of_value, words};
use super::tables::{self, cells, is_rule};
use super::titles;
use super::when::{Token, TokenKind, tokens};
use super::words::Words;
use super::zones::{ZONES, is_abbreviation_of};

/// The longest line that is nothing but a name, in bytes.
const LONGEST_NAME: usize = 64;
/// What is no farther from a time belongs to it, in bytes.
const CLOSE: usize = 3;

/// The lines of a text of which a word is missing in `written`, in order.
pub(super) fn unplaced(lines: &[Line<'_>], written: &str) -> Vec<String> {
    let stated = Stated::new(written);
    let below = |index: usize| lines.get(index + 1).map_or("", |line| line.text);
    // Nearly always every word is there, or is one of those that need not be. Only where one is
    // not, who took whose place has to be told.
    let mut scarce = Scarce {
        left: stated.counts.clone(),
        is_scarce: vec![false; COUNTERS],
    };
    let mut is_any_missing = false;
    for (index, line) in lines.iter().enumerate() {
        let is_known = is_any_missing;
        is_any_missing |= scarce.misses_a_word(line, below(index), &stated, is_known);
    }
    if !is_any_missing {
        return Vec::new();
    }
    let mut counts = stated.counts.clone();
    let mut unplaced = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let mut is_unplaced = !stated.has_times_of(line.text);
        wanted(
            line,
            below(index),
            &stated,
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

    /// Counts the words of a line; whether a word or a time is missing that has to be somewhere, if
    /// that is not `known`.
    fn misses_a_word(
        &mut self,
        line: &Line<'_>,
        below: &str,
        stated: &Stated<'_>,
        known: bool,
    ) -> bool {
        let missing = self.take(line.text);
        let mut is_missing = !known && !stated.has_times_of(line.text);
        if !missing.is_empty() && !known {
            let asked = |word: &str| missing.contains(&counter(word));
            wanted(line, below, stated, &asked, &mut |_| is_missing = true);
        }
        is_missing
    }
}

/// Shows `each` the words of a line that have to be somewhere, of those that are `asked` for.
fn wanted(
    line: &Line<'_>,
    below: &str,
    stated: &Stated<'_>,
    asked: &dyn Fn(&str) -> bool,
    each: &mut dyn FnMut(&str),
) {
    let has_digit = line.text.bytes().any(|byte| byte.is_ascii_digit());
    let of = |text: &str, name_end: usize, each: &mut dyn FnMut(&str)| {
        wanted_of(text, name_end, (stated, has_digit), asked, each);
    };
    match &line.kind {
        LineKind::Code => words(line.text).filter(|word| asked(word)).for_each(each),
        LineKind::Heading(heading) => {
            // A piece without a known name can be a timeline all the same.
            let end = if heading.role.is_some() || !names::says_more(heading.name) {
                let start = line.text.find(heading.name).unwrap_or_default();
                longest_name(line.text).saturating_sub(start)
            } else {
                0
            };
            let name = match end {
                0 => heading.name,
                _ => unnumbered(heading.name),
            };
            of(
                name,
                end.saturating_sub(heading.name.len() - name.len()),
                each,
            );
            of(heading.rest, 0, each);
        }
        LineKind::Row if is_rule(below) => {
            for cell in cells(line.text) {
                of(cell, cell.len(), &mut |word| {
                    if !names_a_column(word) {
                        each(word);
                    }
                });
            }
        }
        LineKind::Row => {
            let cells = cells(line.text);
            let is_number = |cell: &str| cell.bytes().all(|byte| byte.is_ascii_digit());
            let is_named = matches!(cells.as_slice(), [name, _] if names::role(name).is_some());
            for (index, cell) in cells.into_iter().enumerate() {
                if index > 0 || !is_number(cell) {
                    of(
                        cell,
                        if index == 0 && is_named {
                            cell.len()
                        } else {
                            0
                        },
                        each,
                    );
                }
            }
        }
        LineKind::Text | LineKind::Blank => {
            let (text, _) = without_marker(line.text);
            let text = unnumbered(text);
            let end = match longest_name(line.text) {
                0 => 0,
                _ => name_end(text),
            };
            of(text, end, each);
        }
    }
}

/// Whether a word is one that a name can have.
fn names(word: &str) -> bool {
    let lower = word.to_lowercase();
    // "All times in GMT"
    is_usual_word(word) || lower == "all" || attributes::is_name(&lower)
}

fn names_a_column(word: &str) -> bool {
    // Words of columns that stand in no other names.
    static OWN: Words = Words::of("activity|notes|step|text");
    let lower = word.to_lowercase();
    !OWN.has(&lower)
        && tables::is_usual(&lower)
        && (ZONES.has(word) || !ZONES.has(&word.to_uppercase()))
}

/// How far a line can be a name: to its end where it is short, else up to a colon or the end of bold
/// words. "Cause: it …", "**Cause.** It …".
fn longest_name(line: &str) -> usize {
    if line.trim().len() <= LONGEST_NAME {
        return line.len();
    }
    let colon = line.find(':').filter(|at| *at <= LONGEST_NAME);
    let end = colon.or_else(|| bold_end(line));
    end.filter(|at| *at <= LONGEST_NAME).unwrap_or_default()
}

/// Where the bold words at the start of a line end.
fn bold_end(line: &str) -> Option<usize> {
    let start = line.find("**")? + 2;
    let is_start = line.trim_start().starts_with(['*', '-']);
    let end = line.get(start..).filter(|_| is_start)?.find("**")?;
    Some(start + end)
}

/// How far a line is a name.
fn name_end(text: &str) -> usize {
    let Some((name, rest)) = label_of(text) else {
        return 0;
    };
    let is_name =
        names::role(name).is_some() || names::normal(name).split(' ').any(attributes::is_name);
    if is_name { text.len() - rest.len() } else { 0 }
}

/// "**3. Cause**" and "IV. Measures" without their numbers.
fn unnumbered(text: &str) -> &str {
    let bare = text.trim_start_matches(['*', '_', '#', ' ']);
    let by_digits = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    let by_letters = bare.trim_start_matches(['I', 'V', 'X']);
    let is_numbered = |rest: &str| rest.len() < bare.len() && rest.starts_with(['.', ')', ':']);
    // "10:00" is no number of a row.
    let is_time = by_digits
        .get(1..)
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if is_numbered(by_digits) && !is_time {
        by_digits
    } else if is_numbered(by_letters) {
        by_letters
    } else {
        text
    }
}

/// Shows `each` the words of a text that are `asked` for, but for those of times that are stated, and
/// up to `name_end` of names. What is stated comes with whether the line has a digit.
fn wanted_of(
    text: &str,
    name_end: usize,
    (stated, has_digit): (&Stated<'_>, bool),
    asked: &dyn Fn(&str) -> bool,
    each: &mut dyn FnMut(&str),
) {
    let mut times: Option<Times> = None;
    let mut at = 0;
    for part in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let start = at;
        at += part.len();
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() || !asked(word) {
            continue;
        }
        let is_of_name = start < name_end && names(word);
        let is_value = is_level(word, stated) || is_choice(word, stated);
        if !is_of_name && !is_value && !is_entity(text, start, word) {
            let times = times.get_or_insert_with(|| Times::of(text, stated, has_digit));
            if !times.have(word, start) {
                each(word);
            }
        }
    }
}

/// The dates, times and zones of a text.
struct Times {
    /// Each with whether it is stated.
    tokens: Vec<(Token, bool)>,
}

impl Times {
    fn of(text: &str, stated: &Stated<'_>, has_digit: bool) -> Self {
        let source = |token: &Token| text.get(token.range.clone()).unwrap_or_default();
        // "Pacific Standard Time (PST)" is one zone.
        let is_short = |one: &Token, next: &Token| {
            next.range.start - one.range.end <= CLOSE
                && stated.has(next, source(next))
                && is_abbreviation_of(source(next), source(one))
        };
        let mut all = tokens(text).peekable();
        let mut tokens = Vec::new();
        while let Some(token) = all.next() {
            // "Pacific Time" beside no time is a name.
            let can_go = has_digit || token.kind != TokenKind::Zone || ZONES.has(source(&token));
            let is_stated = can_go && stated.has(&token, source(&token))
                || all.peek().is_some_and(|next| is_short(&token, next));
            tokens.push((token, is_stated));
        }
        Self { tokens }
    }

    /// Whether a word is part of one that is stated, or leads to one.
    fn have(&self, word: &str, start: usize) -> bool {
        /// Words that lead to a time and go with it.
        static LEADS: Words = Words::of(
            "at|on|by|around|about|approximately|from|between|circa|to|until|till|the|of",
        );
        /// How far before a time such a word may stand, in bytes.
        const NEAR: usize = 12;
        let after = self
            .tokens
            .partition_point(|(token, _)| token.range.end <= start);
        let Some((token, is_stated)) = self.tokens.get(after) else {
            return false;
        };
        if token.range.start <= start {
            return *is_stated && is_of_value(&token.kind, word);
        }
        let lower = word.to_lowercase();
        if lower == "and" {
            // "Between 10:00 and 11:00"
            let before = after
                .checked_sub(1)
                .and_then(|before| self.tokens.get(before));
            let end = start + word.len();
            return before.is_some_and(|(before, _)| start - before.range.end <= CLOSE)
                && token.range.start - end <= CLOSE;
        }
        token.range.start - start <= NEAR && LEADS.has(&lower)
    }
}

/// Whether a word is the name of a character, which stands there itself: "&amp;".
fn is_entity(text: &str, start: usize, word: &str) -> bool {
    let end = start + word.len();
    let stretch = text.get(start.saturating_sub(1)..(end + 1).min(text.len()));
    stretch.is_some_and(|entity| titles::ENTITIES.iter().any(|(known, _)| *known == entity))
}

/// "SEV2" and "P1" are written as their numbers.
fn is_level(word: &str, stated: &Stated<'_>) -> bool {
    let lower = word.to_lowercase();
    let number = lower.strip_prefix("sev").or(lower.strip_prefix('p'));
    number.is_some_and(|number| number.len() == 1 && stated.has_word(number))
}

/// "open" is written as "Open", and "done" as a box with a mark.
fn is_choice(word: &str, stated: &Stated<'_>) -> bool {
    static CHOICES: Words = Words::of(
        "open|done|draft|final|in|review|progress|declined|detect|prevent|mitigate|process|repair|critical|\
         major|minor|high|medium|low|resolved|closed|todo|x",
    );
    let lower = word.to_lowercase();
    let capital =
        || lower.get(..1).unwrap_or_default().to_uppercase() + lower.get(1..).unwrap_or_default();
    CHOICES.has(&lower)
        && (stated.has_word(&lower)
            || stated.has_word(&capital())
            || lower == "done" && stated.has_word("x"))
}
