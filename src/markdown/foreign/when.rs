//! Dates, times of day and zones as they stand in running text, by where they stand.
//!
//! It finds what is written and says what it is taken for; what cannot be a date or a time is still
//! found where it looks like one, and stays as typed.

use std::ops::Range;

use super::clock::time;
use super::dates::{Day, date};
use super::zones::zone;
use crate::postmortem::{ClockTime, Entered};

/// Something about time in a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) range: Range<usize>,
    pub(super) kind: TokenKind,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum TokenKind {
    Date(Day),
    Time(Entered<ClockTime>),
    Zone,
}

/// Every token of a text, in order; none overlaps another.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        // "12.39UTC": a zone needs no space before it.
        let is_next = tokens.last().is_some_and(|token| token.range.end == at);
        let is_start = text.is_char_boundary(at) && (is_next || begins_word(text, at));
        let found = is_start
            .then(|| token_at(text, at, tokens.last()))
            .flatten();
        match found {
            Some(token) => {
                at = token.range.end.max(at + 1);
                tokens.push(token);
            }
            None => at += 1,
        }
    }
    tokens
}

/// Whether a word or number can begin there.
fn begins_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    !before.is_some_and(|before| before.is_alphanumeric() || before == '$' || before == '#')
}

fn token_at(text: &str, at: usize, before: Option<&Token>) -> Option<Token> {
    let rest = text.get(at..)?;
    let token = |length: usize, kind| Token {
        range: at..at + length,
        kind,
    };
    if let Some((length, day)) = date(rest) {
        return Some(token(length, TokenKind::Date(day)));
    }
    if let Some((length, time)) = time(rest) {
        return Some(token(length, TokenKind::Time(time)));
    }
    // A zone stands right behind a time, or is one of the few that are nothing else.
    let is_near = before.is_some_and(|before| {
        let between = text.get(before.range.end..at).unwrap_or_default();
        matches!(before.kind, TokenKind::Time(_) | TokenKind::Zone)
            && between.chars().count() <= 3
            && between.chars().all(|c| " (,-–*_[`".contains(c))
    });
    zone(rest, is_near).map(|length| token(length, TokenKind::Zone))
}

/// The length of the word at the start: letters, digits and what `also` names.
pub(super) fn word_length(text: &str, also: &[char]) -> usize {
    text.find(|c: char| !(c.is_alphanumeric() || also.contains(&c)))
        .unwrap_or(text.len())
}

pub(super) fn digits(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len()
}

pub(super) fn number(text: &str) -> Option<u32> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::Typed;

    fn shown(text: &str) -> Vec<String> {
        tokens(text)
            .into_iter()
            .map(|token| {
                let source = text.get(token.range).unwrap();
                match token.kind {
                    TokenKind::Date(Day::Known(date)) => date.to_string(),
                    TokenKind::Date(day) => format!("{source} {day:?}"),
                    TokenKind::Time(Entered::Known(time)) => time.canonical(),
                    TokenKind::Time(_) => format!("?{source}"),
                    TokenKind::Zone => source.to_owned(),
                }
            })
            .collect()
    }

    #[test]
    fn dates_times_and_zones_are_found_in_running_text() {
        for (text, found) in [
            ("On June 9, 2024, 12:15 PM (UTC): x", "2024-06-09|12:15|UTC"),
            ("from 7:31 PM to 9:21 PM PT", "19:31|21:21|PT"),
            ("began at 10h47, until 12.39UTC", "10:47|12:39|UTC"),
            ("1900 UTC and 2019 users", "19:00|UTC"),
            (
                "04-12-2022 7:23 AM GMT+1 - text",
                "04-12-2022 Either { day_first: 2022-12-04, month_first: 2022-04-12 }|07:23|GMT+1",
            ),
            (
                "6PM, 3:AM, 11:20 a.m. and 14:15pm",
                "18:00|03:00|11:20|?14:15pm",
            ),
            (
                "HH:mm and 14:?? on 2022-05-??",
                "?HH:mm|?14:??|2022-05-?? AsTyped",
            ),
            ("Tuesday, the 3rd of May 2022 at noon", "2022-05-03|12:00"),
            ("3:00 PM (Kigali time)", "15:00|Kigali time"),
            ("5:13:57 UTC", "05:13:57|UTC"),
            ("2018-02-22T16:30Z", "2018-02-22|16:30|Z"),
            ("10:00 GMT - 11:00 GMT + 1", "10:00|GMT|11:00|GMT + 1"),
            ("version 1.25 took 12.5 seconds at 99.95%", ""),
            ("At 8 in the morning on 06/May/2022", "08:00|2022-05-06"),
            (
                "January23, 2021 and Feb 28th",
                "2021-01-23|Feb 28th Yearless { month: 2, day: 28 }",
            ),
            (
                "9/10 7:55 PT",
                "9/10 Yearless { month: 9, day: 10 }|07:55|PT",
            ),
            ("on 20202-01-16", "20202-01-16 AsTyped"),
            (
                "2 PM Pacific Standard Time (PST)",
                "14:00|Pacific Standard Time|PST",
            ),
            ("02:00–02:05 CET", "02:00|02:05|CET"),
        ] {
            assert_eq!(shown(text).join("|"), found, "{text}");
        }
    }
}
