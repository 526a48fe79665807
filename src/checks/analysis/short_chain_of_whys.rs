//! `short-chain-of-whys`: the chain of whys ends after one or two answers.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "CAU04",
        name: "short-chain-of-whys",
        section: Section::Analysis,
        kind: Kind::Unclear,
        what: "A chain of whys has at least three answers",
        why: "The first answers describe the symptom; what can be changed comes later",
        fix: "Ask on until the answer is a process, a design or a standard that somebody can act on",
        source: "Atlassian incident handbook (five whys)",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Root Cause and Resolution\n\n### Five whys\n\n1. Why did payments fail? The certificate had expired.\n2. Why had it? The renewal job was off.\n",
        "# Checkout unavailable\n\n## Root Cause and Resolution\n\n### Five whys\n\n1. Why did payments fail? The certificate had expired.\n2. Why had it? The renewal job was off.\n3. Why was it off? Nothing watches jobs that do not run.\n",
    ),
    run,
};

const FEWEST: usize = 3;

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let rows = subject.document.analysis.whys.iter();
    let rows: Vec<&str> = rows.map(|row| row.text.trim()).collect();
    let rows: Vec<&str> = rows.into_iter().filter(|text| !text.is_empty()).collect();
    // Several questions can stand in one row.
    let questions: usize = rows
        .iter()
        .map(|text| text.matches('?').count().max(1))
        .sum();
    if rows.is_empty() || questions >= FEWEST {
        return Vec::new();
    }
    let answers = crate::checks::wording::counted(questions, "answer", "answers");
    let message = format!("The chain of whys ends after {answers}");
    vec![Flaw::at(Place::field(Field::Whys), message)]
}
