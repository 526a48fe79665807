//! The template that the open draft is written in, and changing it.

use leptos::prelude::*;

use super::open_draft::{Editor, Target};
use crate::draft::Draft;
use crate::postmortem::{Field, Place, RowId, Section};
use crate::template::{Template, TemplateId, left_over, offer_guided};

impl Editor {
    /// The template that the draft is written in.
    pub fn template(self) -> &'static Template {
        self.template_id.get().template()
    }

    /// The same, without following its changes.
    pub fn template_untracked(self) -> &'static Template {
        self.template_id.get_untracked().template()
    }

    /// Writes the draft in another template. Every template places every field, so every word
    /// stays; a notice names what the new one has no heading for, and offers to go back.
    pub fn set_template(self, template: &'static Template) {
        let before = self.template_id.get_untracked();
        let left = self
            .document
            .with(|document| left_over(document, before.template(), template));
        self.change_template(TemplateId(template.id.to_owned()));
        self.session
            .notify_undo(explain_template(template, &left), move || {
                self.change_template(before.clone());
            });
    }

    /// The form in hand is the first one then: the others may not exist any more.
    fn change_template(self, id: TemplateId) {
        self.target.set(Target::Part(Section::Overview));
        let before = self.template_untracked();
        self.document.edit(Place::field(Field::Extra), |document| {
            let template = id.template();
            offer_guided(document, Some(before), template, || self.new_row_id());
            Some(())
        });
        self.use_template(id);
    }

    /// Whoever follows the template makes the forms anew: the same one again tells nobody.
    pub(super) fn use_template(self, id: TemplateId) {
        if id != self.template_id.get_untracked() {
            self.template_id.set(id);
        }
    }
}

/// Gives a draft a section to write in for all that its template asks for. The number that is free
/// for the next row.
pub(super) fn offer_sections(draft: &mut Draft) -> u64 {
    let mut next = draft.postmortem.highest_row_id().saturating_add(1);
    offer_guided(
        &mut draft.postmortem,
        None,
        draft.template.template(),
        || {
            next = next.saturating_add(1);
            RowId(next)
        },
    );
    next
}

/// What became of a draft that is in another template now, given what it has no heading for.
fn explain_template(template: &Template, left: &[String]) -> String {
    let quoted: Vec<String> = left.iter().map(|heading| format!("“{heading}”")).collect();
    let name = template.name;
    match quoted.as_slice() {
        [] => format!("The draft is in the template {name} now. Every word is kept"),
        [one] => format!(
            "The draft is in the template {name} now. It does not ask for {one}, which stays as a \
             section of your own"
        ),
        [more @ .., last] => format!(
            "The draft is in the template {name} now. It does not ask for {} and {last}, which stay \
             as sections of your own",
            more.join(", ")
        ),
    }
}
