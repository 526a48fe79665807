//! The bar over an open draft: whose it is, whether it is kept, how complete it is, the way out.

use crate::views::button::Button;
use crate::views::erased::{CollectAny, dynamic, live, run};
use crate::views::undo_buttons::UndoButtons;
use leptos::prelude::*;

use crate::editor::{Editor, SaveState};
use crate::postmortem::{Field, Place};

/// The bar, and below it the words on a draft that is not kept.
#[component]
pub(super) fn TopBar() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let title = move || {
        let title = editor.entry(Place::field(Field::Title)).text();
        if title.trim().is_empty() {
            "Untitled postmortem".to_owned()
        } else {
            title
        }
    };
    let state = move || {
        editor.save_state.with(|state| match state {
            SaveState::Unchanged | SaveState::Saved => "saved".to_owned(),
            SaveState::Pending | SaveState::Copying => "pending".to_owned(),
            _ => "failed".to_owned(),
        })
    };
    let problem = Memo::new(move |_| editor.save_problem());
    view! {
        <header class="top-bar">
            <a class="top-bar__back" href="#/">"Drafts"</a>
            <h1 class="top-bar__title">{live(title)}</h1>
            <p class="save-state" data-state=live(state)>
                {live(move || editor.save_state.with(SaveState::words).to_owned())}
            </p>
            <Meter />
            <div class="top-bar__verbs">
                <UndoButtons />
                <Button class="button button--quiet" words="Help" press=run(move || editor.session.show_help()) />
                <Button class="button button--quiet" words="Versions…" press=run(move || editor.show_versions()) />
                <Button words="Check" press=run(move || editor.check()) />
                <Button class="button button--primary" words="Export…" press=run(move || editor.show_export()) />
            </div>
        </header>
        <div class="top-bar__problem" role="alert">
            {dynamic(move || problem.get().map(|words| view! {
                <p class="banner" data-kind="problem">{words}</p>
            }).collect_any())}
        </div>
    }
}

/// How much of the document is complete.
#[component]
fn Meter() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = move || {
        editor.completeness.with(|done| match done.of {
            // Not counted yet: the line has its height all the same.
            0 => "\u{a0}".to_owned(),
            of => format!("{} of {of} sections", done.complete),
        })
    };
    view! {
        <div
            class="meter"
            role="meter"
            aria-label="Complete sections"
            aria-valuemin="0"
            aria-valuenow=live(move || editor.completeness.with(|done| done.complete.to_string()))
            aria-valuemax=live(move || editor.completeness.with(|done| done.of.max(1).to_string()))
            aria-valuetext=live(words)
        >
            <svg class="meter__bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect class="meter__track" width="100" height="6" rx="3" />
                <rect
                    class="meter__done"
                    height="6"
                    rx="3"
                    width=live(move || editor.completeness.with(|done| {
                        (done.complete * 100).checked_div(done.of).unwrap_or(0).to_string()
                    }))
                />
            </svg>
            <span class="meter__words" aria-hidden="true">{live(words)}</span>
        </div>
    }
}
