//! `contradicted-nothing-to-say`: a section says that there is nothing to say, and says something.

use super::unexplained_nothing_to_say::{field_of, named};
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "DOC09",
        name: "contradicted-nothing-to-say",
        section: Section::Overview,
        kind: Kind::Inconsistent,
        what: "A section that has nothing to say says nothing",
        why: "Both stand in the document, and a reader cannot tell which of them was forgotten",
        fix: "Take the mark away, or what stands in the section",
        source: "this editor: the mark and the text are exported side by side",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Conclusion\n\nWe were lucky.\n\n- **Nothing to say on conclusion:** said above\n",
        "# Checkout unavailable\n\n## Conclusion\n\n- **Nothing to say on conclusion:** said above\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let says_something = |section: Section| {
        // The mark of a part is about all that stands under its heading.
        let part = subject.template.part(section);
        let in_part = part.into_iter().flat_map(|part| part.slots);
        let own = Field::ALL.iter().filter(|field| field.section() == section);
        let mut fields = in_part.map(|slot| slot.field).chain(own.copied());
        fields.any(|field| !subject.document.is_empty(field))
    };
    let marked = subject.document.nothing_to_say.keys();
    marked
        .filter(|section| says_something(**section))
        .filter_map(|section| {
            let message = format!(
                "Marked as nothing to say about {}, and yet something stands there",
                named(*section)
            );
            Some(Flaw::at(
                Place::field(field_of(subject, *section)?),
                message,
            ))
        })
        .collect()
}
