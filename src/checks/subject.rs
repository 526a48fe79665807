//! What a check looks at, and what it reports. Whether a field is asked for is decided here, from
//! the template's table, and nowhere else.

use std::ops::Range;

use super::placeholders::{is_hollow, placeholders};
use crate::postmortem::{Event, Facet, Field, Place, Postmortem, Section};
use crate::template::{Need, Template, is_part_written};

/// A document under a template.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The document.
    pub document: &'a Postmortem,
    /// The template it follows.
    pub template: &'static Template,
}

/// One place where a check found its flaw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The field or row to go to.
    pub place: Place,
    /// Which of its inputs, where it has several and one of them is meant.
    pub facet: Option<Facet>,
    /// Which bytes of the field's text it is about; `None` for all of it.
    pub span: Option<Range<usize>>,
    /// What is the matter: sentence case, no full stop.
    pub message: String,
    /// Whether it may well be right as it stands: a hint keeps no section from being complete.
    pub is_hint: bool,
}

impl Flaw {
    /// A flaw of a whole field or row.
    pub fn at(place: Place, message: impl Into<String>) -> Self {
        Self {
            place,
            facet: None,
            span: None,
            message: message.into(),
            is_hint: false,
        }
    }

    /// The same, about these bytes of the text.
    pub fn at_span(self, span: Range<usize>) -> Self {
        Self {
            span: Some(span),
            ..self
        }
    }

    /// The same as a hint, or not.
    pub fn as_hint(self, is_hint: bool) -> Self {
        Self { is_hint, ..self }
    }

    /// The same, about one of the inputs of that place.
    pub fn in_facet(self, facet: Facet) -> Self {
        Self {
            facet: Some(facet),
            ..self
        }
    }
}

impl<'a> Subject<'a> {
    /// A document under a template.
    pub fn new(document: &'a Postmortem, template: &'static Template) -> Self {
        Self { document, template }
    }

    /// Whether the document is incomplete without the field: its slot is required, its part is one
    /// that the document has, and nobody gave a reason why there is nothing to say.
    pub fn asks_for(&self, field: Field) -> bool {
        let part = self.template.part_of(field);
        let is_required = self
            .template
            .slot(field)
            .is_some_and(|slot| slot.need == Need::Required);
        is_required
            && part.is_some_and(|part| is_part_written(self.document, self.template, part))
            && !self.is_excused(field)
    }

    /// Whether the field's section, or the part that it stands in, says with a reason that there
    /// is nothing to say.
    pub fn is_excused(&self, field: Field) -> bool {
        let gives_reason = |section: Section| {
            self.document
                .nothing_to_say
                .get(&section)
                .is_some_and(|reason| is_reason(reason))
        };
        gives_reason(field.section())
            || self
                .template
                .part_of(field)
                .is_some_and(|part| gives_reason(part.section))
    }

    /// Whether the field is asked for and nothing stands in it.
    pub fn lacks(&self, field: Field) -> bool {
        self.asks_for(field) && self.document.is_empty(field)
    }

    /// One flaw with that message when the document lacks the field, else none.
    pub fn flaw_if_lacking(&self, field: Field, message: &str) -> Vec<Flaw> {
        if self.lacks(field) {
            vec![Flaw::at(Place::field(field), message)]
        } else {
            Vec::new()
        }
    }

    /// The rows of the timeline that have anything in them.
    pub fn events(&self) -> impl Iterator<Item = &'a Event> {
        self.document
            .timeline
            .events
            .iter()
            .filter(|event| !event.is_blank())
    }

    /// The action items that have anything in them.
    pub fn action_items(&self) -> impl Iterator<Item = &'a crate::postmortem::ActionItem> {
        self.document
            .follow_up
            .action_items
            .iter()
            .filter(|action| !action.is_blank())
    }
}

/// Whether a text gives a reason: not blank, not "-", not "TBD".
pub(super) fn is_reason(text: &str) -> bool {
    !text.trim().is_empty() && !is_hollow(text) && placeholders(text).is_empty()
}
