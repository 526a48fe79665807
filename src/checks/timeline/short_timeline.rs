//! `short-timeline`: too few entries to follow what happened.

use crate::checks::wording::counted;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

/// Start, detection, a first response and the end: what the shortest story has.
const FEWEST: usize = 4;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "TIM01",
        name: "short-timeline",
        section: Section::Timeline,
        kind: Kind::Missing,
        what: "The timeline has at least four entries",
        why: "Even a short incident starts, is noticed, is worked on and ends; a reader wants to follow that",
        fix: "Add when it started, when and how it was noticed, what was tried, and when it ended",
        source: "felipegriep/postmortem-back (four entries); Google SRE book, example postmortem",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Timeline\n\n- **09:12** – Card payments begin to fail\n- **09:50** – Card payments work again\n",
        "# Checkout unavailable\n\n## Timeline\n\n- **09:12** – Card payments begin to fail\n- **09:26** – A customer writes to support\n- **09:41** – The expired certificate is found\n- **09:50** – Card payments work again\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let count = subject.events().count();
    if count >= FEWEST || !subject.asks_for(Field::Timeline) {
        return Vec::new();
    }
    let message = if count == 0 {
        "The timeline has no entries".to_owned()
    } else {
        format!(
            "The timeline has {}; even a short incident has {FEWEST}",
            counted(count, "entry", "entries")
        )
    };
    vec![Flaw::at(Place::field(Field::Timeline), message)]
}
