//! One text that is to become a draft: as it is on one side, what was made of it on the other.

use leptos::prelude::*;

use super::button::Button;
use super::erased::{CollectAny, dynamic, live, on_text, run, show};
use super::paper::PaperBlock;
use crate::editor::{NoteGroup, Session};
use crate::template::{TEMPLATES, by_id};

/// How the order of day and month is chosen: what is shown, and whether the day comes first.
const ORDERS: &[(&str, Option<bool>)] = &[
    ("As the text suggests", None),
    ("Day first: 04/05 is 4 May", Some(true)),
    ("Month first: 04/05 is April 5", Some(false)),
];

/// The text in hand, with the choices and the ways on.
#[component]
pub(super) fn ImportReview(
    /// Whether it was typed or pasted, and can be changed.
    is_typed: bool,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let import = session.import;
    view! {
        <Choices />
        <div class="import__sides">
            <div class="import__side">
                <h3 id="import-text-title">"The text"</h3>
                <pre class="import__text" tabindex="0" role="region" aria-labelledby="import-text-title">
                    {import.text()}
                </pre>
            </div>
            <div class="import__side">
                <h3 id="import-made-title">"What is made of it"</h3>
                <div class="import__made" tabindex="0" role="region" aria-labelledby="import-made-title">
                    {dynamic(move || import.shown.with(|shown| {
                        shown.notes.iter().map(notes).collect_any()
                    }))}
                    {dynamic(move || facts(&import.shown.with(|shown| shown.facts.clone())))}
                    <div class="paper">
                        <PaperBlock html=live(move || import.shown.with(|shown| shown.html.clone())) />
                    </div>
                </div>
            </div>
        </div>
        <p class="dialog__buttons">
            <Button
                class="button button--quiet"
                words="Cancel"
                press=run(move || session.close_import())
            />
            {is_typed.then(|| view! {
                <Button words="Change the text" press=run(move || session.change_typed()) />
            }).collect_any()}
            {show(move || import.shown.with(|shown| shown.is_one_of_many), move || view! {
                <Button words="Skip" press=run(move || session.skip_import()) />
            })}
            {show(move || import.shown.with(|shown| shown.has_more), move || view! {
                <Button words="Import all as read" press=run(move || session.accept_all_imports()) />
            })}
            <Button
                class="button button--primary"
                words="Import as a new draft"
                press=run(move || session.accept_import())
            />
        </p>
    }
}

/// What a person can say of the text: its template, and what it leaves open itself.
#[component]
fn Choices() -> impl IntoView {
    let session = expect_context::<Session>();
    let shown = session.import.shown;
    view! {
        <div class="import__choices">
            <div class="import__choice">
                <label for="import-template">"Template"</label>
                <select
                    id="import-template"
                    on:change=on_text(move |id| {
                        if let Some(template) = by_id(&id) {
                            session.choose_import_template(template);
                        }
                    })
                >
                    {TEMPLATES
                        .iter()
                        .map(|template| view! {
                            <option
                                value=template.id
                                prop:selected=live(move || shown.with(|shown| shown.template == template.id))
                            >
                                {live(move || shown.with(|shown| match shown.recognised == template.id {
                                    true => format!("{} (recognised)", template.name),
                                    false => template.name.to_owned(),
                                }))}
                            </option>
                        })
                        .collect_any()}
                </select>
            </div>
            {show(move || shown.with(|shown| shown.open.date), move || view! {
                <div class="import__choice">
                    <label for="import-date">"Day the incident began"</label>
                    <input
                        type="text"
                        id="import-date"
                        placeholder="2024-05-03"
                        autocomplete="off"
                        aria-describedby="import-date-note"
                        aria-invalid=live(move || is_date_unclear(session).then(|| "true".to_owned()))
                        on:change=on_text(move |text| session.say_import_date(&text))
                    />
                    <p class="import__note" id="import-date-note">
                        {live(move || match is_date_unclear(session) {
                            true => "Not understood. Write it as 2024-05-03",
                            false => "The text does not say",
                        }.to_owned())}
                    </p>
                </div>
            })}
            {show(move || shown.with(|shown| shown.open.zone), move || view! {
                <div class="import__choice">
                    <label for="import-zone">"Time zone"</label>
                    <input
                        type="text"
                        id="import-zone"
                        placeholder="UTC"
                        autocomplete="off"
                        aria-describedby="import-zone-note"
                        on:change=on_text(move |text| session.say_import_zone(&text))
                    />
                    <p class="import__note" id="import-zone-note">"The text does not say"</p>
                </div>
            })}
            {show(move || shown.with(|shown| shown.open.order), move || view! {
                <div class="import__choice">
                    <label for="import-order">"Order of day and month"</label>
                    <select
                        id="import-order"
                        on:change=on_text(move |chosen| {
                            let order = ORDERS.iter().find(|(words, _)| *words == chosen);
                            session.say_import_order(order.and_then(|(_, is_day_first)| *is_day_first));
                        })
                    >
                        {ORDERS.iter().map(|(words, _)| view! { <option value=*words>{*words}</option> }).collect_any()}
                    </select>
                </div>
            })}
        </div>
    }
}

fn is_date_unclear(session: Session) -> bool {
    session.import.shown.with(|shown| shown.is_date_unclear)
}

fn notes(group: &NoteGroup) -> AnyView {
    let messages = group.messages.iter().cloned();
    let rows = messages.map(|message| view! { <li>{message}</li> });
    let list = view! { <ul class="import__list">{rows.collect_any()}</ul> };
    let heading = group.heading.clone();
    let kind = group.kind;
    if group.is_folded {
        view! {
            <details class="import__notes" data-kind=kind>
                <summary>{heading}</summary>
                {list}
            </details>
        }
        .into_any()
    } else {
        view! {
            <div class="import__notes" data-kind=kind>
                <h4>{heading}</h4>
                {list}
            </div>
        }
        .into_any()
    }
}

fn facts(facts: &[(&'static str, String)]) -> AnyView {
    let fact = |(name, value): &(&'static str, String)| {
        let value = value.clone();
        let is_absent = value.is_empty().then_some("true");
        let words = if value.is_empty() {
            "none found".to_owned()
        } else {
            value
        };
        view! {
            <div>
                <dt>{*name}</dt>
                <dd data-absent=is_absent>{words}</dd>
            </div>
        }
    };
    view! { <dl class="import__facts">{facts.iter().map(fact).collect_any()}</dl> }.into_any()
}
