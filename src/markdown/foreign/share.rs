//! The share of users that a text says was affected.

use super::near;
use super::words::Words;
use crate::postmortem::{Percent, Typed};

static PEOPLE: Words = Words::of(
    "user|customer|visitor|subscriber|client|people|student|member|device|candidate|\
    pupil|farmer|account|merchant|tenant|viewer|listener|employee|citizen|voter|seller|\
    teacher|household|organization|organisation|subscription|population|buyer|shopper|\
    patient|driver|reader|passenger|guest|player",
);
static HARM: Words = Words::of(
    "503|502|504|slow|no longer|nobody|stopped|affect|impact|unable|not reachable|\
    not accessible|inaccessible|could not|couldn't|couldn’t|experienc|outage|disrupt|\
    fail|unavailab|lost|saw|down|locked out|broke|500|not be|error|received|hit|degrad|\
    were not able|without|loss|denied",
);
static SERVICES: Words = Words::of(
    "service|site|website|app|page|api|server|platform|checkout|system|search|login|\
    mirror|build|mail|dashboard",
);
/// What is measured in per cent and is no share of users.
static OTHERS: Words = Words::of(
    "cpu|memory|disk|utili|usage|load|decrease|increase|drop|width|height|uptime|revenue|\
    conversion|engagement|threshold|sla |slo |capacity|ram|sales|latency|error rate|\
    coverage|cache|availability|battery|discount|rollout|rolled out|faster|slower|\
    packet|storage|deviat|volume|order|request|queries|query|call|transaction|connection",
);
/// Words for those who had no trouble.
static SPARED: Words = Words::of(
    "unaffected|not affected|were fine|remaining|still able|still received|still got|\
    still saw|still reach|could still|rest of",
);

/// Where a share of users was told, the most certain first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ShareSource {
    /// Behind a label of its own.
    Label,
    /// In a text on the impact.
    Impact,
    Summary,
    Elsewhere,
}

/// The affected share: the likeliest of those in a text. In a text on the impact alone a share needs
/// no further words.
pub(super) fn share(text: &str, source: ShareSource) -> Option<Percent> {
    let is_on_impact = source <= ShareSource::Impact;
    // Where nothing leads one to expect it, the users must stand right behind it.
    let least = match source {
        ShareSource::Label => 1,
        ShareSource::Impact | ShareSource::Summary => 2,
        ShareSource::Elsewhere => 4,
    };
    let lower = text.to_lowercase();
    let mut best: Option<(i32, Percent)> = None;
    for (at, unit) in units(&lower) {
        let before = near::before(&lower, at, 24).trim_end();
        let digits = before.len()
            - before
                .trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',')
                .len();
        let from = at - (near::before(&lower, at, 24).len() - before.len()) - digits;
        let number = before
            .get(before.len() - digits..)
            .unwrap_or_default()
            .trim_start_matches(['.', ',']);
        let Some(percent) = Percent::parse(number).filter(|_| !number.is_empty()) else {
            continue;
        };
        let score = score(&lower, from, at + unit, is_on_impact);
        if score >= least && best.is_none_or(|(most, _)| score > most) {
            best = Some((score, percent));
        }
    }
    best.map(|(_, percent)| percent)
        .or_else(|| in_words(&lower))
}

/// "Half of our users", "three quarters of all customers".
fn in_words(text: &str) -> Option<Percent> {
    const SHARES: [(&str, &str); 5] = [
        ("three quarters of", "75"),
        ("three-quarters of", "75"),
        ("a quarter of", "25"),
        ("one quarter of", "25"),
        ("half of", "50"),
    ];
    let (at, words, share) = SHARES
        .iter()
        .find_map(|(words, share)| Some((text.find(words)?, words, share)))?;
    let after = near::after(text, at + words.len(), 24);
    let is_of_people = PEOPLE.begin_a_word_of(after);
    Percent::parse(share).filter(|_| is_of_people)
}

