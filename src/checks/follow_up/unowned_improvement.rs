//! `unowned-improvement`: a measure is announced that nobody has to finish.

use crate::checks::texts;
use crate::checks::wording::{counted, quoted};
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "ACT20",
        name: "unowned-improvement",
        section: Section::FollowUp,
        kind: Kind::Unclear,
        what: "Where there is no action item, the improvements have nobody who sees to them",
        why: "What is announced without an owner and a date is what the next postmortem announces again",
        fix: "Make it an action item with an owner and a due date",
        source: "Google SRE workbook, chapter 10; found in public postmortems",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Improvements\n\n- Every certificate is watched\n",
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Improvements\n\n- Every certificate is watched\n\n### Action items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let document = subject.document;
    if !document.is_empty(Field::ActionItems) || subject.is_excused(Field::ActionItems) {
        return Vec::new();
    }
    let rows = document.follow_up.improvements.iter();
    let rows: Vec<_> = rows.filter(|row| !row.text.trim().is_empty()).collect();
    let Some(first) = rows.first() else {
        return Vec::new();
    };
    // Where one of them seems to be someone's, to have a date or to be done, they may all be.
    if rows.iter().any(|row| may_be_settled(&row.text)) {
        return Vec::new();
    }
    let message = match rows.len() {
        1 => format!("{} has no owner and no due date", quoted(&first.text)),
        count => format!(
            "{} and the {} below have no owner and no due date",
            quoted(&first.text),
            counted(count - 1, "improvement", "improvements")
        ),
    };
    vec![Flaw::at(Place::row(Field::Improvements, first.id), message).as_hint(true)]
}

fn may_be_settled(text: &str) -> bool {
    const SIGNS: &[&str] = &[
        "owner",
        "owned",
        "due",
        "done",
        "assign",
        "have",
        "has",
        "had",
        "was",
        "were",
        "already",
        "now",
        "by the end",
        "next week",
        "next month",
        "quarter",
        "jira",
        "today",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let is_year = |word: &str| word.len() == 4 && word.starts_with("20");
    let mut numbers = text.split(|c: char| !c.is_ascii_digit());
    texts::names(text, SIGNS)
        || text.contains(['@', '#', '(', '|', '['])
        || [" - ", " – ", " — ", "**"]
            .iter()
            .any(|mark| text.contains(mark))
        || numbers.any(is_year)
}
