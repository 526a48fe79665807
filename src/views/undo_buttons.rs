//! Undo and redo.

use leptos::prelude::*;

use super::erased::{CollectAny, live, run};
use crate::editor::{Editor, Undoing};

/// The two buttons. Both are always there, so that neither moves the other.
#[component]
pub(super) fn UndoButtons() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let Undoing {
        can_undo, can_redo, ..
    } = editor.undoing;
    let button = |sign: &'static str, name: &'static str, keys, can: RwSignal<bool>, press| {
        view! {
            <button
                type="button"
                class="button button--icon"
                aria-label=name
                title=format!("{name} ({keys} outside a text)")
                aria-disabled=live(move || (!can.get()).then(|| "true".to_owned()))
                on:click=press
            >
                {sign}
            </button>
        }
        .into_any()
    };
    [
        button(
            "↶",
            "Undo the last change",
            "Ctrl or ⌘ + Z",
            can_undo,
            run(move || editor.undo()),
        ),
        button(
            "↷",
            "Redo",
            "Ctrl or ⌘ + Shift + Z",
            can_redo,
            run(move || editor.redo()),
        ),
    ]
    .collect_any()
}
