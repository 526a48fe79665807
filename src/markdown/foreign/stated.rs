//! Which words, dates and times stand in a text, to look up many of them.

use std::collections::BTreeSet;

use chrono::Datelike as _;

use super::when::{Token, TokenKind};
use crate::postmortem::day::{Day, word_length};
use crate::postmortem::{Entered, Typed};

/// How many counters there are. Two words that share one can hide each other once in as many.
pub(super) const COUNTERS: usize = 1 << 18;

/// What stands in a text.
pub(super) struct Stated<'a> {
    /// How often each word stands there, by its counter.
    pub(super) counts: Vec<u32>,
    /// Times as "14:30" and dates as "2024-05-04".
    values: BTreeSet<&'a str>,
}

impl<'a> Stated<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut counts = vec![0_u32; COUNTERS];
        for word in words(text) {
            if let Some(count) = counts.get_mut(counter(word)) {
                *count += 1;
            }
        }
        let mut values: BTreeSet<&str> = times(text)
            .filter_map(|(hour, at)| text.get(at - hour.len()..at + 3))
            .collect();
        for (at, _) in text.match_indices('-') {
            let date = at.checked_sub(4).and_then(|start| text.get(start..at + 6));
            values.extend(date.filter(|date| date.bytes().filter(u8::is_ascii_digit).count() == 8));
        }
        Self { counts, values }
    }

    /// Whether a word stands there at all.
    pub(super) fn has_word(&self, word: &str) -> bool {
        self.counts
            .get(counter(word))
            .is_some_and(|count| *count > 0)
    }

    /// Whether a date, a time or a zone of another text stands there, however it is written.
    pub(super) fn has(&self, token: &Token, source: &str) -> bool {
        // "03, 14, 2024" can be three numbers as well.
        if source.contains(',') && !source.contains(char::is_alphabetic) {
            return false;
        }
        match &token.kind {
            TokenKind::Time(Entered::Known(time)) => {
                let canonical = time.canonical();
                let bare = canonical.trim_start_matches('~');
                self.values.contains(bare.get(..5).unwrap_or(bare))
            }
            TokenKind::Date(Day::Known(date)) => self.values.contains(date.canonical().as_str()),
            TokenKind::Date(Day::Either {
                day_first,
                month_first,
            }) => [day_first, month_first]
                .iter()
                .any(|date| self.values.contains(date.canonical().as_str())),
            TokenKind::Date(Day::Yearless { month, day }) => {
                let ending = format!("-{month:02}-{day:02}");
                self.values.iter().any(|value| value.ends_with(&ending))
            }
            TokenKind::Zone => words(source).all(|word| self.has_word(word)),
            TokenKind::Time(_) | TokenKind::Date(Day::AsTyped) => false,
        }
    }

    /// Whether every time of day with a colon in a line stands there, on a clock of 12 or 24 hours.
    pub(super) fn has_times_of(&self, line: &str) -> bool {
        times(line).all(|(hour, at)| {
            let typed = line.get(at - hour.len()..at + 3).unwrap_or_default();
            if self.values.contains(typed) {
                return true;
            }
            let minutes = line.get(at + 1..at + 3).unwrap_or_default();
            let number: u32 = hour.parse().unwrap_or_default();
            let hours = [Some(number), number.checked_add(12), number.checked_sub(12)];
            let mut hours = hours.into_iter().flatten();
            hours.any(|hour| {
                self.values
                    .contains(format!("{hour:02}:{minutes}").as_str())
            })
        })
    }
}

/// Whether a word of a date or a time is one that its value tells: "8–9 June" is read as one day.
pub(super) fn is_of_value(kind: &TokenKind, word: &str) -> bool {
    let digits = word.trim_end_matches(char::is_alphabetic);
    let Ok(number) = digits.parse::<u32>() else {
        return true;
    };
    match kind {
        TokenKind::Date(
            Day::Known(date)
            | Day::Either {
                day_first: date, ..
            },
        ) => {
            let year = u32::try_from(date.year()).unwrap_or_default();
            [year, year % 100, date.month(), date.day()].contains(&number)
        }
        TokenKind::Date(Day::Yearless { month, day }) => [*month, *day].contains(&number),
        TokenKind::Date(Day::AsTyped) | TokenKind::Time(_) | TokenKind::Zone => true,
    }
}

/// The times of day with a colon in a text: the hour, and where the colon stands.
fn times(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.match_indices(':').filter_map(|(at, _)| {
        let before = text.get(..at)?;
        let hour = before.get(before.trim_end_matches(|c: char| c.is_ascii_digit()).len()..)?;
        let minutes = text.get(at + 1..at + 3)?;
        let is_time = (1..=2).contains(&hour.len()) && minutes.bytes().all(|b| b.is_ascii_digit());
        is_time.then_some((hour, at))
    })
}

pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
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

/// Which counter is that of a word (FNV-1a).
pub(super) fn counter(word: &str) -> usize {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in word.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    usize::try_from(hash).unwrap_or_default() % COUNTERS
}
