//! The way in: what was given, what was made of it, what was refused.

use leptos::prelude::*;

use super::button::Button;
use super::erased::{CollectAny, dynamic, live, on_text, run, show};
use super::import_review::ImportReview;
use crate::editor::{IMPORT_DIALOG_ID, Session, Step};

/// The import dialog.
#[component]
pub(super) fn ImportDialog() -> impl IntoView {
    let session = expect_context::<Session>();
    let import = session.import;
    let title = move || match import.step.get() {
        Step::Typing => "Paste a postmortem".to_owned(),
        Step::Looking { .. } => import.shown.with(|shown| shown.title.clone()),
        Step::Idle | Step::MakingAll => "Import".to_owned(),
    };
    let kind = move || match import.step.get() {
        Step::Looking { .. } => "looking".to_owned(),
        _ => "asking".to_owned(),
    };
    view! {
        <dialog
            class="dialog import"
            id=IMPORT_DIALOG_ID
            aria-labelledby="import-title"
            aria-describedby="import-status"
            data-step=live(kind)
            on:close=run(move || session.end_import())
        >
            <div class="import__head">
                <h2 id="import-title" tabindex="-1">{live(title)}</h2>
                <p role="status" id="import-status">
                    {live(move || import.shown.with(|shown| shown.status.clone()))}
                </p>
                <div role="alert">
                    {dynamic(move || refusals(&import.refused.get()))}
                    {show(move || import.shown.with(|shown| !shown.problem.is_empty()), move || view! {
                        <div class="banner" data-kind="problem">
                            <p>{live(move || import.shown.with(|shown| shown.problem.clone()))}</p>
                            <Button words="Try again" press=run(move || session.read_again()) />
                        </div>
                    })}
                </div>
            </div>
            {dynamic(move || match import.step.get() {
                Step::Typing => view! { <ImportTyping /> }.into_any(),
                Step::Looking { is_typed, .. } => view! { <ImportReview is_typed /> }.into_any(),
                Step::Idle => view! { <End words="Close" /> }.into_any(),
                Step::MakingAll => view! { <End words="Stop" /> }.into_any(),
            })}
        </dialog>
    }
}

/// The one way on where there is no choice.
#[component]
fn End(words: &'static str) -> impl IntoView {
    let session = expect_context::<Session>();
    view! {
        <p class="dialog__buttons">
            <Button words press=run(move || session.close_import()) />
        </p>
    }
}

fn refusals(reasons: &[String]) -> AnyView {
    let heading = match reasons.len() {
        0 => return ().into_any(),
        1 => "Not imported:".to_owned(),
        count => format!("{count} were not imported:"),
    };
    let rows = reasons.iter().cloned();
    view! {
        <div class="banner" data-kind="problem" role="group" aria-label="Not imported" tabindex="0">
            <p>{heading}</p>
            <ul class="import__list">{rows.map(|reason| view! { <li>{reason}</li> }).collect_any()}</ul>
        </div>
    }
    .into_any()
}

/// An input for a text. What stands in it is kept when the dialog closes.
#[component]
fn ImportTyping() -> impl IntoView {
    let session = expect_context::<Session>();
    let typed = session.import.typed;
    view! {
        <label for="import-typed">"Text of the postmortem, as Markdown or plain text"</label>
        <textarea
            id="import-typed"
            class="import__typed"
            rows="12"
            prop:value=typed.get_untracked()
            on:input=on_text(move |text| typed.set(text))
        ></textarea>
        <p class="dialog__buttons">
            <Button class="button button--quiet" words="Cancel" press=run(move || session.close_import()) />
            <Button class="button button--primary" words="Read the text" press=run(move || session.import_typed()) />
        </p>
    }
}

/// Says over the page that files can be let go.
#[component]
pub(super) fn DropSign() -> impl IntoView {
    let import = expect_context::<Session>().import;
    view! {
        <div class="drop-sign" data-hovered=live(move || import.is_hovered.get().to_string())>
            <p>"Drop the files to import them"</p>
        </div>
    }
}
