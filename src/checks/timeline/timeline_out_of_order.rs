//! `timeline-out-of-order`: an entry stands after one that happened later.

use crate::checks::wording::times;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Entry, Sequence};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "TIM04",
        name: "timeline-out-of-order",
        section: Section::Timeline,
        kind: Kind::Inconsistent,
        what: "The entries stand in the order in which things happened",
        why: "A step back is a wrong time, a swapped am and pm, or an entry in the wrong place",
        fix: "Correct the time, move the entry, or give it a date when it was on another day",
        source: "dfds, icco (validate) and felipegriep postmortem repositories",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Timeline\n\n- **09:12** – Card payments begin to fail\n- **09:41** – The expired certificate is found\n- **09:26** – A customer writes to support\n- **09:50** – Card payments work again\n",
        "# Checkout unavailable\n\n## Timeline\n\n- **22:12** – Card payments begin to fail\n- **22:26** – A customer writes to support\n- **23:55** – The expired certificate is found\n- **00:05** – Card payments work again\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let sequence = Sequence::of(subject.document);
    let timed = sequence
        .entries
        .iter()
        .filter(|entry| entry.when.is_some())
        .count();
    let flaws: Vec<Flaw> = sequence.entries.iter().filter_map(flaw).collect();
    // One word about the whole instead of one on every row.
    if flaws.len() >= 2 && flaws.len() + 1 == timed {
        let place = Place::field(Field::Timeline);
        return vec![Flaw::at(
            place,
            "The entries run from the last to the first",
        )];
    }
    flaws
}

fn flaw(entry: &Entry<'_>) -> Option<Flaw> {
    let (later, earlier) = times(entry.goes_back_from?, entry.when?);
    let place = Place::row(Field::Timeline, entry.event.id);
    Some(Flaw::at(
        place,
        format!("The entry at {earlier} stands after one at {later}"),
    ))
}
