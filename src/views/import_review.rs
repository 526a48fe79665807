//! One text that is to become a draft: as it is on one side, what was made of it on the other.

use leptos::prelude::*;

use super::button::Button;
use super::erased::{CollectAny, dynamic, live, run, show};
use super::import_choices::ImportChoices;
use super::paper::PaperBlock;
use crate::editor::{NoteGroup, Session};

/// The text in hand, with the choices and the ways on.
#[component]
pub(super) fn ImportReview(
    /// Whether it was typed or pasted, and can be changed.
    is_typed: bool,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let import = session.import;
    view! {
        <ImportChoices />
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
            "none".to_owned()
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
