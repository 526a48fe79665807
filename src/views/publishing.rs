//! What to look at before a document leaves the house, in the export dialog.

use leptos::prelude::*;

use super::button::Button;
use super::erased::{CollectAny, dynamic, live, run, show};
use super::findings::part_name;
use crate::checks::Finding;
use crate::editor::Editor;

/// What is not for everyone's eyes, with masks; and the version without it.
#[component]
pub(super) fn PublishingFacts() -> impl IntoView {
    let editor = expect_context::<Editor>();
    // Nothing is looked for while the dialog is closed.
    Effect::new(move |_| {
        if editor.is_exporting.get() {
            editor.follow_pauses();
            editor.look_before_publishing();
        }
    });
    let private = Memo::new(move |_| editor.publishing.with(|found| found.private.clone()));
    let left_out = Memo::new(move |_| editor.publishing.with(|found| found.left_out.clone()));
    let is_known = move || editor.publishing.with(|found| found.is_known);
    let problem = move || {
        editor
            .publishing
            .with(|found| found.problem.unwrap_or_default())
    };
    let title = move || match private.with(Vec::len) {
        _ if !problem().is_empty() => "What is private is not known".to_owned(),
        _ if !is_known() => "Looking for what is private…".to_owned(),
        0 => "Nothing private was found".to_owned(),
        1 => "1 place is not for everyone’s eyes".to_owned(),
        count => format!("{count} places are not for everyone’s eyes"),
    };
    view! {
        <details class="publishing">
            <summary>{live(title)}</summary>
            {show(move || !problem().is_empty(), move || view! {
                <p>{live(move || problem().to_owned())}</p>
                <Button class="button button--small" words="Try again" press=run(move || editor.look_before_publishing()) />
            })}
            {show(move || private.with(|all| !all.is_empty()), move || view! {
                <ul class="publishing__list">
                    {dynamic(move || private.get().into_iter().take(MOST_SHOWN).map(private_row).collect_any())}
                </ul>
                {live(move || match private.with(Vec::len).saturating_sub(MOST_SHOWN) {
                    0 => String::new(),
                    more => format!("{more} more are not listed here. "),
                })}
                <Button class="button button--small" words="Mask all in this draft" press=run(move || editor.mask_all()) />
            })}
            <h3>"Public version"</h3>
            <p>
                "The same document with people as roles and without what only your team can use. \
                 The draft stays as it is."
            </p>
            <ul class="publishing__list">
                {dynamic(move || left_out.get().into_iter().map(|words| view! { <li>{words}</li> }).collect_any())}
            </ul>
            <Button class="button button--small" words="Download the public version" press=run(move || editor.download_public()) />
        </details>
    }
}

/// How many private places are listed: all are masked at once.
const MOST_SHOWN: usize = 100;

fn private_row(finding: Finding) -> AnyView {
    let editor = expect_context::<Editor>();
    let mask = finding.replacement.as_ref().map(|replacement| {
        let words = format!("Mask as {}", replacement.new);
        let name = format!("{words}: {}", finding.message);
        let finding = finding.clone();
        view! { <Button class="button button--small" words name press=run(move || editor.mend(&finding)) /> }
    });
    let part = part_name(editor.template(), finding.place.field);
    view! {
        <li>
            {format!("{part}: {}", finding.message)}
            " "
            {mask.collect_any()}
        </li>
    }
    .into_any()
}
