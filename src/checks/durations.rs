//! Lengths of time that a text says the incident lasted: "lasted about 3 hours", "a 45-minute
//! outage", "was unavailable for 1 h 50 min".
//!
//! Only lengths that are certainly of the incident are called so. "Nobody noticed for 14 minutes"
//! and "after 20 minutes" are lengths too, and count only as what may agree with the times.

use std::ops::Range;

use super::quantities::{Quantity, Token, quantity, tokens};

/// A length of time in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stated {
    /// Where it stands, in bytes.
    pub(super) span: Range<usize>,
    /// How long, in minutes.
    pub(super) minutes: i64,
    /// How it is limited or hedged.
    pub(super) bound: Bound,
    /// The smallest unit it names, in minutes.
    pub(super) unit_minutes: i64,
    /// Whether the text says that the incident took so long.
    pub(super) is_of_incident: bool,
}

/// How exact a length is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// As it stands.
    Exact,
    /// "about", "nearly".
    About,
    /// "over", "at least".
    AtLeast,
    /// "under", "up to".
    AtMost,
}

impl Stated {
    /// Whether it can be true of something that took `minutes`: within five minutes or a tenth,
    /// or, when hedged, within half of the unit that it is given in.
    pub(super) fn agrees_with(&self, minutes: i64) -> bool {
        let difference = (self.minutes - minutes).abs();
        let is_close = difference < 5 || difference * 10 <= self.minutes.max(minutes);
        is_close
            || match self.bound {
                Bound::Exact => false,
                Bound::About => difference * 2 <= self.unit_minutes,
                Bound::AtLeast => minutes >= self.minutes,
                Bound::AtMost => minutes <= self.minutes,
            }
    }
}