/// Whether a text says that nobody was spared.
pub(super) fn is_everyone(text: &str, source: ShareSource) -> bool {
    let is_on_impact = source <= ShareSource::Impact;
    if source == ShareSource::Elsewhere {
        return false;
    }
    static ALL: Words = Words::of(
        "all users|all of our users|all our users|all the users|all customers|\
        all of our customers|all our customers|all members|all visitors|every user|\
        every customer|by anybody|whoever",
    );
    static NONE: Words = Words::of(
        "none of our users could|none of our customers could|none of the users could|\
        no user could|no customer could",
    );
    static FINE: Words = Words::of("unaffected|not affected|were fine");
    super::sentences::sentences(text)
        .into_iter()
        .any(|sentence| {
            let lower = sentence.to_lowercase();
            let is_all = ALL.are_in(&lower) || is_all_of_a_number(&lower);
            let is_spared = FINE.are_in(&lower);
            (is_all && (is_on_impact || HARM.are_in(&lower)) || NONE.are_in(&lower)) && !is_spared
        })
}

/// "All 640 employees".
fn is_all_of_a_number(text: &str) -> bool {
    text.match_indices("all ").any(|(at, _)| {
        let after = text.get(at + 4..).unwrap_or_default();
        let people = after.trim_start_matches(|c: char| c.is_ascii_digit() || ",. ".contains(c));
        after.starts_with(|c: char| c.is_ascii_digit()) && PEOPLE.begin(people)
    })
}

/// Whether a text tells what went wrong for the people who use something.
pub(super) fn is_impact(text: &str) -> bool {
    let lower = text.to_lowercase();
    HARM.are_in(&lower) && (PEOPLE.are_in(&lower) || SERVICES.are_in(&lower))
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
    let (before, after) = sentence(text, from, to);
    // What another clause counts is another matter.
    let near_before = near::before(before, before.len(), 30);
    let near_before = near_before
        .rsplit([',', ';', ':'])
        .next()
        .unwrap_or(near_before);
    let near_after = near::after(after, 0, 36);
    if before.ends_with(['=', '-'])
        || OTHERS.begin_a_word_of(near_before)
        || OTHERS.begin_a_word_of(near::after(after, 0, 26))
    {
        return 0;
    }
    let mut score = i32::from(is_on_impact);
    // A share and nothing else.
    if is_on_impact && before.trim().is_empty() && after.trim_matches(['.', ' ']).is_empty() {
        score += 1;
    }
    if PEOPLE.are_in(near_after) {
        score += 4;
    } else if (is_on_impact && after.trim_start().starts_with("of "))
        || PEOPLE.are_in(before)
        || PEOPLE.are_in(after)
    {
        score += 2;
    }
    if HARM.are_in(near_before) || HARM.are_in(near_after) {
        score += 2;
    } else if HARM.are_in(before) || HARM.are_in(after) {
        score += 1;
    }
    // "100% of iOS users, which is 48% of our users"
    const WHOLE: [&str; 4] = ["of our ", "of all ", "of the users", "of users"];
    if WHOLE
        .iter()
        .any(|words| after.trim_start().starts_with(words))
    {
        score += 1;
    }
    if SPARED.are_in(near_after) || SPARED.are_in(near_before) {
        score -= 4;
    }
    score
}

/// Where a sentence is over; a line may be wrapped anywhere.
const ENDS: [&str; 6] = [". ", ".\n", "\n\n", "\n-", "\n*", "\n|"];

/// What stands before and behind a stretch in its sentence.
fn sentence(text: &str, from: usize, to: usize) -> (&str, &str) {
    const FARTHEST: usize = 400;
    let before = near::before(text, from, FARTHEST);
    let starts = ENDS.iter().filter_map(|end| before.rfind(end));
    let start = starts.max().map_or(0, |at| at + 1);
    let after = near::after(text, to, FARTHEST);
    let ends = ENDS.iter().filter_map(|end| after.find(end));
    let end = ends.min().unwrap_or(after.len());
    (
        before.get(start..).unwrap_or_default(),
        after.get(..end).unwrap_or_default(),
    )
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
            (
                "The site was very slow and for about 15% of our users it was not reachable at all.",
                Some("15%"),
            ),
        ] {
            assert_eq!(
                share(text, ShareSource::Summary)
                    .map(|share| share.canonical())
                    .as_deref(),
                expected,
                "{text}"
            );
        }
        assert_eq!(
            share("100%", ShareSource::Impact)
                .map(|share| share.canonical())
                .as_deref(),
            Some("100%")
        );
    }
}
