//! What is missing, inconsistent or unclear, with the way there.

use crate::views::button::Button;
use crate::views::erased::{CollectAny, dynamic, live, run};
use leptos::prelude::*;

use crate::checks::{Finding, Kind};
use crate::editor::Editor;
use crate::postmortem::Field;

/// The findings, section by section.
#[component]
pub(super) fn FindingsPanel() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let groups = move || {
        let template = editor.template();
        let mut groups: Vec<(&'static str, Vec<Finding>)> = Vec::new();
        for finding in editor.findings.read().iter() {
            let name = match finding.place.field {
                Field::Extra => "Your own sections",
                field => template
                    .part_of(field)
                    .map_or("Elsewhere", |part| part.heading),
            };
            match groups.iter_mut().find(|(group, _)| *group == name) {
                Some((_, findings)) => findings.push(finding.clone()),
                None => groups.push((name, vec![finding.clone()])),
            }
        }
        groups
    };
    let heading = move || match editor.findings.with(Vec::len) {
        0 => "Nothing is missing".to_owned(),
        1 => "One finding".to_owned(),
        count => format!("{count} findings"),
    };
    view! {
        <div class="findings">
            <h2 id="findings-heading" tabindex="-1">{live(heading)}</h2>
            <p class="findings__about">
                {live(move || if editor.findings.with(Vec::is_empty) {
                    "The checks found nothing to add. Read it once more as someone who was not there, \
                     then export it"
                } else {
                    "You can export at any time: nothing here stands in the way"
                }.to_owned())}
            </p>
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

/// A finding's kind, as an attribute for its colour.
fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Missing => "missing",
        Kind::Inconsistent => "inconsistent",
        Kind::Unclear => "unclear",
    }
}

#[component]
fn FindingRow(finding: Finding) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let check = finding.check;
    let (place, facet) = (finding.place, finding.facet);
    let go_name = format!("Go to field: {}", finding.message);
    view! {
        <li class="finding" data-kind=kind_key(check.kind)>
            <p class="finding__message">
                <span class="finding__kind">{check.kind.label()}</span>
                {finding.message}
            </p>
            <div class="finding__verbs">
                <Button class="button button--small" words="Go to field" name=go_name press=run(move || editor.go_to_facet(place, facet)) />
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
                <p class="field__finding" data-kind=kind_key(finding.check.kind)>{finding.message}</p>
            }).collect_any())}
        </div>
    }
}
