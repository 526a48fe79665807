//! `unreadable-date-or-time`: a date or a time that has no one reading.

use crate::checks::placeholders::{is_hollow, placeholders};
use crate::checks::wording::quoted;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Entered, Facet, Field, Place, Section, Typed};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "DOC07",
        name: "unreadable-date-or-time",
        section: Section::Overview,
        kind: Kind::Unclear,
        what: "Every date and time has exactly one reading",
        why: "03/04/2026 is in March or in April, and 14:15pm is no time: readers guess, and guess differently",
        fix: "Write dates as 2026-05-04 and times as 14:15 or 2:15 pm; what you typed is kept meanwhile",
        source: "dfds and icco postmortem repositories (times that parse); ISO 8601",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Timeline\n\n- **14:15pm** – Card payments begin to fail\n",
        "# Checkout unavailable\n\n## Timeline\n\n- **2:15 pm** – Card payments begin to fail\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    for (field, name) in [(Field::Start, "start"), (Field::End, "end")] {
        let place = Place::field(field);
        if let Some(moment) = subject.document.moment(field) {
            flaws.extend(flaw(
                place,
                Facet::Date,
                &format!("date of the {name}"),
                &moment.date,
            ));
            flaws.extend(flaw(
                place,
                Facet::Time,
                &format!("time of the {name}"),
                &moment.time,
            ));
        }
    }
    for event in subject.events() {
        let place = Place::row(Field::Timeline, event.id);
        flaws.extend(flaw(place, Facet::Date, "date", &event.when.date));
        flaws.extend(flaw(place, Facet::Time, "time", &event.when.time));
    }
    for action in subject.action_items() {
        let place = Place::row(Field::ActionItems, action.id);
        flaws.extend(flaw(place, Facet::Due, "due date", &action.due));
    }
    flaws
}

fn flaw<T: Typed>(place: Place, facet: Facet, name: &str, entered: &Entered<T>) -> Option<Flaw> {
    let Entered::AsTyped(text) = entered else {
        return None;
    };
    // A placeholder has a check of its own.
    let is_unreadable = placeholders(text).is_empty() && !is_hollow(text);
    is_unreadable.then(|| {
        Flaw::at(
            place,
            format!("The {name}, {}, cannot be read", quoted(text)),
        )
        .in_facet(facet)
    })
}
