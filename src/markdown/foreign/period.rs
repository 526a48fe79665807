//! From when to when, out of a text that tells it.

use std::ops::Range;

use super::near;
use super::when::{TokenKind, tokens};
use super::words::Words;
use super::zones::{shortest, stated_zone};
use crate::postmortem::day::Day;
use crate::postmortem::{ClockTime, Entered};

/// What a text says on when it was.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Period {
    pub(super) start: Option<Entered<ClockTime>>,
    pub(super) end: Option<Entered<ClockTime>>,
    pub(super) start_day: Option<(Day, String)>,
    pub(super) end_day: Option<(Day, String)>,
    pub(super) zone: Option<String>,
}

impl Period {
    /// Adds from `other` what is not known here.
    pub(super) fn add(&mut self, other: Self) {
        *self = std::mem::take(self).or(other);
    }

    /// Takes from `other` what is not known here.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            start: self.start.or(other.start),
            end: self.end.or(other.end),
            start_day: self.start_day.or(other.start_day),
            end_day: self.end_day.or(other.end_day),
            zone: self.zone.or(other.zone),
        }
    }
}

/// How far back the words before a time or a date are looked at, in bytes.
const FARTHEST: usize = 240;

struct Time {
    range: Range<usize>,
    value: Entered<ClockTime>,
}

/// Words that lead from a start to an end.
const LINKS: [&str; 14] = [
    "to", "until", "till", "til", "through", "and", "–", "—", "-", "end", "ended", "lasted",
    "lasting", "resolved",
];
/// Words before a time at which something began.
static BEGINNINGS: Words = Words::of(
    "began|begin|started|start|starting|since|from|occurred|happened|beginning|went down|\
    first|at around|detected|crashed|failed|noticed",
);
/// Words before a time at which it was over.
static ENDINGS: Words = Words::of(
    "until|till|ended|resolved|solved|again at|stable|restored|recovered|back up|fixed|\
    end|ending|recovery|back online|back to normal|mitigated|over by|up again",
);

/// Reads a text that tells of the whole incident.
pub(super) fn period(text: &str) -> Period {
    let mut times: Vec<Time> = Vec::new();
    let mut days: Vec<(Range<usize>, Day)> = Vec::new();
    let mut zones: Vec<Range<usize>> = Vec::new();
    for token in tokens(text) {
        match token.kind {
            TokenKind::Time(_) if is_of_document(text, token.range.start) => {}
            TokenKind::Time(value) => times.push(Time {
                range: token.range,
                value,
            }),
            TokenKind::Date(day) if !is_of_document(text, token.range.start) => {
                days.push((token.range, day));
            }
            TokenKind::Date(_) => {}
            TokenKind::Zone => zones.push(token.range),
        }
    }
    let slice = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default().to_owned();
    let pair = times.windows(2).find(|pair| match pair {
        [one, other] => is_linked(text, one, other, &days),
        _ => false,
    });
    let mut period = Period::default();
    if let Some([one, other]) = pair {
        // "It broke at 03:12. Power was back at 04:26, but it lasted until 09:50."
        let earlier = times.first().filter(|first| {
            let order = (first.value.known(), one.value.known(), other.value.known());
            matches!(order, (Some(a), Some(b), Some(c)) if a.naive() < b.naive() && b.naive() < c.naive())
                && is_linked_by_verb(text, one, other)
        });
        period.start = Some(earlier.unwrap_or(one).value.clone());
        period.end = Some(other.value.clone());
        // "9:00 PM on May 3 to 1:00 AM on May 4": the link tells whose a date between them is.
        let is_inside =
            |range: &Range<usize>| range.start >= one.range.end && range.end <= other.range.start;
        let is_of_end = |range: &Range<usize>| {
            let behind =
                range.start >= other.range.end && close(text, other.range.end, range.start);
            let after_link = text
                .get(range.end..other.range.start)
                .is_some_and(|rest| !links(rest));
            behind || (is_inside(range) && after_link)
        };
        let is_of_start =
            |range: &Range<usize>| range.start < other.range.start && !is_of_end(range);
        let later = days.iter().find(|(range, _)| is_of_end(range));
        let own = days.iter().rfind(|(range, _)| is_of_start(range));
        let own = own.or_else(|| days.first());
        period.start_day = own.map(|(range, day)| (day.clone(), slice(range)));
        if let Some((range, day)) = later.filter(|later| own.is_some_and(|own| own.0 != later.0)) {
            period.end_day = Some((day.clone(), slice(range)));
        }
    } else {
        for time in &times {
            let clause = clause(near::before(text, time.range.start, FARTHEST));
            let said = |words: &Words| {
                words
                    .iter()
                    .filter_map(|word| find_word(&clause, word))
                    .max()
            };
            match (said(&BEGINNINGS), said(&ENDINGS)) {
                (began, Some(ended)) if began.is_none_or(|began| began < ended) => {
                    period.end = period.end.or_else(|| Some(time.value.clone()));
                }
                (Some(_), _) if period.start.is_none() => {
                    period.start = Some(time.value.clone());
                }
                _ => {}
            }
        }
    }
    // "It split at 22:48 and came together again at 03:26."
    if period.start.is_none()
        && let ([first, _, ..], Some(end)) = (times.as_slice(), &period.end)
        && first.value != *end
    {
        period.start = Some(first.value.clone());
    }
    if pair.is_none() {
        period.start_day = days.first().map(|(range, day)| (day.clone(), slice(range)));
    }
    period.zone = zones
        .first()
        .map(|range| shortest(text, range).to_owned())
        .or_else(|| stated_zone(text).map(str::to_owned));
    period
}

