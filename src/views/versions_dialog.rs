//! Earlier versions of the open draft, and what has changed since.

use leptos::prelude::*;

use super::button::Button;
use super::erased::{CollectAny, dynamic, each, live, on_text, run, show};
use crate::copies::{Change, ChangeKind, PieceKind, VersionName};
use crate::editor::{Editor, VERSIONS_DIALOG_ID, date_and_time};

/// The dialog.
#[component]
pub(super) fn VersionsDialog() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let versions = editor.versions;
    let words = move || {
        match versions.all.with(Vec::len) {
        0 => "None yet. A version is kept whenever you pause: when you leave the draft, export it or \
              turn to another window"
            .to_owned(),
        _ => "Choose one to see what has changed since. Those of the last hour are all kept, then one \
              for each hour of a day, then one for each day; one that has a name stays"
            .to_owned(),
    }
    };
    view! {
        <dialog class="dialog dialog--wide" id=VERSIONS_DIALOG_ID aria-labelledby="versions-title">
            <form method="dialog">
                <h2 id="versions-title">"Versions"</h2>
                <p>{live(words)}</p>
                <div class="versions">
                    <div class="versions__list" role="radiogroup" aria-labelledby="versions-title">
                        {each(
                            move || versions.all.get(),
                            move |version: VersionName| view! { <VersionRow version /> },
                        )}
                    </div>
                    <div class="versions__changes" role="region" aria-label="What has changed" tabindex="0">
                        {dynamic(move || versions.shown.get().map(|shown| view! {
                            <h3>{what_changed(shown.changes.len())}</h3>
                            <ul>
                                {shown.changes.into_iter().map(|change| view! { <ChangeRow change /> }).collect_any()}
                            </ul>
                        }).collect_any())}
                    </div>
                </div>
                {show(move || versions.shown.with(Option::is_some), move || view! { <VersionVerbs /> })}
                <p class="dialog__buttons">
                    <button class="button button--quiet">"Close"</button>
                </p>
            </form>
        </dialog>
    }
}

fn what_changed(count: usize) -> String {
    match count {
        0 => "Nothing has changed since".to_owned(),
        1 => "1 change since".to_owned(),
        count => format!("{count} changes since"),
    }
}

#[component]
fn VersionRow(version: VersionName) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let at = version.at;
    let is_shown = move || {
        let shown = editor.versions.shown.read();
        shown.as_ref().is_some_and(|shown| shown.version.at == at)
    };
    let name = version.name.clone();
    view! {
        <label class="versions__row">
            <input
                type="radio"
                name="version"
                prop:checked=live(is_shown)
                on:change=run(move || editor.show_version(version.clone()))
            />
            <span>{date_and_time(at)}</span>
            <strong>{name}</strong>
        </label>
    }
}

/// What can be done with the version that is shown.
#[component]
fn VersionVerbs() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let name = RwSignal::new(String::new());
    let named = move || {
        let shown = editor.versions.shown.read();
        let version = shown.as_ref().map(|shown| shown.version.name.clone());
        version.unwrap_or_default()
    };
    view! {
        <div class="versions__verbs">
            <label for="version-name">"Name of this version"</label>
            <input
                type="text"
                id="version-name"
                autocomplete="off"
                prop:value=live(named)
                on:input=on_text(move |text| name.set(text))
            />
            <Button words="Name this version" press=run(move || editor.name_version(&name.get_untracked())) />
            <Button class="button button--primary" words="Restore" press=run(move || editor.restore_version()) />
        </div>
    }
}

#[component]
fn ChangeRow(change: Change) -> impl IntoView {
    let kind = match change.kind {
        ChangeKind::Added => "added",
        ChangeKind::Removed => "removed",
        ChangeKind::Changed => "changed",
        ChangeKind::Moved => "in another order",
    };
    let pieces = change.pieces.into_iter().map(|piece| match piece.kind {
        PieceKind::Same => view! { <span>{piece.text}</span> }.into_any(),
        PieceKind::Added => view! { <ins>{piece.text}</ins> }.into_any(),
        PieceKind::Removed => view! { <del>{piece.text}</del> }.into_any(),
    });
    view! {
        <li>
            <strong>{format!("{}: {kind}", change.label)}</strong>
            <p class="versions__words">{pieces.collect_any()}</p>
        </li>
    }
}
