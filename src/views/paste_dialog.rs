//! The dialog for pasted lines: an input for them, and what becomes of them.

use leptos::prelude::*;

use super::button::Button;
use super::erased::{CollectAny, dynamic, live, on_text, run, show};
use super::paste_choices::PasteChoices;
use super::paste_rows::{PasteRest, PasteRows};
use crate::editor::{Editor, PASTE_DIALOG_ID};

/// The dialog for pasted lines.
#[component]
pub(super) fn PasteDialog() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let paste = editor.paste;
    let kind = move || match paste.is_looking.get() {
        true => "looking".to_owned(),
        false => "asking".to_owned(),
    };
    view! {
        <dialog
            class="dialog import paste"
            id=PASTE_DIALOG_ID
            aria-labelledby="paste-title"
            aria-describedby="paste-status"
            data-step=live(kind)
            on:close=run(move || editor.end_paste())
        >
            <div class="import__head">
                <h2 id="paste-title" tabindex="-1">"Paste lines"</h2>
                <p role="status" id="paste-status">
                    {live(move || paste.shown.with(|shown| shown.status.clone()))}
                </p>
                <div role="alert">
                    {show(move || paste.shown.with(|shown| !shown.problem.is_empty()), move || view! {
                        <div class="banner" data-kind="problem">
                            <p>{live(move || paste.shown.with(|shown| shown.problem.clone()))}</p>
                            <Button words="Try again" press=run(move || editor.read_lines()) />
                        </div>
                    })}
                </div>
            </div>
            {dynamic(move || match paste.is_looking.get() {
                true => view! { <PasteReview /> }.into_any(),
                false => view! { <PasteTyping /> }.into_any(),
            })}
        </dialog>
    }
}

/// An input for lines. What stands in it is kept when the dialog closes.
#[component]
fn PasteTyping() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let typed = editor.paste.typed;
    view! {
        <label for="paste-typed">
            "Lines as copied from a chat, a log, a table or a list, one or more for each event"
        </label>
        <textarea
            id="paste-typed"
            class="import__typed"
            rows="12"
            prop:value=live(move || typed.get())
            on:input=on_text(move |text| typed.set(text))
        ></textarea>
        <p class="dialog__buttons">
            <Button class="button button--quiet" words="Cancel" press=run(move || editor.close_paste()) />
            <Button class="button button--primary" words="Read the lines" press=run(move || editor.read_typed_lines()) />
        </p>
    }
}

/// The lines in hand as rows, with the choices and the ways on.
#[component]
fn PasteReview() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let paste = editor.paste;
    let is_typed = paste.shown.with_untracked(|shown| shown.is_typed);
    let add = move || match paste.count() {
        1 => "Add 1 event".to_owned(),
        count => format!("Add {count} events"),
    };
    let is_off = move || paste.count() == 0 || paste.shown.with(|shown| shown.is_reading);
    let other = if is_typed {
        view! { <Button words="Change the lines" press=run(move || editor.show_pasting()) /> }
    } else {
        let press = run(move || editor.insert_lines_as_text());
        view! { <Button words="Insert as text into the event" press /> }
    };
    view! {
        {show(move || paste.shown.with(|shown| !shown.sources.is_empty()), || view! { <PasteChoices /> })}
        <div class="paste__made">
            <PasteRows />
            <PasteRest />
        </div>
        <p class="dialog__buttons">
            <Button class="button button--quiet" words="Cancel" press=run(move || editor.close_paste()) />
            {[other].collect_any()}
            <button
                type="button"
                class="button button--primary"
                aria-disabled=live(move || is_off().then(|| "true".to_owned()))
                on:click=run(move || editor.add_lines())
            >
                {live(add)}
            </button>
        </p>
    }
}
