//! The ways out that not everyone needs: into a repo, and in other forms.

use leptos::prelude::*;

use super::button::Button;
use super::erased::{CollectAny, dynamic, live, on_text, run, show};
use crate::editor::{ConflictAnswer, Editor, OtherWay, RepoSetting, RepoWay};

/// The ways out besides download and copy, folded, and what came of the last one taken.
#[component]
pub(super) fn ExportWays() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let told = editor.session.ways_out.told;
    let other = |way: OtherWay| {
        view! { <Button words=way.label() press=run(move || editor.take_out(way)) /> }
    };
    view! {
        <div class="ways">
            <details class="ways__group">
                <summary>"To a repo"</summary>
                {RepoSetting::ALL.map(|setting| view! { <Setting setting /> }).collect_any()}
                <RepoWays />
                <Issues />
            </details>
            <details class="ways__group">
                <summary>"Other ways"</summary>
                <p class="ways__buttons">{OtherWay::offered().into_iter().map(other).collect_any()}</p>
            </details>
            <p class="ways__told" role="status">{live(move || told.get())}</p>
        </div>
    }
}

/// Something to say once about the repo, and what follows from it.
#[component]
fn Setting(
    /// What.
    setting: RepoSetting,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let session = editor.session;
    let id = format!("export-{}", setting.key());
    let note_id = format!("{id}-note");
    let is_unclear = move || editor.is_repo_setting_unclear(setting);
    // As it is typed, and not once it is: a note that grows when the field is left would move the
    // button that is being pressed, and its click would go to nothing.
    let say = on_text(move |text| session.set_repo_setting(setting, text));
    view! {
        <div class="import__choice">
            <label for=id.clone()>{setting.label()}</label>
            <input
                type="text"
                id=id
                placeholder=setting.sample()
                autocomplete="off"
                prop:value=session.ways_out.setting(setting).get_untracked()
                aria-describedby=note_id.clone()
                aria-invalid=live(move || is_unclear().then(|| "true".to_owned()))
                on:input=say
            />
            <p class="import__note" id=note_id>{live(move || editor.repo_note(setting))}</p>
        </div>
    }
}

/// The ways into the repo.
#[component]
fn RepoWays() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let ways = editor.session.ways_out;
    let button = |way: RepoWay| view! { <Button words=way.label() press=run(move || editor.deliver(way)) /> };
    let save = move || match ways.folder_name.get().as_str() {
        "" => "Save into a folder…".to_owned(),
        name => format!("Save into “{name}”"),
    };
    view! {
        <p class="ways__buttons">
            {RepoWay::offered().into_iter().map(button).collect_any()}
            {show(move || editor.session.has_folders(), move || view! {
                <button
                    type="button"
                    class="button"
                    id="export-folder"
                    on:click=run(move || editor.save_into_folder(false))
                >
                    {live(save)}
                </button>
                {show(move || !ways.folder_name.get().is_empty(), move || view! {
                    <Button
                        class="button button--quiet"
                        words="Another folder…"
                        press=run(move || editor.save_into_folder(true))
                    />
                })}
            })}
        </p>
        {show(move || !ways.conflict.get().is_empty(), || view! { <ConflictQuestion /> })}
    }
}

/// What to do about a file that stands where the document would go.
#[component]
fn ConflictQuestion() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let words = editor.session.ways_out.conflict;
    let button = |answer: &ConflictAnswer| {
        let answer = *answer;
        view! { <Button words=answer.label() press=run(move || editor.answer_conflict(answer)) /> }
    };
    view! {
        <div class="banner ways__conflict" role="group" aria-labelledby="export-conflict">
            <p id="export-conflict" tabindex="-1">{live(move || words.get())}</p>
            <p class="ways__buttons">{ConflictAnswer::ALL.iter().map(button).collect_any()}</p>
        </div>
    }
}

/// Links that make an issue of each action item, once the repo is known.
#[component]
fn Issues() -> impl IntoView {
    let editor = expect_context::<Editor>();
    dynamic(move || {
        let issues = editor.new_issues();
        let link = |(title, address): (String, String)| {
            view! {
                <li><a href=address target="_blank" rel="noopener noreferrer">{title}</a></li>
            }
        };
        if issues.is_empty() {
            return ().into_any();
        }
        view! {
            <p id="export-issues">"Open an issue in the repo, filled in, for:"</p>
            <ul class="ways__issues" aria-labelledby="export-issues">
                {issues.into_iter().map(link).collect_any()}
            </ul>
        }
        .into_any()
    })
}
