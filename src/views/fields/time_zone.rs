//! The time zone of the document.

use leptos::prelude::*;

use super::input::LineInput;
use crate::editor::Editor;
use crate::postmortem::{Field, Place};
use crate::views::button::Button;
use crate::views::erased::{CollectAny, dynamic, live, run, show};

const TIME_ZONES: &str = "time-zones";

/// One line for the zone, with the most usual ones to choose from.
#[component]
pub(super) fn TimeZoneInput(
    /// The input's identifier.
    id: String,
) -> impl IntoView {
    let place = Place::field(Field::TimeZone);
    let value = expect_context::<Editor>().entry(place);
    let zones = [
        "UTC",
        "America/New_York",
        "America/Los_Angeles",
        "Europe/London",
        "Europe/Berlin",
        "Asia/Kolkata",
        "Asia/Tokyo",
    ];
    view! {
        <LineInput id place value list=TIME_ZONES />
        <datalist id=TIME_ZONES>
            {zones.map(|zone| view! { <option value=zone></option> }).collect_any()}
        </datalist>
        <ZoneQuestion />
    }
}

/// Asks which zone is meant by letters that several go by.
#[component]
fn ZoneQuestion() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let place = Place::field(Field::TimeZone);
    let value = editor.entry(place);
    let meant = Memo::new(move |_| editor.zones_meant());
    let choose = move |zone: String| {
        let words = zone.clone();
        view! { <Button class="button button--small" words press=run(move || {
            value.set(&zone);
            editor.go_to(place);
        }) /> }
    };
    show(
        move || meant.with(|meant| !meant.is_empty()),
        move || {
            view! {
                <div class="zone-question" role="group" aria-label="Which zone is meant">
                    <span>{live(move || format!("“{}” is several zones. Which one?", value.text().trim()))}</span>
                    {dynamic(move || meant.get().into_iter().map(choose).collect_any())}
                </div>
            }
        },
    )
}
