//! The keys, in a dialog.

use leptos::prelude::*;

use crate::editor::HELP_DIALOG_ID;
use crate::views::erased::CollectAny;

const KEYS: &[(&str, &str)] = &[
    ("Ctrl or ⌘ + S", "Export"),
    ("Ctrl or ⌘ + /", "This list"),
    (
        "Ctrl or ⌘ + Z",
        "Undo; with Shift, redo. In a text it is the browser’s own",
    ),
    (
        "Ctrl or ⌘ + V",
        "In the list of drafts: import the text or the files",
    ),
    ("Enter", "In a row: add the next row"),
    ("Shift + Enter", "In a row: a new line"),
    ("Alt + ↑ or ↓", "In a row: move it"),
    ("Ctrl or ⌘ + B, I", "In a text: bold, italic"),
    ("Esc", "Close a dialog"),
];

/// The list of keys.
#[component]
pub(super) fn HelpDialog() -> impl IntoView {
    view! {
        <dialog class="dialog" id=HELP_DIALOG_ID aria-labelledby="help-dialog-title">
            <form method="dialog">
                <h2 id="help-dialog-title">"Help"</h2>
                <p>
                    "Fill in the sections in any order. Everything you type is kept in this browser as \
                     you go, and nothing is sent anywhere. When you are done, export the document as \
                     Markdown and commit it."
                </p>
                <h3>"Keys"</h3>
                <dl class="keys">
                    {KEYS
                        .iter()
                        .map(|(keys, what)| view! {
                            <div>
                                <dt><kbd>{*keys}</kbd></dt>
                                <dd>{*what}</dd>
                            </div>
                        })
                        .collect_any()}
                </dl>
                <p class="dialog__buttons">
                    <button class="button button--primary">"Close"</button>
                </p>
            </form>
        </dialog>
    }
}