/// Every length of time in a text, in order.
pub(super) fn stated_durations(text: &str) -> Vec<Stated> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match quantity(&tokens, at) {
            Some(quantity) => {
                found.extend(stated(&tokens, at, &quantity));
                at = quantity.end.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// What the words around a quantity make of it; `None` when they make it something else.
fn stated(tokens: &[Token<'_>], start: usize, quantity: &Quantity) -> Option<Stated> {
    let word = |at: usize| tokens.get(at);
    let ends_elsewhere = word(quantity.end).is_some_and(|next| {
        next.is_any(&[
            "ago", "later", "earlier", "before", "after", "each", "per", "old",
        ]) || (matches!(next.text, "-" | "–") && next.is_attached)
    });
    if ends_elsewhere {
        return None;
    }
    let (bound, before) = bound_before(tokens, start);
    let last = word(quantity.end.checked_sub(1)?)?;
    let first = word(start)?;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "numbers have at most six digits, so that the minutes fit many times over"
    )]
    let minutes = (quantity.seconds / 60.0).round() as i64;
    Some(Stated {
        span: first.start..last.start + last.text.len(),
        minutes,
        bound,
        unit_minutes: i64::from(quantity.unit_seconds / 60),
        is_of_incident: is_said_of_incident(tokens, before, quantity.end),
    })
}

/// How the words before a quantity limit it, and the index of the first of them.
fn bound_before(tokens: &[Token<'_>], start: usize) -> (Bound, usize) {
    let mut bound = Bound::Exact;
    let mut at = start;
    while let Some(before) = at.checked_sub(1) {
        let Some(token) = tokens.get(before) else {
            break;
        };
        let word_before = before.checked_sub(1).and_then(|index| tokens.get(index));
        let follows = |word: &str| word_before.is_some_and(|token| token.is(word));
        let (limit, length) = match () {
            () if token.is("than") && (follows("more") || follows("longer")) => (Bound::AtLeast, 2),
            () if token.is("least") && follows("at") => (Bound::AtLeast, 2),
            () if token.is("over") => (Bound::AtLeast, 1),
            () if token.is("than") && follows("less") => (Bound::AtMost, 2),
            () if token.is("to") && follows("up") => (Bound::AtMost, 2),
            () if token.is("under") => (Bound::AtMost, 1),
            () if token.is_any(HEDGES) || token.text == "~" => (Bound::About, 1),
            () if token.is_any(&["just", "only", "total", "of", "a", "an", "the"])
                || token.text == "*" =>
            {
                (bound, 1)
            }
            () => break,
        };
        if bound == Bound::Exact || bound == Bound::About {
            bound = limit;
        }
        at = at.saturating_sub(length);
    }
    (bound, at)
}

const HEDGES: &[&str] = &[
    "about",
    "approximately",
    "approx",
    "around",
    "roughly",
    "nearly",
    "almost",
    "some",
    "circa",
    "ca",
];

/// What is the matter with a service, as far as a length of time behind it is the incident's.
const STATES: &[&str] = &[
    "unavailable",
    "down",
    "offline",
    "unreachable",
    "inaccessible",
    "unresponsive",
    "outage",
    "downtime",
    "disrupted",
    "disruption",
    "interrupted",
    "interruption",
    "degraded",
];

/// What lasts besides an incident.
const OTHERS: &[&str] = &[
    "rollback",
    "deployment",
    "deploy",
    "rollout",
    "release",
    "migration",
    "restart",
    "reboot",
    "restore",
    "recovery",
    "repair",
    "fix",
    "investigation",
    "maintenance",
    "job",
    "query",
    "test",
    "call",
    "meeting",
    "window",
    "backup",
    "failover",
];

/// Whether the words before index `before`, or from `after` on, say that the incident took so long.
fn is_said_of_incident(tokens: &[Token<'_>], before: usize, after: usize) -> bool {
    let word = |back: usize| before.checked_sub(back).and_then(|index| tokens.get(index));
    let is = |back: usize, words: &[&str]| word(back).is_some_and(|token| token.is_any(words));
    if names_incident(tokens, after) {
        return true;
    }
    // "lasted 3 hours", "lasting for 3 hours", "duration: 3 hours", "downtime was 3 hours".
    let skipped = if is(1, &["for", "was", "is", ":"]) {
        2
    } else {
        1
    };
    if is(skipped, &["lasted", "lasting", "duration", "downtime"]) {
        // "The rollback lasted 20 minutes": the nearest thing that lasts.
        return (skipped + 1..=skipped + 25)
            .map_while(word)
            .take_while(|token| !token.ends_sentence())
            .find(|token| token.is_any(OTHERS) || token.is_any(STATES))
            .is_none_or(|token| token.is_any(STATES));
    }
    if !is(1, &["for"]) {
        return false;
    }
    // "For 38 minutes nobody could pay": the first words of all.
    if before == 1 {
        return true;
    }
    // "was unavailable to all users for 3 hours", but not "was taken down for 5 minutes".
    (2..=9)
        .take_while(|back| word(*back).is_some_and(|word| !word.ends_sentence() && !word.is(",")))
        .any(|back| is(back, STATES) && !is(back + 1, &["taken", "took", "brought", "shut"]))
}

/// Whether a length is one of the incident by the words behind it: "a 3-hour outage", "90 minutes of
/// downtime", but not "a 30-minute incident call".
fn names_incident(tokens: &[Token<'_>], after: usize) -> bool {
    let of = usize::from(tokens.get(after).is_some_and(|token| token.is("of")));
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| token.is_any(words));
    is(after + of, &["outage", "downtime", "incident"])
        && !is(
            after + of + 1,
            &["call", "bridge", "review", "meeting", "response", "window"],
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_incident(text: &str) -> Vec<(i64, Bound)> {
        stated_durations(text)
            .into_iter()
            .filter(|stated| stated.is_of_incident)
            .map(|stated| (stated.minutes, stated.bound))
            .collect()
    }

    #[test]
    fn lengths_of_the_incident_are_read_in_the_ways_people_write_them() {
        for (text, minutes, bound) in [
            ("The outage lasted 3 hours.", 180, Bound::Exact),
            (
                "an outage that lasted for approximately 3 hours, from 9",
                180,
                Bound::About,
            ),
            (
                "For 38 minutes on 4 May, nobody could pay.",
                38,
                Bound::Exact,
            ),
            ("The site was unavailable for 45 minutes", 45, Bound::Exact),
            ("Users saw a 3-hour outage.", 180, Bound::Exact),
            ("a forty-five minute outage", 45, Bound::Exact),
            ("after 90 minutes of downtime", 90, Bound::Exact),
            ("lasted 1 hour and 30 minutes", 90, Bound::Exact),
            ("lasted 1h50m", 110, Bound::Exact),
            ("lasting over 2.5 hours", 150, Bound::AtLeast),
            ("lasted less than an hour", 60, Bound::AtMost),
            ("lasted an hour and a half", 90, Bound::Exact),
            ("lasted two and a half hours", 150, Bound::Exact),
            ("was down for half an hour", 30, Bound::Exact),
            ("Duration: 2d 1h 29m", 2969, Bound::Exact),
            ("a total duration of 20 minutes", 20, Bound::Exact),
            ("was offline for ~20 min", 20, Bound::About),
            (
                "The outage, which began during the deployment, was an outage that lasted 2 hours",
                120,
                Bound::Exact,
            ),
        ] {
            assert_eq!(of_incident(text), [(minutes, bound)], "{text}");
        }
    }

    #[test]
    fn other_lengths_are_not_the_incidents() {
        for text in [
            "Nobody noticed for 14 minutes.",
            "The alert fired after 20 minutes.",
            "It was down 3 hours later.",
            "lasted 2-3 hours",
            "The job runs every 5 minutes and retries for 10 minutes",
            "The site was down. Engineers searched for 40 minutes.",
            "lasted `3 hours`",
            "over the last 3 hours",
            "lasted $3m",
            "The outage ended with a rollback that lasted 20 minutes.",
            "The server was taken down for 5 minutes",
            "after a 30-minute incident call",
            "a while",
        ] {
            assert_eq!(of_incident(text), [], "{text}");
        }
    }

    #[test]
    fn a_span_covers_the_words_of_the_length() {
        let text = "It lasted – about – for 3 hours, 5 minutes in all";
        let stated = stated_durations(text);
        assert_eq!(text.get(stated[0].span.clone()), Some("3 hours, 5 minutes"));
    }

    #[test]
    fn close_is_close_enough() {
        let agrees = |text: &str, minutes| stated_durations(text)[0].agrees_with(minutes);
        assert!(agrees("3 hours", 175));
        assert!(agrees("3 hours", 164));
        assert!(!agrees("3 hours", 120));
        assert!(agrees("about 3 hours", 155));
        assert!(!agrees("about 3 hours", 120));
        assert!(agrees("4 minutes", 8));
        assert!(agrees("over 3 hours", 300));
        assert!(!agrees("over 3 hours", 100));
        assert!(agrees("less than 3 hours", 20));
        assert!(!agrees("45 minutes", 60));
    }
}
