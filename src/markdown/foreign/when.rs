//! Dates, times of day and zones as they stand in running text, by where they stand.
//!
//! It finds what is written and says what it is taken for; what cannot be a date or a time is still
//! found where it looks like one, and stays as typed.

use std::ops::Range;

use super::clock::time;
use super::zones::zone;
use crate::postmortem::day::{Day, date, word_length};
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

/// Every token of a text, in order; none overlaps another. They are looked for as they are asked
/// for.
pub(super) fn tokens(text: &str) -> Tokens<'_> {
    Tokens {
        text,
        at: 0,
        reach: usize::MAX,
        before: None,
    }
}

/// Whether a text begins with a token.
pub(super) fn begins_with_token(text: &str) -> bool {
    can_begin(text, false) && token_at(text, 0, None).is_some()
}

/// The tokens of a text.
pub(super) struct Tokens<'a> {
    text: &'a str,
    /// Up to where the text has been looked at, in bytes.
    at: usize,
    /// How far behind a token the next one is looked for, in bytes.
    reach: usize,
    before: Option<Before>,
}

/// The token before a place.
#[derive(Clone, Copy)]
struct Before {
    /// Where it ends, in bytes.
    end: usize,
    /// Whether it is something that a zone stands behind.
    leads_to_zone: bool,
}

impl Tokens<'_> {
    /// Those of them of which each begins at most so many bytes behind the one before.
    pub(super) fn within(self, reach: usize) -> Self {
        Self { reach, ..self }
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let text = self.text;
        let end = self.before.map_or(0, |before| before.end);
        while let Some(rest) = text.get(self.at..).filter(|rest| !rest.is_empty()) {
            if self.at - end > self.reach {
                return None;
            }
            // "12.39UTC": a zone needs no space before it.
            let is_next = self.before.is_some_and(|before| before.end == self.at);
            let can_be =
                can_begin(rest, self.before.is_some()) && (is_next || begins_word(text, self.at));
            if let Some(token) = can_be
                .then(|| token_at(text, self.at, self.before))
                .flatten()
            {
                self.at = token.range.end;
                self.before = Some(Before {
                    end: token.range.end,
                    leads_to_zone: !matches!(token.kind, TokenKind::Date(_)),
                });
                return Some(token);
            }
            let first = rest.chars().next().map_or(1, char::len_utf8);
            self.at += word_length(rest, &[]).max(first);
        }
        None
    }
}

/// Whether a date, a time or a zone can begin with these letters at all: nearly every word can be
/// passed by for that.
fn can_begin(text: &str, is_after_token: bool) -> bool {
    let bytes = text.as_bytes();
    let (first, second) = (bytes.first().copied(), bytes.get(1).copied());
    let Some(first) = first else {
        return false;
    };
    if !first.is_ascii_alphabetic() {
        return first.is_ascii_digit() || matches!(first, b'?' | b'-');
    }
    // "PST", "Z", and behind a time any name: "Kigali time".
    let is_capital = first.is_ascii_uppercase();
    let is_short = second.is_none_or(|second| !second.is_ascii_lowercase());
    if is_capital && (is_after_token || is_short) {
        return true;
    }
    let letter = |index: usize| bytes.get(index).map_or(0, u8::to_ascii_lowercase);
    matches!(
        &[letter(0), letter(1), letter(2)],
        // Months, days of the week, and "day 8 of November".
        b"jan" | b"feb" | b"mar" | b"apr" | b"may" | b"jun" | b"jul" | b"aug" | b"sep" | b"oct"
            | b"nov" | b"dec" | b"mon" | b"tue" | b"wed" | b"thu" | b"fri" | b"sat" | b"sun" | b"day"
            // Noon, midnight, and placeholders.
            | b"noo" | b"mid" | b"hh:" | b"xx:" | b"mm:"
            // Zones that are written out.
            | b"eas" | b"cen" | b"mou" | b"pac" | b"atl" | b"wes" | b"sou" | b"gre" | b"bri"
            | b"ind" | b"jap" | b"chi" | b"loc" | b"coo" | b"uni" | b"sta" | b"sum"
    )
}

/// Whether a word or number can begin there.
fn begins_word(text: &str, at: usize) -> bool {
    let mut before = text.get(..at).unwrap_or_default().chars().rev();
    match before.next() {
        // "version 2.9.1"
        Some('.') => !before.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => !(c.is_alphanumeric() || c == '$' || c == '#'),
        None => true,
    }
}

fn token_at(text: &str, at: usize, before: Option<Before>) -> Option<Token> {
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
    if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    // A zone stands right behind a time, or is one of the few that are nothing else.
    let is_near = before.is_some_and(|before| {
        let between = text.get(before.end..at).unwrap_or_default();
        before.leads_to_zone
            && between.len() <= 9
            && between.chars().count() <= 3
            && between.chars().all(|c| " (,-–*_[`".contains(c))
    });
    zone(rest, is_near).map(|length| token(length, TokenKind::Zone))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::Typed;

    fn shown(text: &str) -> Vec<String> {
        tokens(text)
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
