//! One component for each shape of field, and the one that picks the right one by the field's name.

mod action_items;
mod entered;
mod extra_section;
mod frame;
mod items;
mod prose;
mod row_verbs;
mod timeline;

use crate::views::erased::{live, on_text, run, show};
use leptos::prelude::*;

use crate::editor::Editor;
use crate::postmortem::{Choice, DocumentStatus, Facet, Field, Place, SeverityLevel, Typed};
use crate::template::{Need, guide};

use entered::{ChoiceSelect, EnteredInput};
pub(super) use extra_section::ExtraSectionFields;
use frame::{Frame, Group};
use items::ItemsInput;
use prose::ProseInput;

/// The options of a choice: what is stored, and what is shown.
fn options<C: Choice>() -> Vec<(String, String)> {
    C::ALL
        .iter()
        .map(|choice| (choice.label().to_owned(), choice.label().to_owned()))
        .collect()
}

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
                <EnteredInput
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
                    <LineInput field />
                </Frame>
            }
            .into_any(),
            (_, true) => view! { <ItemsInput field need /> }.into_any(),
        },
    }
}

/// One line of plain text.
#[component]
fn LineInput(field: Field) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let place = Place::field(field);
    let value = editor.entry(place);
    let list = (field == Field::TimeZone).then_some("time-zones");
    view! {
        <input
            type="text"
            id=format!("in-{}", field.key())
            placeholder=" "
            autocomplete="off"
            list=list
            aria-describedby=frame::described_by(place)
            aria-invalid=frame::invalid(editor, place)
            prop:value=live(move || value.text())
            on:input=on_text(move |typed| value.set(&typed))
            on:blur=run(move || editor.leave(place))
        />
        {(field == Field::TimeZone).then(|| view! {
            <datalist id="time-zones">
                {["UTC", "America/New_York", "America/Los_Angeles", "Europe/London", "Europe/Berlin", "Asia/Kolkata", "Asia/Tokyo"]
                    .map(|zone| view! { <option value=zone></option> })
                    .collect_view()}
            </datalist>
        })}
    }
}

/// A date and a time of day.
#[component]
fn MomentInput(field: Field, need: Need) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let place = Place::field(field);
    let label = guide(field).label;
    let has_timeline = move || editor.has_rows(Field::Timeline);
    let date_id = format!("in-{}-date", field.key());
    let time_id = format!("in-{}-time", field.key());
    view! {
            <Group field need>
                <div class="moment">
                    <div class="moment__part">
                        <label for=date_id.clone()>{format!("{label} date")}</label>
                        <EnteredInput
                            id=date_id
                            place
                            value=editor.facet(place, Facet::Date)
                            placeholder="2024-05-03"
                            advice="Kept as typed. For a date that can be computed with, write it as 2024-05-03"
                        />
                    </div>
                    <div class="moment__part">
                        <label for=time_id.clone()>{format!("{label} time")}</label>
                        <EnteredInput
                            id=time_id
                            place
                            value=editor.facet(place, Facet::Time)
                            placeholder="14:30"
                            advice="Kept as typed. For a time that can be computed with, write it as 14:30 or 2:30 pm"
                        />
                    </div>
                    {show(has_timeline, move || view! {
                        <button
                            type="button"
                            class="button button--quiet"
                            on:click=run(move || editor.take_from_timeline(field))
                        >
                            {if field == Field::Start { "Take the first event’s" } else { "Take the last event’s" }}
                        </button>
    })}
                </div>
            </Group>
        }
}
