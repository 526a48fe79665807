//! `unexplained-nothing-to-say`: a section says that there is nothing to say, but not why.

use crate::checks::subject::is_reason;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Facet, Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "DOC08",
        name: "unexplained-nothing-to-say",
        section: Section::Overview,
        kind: Kind::Missing,
        what: "A section without anything to say gives a reason",
        why: "\"Nothing\" and \"nobody looked\" read the same without one",
        fix: "Give the reason in a few words: no customer data was touched, nobody outside noticed",
        source: "PagerDuty postmortem guide (an empty list is fine when it is meant)",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Timeline\n\n- **Nothing to say on timeline:**\n",
        "# Checkout unavailable\n\n## Timeline\n\n- **Nothing to say on timeline:** nobody wrote anything down that night\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    subject
        .document
        .nothing_to_say
        .iter()
        .filter(|(_, reason)| !is_reason(reason))
        .filter_map(|(section, _)| {
            let message = format!(
                "Nothing to say about {}, but no reason is given",
                named(*section)
            );
            let place = Place::field(field_of(subject, *section)?);
            Some(Flaw::at(place, message).in_facet(Facet::Reason))
        })
        .collect()
}

/// Where to go for a section: its first field in the template.
pub(super) fn field_of(subject: &Subject<'_>, section: Section) -> Option<Field> {
    let part = subject.template.part_holding(section)?;
    part.slots
        .iter()
        .find(|slot| slot.field.section() == section)
        .or(part.slots.first())
        .map(|slot| slot.field)
}

pub(super) fn named(section: Section) -> String {
    match section {
        Section::Analysis
        | Section::Improvements
        | Section::Lessons
        | Section::WentBadly
        | Section::Luck => section.name().to_owned(),
        _ => format!("the {}", section.name()),
    }
}
