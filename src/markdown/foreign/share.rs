//! The share of users that a text says was affected.

use crate::postmortem::{Percent, Typed};

const PEOPLE: [&str; 19] = [
    "user",
    "customer",
    "visitor",
    "subscriber",
    "client",
    "people",
    "student",
    "member",
    "traffic",
    "device",
    "population",
    "buyer",
    "shopper",
    "patient",
    "driver",
    "reader",
    "passenger",
    "guest",
    "player",
];
const HARM: [&str; 33] = [
    "503",
    "502",
    "504",
    "slow",
    "no longer",
    "nobody",
    "stopped",
    "affect",
    "impact",
    "unable",
    "could not",
    "couldn't",
    "couldn’t",
    "experienc",
    "outage",
    "disrupt",
    "fail",
    "unavailab",
    "lost",
    "saw",
    "down",
    "locked out",
    "broke",
    "500",
    "not be",
    "error",
    "received",
    "hit",
    "degrad",
    "were not able",
    "without",
    "loss",
    "denied",
];
const SERVICES: [&str; 16] = [
    "service",
    "site",
    "website",
    "app",
    "page",
    "api",
    "server",
    "platform",
    "checkout",
    "system",
    "search",
    "login",
    "mirror",
    "build",
    "mail",
    "dashboard",
];
/// What is measured in per cent and is no share of users.
const OTHERS: [&str; 34] = [
    "cpu",
    "memory",
    "disk",
    "utili",
    "usage",
    "load",
    "decrease",
    "increase",
    "drop",
    "width",
    "height",
    "uptime",
    "revenue",
    "conversion",
    "engagement",
    "threshold",
    "sla",
    "slo",
    "capacity",
    "ram",
    "sales",
    "latency",
    "error rate",
    "coverage",
    "cache",
    "availability",
    "battery",
    "discount",
    "rollout",
    "rolled out",
    "faster",
    "slower",
    "packet",
    "storage",
];
/// Words for those who had no trouble.
const SPARED: [&str; 7] = [
    "unaffected",
    "not affected",
    "were fine",
    "remaining",
    "still able",
    "could still",
    "rest of",
];

/// The affected share: the likeliest of those in a text. In a text on the impact alone a share needs
/// no further words.
pub(super) fn share(text: &str, is_on_impact: bool) -> Option<Percent> {
    let lower = text.to_lowercase();
    let mut best: Option<(i32, Percent)> = None;
    for (at, unit) in units(&lower) {
        let before = lower.get(..at).unwrap_or_default().trim_end();
        let digits = before.len()
            - before
                .trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',')
                .len();
        let from = before.len() - digits;
        let number = before
            .get(from..)
            .unwrap_or_default()
            .trim_start_matches(['.', ',']);
        let Some(percent) = Percent::parse(number).filter(|_| !number.is_empty()) else {
            continue;
        };
        let score = score(&lower, from, at + unit, is_on_impact);
        if score > 0 && best.is_none_or(|(most, _)| score > most) {
            best = Some((score, percent));
        }
    }
    best.map(|(_, percent)| percent)
}

/// Whether a text says that nobody was spared.
pub(super) fn is_everyone(text: &str, is_on_impact: bool) -> bool {
    const ALL: [&str; 14] = [
        "all users",
        "all of our users",
        "all our users",
        "all the users",
        "all customers",
        "all of our customers",
        "all our customers",
        "all members",
        "all visitors",
        "every user",
        "every customer",
        "everyone",
        "by anybody",
        "whoever",
    ];
    super::sentences::sentences(text)
        .into_iter()
        .any(|sentence| {
            let lower = sentence.to_lowercase();
            let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
            has(&ALL) && (is_on_impact || has(&HARM)) && !has(&SPARED)
        })
}

/// Whether a text tells what went wrong for the people who use something.
pub(super) fn is_impact(text: &str) -> bool {
    let lower = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    has(&HARM) && (has(&PEOPLE) || has(&SERVICES))
}

/// Where the signs and words for "per cent" stand, and how long they are.
fn units(text: &str) -> Vec<(usize, usize)> {
    let mut units: Vec<(usize, usize)> = ["%", " percent", " per cent"]
        .iter()
        .flat_map(|unit| {
            text.match_indices(unit)
                .map(|(at, found)| (at, found.len()))
        })
        .filter(|(at, _)| {
            !text
                .get(at + 1..)
                .is_some_and(|rest| rest.starts_with("20"))
        })
        .collect();
    units.sort_unstable();
    units
}

fn score(text: &str, from: usize, to: usize, is_on_impact: bool) -> i32 {
    let (start, end) = sentence(text, from, to);
    let before = text.get(start..from).unwrap_or_default();
    let after = text.get(to..end).unwrap_or_default();
    // What another clause counts is another matter.
    let near_before = tail(before, 30);
    let near_before = near_before.rsplit([',', ';']).next().unwrap_or(near_before);
    let near_after = start_of(after, 36);
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    if before.ends_with(['=', '-'])
        || has(near_before, &OTHERS)
        || has(start_of(after, 26), &OTHERS)
    {
        return 0;
    }
    let mut score = i32::from(is_on_impact);
    if has(near_after, &PEOPLE) {
        score += 4;
    } else if has(before, &PEOPLE) || has(after, &PEOPLE) {
        score += 2;
    }
    if has(before, &HARM) || has(after, &HARM) {
        score += 2;
    }
    if has(near_after, &SPARED) || has(near_before, &SPARED) {
        score -= 4;
    }
    score
}

/// The sentence around a stretch.
fn sentence(text: &str, from: usize, to: usize) -> (usize, usize) {
    let before = text.get(..from).unwrap_or_default();
    let start = before
        .rfind(". ")
        .into_iter()
        .chain(before.rfind('\n'))
        .max()
        .map_or(0, |at| at + 1);
    let after = text.get(to..).unwrap_or_default();
    let end = after
        .find(". ")
        .into_iter()
        .chain(after.find('\n'))
        .min()
        .map_or(text.len(), |at| to + at);
    (start, end)
}

fn tail(text: &str, count: usize) -> &str {
    let start = text.char_indices().rev().nth(count).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

fn start_of(text: &str, count: usize) -> &str {
    let end = text
        .char_indices()
        .nth(count)
        .map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_affected_share_is_told_from_other_numbers() {
        for (text, expected) in [
            ("About 80% of our users could not log in.", Some("80%")),
            (
                "CPU was at 98%, and 12.5 percent of customers saw errors.",
                Some("12.5%"),
            ),
            ("![chart](x.png =100%)", None),
            ("We saw a 30% decrease in engagement.", None),
            (
                "22% of users were unaffected, 78% of users saw errors.",
                Some("78%"),
            ),
            ("Sales fell by 40%.", None),
            ("All users were down, a 100% disruption.", Some("100%")),
        ] {
            assert_eq!(
                share(text, false).map(|share| share.canonical()).as_deref(),
                expected,
                "{text}"
            );
        }
        assert_eq!(
            share("100%", true)
                .map(|share| share.canonical())
                .as_deref(),
            Some("100%")
        );
    }
}
