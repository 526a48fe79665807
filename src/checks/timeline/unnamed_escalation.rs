//! `unnamed-escalation`: an entry says that others were called in, and not who.

use crate::checks::texts::names;
use crate::checks::wording::quoted;
use crate::checks::{Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{EventKind, Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    code: "TIM08",
    name: "unnamed-escalation",
    section: Section::Timeline,
    kind: Kind::Unclear,
    what: "An escalation says to whom",
    why: "Who was needed, and how long it took to reach them, is what the next incident can be shortened by",
    fix: "Name the team or the role that was called in",
    source: "The classic assignment; PagerDuty postmortem guide",
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Timeline\n\n- **09:30** – The incident was escalated\n",
        "# Checkout unavailable\n\n## Timeline\n\n- **09:30** – The incident was escalated to the payments team\n",
    ),
    run,
};

/// Words of whoever can be called in, or of how one says who.
const WHO: &[&str] = &[
    "to ",
    "team",
    "engineer",
    "on-call",
    "oncall",
    "manag",
    "lead",
    "vendor",
    "provider",
    "support",
    "develop",
    "admin",
    "expert",
    "specialist",
    "department",
    "group",
    "colleague",
    "operat",
    "owner",
    "staff",
    "director",
];

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let vague = subject.events().filter(|event| {
        let text = event.text.trim();
        let is_escalation = event.kind == EventKind::Escalation || names(text, &["escalat"]);
        is_escalation && !text.is_empty() && !names_someone(text)
    });
    let flaws = vague.map(|event| {
        let message = format!("{} does not say who was called in", quoted(&event.text));
        Flaw::at(Place::row(Field::Timeline, event.id), message)
    });
    flaws.collect()
}

/// A name begins with a capital, wherever it stands but at the beginning.
fn names_someone(text: &str) -> bool {
    let mut words = text.split_whitespace().skip(1);
    names(text, WHO)
        || text.contains(['@', '#', '`', '['])
        || words.any(|word| {
            word.trim_start_matches(['(', '*', '_'])
                .starts_with(char::is_uppercase)
        })
}
