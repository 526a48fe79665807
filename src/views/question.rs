//! What the dialogs for foreign texts ask: what such a text leaves open.

use leptos::prelude::*;

use super::erased::{CollectAny, live, on_text};

/// What to do about a date that was not understood.
pub(super) const NO_DATE: &str = "Not understood. Write it as 2024-05-03";

/// How the order of day and month is chosen: what is shown, and whether the day comes first.
const ORDERS: &[(&str, Option<bool>)] = &[
    ("As the text suggests", None),
    ("Day first: 04/05 is 4 May", Some(true)),
    ("Month first: 04/05 is April 5", Some(false)),
];

/// One line that a person can fill in because the text does not say.
#[component]
pub(super) fn Question(
    /// The input's identifier.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// A sample of an answer.
    sample: &'static str,
    /// What to say of the answer, or of there being none.
    note: Signal<String>,
    /// Whether the answer was not understood.
    #[prop(optional)]
    is_unclear: Option<Signal<bool>>,
    /// The answer that stands there already.
    #[prop(optional)]
    value: Option<Signal<String>>,
    /// The identifier of the list of suggestions.
    #[prop(optional)]
    list: Option<&'static str>,
    /// Takes the answer, once it is finished: each has the whole text read again.
    say: Box<dyn FnMut(leptos::ev::Event)>,
) -> impl IntoView {
    let note_id = format!("{id}-note");
    let is_unclear = move || is_unclear.is_some_and(|is_unclear| is_unclear.get());
    view! {
        <div class="import__choice">
            <label for=id.clone()>{label}</label>
            <input
                type="text"
                id=id
                placeholder=sample
                autocomplete="off"
                list=list
                prop:value=live(move || value.map(|value| value.get()).unwrap_or_default())
                aria-describedby=note_id.clone()
                aria-invalid=live(move || is_unclear().then(|| "true".to_owned()))
                on:change=say
            />
            <p class="import__note" id=note_id>{live(move || note.get())}</p>
        </div>
    }
}

/// Whether the day stands before the month.
#[component]
pub(super) fn OrderQuestion(
    /// The identifier of the select.
    id: &'static str,
    /// Takes the answer.
    say: Callback<Option<bool>>,
) -> impl IntoView {
    let choose = on_text(move |chosen| {
        let order = ORDERS.iter().find(|(words, _)| *words == chosen);
        say.run(order.and_then(|(_, is_day_first)| *is_day_first));
    });
    let option =
        |(words, _): &'static (&'static str, _)| view! { <option value=*words>{*words}</option> };
    view! {
        <div class="import__choice">
            <label for=id>"Order of day and month"</label>
            <select id=id on:change=choose>
                {ORDERS.iter().map(option).collect_any()}
            </select>
        </div>
    }
}
