//! `unnamed-escalation`: an entry says that others were called in, and not who.

use crate::checks::texts::{names, word_count};
use crate::checks::wording::quoted;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "TIM08",
        name: "unnamed-escalation",
        section: Section::Timeline,
        kind: Kind::Unclear,
        what: "An escalation says to whom",
        why: "Who was needed, and how long it took to reach them, is what the next incident can be shortened by",
        fix: "Name the team or the role that was called in",
        source: "The classic assignment; PagerDuty postmortem guide",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Timeline\n\n- **09:30** – The incident was escalated\n",
        "# Checkout unavailable\n\n## Timeline\n\n- **09:30** – The incident was escalated to the payments team\n",
    ),
    run,
};

/// An entry of more words says to whom in one way or another.
const MOST_WORDS: usize = 6;

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let vague = subject.events().filter(|event| {
        let text = event.text.trim();
        names(text, &["escalated"])
            && word_count(text) <= MOST_WORDS
            && !names(
                text,
                &["to ", "team", "engineer", "on-call", "manag", "support"],
            )
            && !names_someone(text)
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
    text.contains(['@', '#', '`', '['])
        || words.any(|word| {
            word.trim_start_matches(['(', '*', '_'])
                .starts_with(char::is_uppercase)
        })
}
