//! The sections as a task list: any order, each with its state in words.

use crate::views::erased::{each, live, on_check, on_text, run};
use leptos::prelude::*;

use crate::checks::PartState;
use crate::editor::{Editor, PartProgress};
use crate::template::{self, TEMPLATES};

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
                <button
                    type="button"
                    class="button button--quiet sections__add"
                    on:click=run(move || {
                        is_open.set(false);
                        editor.add_extra_section();
                    })
                >
                    "Add a section"
                </button>
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
                        {TEMPLATES
                            .iter()
                            .map(|choice| view! {
                                <option
                                    value=choice.id
                                    prop:selected=live(move || editor.template().id == choice.id)
                                >
                                    {choice.name}
                                </option>
                            })
                            .collect_view()}
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
    let part = Memo::new(move |_| {
        progress.with(|parts| parts.iter().find(|part| part.target == target).cloned())
    });
    let name = move || part.with(|part| part.as_ref().map(|part| part.name.clone()));
    let words = move || {
        part.with(|part| match part.as_ref() {
            Some(PartProgress {
                state: Some(PartState::NotStarted),
                is_optional: true,
                ..
            }) => "Optional".to_owned(),
            Some(PartProgress {
                state: Some(state), ..
            }) => state.words(),
            _ => "Your own".to_owned(),
        })
    };
    let state = move || {
        part.with(|part| match part.as_ref().and_then(|part| part.state) {
            Some(PartState::Complete | PartState::NothingToSay) => "complete",
            Some(PartState::ToFix { .. }) => "to-fix",
            Some(PartState::InProgress { .. }) => "in-progress",
            Some(PartState::NotStarted) | None => "not-started",
        })
    };
    view! {
        <li class="section-row">
            <button
                type="button"
                class="section-row__link"
                aria-current=live(move || (editor.target.get() == target).then_some("true"))
                on:click=run(move || {
                    is_open.set(false);
                    editor.open_form(target);
                })
            >
                <span class="section-row__name">{name}</span>
                <span class="section-row__state" data-state=state>{words}</span>
            </button>
        </li>
    }
}
