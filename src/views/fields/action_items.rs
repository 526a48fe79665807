//! Action items: what will be done, by whom, by when.

use crate::views::erased::{dynamic, each, live, on, on_text, run};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::entered::{ChoiceSelect, EnteredInput};
use super::frame::{Group, described_by, invalid};
use super::row_verbs::{RowVerbs, answer_row_key};
use crate::editor::{Editor, Entry};
use crate::postmortem::{ActionKind, ActionStatus, Facet, Field, Place, Priority, RowId};
use crate::template::{Need, row_name};
use crate::views::findings::FieldFindings;

const FIELD: Field = Field::ActionItems;

/// The list of action items.
#[component]
pub(super) fn ActionItemsInput(need: Need) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let ids = editor.row_ids(FIELD);
    let people = editor.people();
    view! {
        <Group field=FIELD need>
            <ol class="rows rows--actions">
                {each(move || ids.get(), move |id| view! { <ActionRow id ids /> })}
            </ol>
            <button type="button" class="button" on:click=run(move || editor.add_row(FIELD, None))>
                {format!("Add {}", row_name(FIELD))}
            </button>
            <datalist id="people">
                {dynamic(move || {
                    let people = people.get().into_iter();
                    people.map(|person| view! { <option value=person></option> }).collect_view()
                })}
            </datalist>
        </Group>
    }
}

#[component]
fn ActionRow(id: RowId, ids: Memo<Vec<RowId>>) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let place = Place::row(FIELD, id);
    let key = place.key();
    let position = Memo::new(move |_| ids.with(|ids| ids.iter().position(|other| *other == id)));
    let number = move || position.get().map_or(0, |at| at.saturating_add(1));
    let name = Signal::derive(move || format!("{} {}", row_name(FIELD), number()));
    let of_row = move |what: &str| format!("{what} of action item {}", number());
    let text = editor.entry(place);
    let facet = move |facet| editor.facet(place, facet);
    let on_key = Callback::new(move |event: KeyboardEvent| {
        answer_row_key(editor, FIELD, id, &event);
    });
    let line = move |what: &'static str, value: Entry, list: Option<&'static str>| {
        view! {
            <div class="action__detail">
                <span class="action__label" aria-hidden="true">{what}</span>
                <input
                    type="text"
                    id=format!("in-{}-{}", place.key(), what.to_ascii_lowercase())
                    placeholder=" "
                    autocomplete="off"
                    list=list
                    aria-label=live(move || of_row(what))
                    aria-describedby=described_by(place)
                    prop:value=live(move || value.text())
                    on:input=on_text(move |typed| value.set(&typed))
                    on:blur=run(move || editor.leave(place))
                    on:keydown=on(move |event| on_key.run(event))
                />
            </div>
        }
    };
    let select = move |what: &'static str, value, options: Vec<(String, String)>| {
        view! {
            <div class="action__detail">
                <span class="action__label" aria-hidden="true">{what}</span>
                <ChoiceSelect
                    id=format!("in-{}-{}", place.key(), what.to_ascii_lowercase())
                    place
                    value
                    options
                    name=Signal::derive(move || of_row(what))
                />
            </div>
        }
    };
    view! {
        <li class="row row--action" id=format!("f-{key}")>
            <div class="row__inputs action">
                <textarea
                    id=format!("in-{key}")
                    rows="1"
                    placeholder=" "
                    aria-label=live(move || of_row("Text"))
                    aria-describedby=described_by(place)
                    aria-invalid=invalid(editor, place)
                    prop:value=live(move || text.text())
                    on:input=on_text(move |typed| text.set(&typed))
                    on:blur=run(move || {
                        editor.leave(place);
                        editor.leave(Place::field(FIELD));
                    })
                    on:keydown=on(move |event| on_key.run(event))
                ></textarea>
                <div class="action__details">
                    {line("Owner", facet(Facet::Owner), Some("people"))}
                    <div class="action__detail">
                        <span class="action__label" aria-hidden="true">"Due"</span>
                        <EnteredInput
                            id=format!("in-{key}-due")
                            place
                            value=facet(Facet::Due)
                            placeholder="2024-05-17"
                            advice="Kept as typed: write a date such as 2024-05-17"
                            name=Signal::derive(move || of_row("Due date"))
                            on_key
                        />
                    </div>
                    {select("Kind", facet(Facet::Kind), super::options::<ActionKind>())}
                    {select("Priority", facet(Facet::Priority), super::options::<Priority>())}
                    {select("Status", facet(Facet::Status), super::options::<ActionStatus>())}
                    {line("Ticket", facet(Facet::Ticket), None)}
                </div>
                <FieldFindings place id=format!("problem-{key}") />
            </div>
            <RowVerbs
                field=FIELD
                id
                name
                is_first=Signal::derive(move || position.get() == Some(0))
                is_last=Signal::derive(move || number() == ids.with(Vec::len))
            />
        </li>
    }
}
