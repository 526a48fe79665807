//! The timeline: events row by row.

use leptos::prelude::*;

use super::choice::{ChoiceSelect, options};
use super::glance::GlancePanel;
use super::input::{LineInput, TextInput, Wider};
use super::offer::OfferButton;
use super::row::{Row, RowList, detail};
use super::selection::SelectionBar;
use crate::editor::Editor;
use crate::postmortem::{EventKind, Facet, Field, Milestone, Place};
use crate::template::Need;
use crate::views::button::Button;
use crate::views::check_box::CheckBox;
use crate::views::erased::{CollectAny, live, on, on_text, run, show};

/// The list of events.
#[component]
pub(super) fn TimelineInput(need: Need) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let is_in_order = editor.is_timeline_in_order();
    let sort = show(
        move || !is_in_order.get(),
        move || {
            let press = run(move || editor.sort_timeline());
            view! { <Button class="button button--quiet" words="Sort by time" press /> }
        },
    );
    let verbs = view! {
        <OfferButton place=Place::field(Field::Timeline) />
        <Button words="Select events" press=run(move || editor.toggle_selecting()) />
        <Button words="Paste lines…" press=run(move || editor.show_pasting()) />
        {sort}
        <ZoneTools />
    }
    .into_any();
    view! {
        <GlancePanel />
        {show(move || editor.selection.is_on.get(), || view! { <SelectionBar /> })}
        <div class="timeline" on:paste=on(move |event: leptos::ev::ClipboardEvent| editor.take_pasted(&event))>
            <RowList field=Field::Timeline need render=event verbs />
        </div>
    }
}

/// Shows the times in a second zone, or moves them all to another.
#[component]
fn ZoneTools() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let moving = RwSignal::new(String::new());
    let advice = move |zone: RwSignal<String>| live(move || editor.advice_on_zone(&zone.read()));
    view! {
        <details class="zone-tools">
            <summary>"Time zones"</summary>
            <div class="zone-tools__line">
                <label for="second-zone">"Show also in"</label>
                <input
                    type="text"
                    id="second-zone"
                    list=TIME_ZONES
                    autocomplete="off"
                    placeholder="Asia/Tokyo"
                    aria-describedby="second-zone-note"
                    on:input=on_text(move |text| editor.second_zone.set(text))
                />
                <span class="entered__note" id="second-zone-note">{advice(editor.second_zone)}</span>
            </div>
            <div class="zone-tools__line">
                <label for="move-zone">"Move all times to"</label>
                <input
                    type="text"
                    id="move-zone"
                    list=TIME_ZONES
                    autocomplete="off"
                    placeholder="UTC"
                    aria-describedby="move-zone-note"
                    on:input=on_text(move |text| moving.set(text))
                />
                <Button
                    words="Move"
                    press=run(move || editor.move_to_zone(&moving.get_untracked()))
                />
                <span class="entered__note" id="move-zone-note">{advice(moving)}</span>
            </div>
            <datalist id=TIME_ZONES>
                {editor.zone_names().into_iter().map(|zone| view! { <option value=zone></option> }).collect_any()}
            </datalist>
        </details>
    }
}

const TIME_ZONES: &str = "all-time-zones";

fn event(row: Row) -> AnyView {
    let editor = expect_context::<Editor>();
    let place = row.place();
    let key = place.key();
    let on_key = row.on_key();
    let facet = move |facet| editor.facet(place, facet);
    let is_key = facet(Facet::Key);
    let (kinds, milestones) = (options::<EventKind>(), options::<Milestone>());
    view! {
        <div class="event__time">
            <LineInput
                id=format!("in-{key}-time")
                place
                value=facet(Facet::Time)
                placeholder="14:30"
                advice="Kept as typed: write a time such as 14:30 or +5m"
                name=row.name_of("Time")
                on_key
                wider=Wider {
                    note: Callback::new(move |typed: String| editor.note_on_time(row.id(), &typed)),
                    settle: Callback::new(move |typed: String| editor.settle_time(row.id(), &typed)),
                }
            />
            {show(move || !editor.time_elsewhere(row.id()).is_empty(), move || view! {
                <p class="event__elsewhere">
                    {live(move || format!("{} {}", editor.time_elsewhere(row.id()), editor.second_zone.read().trim()))}
                </p>
            })}
        </div>
        <TextInput place value=editor.entry(place) rows="1" name=row.name_of("Text") on_key />
        <div class="event__details">
            {detail("Date", view! { <LineInput
                    id=format!("in-{key}-date")
                    place
                    value=facet(Facet::Date)
                    placeholder="same day"
                    advice="Kept as typed: write a date such as 2024-05-03"
                    name=row.name_of("Date")
                    on_key
                    wider=Wider {
                        note: Callback::new(|_| String::new()),
                        settle: Callback::new(move |_| editor.keep_in_order(row.id())),
                    }
                /> })}
            {detail("Kind", view! { <ChoiceSelect
                    id=format!("in-{key}-kind")
                    place
                    value=facet(Facet::Kind)
                    options=kinds
                    has_no_empty=true
                    name=row.name_of("Kind")
                /> })}
            {detail("Milestone", view! { <ChoiceSelect
                    id=format!("in-{key}-milestone")
                    place
                    value=facet(Facet::Milestone)
                    options=milestones
                    name=row.name_of("Milestone")
                /> })}
            {detail("Evidence", view! { <LineInput
                    id=format!("in-{key}-evidence")
                    place
                    value=facet(Facet::Evidence)
                    placeholder="A link to a chart, log or message"
                    name=row.name_of("Evidence")
                    on_key
                /> })}
            <CheckBox
                id=format!("in-{key}-key")
                words="Key event"
                name=row.name_of("Key event")
                is_checked=live(move || !is_key.text().is_empty())
                change=Box::new(move |is_checked| is_key.set(if is_checked { "key" } else { "" }))
            />
        </div>
        <OfferButton place />
    }
    .into_any()
}
