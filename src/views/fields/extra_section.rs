//! A section without fields: of the person's own, any heading and any text; or one that the template
//! asks for, whose heading stands above the form.

use leptos::prelude::*;

use super::input::LineInput;
use super::prose::ProseInput;
use crate::editor::Editor;
use crate::postmortem::{Facet, Field, Place, RowId};
use crate::template::Guided;
use crate::views::erased::CollectAny;
use crate::views::findings::FieldFindings;

/// Heading and text of an extra section; the text alone where the template gives the heading.
#[component]
pub(crate) fn ExtraSectionFields(
    /// Which section.
    id: RowId,
    /// What the template asks for in it, if it does.
    guided: Option<&'static Guided>,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let place = Place::row(Field::Extra, id);
    let key = place.key();
    let (heading, body) = (editor.facet(place, Facet::Heading), editor.entry(place));
    let frame_id = format!("f-{key}");
    let own_heading = guided.is_none().then(|| {
        let heading_id = format!("in-{key}-heading");
        view! {
            <div class="field" id=frame_id.clone()>
                <div class="field__head">
                    <label for=heading_id.clone()>"Heading"</label>
                </div>
                <LineInput id=heading_id place value=heading />
            </div>
        }
    });
    editor
        .has_row(Field::Extra, id)
        .then(|| {
            view! {
                {own_heading.collect_any()}
                <div class="field" id=guided.map(|_| frame_id)>
                    <div class="field__head">
                        <label for=format!("in-{key}")>{guided.map_or("Text", |guided| guided.heading)}</label>
                    </div>
                    <p class="visually-hidden" id=format!("help-{key}")>"Markdown is allowed"</p>
                    <ProseInput place value=body />
                    <FieldFindings place id=format!("problem-{key}") />
                </div>
            }
        })
        .collect_any()
}
