//! What pasted lines become: a table of rows to keep or to leave, and the lines that are in none.

use leptos::prelude::*;

use super::button::Button;
use super::erased::{CollectAny, dynamic, live, on_check, run, show};
use crate::editor::{Editor, ShownRow};

/// The rows.
#[component]
pub(super) fn PasteRows() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let shown = editor.paste.shown;
    show(
        move || shown.with(|shown| !shown.rows.is_empty()),
        move || {
            view! {
                <p class="paste__all">
                    <Button class="button button--small" words="Select all" press=run(move || editor.keep_all_lines(true)) />
                    <Button class="button button--small" words="Select none" press=run(move || editor.keep_all_lines(false)) />
                    <span>{live(move || shown.with(|shown| shown.more.clone()))}</span>
                </p>
                <table class="paste__rows">
                    <caption class="visually-hidden">"Events that the lines become"</caption>
                    <thead>
                        <tr>
                            {["Keep", "Day", "Time", "Who", "Text"]
                                .map(|name| view! { <th scope="col">{name}</th> })
                                .collect_any()}
                        </tr>
                    </thead>
                    <tbody>
                        {dynamic(move || shown.with(|shown| {
                            let rows = shown.rows.iter().enumerate();
                            rows.map(|(at, row)| row_of(editor, at, row)).collect_any()
                        }))}
                    </tbody>
                </table>
            }
        },
    )
}

fn row_of(editor: Editor, at: usize, row: &ShownRow) -> AnyView {
    let kept = editor.paste.kept;
    let is_kept = live(move || kept.with(|kept| kept.get(at) == Some(&true)));
    let number = at.saturating_add(1);
    let name = format!("Keep row {number}, {} {}", row.time, row.mark);
    view! {
        <tr>
            <td>
                <input
                    type="checkbox"
                    aria-label=name.trim_end().to_owned()
                    prop:checked=is_kept
                    on:change=on_check(move |is_kept| editor.keep_line(at, is_kept))
                />
            </td>
            <td class="paste__day">{row.day.clone()}</td>
            <td class="paste__time">{row.time.clone()}{note(&row.was)}</td>
            <td class="paste__who">{row.who.clone()}</td>
            <td class="paste__text">{row.text.clone()}{note(row.mark)}</td>
        </tr>
    }
    .into_any()
}

fn note(words: &str) -> AnyView {
    match words {
        "" => ().into_any(),
        words => view! { <span class="paste__note">{words.to_owned()}</span> }.into_any(),
    }
}

/// The lines that are in no row.
#[component]
pub(super) fn PasteRest() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let shown = editor.paste.shown;
    let lines = move || {
        shown.with(|shown| {
            let lines = shown.rest.iter().map(|(text, why)| {
                view! { <li><span class="paste__line">{text.clone()}</span>" – "{*why}</li> }
            });
            lines.collect_any()
        })
    };
    let keeps_rest = editor.paste.keeps_rest;
    show(
        move || shown.with(|shown| !shown.rest.is_empty()),
        move || {
            view! {
                <details class="import__notes" open=shown.with_untracked(|shown| shown.unread > 0)>
                    <summary>{live(move || shown.with(|shown| shown.rest_title.clone()))}</summary>
                    <ul class="import__list">{dynamic(lines)}</ul>
                </details>
                {show(move || shown.with(|shown| shown.unread > 0), move || view! {
                    <label class="paste__check">
                        <input
                            type="checkbox"
                            prop:checked=live(move || keeps_rest.get())
                            on:change=on_check(move |keeps| keeps_rest.set(keeps))
                        />
                        "Keep lines that were not understood as events without a time"
                    </label>
                })}
            }
        },
    )
}
