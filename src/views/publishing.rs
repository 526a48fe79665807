//! What to look at before a document leaves the house, in the export dialog.

use leptos::prelude::*;

use super::button::Button;
use super::erased::{CollectAny, dynamic, live, run, show};
use crate::checks::Finding;
use crate::editor::Editor;

/// What is not for everyone's eyes, with masks; and the version without it.
#[component]
pub(super) fn PublishingFacts() -> impl IntoView {
    let editor = expect_context::<Editor>();
    // Nothing is looked for while the dialog is closed.
    let private = Memo::new(move |_| match editor.is_exporting.get() {
        true => editor.private_findings(),
        false => Vec::new(),
    });
    let left_out = Memo::new(move |_| match editor.is_exporting.get() {
        true => editor.left_out_of_public(),
        false => Vec::new(),
    });
    let title = move || match private.with(Vec::len) {
        0 => "Nothing private was found".to_owned(),
        1 => "1 place is not for everyone’s eyes".to_owned(),
        count => format!("{count} places are not for everyone’s eyes"),
    };
    view! {
        <details class="publishing">
            <summary>{live(title)}</summary>
            {show(move || private.with(|all| !all.is_empty()), move || view! {
                <ul class="publishing__list">
                    {dynamic(move || private.get().into_iter().map(private_row).collect_any())}
                </ul>
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

fn private_row(finding: Finding) -> AnyView {
    let editor = expect_context::<Editor>();
    let mask = finding.replacement.as_ref().map(|replacement| {
        let words = format!("Mask as {}", replacement.new);
        let name = format!("{words}: {}", finding.message);
        let finding = finding.clone();
        view! { <Button class="button button--small" words name press=run(move || editor.mend(&finding)) /> }
    });
    view! {
        <li>
            {finding.message.clone()}
            " "
            {mask.collect_any()}
        </li>
    }
    .into_any()
}