/// The time of a text that tells just one: when it was noticed.
pub(super) fn only_time(text: &str) -> Option<Entered<ClockTime>> {
    let mut times = tokens(text).filter_map(|token| match token.kind {
        TokenKind::Time(time) => Some(time),
        _ => None,
    });
    let first = times.next()?;
    times.next().is_none().then_some(first)
}

/// How far behind a date its author may stand, in bytes.
const BYLINE: usize = 40;

/// Whether a date is that of the document, by the word before it: "Published 14 February 2023".
fn is_of_document(text: &str, at: usize) -> bool {
    static WORDS: Words =
        Words::of("published|updated|posted|written|reviewed|edited|revised|modified|created");
    let before = near::before(text, at, FARTHEST);
    let line = before.rsplit('\n').next().unwrap_or_default();
    let before = line.to_lowercase();
    // "Posted by Ilse Brandt on April 9"
    let start = before.trim_start_matches(['*', '_', '>', ' ']);
    if WORDS.begin(start) && !start.contains(". ") {
        return true;
    }
    // "29 October 2020 — by the network team"
    let behind = near::after(text, at, BYLINE);
    let line = behind.split('\n').next().unwrap_or_default();
    if start.is_empty() && (line.contains("— by ") || line.contains("· by ")) {
        return true;
    }
    let mut words = before
        .rsplit(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let last = words.next().unwrap_or_default();
    let last = match last {
        "on" | "at" => words.next().unwrap_or_default(),
        word => word,
    };
    WORDS.has(last)
}

/// Whether two times are the two ends of one stretch.
fn is_linked(text: &str, one: &Time, other: &Time, days: &[(Range<usize>, Day)]) -> bool {
    let Some(between) = text.get(one.range.end..other.range.start) else {
        return false;
    };
    // Two items of a list are two things.
    if ["\n-", "\n*", "\n|", "\n•"]
        .iter()
        .any(|mark| between.contains(mark))
    {
        return false;
    }
    // A date between them is part of the second, and no reason to stop.
    let mut bare = between.to_owned();
    let first = days.partition_point(|(range, _)| range.start < one.range.end);
    let inside = days.get(first..).unwrap_or_default().iter();
    let inside: Vec<_> = inside
        .take_while(|(range, _)| range.end <= other.range.start)
        .collect();
    for (range, _) in inside.into_iter().rev() {
        if range.start >= one.range.end && range.end <= other.range.start {
            let (from, to) = (range.start - one.range.end, range.end - one.range.end);
            bare.replace_range(from..to, " ");
        }
    }
    const LONGEST: usize = 90;
    // "Started at 18:21 …, and by 18:25 …" goes on; "between 18:21 and 18:25" is a stretch.
    let lower = bare.to_lowercase();
    let only_and = find_word(&lower, "and").is_some()
        && !LINKS
            .iter()
            .any(|link| *link != "and" && link.len() > 1 && find_word(&lower, link).is_some());
    const CLOSE: usize = 30;
    if only_and && bare.trim().len() > CLOSE {
        return false;
    }
    bare.len() <= LONGEST && !bare.contains(". ") && !bare.contains("\n\n") && links(&bare)
}

/// Whether a verb leads from one time to the other: "lasted until".
fn is_linked_by_verb(text: &str, one: &Time, other: &Time) -> bool {
    let between = text
        .get(one.range.end..other.range.start)
        .unwrap_or_default();
    let lower = between.to_lowercase();
    ["lasted", "lasting", "ended", "resolved"]
        .iter()
        .any(|verb| find_word(&lower, verb).is_some())
}

/// Whether a text between two times leads from the one to the other.
fn links(text: &str) -> bool {
    let lower = text.to_lowercase();
    LINKS.iter().any(|link| match link.chars().next() {
        Some(c) if c.is_alphabetic() => find_word(&lower, link).is_some(),
        _ => lower.contains(link) && lower.trim().chars().count() <= 14,
    })
}

fn close(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to)
        .is_some_and(|between| between.chars().count() <= 12 && !between.contains(". "))
}

