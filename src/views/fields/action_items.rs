//! Action items: what will be done, by whom, by when.

use leptos::prelude::*;

use super::choice::{ChoiceSelect, options};
use super::input::{LineInput, TextInput};
use super::row::{Row, RowList, detail};
use crate::editor::Editor;
use crate::postmortem::{ActionKind, ActionStatus, Facet, Field, Priority};
use crate::template::Need;
use crate::views::erased::{CollectAny, dynamic};

const PEOPLE: &str = "people";

/// The list of action items.
#[component]
pub(super) fn ActionItemsInput(need: Need) -> impl IntoView {
    let editor = expect_context::<Editor>();
    view! {
        <RowList field=Field::ActionItems need render=action />
        <datalist id=PEOPLE>
            {dynamic(move || {
                let people = editor.people().into_iter();
                people.map(|person| view! { <option value=person></option> }).collect_any()
            })}
        </datalist>
    }
}

fn action(row: Row) -> AnyView {
    let editor = expect_context::<Editor>();
    let place = row.place();
    let key = place.key();
    let on_key = row.on_key();
    let facet = move |facet| editor.facet(place, facet);
    let select = |words: &'static str, key: String, of: Facet, options: Vec<(String, String)>| {
        let name = row.name_of(words);
        detail(
            words,
            view! { <ChoiceSelect id=key place value=facet(of) options name /> },
        )
    };
    view! {
        <TextInput place value=editor.entry(place) rows="1" name=row.name_of("Text") on_key />
        <div class="action__details">
            {detail("Owner", view! { <LineInput
                    id=format!("in-{key}-owner")
                    place
                    value=facet(Facet::Owner)
                    list=PEOPLE
                    name=row.name_of("Owner")
                    on_key
                /> })}
            {detail("Due", view! { <LineInput
                    id=format!("in-{key}-due")
                    place
                    value=facet(Facet::Due)
                    placeholder="2024-05-17"
                    advice="Kept as typed: write a date such as 2024-05-17"
                    name=row.name_of("Due date")
                    on_key
                /> })}
            {select("Kind", format!("in-{key}-kind"), Facet::Kind, options::<ActionKind>())}
            {select("Priority", format!("in-{key}-priority"), Facet::Priority, options::<Priority>())}
            {select("Status", format!("in-{key}-status"), Facet::Status, options::<ActionStatus>())}
            {detail("Ticket", view! { <LineInput
                    id=format!("in-{key}-ticket")
                    place
                    value=facet(Facet::Ticket)
                    name=row.name_of("Ticket")
                    on_key
                /> })}
        </div>
    }
    .into_any()
}
