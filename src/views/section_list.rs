//! The sections as a task list: any order, each with its state in words.

use crate::views::button::Button;
use crate::views::erased::{CollectAny, each, live, on_check, on_text, run};
use leptos::prelude::*;

use crate::checks::PartState;
use crate::editor::{Editor, PartProgress};
use crate::template;

/// The list, and what concerns the document as a whole.
#[component]
pub(super) fn SectionList() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let progress = editor.progress();
    let targets = editor.targets();
    let is_open = RwSignal::new(false);
    let here = move || {
        let target = editor.target.get();
        progress.with(|parts| {
            let part = parts.iter().find(|part| part.target == target);
            part.map(|part| part.name.clone()).unwrap_or_default()
        })
    };
    view! {
        <nav class="sections" aria-label="Sections" data-pane data-open=live(move || is_open.get().to_string())>
            <button
                type="button"
                class="button sections__toggle"
                aria-expanded=live(move || is_open.get().to_string())
                aria-controls="sections-list"
                on:click=run(move || is_open.update(|open| *open = !*open))
            >
                {live(move || format!("Section: {}", here()))}
            </button>
            <div class="sections__body" id="sections-list">
                <ul class="sections__list">
                    {each(
                        move || targets.get(),
                        move |target| view! { <SectionRow target progress is_open /> },
                    )}
                </ul>
                <Button class="button button--quiet sections__add" words="Add a section" press=run(move || {
                        is_open.set(false);
                        editor.add_extra_section();
                    }) />
                <label class="sections__view">
                    <input
                        type="checkbox"
                        prop:checked=live(move || editor.shows_all.get())
                        on:change=on_check(move |is_checked| editor.show_all(is_checked))
                    />
                    "All sections on one page"
                </label>
                <label class="sections__template">
                    <span>"Template"</span>
                    <select on:change=on_text(move |text| {
                        if let Some(chosen) = template::by_id(&text) {
                            editor.set_template(chosen);
                        }
                    })>
                        {editor
                            .session
                            .templates()
                            .into_iter()
                            .map(|choice| view! {
                                <option
                                    value=choice.id
                                    prop:selected=live(move || editor.template().id == choice.id)
                                >
                                    {choice.name}
                                </option>
                            })
                            .collect_any()}
                    </select>
                </label>
            </div>
        </nav>
    }
}

#[component]
fn SectionRow(
    target: crate::editor::Target,
    progress: Memo<Vec<PartProgress>>,
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let part =
        move || progress.with(|parts| parts.iter().find(|part| part.target == target).cloned());
    let name = move || part().map(|part| part.name).unwrap_or_default();
    let words = move || match part() {
        Some(PartProgress {
            state: Some(PartState::NotStarted),
            is_optional: true,
            ..
        }) => "Optional".to_owned(),
        Some(PartProgress {
            state: Some(state), ..
        }) => state.words(),
        Some(PartProgress { is_own: true, .. }) => "Your own".to_owned(),
        // Not known yet: the line has its height all the same.
        _ => "\u{a0}".to_owned(),
    };
    let state = move || {
        let key = match part().and_then(|part| part.state) {
            Some(PartState::Complete | PartState::NothingToSay) => "complete",
            Some(PartState::ToFix { .. }) => "to-fix",
            Some(PartState::InProgress { .. }) => "in-progress",
            Some(PartState::NotStarted) | None => "not-started",
        };
        key.to_owned()
    };
    view! {
        <li class="section-row">
            <button
                type="button"
                class="section-row__link"
                aria-current=live(move || (editor.target.get() == target).then(|| "true".to_owned()))
                on:click=run(move || {
                    is_open.set(false);
                    editor.open_form(target);
                })
            >
                <span class="section-row__name">{live(name)}</span>
                <span class="section-row__state" data-state=live(state)>{live(words)}</span>
            </button>
        </li>
    }
}