/// The end of a text, from the last place where a sentence ends.
fn clause(text: &str) -> String {
    let ends = text.match_indices(['.', '\n', ';', '!']);
    let is_end = |(at, end): &(usize, &str)| {
        let rest = text.get(at + 1..).unwrap_or_default();
        *end == "\n" || rest.starts_with([' ', '\n'])
    };
    let start = ends.rev().find(is_end).map_or(0, |(at, _)| at + 1);
    text.get(start..).unwrap_or_default().to_lowercase()
}

/// Where a word stands in a text in lower case, the last time.
fn find_word(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word)
        .filter(|(at, _)| {
            let before = text
                .get(..*at)
                .and_then(|before| before.chars().next_back());
            let after = text
                .get(at + word.len()..)
                .and_then(|after| after.chars().next());
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
        .map(|(at, _)| at)
        .last()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::Typed;

    #[test]
    fn both_ends_of_an_incident_are_found() {
        let shown = |text: &str| {
            let period = period(text);
            let time = |time: Option<Entered<ClockTime>>| {
                time.and_then(|time| time.known().map(Typed::canonical))
                    .unwrap_or_default()
            };
            format!(
                "{} {} – {} {} {}",
                period.start_day.map(|(_, s)| s).unwrap_or_default(),
                time(period.start),
                period.end_day.map(|(_, s)| s).unwrap_or_default(),
                time(period.end),
                period.zone.unwrap_or_default()
            )
        };
        for (text, expected) in [
            (
                "On May 3, 2024, from 7:31 PM to 9:21 PM PT, nobody could pay",
                "May 3, 2024 19:31 –  21:21 PT",
            ),
            (
                "The outage began at 10:00 and lasted until 11:30 CET",
                " 10:00 –  11:30 CET",
            ),
            (
                "lasted 40 minutes, from 00:00 to 00:40 PST",
                " 00:00 –  00:40 PST",
            ),
            (
                "2 hours (April 5, 2024, 10:00 AM to 12:00 PM PDT)",
                "April 5, 2024 10:00 –  12:00 PDT",
            ),
            (
                "between 10:00 PM on May 3, 2024 and 1:00 AM on May 4, 2024",
                "May 3, 2024 22:00 – May 4, 2024 01:00 ",
            ),
            (
                "2024-05-03 22:10 - 2024-05-04 00:20 UTC",
                "2024-05-03 22:10 – 2024-05-04 00:20 UTC",
            ),
            (
                "It started at 14:05. Service was restored at 15:10.",
                " 14:05 –  15:10 ",
            ),
            ("On 3 May 2024 the site was slow", "3 May 2024  –   "),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
