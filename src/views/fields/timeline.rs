//! The timeline: events row by row.

use crate::views::erased::{each, live, on, on_text, run, show};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::entered::{ChoiceSelect, EnteredInput};
use super::frame::{Group, described_by, invalid};
use super::row_verbs::{RowVerbs, answer_row_key};
use crate::editor::Editor;
use crate::postmortem::{EventKind, Facet, Field, Milestone, Place, RowId};
use crate::template::{Need, row_name};
use crate::views::findings::FieldFindings;

const FIELD: Field = Field::Timeline;

/// The list of events.
#[component]
pub(super) fn TimelineInput(need: Need) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let ids = editor.row_ids(FIELD);
    let is_in_order = editor.is_timeline_in_order();
    view! {
            <Group field=FIELD need>
                <ol class="rows rows--events">
                    {each(move || ids.get(), move |id| view! { <EventRow id ids /> })}
                </ol>
                <p class="rows__verbs">
                    <button type="button" class="button" on:click=run(move || editor.add_row(FIELD, None))>
                        {format!("Add {}", row_name(FIELD))}
                    </button>
                    {show(move || !is_in_order.get(), move || view! {
                        <button
                            type="button"
                            class="button button--quiet"
                            on:click=run(move || editor.sort_timeline())
                        >
                            "Sort by time"
                        </button>
    })}
                </p>
            </Group>
        }
}

#[component]
fn EventRow(id: RowId, ids: Memo<Vec<RowId>>) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let place = Place::row(FIELD, id);
    let key = place.key();
    let position = Memo::new(move |_| ids.with(|ids| ids.iter().position(|other| *other == id)));
    let number = move || position.get().map_or(0, |at| at.saturating_add(1));
    let row = row_name(FIELD);
    let name = Signal::derive(move || format!("{row} {}", number()));
    let of_row = move |what: &str| format!("{what} of event {}", number());
    let text = editor.entry(place);
    let evidence = editor.facet(place, Facet::Evidence);
    let on_key = Callback::new(move |event: KeyboardEvent| {
        answer_row_key(editor, FIELD, id, &event);
    });
    view! {
        <li class="row row--event" id=format!("f-{key}")>
            <div class="row__inputs event">
                <div class="event__time">
                    <EnteredInput
                        id=format!("in-{key}-time")
                        place
                        value=editor.facet(place, Facet::Time)
                        placeholder="14:30"
                        advice="Kept as typed: write a time such as 14:30"
                        name=Signal::derive(move || of_row("Time"))
                        on_key
                    />
                </div>
                <div class="event__text">
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
                </div>
                <div class="event__details">
                    <div class="event__detail">
                        <span class="event__label" aria-hidden="true">"Date"</span>
                        <EnteredInput
                            id=format!("in-{key}-date")
                            place
                            value=editor.facet(place, Facet::Date)
                            placeholder="as above"
                            advice="Kept as typed: write a date such as 2024-05-03"
                            name=Signal::derive(move || of_row("Date"))
                            on_key
                        />
                    </div>
                    <div class="event__detail">
                        <span class="event__label" aria-hidden="true">"Kind"</span>
                        <ChoiceSelect
                            id=format!("in-{key}-kind")
                            place
                            value=editor.facet(place, Facet::Kind)
                            options={ super::options::<EventKind>() }
                            has_no_empty=true
                            name=Signal::derive(move || of_row("Kind"))
                        />
                    </div>
                    <div class="event__detail">
                        <span class="event__label" aria-hidden="true">"Milestone"</span>
                        <ChoiceSelect
                            id=format!("in-{key}-milestone")
                            place
                            value=editor.facet(place, Facet::Milestone)
                            options={ super::options::<Milestone>() }
                            name=Signal::derive(move || of_row("Milestone"))
                        />
                    </div>
                    <div class="event__detail event__detail--wide">
                        <span class="event__label" aria-hidden="true">"Evidence"</span>
                        <input
                            type="text"
                            id=format!("in-{key}-evidence")
                            placeholder="A link to a chart, log or message"
                            autocomplete="off"
                            aria-label=live(move || of_row("Evidence"))
                            prop:value=live(move || evidence.text())
                            on:input=on_text(move |typed| evidence.set(&typed))
                            on:keydown=on(move |event| on_key.run(event))
                        />
                    </div>
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
