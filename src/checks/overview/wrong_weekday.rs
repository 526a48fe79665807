//! `wrong-weekday`: a date is given with a day of the week that it is not.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::checks::quantities::tokens;
use crate::checks::texts::{any_text, names};
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::day::{WEEKDAYS, weekday_named};
use crate::postmortem::{Place, Section, Typed};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "DOC13",
        name: "wrong-weekday",
        section: Section::Overview,
        kind: Kind::Inconsistent,
        what: "A date and the day of the week beside it fit each other",
        why: "One of the two is a slip, and a reader cannot tell which",
        fix: "Look the date up and correct the one that is wrong",
        source: "Found in public postmortems",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\nOn Wednesday, 4 May 2026, nobody could pay by card.\n",
        "# Checkout unavailable\n\n## Issue Summary\n\nOn Monday, 4 May 2026, nobody could pay by card.\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    any_text(subject.document, &mut |place, text| {
        if names(text, &WEEKDAYS) {
            wrong(place, text, &mut flaws);
        }
        false
    });
    flaws
}

fn wrong(place: Place, text: &str, flaws: &mut Vec<Flaw>) {
    let tokens = tokens(text);
    for (at, token) in tokens.iter().enumerate() {
        let is_day = WEEKDAYS.iter().any(|day| token.is(day));
        let Some(said) = weekday_named(token.text).filter(|_| is_day) else {
            continue;
        };
        let after = tokens
            .get(at + 1)
            .is_some_and(|next| next.is_any(&[",", "the"]));
        let first = at + 1 + usize::from(after);
        let Some((date, end)) = date_at(text, &tokens, first) else {
            continue;
        };
        if date.weekday() != said {
            let message = format!(
                "{} is a {}, not a {}",
                date.canonical(),
                name(date.weekday()),
                name(said)
            );
            flaws.push(Flaw::at(place, message).at_span(token.start..end));
        }
    }
}

/// The date with its year whose words begin at token `first`, and where it ends.
fn date_at(
    text: &str,
    tokens: &[crate::checks::quantities::Token<'_>],
    first: usize,
) -> Option<(NaiveDate, usize)> {
    let start = tokens.get(first)?.start;
    // "2026-05-04" is five, "May 4th, 2026" as well, "4 May 2026" three.
    (3..=5).rev().find_map(|count| {
        let last = tokens.get(first + count - 1)?;
        let end = last.start + last.text.len();
        let date = NaiveDate::parse(text.get(start..end)?)?;
        Some((date, end))
    })
}

fn name(day: Weekday) -> String {
    let index = usize::try_from(day.num_days_from_monday()).unwrap_or(0);
    let day = WEEKDAYS.get(index).copied().unwrap_or_default();
    let mut letters = day.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::Field;

    #[test]
    fn only_a_date_with_its_year_can_contradict_its_weekday() {
        for (text, expected) in [
            ("On Sunday, September 17th, 2024 it broke", 1),
            ("On Tuesday, September 17th, 2024 it broke", 0),
            ("Friday 2024-09-17", 1),
            ("Friday the 17 September 2024", 1),
            ("Friday, 17 September", 0),
            ("on a Monday, the 3 queues of 2024 were full", 0),
            ("the `Friday 2024-09-17` log", 0),
        ] {
            let mut flaws = Vec::new();
            wrong(Place::field(Field::Summary), text, &mut flaws);
            assert_eq!(flaws.len(), expected, "{text}");
        }
    }
}
