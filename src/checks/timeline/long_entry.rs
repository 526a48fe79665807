//! `long-entry`: an entry is a story of its own.

use crate::checks::texts::sentence_count;
use crate::checks::wording::quoted;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "TIM12",
        name: "long-entry",
        section: Section::Timeline,
        kind: Kind::Unclear,
        what: "An entry has at most three sentences",
        why: "A timeline is read down its left side; what needs more belongs to the analysis",
        fix: "Split the entry by time, or move the explanation to the causes",
        source: "The classic assignment (one or two sentences)",
    },
    profiles: Profiles::Only(&["classic"]),
    example: Example::new(
        "# Checkout unavailable\n\n## Timeline\n\n- **09:12** – The certificate expires. The gateway refuses every connection. Card payments fail. Nobody is told. The queue grows.\n",
        "# Checkout unavailable\n\n## Timeline\n\n- **09:12** – The certificate expires. Card payments begin to fail.\n",
    ),
    run,
};

const MOST: usize = 3;

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let entries = subject
        .events()
        .map(|event| (event, sentence_count(&event.text)));
    let long = entries.filter(|(_, count)| *count > MOST);
    let flaws = long.map(|(event, count)| {
        let message = format!("{} has {count} sentences", quoted(&event.text));
        Flaw::at(Place::row(Field::Timeline, event.id), message).as_hint(true)
    });
    flaws.collect()
}
