//! What a person says of a text that is to become a draft.

use leptos::prelude::*;

use super::erased::{CollectAny, live, on_text, show};
use crate::editor::Session;
use crate::template::{Template, by_id};

/// How the order of day and month is chosen: what is shown, and whether the day comes first.
const ORDERS: &[(&str, Option<bool>)] = &[
    ("As the text suggests", None),
    ("Day first: 04/05 is 4 May", Some(true)),
    ("Month first: 04/05 is April 5", Some(false)),
];

/// What a person can say of the text: its template, and what it leaves open itself.
#[component]
pub(super) fn ImportChoices() -> impl IntoView {
    let session = expect_context::<Session>();
    let shown = session.import.shown;
    let template_option = move |template: &'static Template| {
        let is_chosen = live(move || shown.with(|shown| shown.template == template.id));
        let words = live(move || {
            let is_recognised = shown.with(|shown| shown.recognised == template.id);
            let mark = if is_recognised { " (suggested)" } else { "" };
            format!("{}{mark}", template.name)
        });
        view! { <option value=template.id prop:selected=is_chosen>{words}</option> }
    };
    let choose_template = on_text(move |id| {
        if let Some(template) = by_id(&id) {
            session.choose_import_template(template);
        }
    });
    view! {
        <div class="import__choices">
            <div class="import__choice">
                <label for="import-template">"Template"</label>
                <select id="import-template" on:change=choose_template>
                    {session.templates().into_iter().map(template_option).collect_any()}
                </select>
            </div>
            {show(move || shown.with(|shown| shown.open.date), move || view! {
                <Question
                    id="import-date"
                    label="Day the incident began"
                    sample="2024-05-03"
                    advice=live(move || advice_on_date(session))
                    say=on_text(move |text| session.say_import_date(&text))
                />
            })}
            {show(move || shown.with(|shown| shown.open.zone), move || view! {
                <Question
                    id="import-zone"
                    label="Time zone"
                    sample="UTC"
                    say=on_text(move |text| session.say_import_zone(&text))
                />
            })}
            {show(move || shown.with(|shown| shown.open.order), move || {
                let say = on_text(move |chosen| {
                    let order = ORDERS.iter().find(|(words, _)| *words == chosen);
                    session.say_import_order(order.and_then(|(_, is_day_first)| *is_day_first));
                });
                let option = |(words, _): &'static (&'static str, _)| view! { <option value=*words>{*words}</option> };
                view! {
                    <div class="import__choice">
                        <label for="import-order">"Order of day and month"</label>
                        <select id="import-order" on:change=say>
                            {ORDERS.iter().map(option).collect_any()}
                        </select>
                    </div>
                }
            })}
        </div>
    }
}

/// One line that a person can fill in because the text does not say.
#[component]
fn Question(
    /// The input's identifier.
    id: &'static str,
    /// What is asked.
    label: &'static str,
    /// A sample of an answer.
    sample: &'static str,
    /// What to do about an answer that was not understood; nothing while there is none.
    #[prop(optional)]
    advice: Signal<String>,
    /// Takes the answer, once it is finished: each has the whole text read again.
    say: Box<dyn FnMut(leptos::ev::Event)>,
) -> impl IntoView {
    let note_id = format!("{id}-note");
    let is_unclear = move || !advice.read().is_empty();
    let note = move || match advice.get() {
        advice if advice.is_empty() => "The text does not say".to_owned(),
        advice => advice,
    };
    view! {
        <div class="import__choice">
            <label for=id>{label}</label>
            <input
                type="text"
                id=id
                placeholder=sample
                autocomplete="off"
                aria-describedby=note_id.clone()
                aria-invalid=live(move || is_unclear().then(|| "true".to_owned()))
                on:change=say
            />
            <p class="import__note" id=note_id>{live(note)}</p>
        </div>
    }
}

fn advice_on_date(session: Session) -> String {
    if session.import.shown.with(|shown| shown.is_date_unclear) {
        "Not understood. Write it as 2024-05-03".to_owned()
    } else {
        String::new()
    }
}
