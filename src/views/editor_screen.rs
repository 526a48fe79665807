//! An open draft: sections, form and document side by side, or one at a time on a narrow screen.

use crate::views::erased::{live, run};
use leptos::prelude::*;

use super::document_pane::DocumentPane;
use super::export_dialog::ExportDialog;
use super::form::FormPane;
use super::paste_dialog::PasteDialog;
use super::section_list::SectionList;
use super::top_bar::TopBar;
use super::versions_dialog::VersionsDialog;
use crate::editor::{Editor, Tab};

/// The screen with an open draft.
#[component]
pub(super) fn EditorScreen() -> impl IntoView {
    let editor = expect_context::<Editor>();
    editor.start_screen();
    let pane = live(move || match editor.shows_document.get() {
        false => "write".to_owned(),
        true => "document".to_owned(),
    });
    view! {
        <div class="editor" data-shows=pane>
            <TopBar />
            <PaneSwitch />
            <SectionList />
            <main class="editor__main">
                <FormPane />
                <DocumentPane />
            </main>
        </div>
        <ExportDialog />
        <PasteDialog />
        <VersionsDialog />
    }
}

/// On a narrow screen: which of the panes is shown.
#[component]
fn PaneSwitch() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let is_write = move || !editor.shows_document.get();
    let is_check = move || !is_write() && editor.tab.get() == Tab::Findings;
    let is_preview = move || !is_write() && !is_check();
    view! {
        <nav class="pane-switch" aria-label="Shown on this screen">
            <button
                type="button"
                aria-pressed=live(move || is_write().to_string())
                on:click=run(move || editor.shows_document.set(false))
            >
                "Write"
            </button>
            <button
                type="button"
                aria-pressed=live(move || is_preview().to_string())
                on:click=run(move || editor.show_tab(Tab::Preview))
            >
                "Preview"
            </button>
            <button
                type="button"
                aria-pressed=live(move || is_check().to_string())
                on:click=run(move || editor.show_tab(Tab::Findings))
            >
                "Check"
            </button>
        </nav>
    }
}
