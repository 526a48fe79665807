//! A section of the person's own: any heading, any text.

use leptos::prelude::*;

use super::input::LineInput;
use super::prose::ProseInput;
use crate::editor::Editor;
use crate::postmortem::{Facet, Field, Place, RowId};
use crate::views::erased::CollectAny;
use crate::views::findings::FieldFindings;

/// Heading and text of an extra section.
#[component]
pub(crate) fn ExtraSectionFields(id: RowId) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let place = Place::row(Field::Extra, id);
    let key = place.key();
    let (heading, body) = (editor.facet(place, Facet::Heading), editor.entry(place));
    editor
        .has_row(Field::Extra, id)
        .then(|| {
            let heading_id = format!("in-{key}-heading");
            view! {
                <div class="field" id=format!("f-{key}")>
                    <div class="field__head">
                        <label for=heading_id.clone()>"Heading"</label>
                    </div>
                    <LineInput id=heading_id place value=heading />
                </div>
                <div class="field">
                    <div class="field__head">
                        <label for=format!("in-{key}")>"Text"</label>
                    </div>
                    <p class="visually-hidden" id=format!("help-{key}")>"Markdown is allowed"</p>
                    <ProseInput place value=body />
                    <FieldFindings place id=format!("problem-{key}") />
                </div>
            }
        })
        .collect_any()
}
