//! Lists of short texts: factors, whys, improvements, lessons, figures.

use crate::views::erased::{each, live, on, on_text, run};
use leptos::prelude::*;

use super::frame::{Group, described_by, invalid};
use super::row_verbs::{RowVerbs, answer_row_key};
use crate::editor::Editor;
use crate::postmortem::{Field, Place, RowId};
use crate::template::{Need, row_name};
use crate::views::findings::FieldFindings;

/// A list of texts.
#[component]
pub(super) fn ItemsInput(field: Field, need: Need) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let ids = editor.row_ids(field);
    view! {
        <Group field need>
            <ol class="rows">
                {each(move || ids.get(), move |id| view! { <ItemRow field id ids /> })}
            </ol>
            <button type="button" class="button" on:click=run(move || editor.add_row(field, None))>
                {format!("Add {}", row_name(field))}
            </button>
        </Group>
    }
}

#[component]
fn ItemRow(field: Field, id: RowId, ids: Memo<Vec<RowId>>) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let place = Place::row(field, id);
    let position = Memo::new(move |_| ids.with(|ids| ids.iter().position(|other| *other == id)));
    let number = move || position.get().map_or(0, |at| at.saturating_add(1));
    let name = Signal::derive(move || format!("{} {}", row_name(field), number()));
    let text = editor.entry(place);
    let key = place.key();
    view! {
        <li class="row" id=format!("f-{key}")>
            <div class="row__inputs">
                <textarea
                    id=format!("in-{key}")
                    rows="1"
                    placeholder=" "
                    aria-label=live(move || sentence_case(&name.get()))
                    aria-describedby=described_by(place)
                    aria-invalid=invalid(editor, place)
                    prop:value=live(move || text.text())
                    on:input=on_text(move |typed| text.set(&typed))
                    on:blur=run(move || {
                        editor.leave(place);
                        editor.leave(Place::field(field));
                    })
                    on:keydown=on(move |event| answer_row_key(editor, field, id, &event))
                ></textarea>
                <FieldFindings place id=format!("problem-{key}") />
            </div>
            <RowVerbs
                field
                id
                name
                is_first=Signal::derive(move || position.get() == Some(0))
                is_last=Signal::derive(move || number() == ids.with(Vec::len))
            />
        </li>
    }
}

/// The name with its first letter in upper case; rows have names in English.
pub(super) fn sentence_case(name: &str) -> String {
    let mut name = name.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}
