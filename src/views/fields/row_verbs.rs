//! What every row of a list can be told: add the next, move, remove; by button and by key.

use crate::views::erased::{live, run};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::editor::Editor;
use crate::postmortem::{Field, RowId};

/// The buttons of a row.
#[component]
pub(super) fn RowVerbs(
    /// The list.
    field: Field,
    /// The row.
    id: RowId,
    /// What the row is called, such as "event 3".
    #[prop(into)]
    name: Signal<String>,
    /// Whether the row is the first.
    #[prop(into)]
    is_first: Signal<bool>,
    /// Whether the row is the last.
    #[prop(into)]
    is_last: Signal<bool>,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    view! {
        <div class="row-verbs">
            <button
                type="button"
                class="button button--icon"
                data-move="up"
                aria-label=live(move || format!("Move {} up", name.get()))
                title="Move up (Alt + ↑)"
                prop:disabled=live(move || is_first.get())
                on:click=run(move || editor.move_row(field, id, -1))
            >
                "↑"
            </button>
            <button
                type="button"
                class="button button--icon"
                data-move="down"
                aria-label=live(move || format!("Move {} down", name.get()))
                title="Move down (Alt + ↓)"
                prop:disabled=live(move || is_last.get())
                on:click=run(move || editor.move_row(field, id, 1))
            >
                "↓"
            </button>
            <button
                type="button"
                class="button button--icon"
                aria-label=live(move || format!("Remove {}", name.get()))
                title="Remove"
                on:click=run(move || editor.remove_row(field, id))
            >
                "✕"
            </button>
        </div>
    }
}

/// Answers a key in a row: Enter adds the next row, Alt with an arrow moves the row.
pub(super) fn answer_row_key(editor: Editor, field: Field, id: RowId, event: &KeyboardEvent) {
    if event.is_composing() || event.ctrl_key() || event.meta_key() {
        return;
    }
    match (event.key().as_str(), event.alt_key(), event.shift_key()) {
        ("Enter", false, false) => {
            event.prevent_default();
            editor.add_row(field, Some(id));
        }
        ("ArrowUp", true, _) => {
            event.prevent_default();
            editor.move_row_by_key(field, id, -1);
        }
        ("ArrowDown", true, _) => {
            event.prevent_default();
            editor.move_row_by_key(field, id, 1);
        }
        _ => {}
    }
}
