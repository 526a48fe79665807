//! Undo and redo.

use leptos::prelude::*;

use super::erased::{live, run};
use crate::editor::Editor;

/// The two buttons. Both are always there, so that neither moves the other.
#[component]
pub(super) fn UndoButtons() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let undoing = editor.undoing;
    let disabled = |can: RwSignal<bool>| live(move || (!can.get()).then(|| "true".to_owned()));
    view! {
        <button
            type="button"
            class="button button--icon"
            aria-label="Undo the last change"
            title="Undo the last change (Ctrl or ⌘ + Z outside a text)"
            aria-disabled=disabled(undoing.can_undo)
            on:click=run(move || editor.undo())
        >
            "↶"
        </button>
        <button
            type="button"
            class="button button--icon"
            aria-label="Redo"
            title="Redo (Ctrl or ⌘ + Shift + Z outside a text)"
            aria-disabled=disabled(undoing.can_redo)
            on:click=run(move || editor.redo())
        >
            "↷"
        </button>
    }
}
