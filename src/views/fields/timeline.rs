//! The timeline: events row by row.

use leptos::prelude::*;

use super::choice::{ChoiceSelect, options};
use super::input::{LineInput, TextInput};
use super::row::{Row, RowList, detail};
use crate::editor::Editor;
use crate::postmortem::{EventKind, Facet, Field, Milestone};
use crate::template::Need;
use crate::views::button::Button;
use crate::views::erased::{run, show};

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
    view! { <RowList field=Field::Timeline need render=event verbs=sort /> }
}

fn event(row: Row) -> AnyView {
    let editor = expect_context::<Editor>();
    let place = row.place();
    let key = place.key();
    let on_key = row.on_key();
    let facet = move |facet| editor.facet(place, facet);
    let (kinds, milestones) = (options::<EventKind>(), options::<Milestone>());
    view! {
        <div>
            <LineInput
                id=format!("in-{key}-time")
                place
                value=facet(Facet::Time)
                placeholder="14:30"
                advice="Kept as typed: write a time such as 14:30"
                name=row.name_of("Time")
                on_key
            />
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
        </div>
    }
    .into_any()
}
