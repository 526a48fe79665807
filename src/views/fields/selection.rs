//! Selecting several events, and what can be done to them at once.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::choice::options;
use crate::editor::Editor;
use crate::postmortem::{EventKind, RowId};
use crate::views::button::Button;
use crate::views::erased::{CollectAny, live, on, on_text, run, show};

/// The line above the events while some are being selected.
#[component]
pub(super) fn SelectionBar() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let selection = editor.selection;
    let later = RwSignal::new(String::new());
    let count = live(move || match selection.count() {
        0 => "None selected".to_owned(),
        count => format!("{count} selected"),
    });
    let kinds = options::<EventKind>()
        .into_iter()
        .map(|(value, words)| view! { <option value=value>{words}</option> });
    let kinds = kinds.collect_any();
    view! {
        <div class="selection" role="group" aria-label="Selected events">
            <span class="selection__count" role="status">{count}</span>
            <Button class="button button--small" words="Select all" press=run(move || editor.select_all()) />
            <Button class="button button--small" words="Key event" press=run(move || editor.toggle_key_of_selected()) />
            <select
                aria-label="Kind of the selected events"
                on:change=on_text(move |kind| editor.set_kind_of_selected(&kind))
            >
                <option value="">"Set kind…"</option>
                {kinds}
            </select>
            <span class="selection__later">
                <input
                    type="text"
                    aria-label="How much later the selected events are"
                    placeholder="+5m"
                    autocomplete="off"
                    on:input=on_text(move |text| later.set(text))
                />
                <Button
                    class="button button--small"
                    words="Move in time"
                    press=run(move || editor.delay_selected(&later.get_untracked()))
                />
            </span>
            <Button class="button button--small" words="Remove selected" press=run(move || editor.remove_selected()) />
        </div>
    }
}

/// The box that selects an event, while events are being selected. With the shift key it selects
/// all from the one ticked before.
pub(super) fn select_box(editor: Editor, id: RowId, name: Signal<String>) -> AnyView {
    let selection = editor.selection;
    show(
        move || selection.is_on.get(),
        move || {
            view! {
                <input
                    type="checkbox"
                    class="row__select"
                    aria-label=name
                    prop:checked=live(move || selection.has(id))
                    on:click=on(move |event: MouseEvent| {
                        editor.select(id, !selection.has(id), event.shift_key());
                    })
                />
            }
        },
    )
    .into_any()
}
