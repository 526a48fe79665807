//! What is missing, inconsistent or unclear, with the way there.

use crate::views::button::Button;
use crate::views::erased::{CollectAny, dynamic, live, run, show};
use leptos::prelude::*;

use super::finding_row::{FindingRow, kind_key};
use crate::checks::Finding;
use crate::editor::{Editor, FindingCount};
use crate::postmortem::Field;
use crate::template::Template;

/// The findings, section by section.
#[component]
pub(super) fn FindingsPanel() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let most = RwSignal::new(AT_A_TIME);
    let hidden = move || {
        editor
            .findings
            .with(|all| all.len().saturating_sub(most.get()))
    };
    let groups = move || {
        let template = editor.template();
        let mut groups: Vec<(&'static str, Vec<Finding>)> = Vec::new();
        for finding in editor.findings.read().iter().take(most.get()) {
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
            {show(move || hidden() > 0, move || view! {
                <p>
                    <button type="button" class="button" on:click=run(move || most.update(|most| *most += AT_A_TIME))>
                        {live(move || format!("Show more ({} left)", hidden()))}
                    </button>
                </p>
            })}
        </div>
    }
}

/// How many findings are shown at a time: nobody reads a thousand, and a page is slow with them.
const AT_A_TIME: usize = 200;

/// What the part is called that a field stands in.
pub(super) fn part_name(template: &Template, field: Field) -> &'static str {
    match field {
        Field::Extra => "Your own sections",
        field => template
            .part_of(field)
            .map_or("Elsewhere", |part| part.heading),
    }
}

/// Those that count first, then hints, then what was said not to apply.
fn rank(finding: &Finding) -> (bool, bool) {
    (finding.waived.is_some(), finding.is_hint)
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
