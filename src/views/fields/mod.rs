//! One component for each shape of field, and the one that picks the right one by the field's name.

mod action_items;
mod choice;
mod extra_section;
mod frame;
mod glance;
mod input;
mod items;
mod offer;
mod prose;
mod row;
mod row_verbs;
mod selection;
mod time_zone;
mod timeline;

use leptos::prelude::*;

use crate::editor::Editor;
use crate::postmortem::{DocumentStatus, Facet, Field, Place, SeverityLevel, Typed};
use crate::template::{Need, guide};

use choice::{ChoiceSelect, options};
pub(super) use extra_section::ExtraSectionFields;
use frame::{Frame, Group};
use input::LineInput;
use items::ItemsInput;
use offer::OfferButton;
use prose::ProseInput;
use time_zone::TimeZoneInput;

/// The input of a field, whatever its shape.
#[component]
pub(super) fn FieldInput(
    /// Which field.
    field: Field,
    /// Whether the template asks for it.
    need: Need,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let place = Place::field(field);
    let value = editor.entry(place);
    match field {
        Field::Status => view! {
            <Frame field need>
                <ChoiceSelect
                    place
                    value
                    options={ options::<DocumentStatus>() }
                    is_described=true
                />
            </Frame>
        }
        .into_any(),
        Field::Severity => {
            let levels = SeverityLevel::ALL.iter().map(|level| {
                (level.canonical(), format!("{} – {}", level.canonical(), level.meaning()))
            });
            view! {
                <Frame field need>
                    <ChoiceSelect
                        place
                        value
                        options={ levels.collect::<Vec<_>>() }
                        own_words="Your team’s word"
                        is_described=true
                    />
                </Frame>
            }
            .into_any()
        }
        Field::AffectedShare => view! {
            <Frame field need>
                <LineInput
                    id=format!("in-{}", field.key())
                    place
                    value
                    placeholder="12.5%"
                    advice="Kept as typed. For a share that can be compared, write a number such as 12.5%"
                />
            </Frame>
        }
        .into_any(),
        Field::Start | Field::End => view! { <MomentInput field need /> }.into_any(),
        Field::Timeline => view! { <timeline::TimelineInput need /> }.into_any(),
        Field::ActionItems => view! { <action_items::ActionItemsInput need /> }.into_any(),
        Field::Extra => ().into_any(),
        _ => match editor
            .document
            .with(|document| (document.prose(field).is_some(), document.items(field).is_some()))
        {
            (true, _) => view! {
                <Frame field need>
                    <ProseInput place value />
                </Frame>
            }
            .into_any(),
            (_, false) => view! {
                <Frame field need>
                    <PlainLine field />
                </Frame>
            }
            .into_any(),
            (_, true) => view! { <ItemsInput field need /> }.into_any(),
        },
    }
}

/// One line of plain text.
#[component]
fn PlainLine(field: Field) -> impl IntoView {
    let place = Place::field(field);
    let value = expect_context::<Editor>().entry(place);
    let id = format!("in-{}", field.key());
    match field {
        Field::TimeZone => view! { <TimeZoneInput id /> }.into_any(),
        _ => view! { <LineInput id place value /> }.into_any(),
    }
}

/// A date and a time of day.
#[component]
fn MomentInput(field: Field, need: Need) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let place = Place::field(field);
    let label = guide(field).label;
    let date_id = format!("in-{}-date", field.key());
    let time_id = format!("in-{}-time", field.key());
    view! {
        <Group field need>
            <div class="moment">
                <div class="moment__part">
                    <label for=date_id.clone()>{format!("{label} date")}</label>
                    <LineInput
                        id=date_id
                        place
                        value=editor.facet(place, Facet::Date)
                        placeholder="2024-05-03"
                        advice="Kept as typed. For a date that can be computed with, write it as 2024-05-03"
                    />
                </div>
                <div class="moment__part">
                    <label for=time_id.clone()>{format!("{label} time")}</label>
                    <LineInput
                        id=time_id
                        place
                        value=editor.facet(place, Facet::Time)
                        placeholder="14:30"
                        advice="Kept as typed. For a time that can be computed with, write it as 14:30 or 2:30 pm"
                    />
                </div>
                <OfferButton place />
            </div>
        </Group>
    }
}
