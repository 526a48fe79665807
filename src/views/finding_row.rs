//! One finding, with what can be done about it.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::button::Button;
use super::erased::{CollectAny, live, on, on_text, run};
use crate::checks::{Finding, Kind};
use crate::editor::Editor;

/// A finding's kind, as an attribute for its colour.
pub(super) fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Missing => "missing",
        Kind::Inconsistent => "inconsistent",
        Kind::Unclear => "unclear",
    }
}

/// One finding in the panel: where it leads, what can be done about it, and why it is one.
#[component]
pub(super) fn FindingRow(
    /// The finding.
    finding: Finding,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let check = finding.check;
    let name = |verb: &str| format!("{verb}: {}", finding.message);
    let kind = match &finding.waived {
        Some(_) => "Does not apply",
        None if finding.is_hint => "Hint",
        None if check.is_about_privacy() => "Private",
        None => check.kind.label(),
    };
    let key = match finding.counts() {
        true => kind_key(check.kind),
        false => "hint",
    };
    let go = {
        let finding = finding.clone();
        run(move || editor.go_to_finding(&finding))
    };
    let mend = finding.replacement.as_ref().map(|replacement| {
        let (words, name) = (replacement.label(), name(&replacement.label()));
        let finding = finding.clone();
        view! { <Button class="button button--small" words name press=run(move || editor.mend(&finding)) /> }
    });
    let waiving = match &finding.waived {
        Some(_) => {
            let name = name("It applies");
            let finding = finding.clone();
            view! {
                <Button class="button button--small" words="It applies" name press=run(move || editor.unwaive(&finding)) />
            }
            .into_any()
        }
        None => view! { <Waiving finding=finding.clone() /> }.into_any(),
    };
    let go_name = name("Go to field");
    view! {
        <li class="finding" data-kind=key>
            <p class="finding__message">
                <span class="finding__kind">{kind}</span>
                {finding.message.clone()}
            </p>
            {finding.waived.clone().map(|reason| view! { <p class="finding__reason">{reason}</p> }).collect_any()}
            <div class="finding__verbs">
                <Button class="button button--small" words="Go to field" name=go_name press=go />
                {mend.collect_any()}
                {waiving}
                <details class="finding__why">
                    <summary>"Why?"</summary>
                    <p>{check.why}</p>
                    <p>{check.fix}</p>
                    <p class="finding__source">{format!("{} {} · {}", check.code, check.name, check.source)}</p>
                </details>
            </div>
        </li>
    }
}

/// Says that a finding does not apply, and why: without a reason it is not said.
#[component]
fn Waiving(finding: Finding) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let reason = RwSignal::new(String::new());
    let label = format!("Why it does not apply: {}", finding.message);
    let say = Callback::new(move |()| {
        if !reason.read_untracked().trim().is_empty() {
            editor.waive(&finding, &reason.read_untracked());
        }
    });
    let is_blank = move || reason.read().trim().is_empty().then(|| "true".to_owned());
    view! {
        <details class="finding__why">
            <summary>"Doesn’t apply…"</summary>
            <p class="finding__waive">
                <input
                    type="text"
                    aria-label=label
                    placeholder="Why, in a few words"
                    autocomplete="off"
                    on:input=on_text(move |text| reason.set(text))
                    on:keydown=on(move |event: KeyboardEvent| {
                        if event.key() == "Enter" && !event.is_composing() {
                            say.run(());
                        }
                    })
                />
                <button type="button" class="button button--small" aria-disabled=live(is_blank) on:click=run(move || say.run(()))>
                    "Keep with this reason"
                </button>
            </p>
        </details>
    }
}
