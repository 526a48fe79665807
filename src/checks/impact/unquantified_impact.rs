//! `unquantified-impact`: the impact has words but no number.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "IMP02",
        name: "unquantified-impact",
        section: Section::Impact,
        kind: Kind::Missing,
        what: "The impact holds at least one number: users, a share, requests, support cases, money",
        why: "\"Many users\" can be ten or ten thousand, and decides what the action items are worth",
        fix: "Count something and name its unit; an estimate will do when it says that it is one",
        source: "PagerDuty, Atlassian and GOV.UK incident guides",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Impact:** Many customers could not pay by card.\n",
        "# Checkout unavailable\n\n## Issue Summary\n\n- **Impact:** Many customers could not pay by card.\n- **Number affected:** about 1,300 customers\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let impact = &subject.document.impact;
    let is_counted = !impact.affected_share.is_empty()
        || !subject.document.is_empty(Field::AffectedNumber)
        || !subject.document.is_empty(Field::Figures)
        || names_a_number(&impact.what_users_saw);
    // Without a word on the impact, `missing-impact` asks for it.
    let has_words = !impact.what_users_saw.trim().is_empty();
    if is_counted || !has_words || !subject.asks_for(Field::WhatUsersSaw) {
        return Vec::new();
    }
    vec![Flaw::at(
        Place::field(Field::WhatUsersSaw),
        "The impact has no number",
    )]
}

/// Whether a text holds a digit, a number in words, or the word for everyone or no one.
fn names_a_number(text: &str) -> bool {
    const NUMBERS: &[&str] = &[
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "fifteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "dozen",
        "hundred",
        "thousand",
        "million",
        "half",
        "third",
        "quarter",
        "nobody",
        "everyone",
        "everybody",
    ];
    const PEOPLE: &[&str] = &[
        "users",
        "user",
        "customers",
        "customer",
        "visitors",
        "subscribers",
        "clients",
        "requests",
        "orders",
        "tenants",
        "members",
        "employees",
        "staff",
        "colleagues",
        "merchants",
        "students",
    ];
    if text.chars().any(char::is_numeric) {
        return true;
    }
    text.split([',', '.', ';', ':', '\n'])
        .any(|clause| clause_names_a_number(clause, NUMBERS, PEOPLE))
}

fn clause_names_a_number(clause: &str, numbers: &[&str], people: &[&str]) -> bool {
    let mut words_since_all = usize::MAX;
    clause
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .any(|word| {
            let is = |list: &[&str]| list.iter().any(|known| known.eq_ignore_ascii_case(word));
            words_since_all = words_since_all.saturating_add(1);
            if is(&["all", "every", "no", "none"]) {
                words_since_all = 0;
            }
            // "all of our paying customers", "no user".
            is(numbers) || (words_since_all <= 4 && is(people))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_may_be_a_word_and_all_users_are_a_number() {
        for text in [
            "80% of users",
            "three support cases",
            "All of our paying customers saw an error",
            "No user noticed",
            "about half of the requests failed",
        ] {
            assert!(names_a_number(text), "{text}");
        }
        for text in [
            "Many users saw an error",
            "All services were down, users saw errors",
            "The website was not reachable for some time",
        ] {
            assert!(!names_a_number(text), "{text}");
        }
    }
}
