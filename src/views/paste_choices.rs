//! What a person can say of pasted lines: where they are from, their zone, and days they leave open.

use leptos::prelude::*;

use super::erased::{each, live, on_check, on_text, show};
use super::question::{NO_DATE, OrderQuestion, Question};
use crate::editor::{DayQuestion, Editor};

/// The choices above the rows.
#[component]
pub(super) fn PasteChoices() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let shown = editor.paste.shown;
    let names = move || shown.with(|shown| shown.sources.clone());
    let option = move |(id, name): (String, String)| {
        let (of, own) = (id.clone(), id.clone());
        let is_chosen = live(move || shown.with(|shown| shown.source == of));
        let words = live(move || {
            let is_recognised = shown.with(|shown| shown.recognised == own);
            let mark = if is_recognised { " (recognised)" } else { "" };
            format!("{name}{mark}")
        });
        view! { <option value=id prop:selected=is_chosen>{words}</option> }
    };
    view! {
        <div class="import__choices">
            <div class="import__choice">
                <label for="paste-source">"Copied from"</label>
                <select
                    id="paste-source"
                    aria-describedby="paste-source-note"
                    on:change=on_text(move |id| editor.choose_source(&id))
                >
                    {each(names, option)}
                </select>
                <p class="import__note" id="paste-source-note">{live(move || shown.with(|shown| shown.about.clone()))}</p>
            </div>
            <Question
                id="paste-zone"
                label="Time zone of the lines"
                sample="Europe/Berlin"
                list="all-time-zones"
                value=live(move || shown.with(|shown| shown.zone.clone()))
                note=live(move || shown.with(|shown| shown.zone_note.clone()))
                is_unclear=live(move || shown.with(|shown| shown.is_zone_unclear))
                say=on_text(move |text| editor.say_paste_zone(&text))
            />
            {show(move || shown.with(|shown| shown.is_relative), move || view! {
                <Question
                    id="paste-copied"
                    label="Day the lines were copied"
                    sample="2024-05-03"
                    value=live(move || shown.with(|shown| shown.copied.clone()))
                    note=live(|| "Tells which days “Yesterday” and “May 3” are".to_owned())
                    say=on_text(move |text| editor.say_copied(&text))
                />
            })}
            {show(move || shown.with(|shown| shown.is_order_open), move || view! {
                <OrderQuestion
                    id="paste-order"
                    say=Callback::new(move |is_day_first| editor.say_paste_order(is_day_first))
                />
            })}
            {each(
                move || shown.with(|shown| shown.days.iter().map(DayQuestion::label).collect::<Vec<_>>()),
                day_question,
            )}
            {show(move || shown.with(|shown| shown.has_names), move || view! {
                <label class="paste__check">
                    <input
                        type="checkbox"
                        prop:checked=true
                        on:change=on_check(move |has_names| editor.say_names(has_names))
                    />
                    "Add the name before the text"
                </label>
            })}
        </div>
    }
}

/// Asks which date a day has.
fn day_question(label: String) -> AnyView {
    let editor = expect_context::<Editor>();
    let asked = label.clone();
    let question = Signal::derive(move || {
        let shown = editor.paste.shown.read();
        let found = shown
            .days
            .iter()
            .enumerate()
            .find(|(_, day)| day.label() == asked);
        found.map(|(at, day)| (at, day.clone()))
    });
    let at = question
        .get_untracked()
        .map(|(at, _)| at)
        .unwrap_or_default();
    let note = move || match question.get() {
        Some((_, day)) if day.is_unclear => NO_DATE.to_owned(),
        _ => "The lines do not say".to_owned(),
    };
    view! {
        <Question
            id=format!("paste-day-{at}")
            label
            sample="2024-05-03"
            value=live(move || question.get().map(|(_, day)| day.value).unwrap_or_default())
            note=live(note)
            is_unclear=live(move || question.get().is_some_and(|(_, day)| day.is_unclear))
            say=on_text(move |text| {
                if let Some((_, day)) = question.get_untracked() {
                    editor.say_day(&day, &text);
                }
            })
        />
    }
    .into_any()
}
