//! What a person says of a text that is to become a draft.

use leptos::prelude::*;

use super::erased::{CollectAny, live, on_text, show};
use super::question::{NO_DATE, OrderQuestion, Question};
use crate::editor::Session;
use crate::template::{Template, by_id};

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
                    note=live(move || note_on_date(session))
                    is_unclear=live(move || is_date_unclear(session))
                    say=on_text(move |text| session.say_import_date(&text))
                />
            })}
            {show(move || shown.with(|shown| shown.open.zone), move || view! {
                <Question
                    id="import-zone"
                    label="Time zone"
                    sample="UTC"
                    note=live(|| UNSAID.to_owned())
                    say=on_text(move |text| session.say_import_zone(&text))
                />
            })}
            {show(move || shown.with(|shown| shown.open.order), move || view! {
                <OrderQuestion
                    id="import-order"
                    say=Callback::new(move |is_day_first| session.say_import_order(is_day_first))
                />
            })}
        </div>
    }
}

/// What to say of what is asked for.
const UNSAID: &str = "The text does not say";

fn is_date_unclear(session: Session) -> bool {
    session.import.shown.with(|shown| shown.is_date_unclear)
}

fn note_on_date(session: Session) -> String {
    let is_unclear = is_date_unclear(session);
    let words = if is_unclear { NO_DATE } else { UNSAID };
    words.to_owned()
}
