//! The document beside the form: as it will look, as Markdown, and what is missing in it.

use crate::views::erased::{CollectAny, dynamic, each, live, on, run, show};
use leptos::prelude::*;

use super::findings::FindingsPanel;
use super::paper::PaperBlock;
use crate::editor::{Editor, Tab, Target};
use crate::postmortem::Field;

const TABS: &[(Tab, &str, &str)] = &[
    (Tab::Preview, "preview", "Preview"),
    (Tab::Markdown, "markdown", "Markdown"),
    (Tab::Findings, "findings", "Findings"),
];

/// The pane with its tabs.
#[component]
pub(super) fn DocumentPane() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let count = move || editor.finding_count().open.to_string();
    view! {
            <section class="document-pane" aria-label="Document">
                <div class="tabs" role="tablist" aria-label="Document">
                    {TABS
                        .iter()
                        .enumerate()
                        .map(|(index, (tab, key, name))| {
                            let is_selected = move || editor.tab.get() == *tab;
                            view! {
                                <button
                                    type="button"
                                    role="tab"
                                    id=format!("tab-{key}")
                                    aria-controls=format!("panel-{key}")
                                    aria-selected=live(move || is_selected().to_string())
                                    tabindex=live(move || if is_selected() { "0" } else { "-1" }.to_owned())
                                    on:click=run(move || editor.show_tab(*tab))
                                    on:keydown=on(move |event: leptos::ev::KeyboardEvent| {
                                        if let Some(next) = next_tab(index, &event.key()) {
                                            event.prevent_default();
                                            editor.show_tab_and_focus(next.0, next.1);
                                        }
                                    })
                                >
                                    {*name}
                                    {(*tab == Tab::Findings).then(|| view! {
                                        <span class="tabs__count">{live(count)}</span>
                                    }).collect_any()}
                                </button>
                            }
                        })
                        .collect_any()}
                </div>
                <div
                    class="panel"
                    id="panel-preview"
                    role="tabpanel"
                    aria-labelledby="tab-preview"
                    tabindex="0"
                    data-pane
                    data-hidden=live(move || (editor.tab.get() != Tab::Preview).to_string())
                >
                    <Preview />
                </div>
                {show(move || editor.tab.get() == Tab::Markdown, move || view! {
                    <div
                        class="panel"
                        id="panel-markdown"
                        role="tabpanel"
                        aria-labelledby="tab-markdown"
                        tabindex="0"
                        data-pane
                    >
                        <MarkdownText />
                    </div>
    })}
                {show(move || editor.tab.get() == Tab::Findings, move || view! {
                    <div
                        class="panel"
                        id="panel-findings"
                        role="tabpanel"
                        aria-labelledby="tab-findings"
                        tabindex="0"
                        data-pane
                    >
                        <FindingsPanel />
                    </div>
    })}
            </section>
        }
}

/// The tab that a key leads to (arrows in a circle, Home, End), with its key in identifiers.
fn next_tab(index: usize, key: &str) -> Option<(Tab, &'static str)> {
    let last = TABS.len().saturating_sub(1);
    let next = match key {
        "ArrowRight" if index == last => 0,
        "ArrowRight" => index.saturating_add(1),
        "ArrowLeft" if index == 0 => last,
        "ArrowLeft" => index.saturating_sub(1),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    TABS.get(next).map(|(tab, key, _)| (*tab, *key))
}

/// The document as it will look. A click in it goes to the field that it shows.
#[component]
fn Preview() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let targets = editor.targets();
    view! {
        <div class="paper" on:click=on(move |event| editor.go_to_clicked(&event))>
            {dynamic(move || {
                // Blocks are made anew for another template: the timeline may stand in another one.
                editor.template();
                each(move || targets.get(), |target| view! { <PreviewBlock target /> })
            })}
        </div>
    }
}

#[component]
fn PreviewBlock(target: Target) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let id = format!("preview-{}", target.key());
    let is_here = live(move || (editor.target.get() == target).to_string());
    let whole = move |id: String| {
        let html = editor.html(target);
        view! { <PaperBlock id is_here html=live(move || html.get()) /> }
    };
    let Some(part) = editor.part_with_timeline(target) else {
        return whole(id).into_any();
    };
    let chunks = editor.chunks(Field::Timeline);
    let pieces = editor.pieces(chunks);
    let is_long = Memo::new(move |_| !pieces.read().is_empty());
    let piece = move |key| {
        let html = editor.piece_html(part, chunks, key);
        view! { <PaperBlock class="paper__piece" html=live(move || html.get()) /> }
    };
    dynamic(move || {
        if is_long.get() {
            view! {
                <div class="paper__block" id=id.clone() data-here=is_here>
                    {each(move || pieces.get(), piece)}
                </div>
            }
            .into_any()
        } else {
            whole(id.clone()).into_any()
        }
    })
}

/// The document as it will be exported.
#[component]
fn MarkdownText() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let markdown = editor.markdown();
    view! { <pre class="markdown-text"><code>{live(move || markdown.get())}</code></pre> }
}
