//! The way out: the file's name, what is still missing, the Markdown, and where to.

use crate::views::erased::{CollectAny, live, on_text, run, show};
use leptos::prelude::*;

use super::check_box::CheckBox;
use super::export_ways::ExportWays;
use super::publishing::PublishingFacts;
use crate::editor::{EXPORT_DIALOG_ID, Editor, ExportChoice};
use crate::template::Header;

/// The export dialog. It forbids nothing.
#[component]
pub(super) fn ExportDialog() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let markdown = editor.markdown();
    let missing = move || match editor.finding_count().open {
        0 => "The checks found nothing missing".to_owned(),
        1 => "One finding is open. You can export all the same".to_owned(),
        count => format!("{count} findings are open. You can export all the same"),
    };
    view! {
        <dialog
            class="dialog dialog--wide"
            id=EXPORT_DIALOG_ID
            aria-labelledby="export-title"
            on:close=run(move || editor.is_exporting.set(false))
        >
            <form method="dialog">
                <h2 id="export-title">"Export"</h2>
                <dl class="export__facts">
                    <div>
                        <dt>"File"</dt>
                        <dd><code>{live(move || editor.file_name())}</code></dd>
                    </div>
                    <div>
                        <dt>"Template"</dt>
                        <dd>{live(move || editor.template().name.to_owned())}</dd>
                    </div>
                    <div>
                        <dt><label for="export-header">"Header"</label></dt>
                        <dd><HeaderChoice /></dd>
                    </div>
                    <div>
                        <dt id="export-choices">"Timeline"</dt>
                        <dd><ExportChoices /></dd>
                    </div>
                    <div>
                        <dt>"Checks"</dt>
                        <dd>{live(missing)}</dd>
                    </div>
                </dl>
                <PublishingFacts />
                <label for="export-markdown">"Markdown"</label>
                <textarea
                    id="export-markdown"
                    class="export__markdown"
                    readonly
                    rows="12"
                    prop:value=live(move || if editor.is_exporting.get() { markdown.get() } else { String::new() })
                ></textarea>
                <p class="dialog__buttons">
                    <button class="button button--quiet">"Close"</button>
                    <button class="button" on:click=run(move || editor.copy())>"Copy Markdown"</button>
                    <button class="button button--primary" id="export-download" on:click=run(move || editor.download())>
                        "Download"
                    </button>
                </p>
            </form>
            {show(move || editor.is_exporting.get(), || view! { <ExportWays /> })}
        </dialog>
    }
}

/// What stands above the document for other programs.
#[component]
fn HeaderChoice() -> impl IntoView {
    let session = expect_context::<Editor>().session;
    view! {
        <select
            id="export-header"
            on:change=on_text(move |id| session.set_header(Header::from_id(&id)))
        >
            {Header::ALL
                .iter()
                .map(|header| view! {
                    <option value=header.id() prop:selected=live(move || session.header() == *header)>
                        {header.name()}
                    </option>
                })
                .collect_any()}
        </select>
    }
}

/// What is written below the timeline, or left out of it.
#[component]
fn ExportChoices() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let session = editor.session;
    view! {
        <div class="export__choices" role="group" aria-labelledby="export-choices">
            {ExportChoice::ALL
                .iter()
                .map(|choice| view! {
                    <CheckBox
                        words=choice.label()
                        is_checked=live(move || session.has_chosen(*choice))
                        change=Box::new(move |is_chosen| session.choose(*choice, is_chosen))
                        described_by=(*choice == ExportChoice::Short).then_some(SHORT_NOTE)
                    />
                })
                .collect_any()}
            <p class="export__note" id=SHORT_NOTE>{live(move || editor.shortness())}</p>
        </div>
    }
}

const SHORT_NOTE: &str = "export-short";
