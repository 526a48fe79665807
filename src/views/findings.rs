//! What is missing, inconsistent or unclear, with the way there.

use crate::views::button::Button;
use crate::views::erased::{CollectAny, dynamic, live, on, on_text, run, show};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::checks::{Finding, Kind};
use crate::editor::{Editor, FindingCount};
use crate::postmortem::Field;
use crate::template::Template;

/// The findings, section by section.
#[component]
pub(super) fn FindingsPanel() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let groups = move || {
        let template = editor.template();
        let mut groups: Vec<(&'static str, Vec<Finding>)> = Vec::new();
        for finding in editor.findings.read().iter() {
            let name = part_name(template, finding.place.field);
            match groups.iter_mut().find(|(group, _)| *group == name) {
                Some((_, findings)) => findings.push(finding.clone()),
                None => groups.push((name, vec![finding.clone()])),
            }
        }
        for (_, findings) in &mut groups {
            findings.sort_by_key(rank);
        }
        groups
    };
    let heading = move || {
        let FindingCount { open, hints } = editor.finding_count();
        let open = match open {
            0 => "Nothing is missing".to_owned(),
            1 => "One finding".to_owned(),
            count => format!("{count} findings"),
        };
        match hints {
            _ if editor.is_first_check() => "Checking…".to_owned(),
            _ if editor.finding_count() == FindingCount::default()
                && editor.check_problem().is_some() =>
            {
                "Not checked".to_owned()
            }
            0 => open,
            1 => format!("{open}, one hint"),
            count => format!("{open}, {count} hints"),
        }
    };
    view! {
        <div class="findings">
            <h2 id="findings-heading" tabindex="-1">{live(heading)}</h2>
            <p class="findings__about">
                {live(move || if let Some(problem) = editor.check_problem() {
                    problem
                } else if editor.is_first_check() {
                    ""
                } else if editor.finding_count().open == 0 {
                    "The checks found nothing to add. Read it once more as someone who was not there, \
                     then export it"
                } else {
                    "You can export at any time: nothing here stands in the way"
                }.to_owned())}
            </p>
            {show(move || editor.check_problem().is_some(), move || view! {
                <p><Button class="button button--small" words="Try again" press=run(move || editor.check_again()) /></p>
            })}
            {dynamic(move || groups().into_iter().map(|(name, findings)| view! {
                <section class="findings__group">
                    <h3>{name}</h3>
                    <ul>
                        {findings
                            .into_iter()
                            .map(|finding| view! { <FindingRow finding /> })
                            .collect_any()}
                    </ul>
                </section>
            }).collect_any())}
        </div>
    }
}

/// What the part is called that a field stands in.
pub(super) fn part_name(template: &Template, field: Field) -> &'static str {
    match field {
        Field::Extra => "Your own sections",
        field => template
            .part_of(field)
            .map_or("Elsewhere", |part| part.heading),
    }
}

/// A finding's kind, as an attribute for its colour.
fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Missing => "missing",
        Kind::Inconsistent => "inconsistent",
        Kind::Unclear => "unclear",
    }
}

/// Those that count first, then hints, then what was said not to apply.
fn rank(finding: &Finding) -> (bool, bool) {
    (finding.waived.is_some(), finding.is_hint)
}

#[component]
fn FindingRow(finding: Finding) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let check = finding.check;
    let name = |verb: &str| format!("{verb}: {}", finding.message);
    let kind = match &finding.waived {
        Some(_) => "Does not apply",
        None if finding.is_hint => "Hint",
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

/// The findings of one place, under its field.
#[component]
pub(super) fn FieldFindings(
    /// The place.
    place: crate::postmortem::Place,
    /// The element's identifier, for `aria-describedby`.
    id: String,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let findings = editor.shown_findings(place);
    view! {
        <div class="field__findings" id=id>
            {dynamic(move || findings.get().into_iter().map(|finding| view! {
                <p class="field__finding" data-kind=if finding.is_hint { "hint" } else { kind_key(finding.check.kind) }>
                    {finding.message}
                </p>
            }).collect_any())}
        </div>
    }
}
