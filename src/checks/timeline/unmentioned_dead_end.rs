//! `unmentioned-dead-end`: nothing tells of an assumption that turned out wrong.

use crate::checks::texts::any_names;
use crate::checks::{Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{EventKind, Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    code: "TIM10",
    name: "unmentioned-dead-end",
    section: Section::Timeline,
    kind: Kind::Unclear,
    what: "The timeline tells which assumptions turned out wrong, or that there was none",
    why: "What led away from the cause is where the next response can save time",
    fix: "Add what was tried and given up, or say that the first guess was right",
    source: "The classic assignment; GOV.UK incident reports",
    profiles: Profiles::Only(&["classic"]),
    example: Example::new(
        "# Checkout unavailable\n\n## Timeline\n\n- **09:12** – Card payments begin to fail\n- **09:26** – A customer writes to support\n- **09:41** – The expired certificate is found\n- **09:50** – Card payments work again\n",
        "# Checkout unavailable\n\n## Timeline\n\n- **09:12** – Card payments begin to fail\n- **09:26** – The provider is suspected, and its status page shows nothing\n- **09:41** – The expired certificate is found\n- **09:50** – Card payments work again\n",
    ),
    run,
};

/// What a wrong assumption is told by.
const TURNS: &[&str] = &[
    "initial",
    "assum",
    "suspect",
    "suspic",
    "ruled out",
    "rule out",
    "turned out",
    "red herring",
    "mislead",
    "misled",
    "hypothes",
    "theor",
    "dead end",
    "dead-end",
    "wrong",
    "first thought",
    "at first",
    "seemed",
    "appeared to",
    "pointed to",
    "unrelated",
    "no effect",
    "not help",
    "persist",
    "without success",
    "unsuccess",
    "in vain",
    "attempt",
    "tried",
    "first guess",
    "functioning correctly",
];

/// A shorter timeline is still being written.
const FEWEST: usize = 4;

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let is_told = || {
        let mut events = subject.events();
        events.any(|event| event.kind == EventKind::DeadEnd) || any_names(subject.document, TURNS)
    };
    if subject.events().count() < FEWEST || subject.is_excused(Field::Timeline) || is_told() {
        return Vec::new();
    }
    let message = "Nothing tells of an assumption that turned out wrong, or that there was none";
    vec![Flaw::at(Place::field(Field::Timeline), message).as_hint(true)]
}
