//! What follows from the document: findings, completeness, the written blocks, their HTML. Always
//! computed, never stored; each follows only what it is made from.

use leptos::prelude::*;

use super::checking::Checking;
use super::document::{Document, Part};
use super::open_draft::{Editor, Target};
use crate::checks::{self, Completeness, Finding, PartState};
use crate::markdown;
use crate::postmortem::{ExtraSection, Facet, Field, Place, RowId};
use crate::template::{Block, Guided, Need, TemplateId, guided_sections, layout};

/// One line of the section list.
#[derive(Clone, Debug, PartialEq)]
pub struct PartProgress {
    /// The form that it leads to.
    pub target: Target,
    /// Its name.
    pub name: String,
    /// How far it is; `None` while that is not known.
    pub state: Option<PartState>,
    /// Whether it is an extra section, which nothing is asked of.
    pub is_own: bool,
    /// Whether the template asks for it.
    pub is_optional: bool,
}

impl Editor {
    /// The forms in document order, with how far each is.
    pub fn progress(self) -> Memo<Vec<PartProgress>> {
        Memo::new(move |_| {
            let template = self.template();
            let is_checked = self.checking.is_checked();
            let findings = self.findings.read();
            self.document.track(Part::Extras);
            self.document.with(|document| {
                let blocks = layout(document, template);
                let mut unnamed = 0_usize;
                let mut untitled = || {
                    unnamed = unnamed.saturating_add(1);
                    match unnamed {
                        1 => "Untitled section".to_owned(),
                        count => format!("Untitled section {count}"),
                    }
                };
                let progress = |block: &Block<'_>| match block {
                    Block::Guided(_, None) => None,
                    Block::Guided(guided, Some(extra)) => Some(PartProgress {
                        target: Target::Extra(extra.id),
                        name: extra.heading.trim().to_owned(),
                        state: is_checked.then(|| checks::guided_state(Some(extra), &findings)),
                        is_own: false,
                        is_optional: guided.need == Need::Optional,
                    }),
                    Block::Part(part) => Some(PartProgress {
                        target: Target::Part(part.section),
                        name: part.heading.to_owned(),
                        state: is_checked
                            .then(|| checks::part_state(document, template, part, &findings)),
                        is_own: false,
                        is_optional: part.need == Need::Optional,
                    }),
                    Block::Extra(extra) => Some(PartProgress {
                        target: Target::Extra(extra.id),
                        name: match extra.heading.trim() {
                            "" => untitled(),
                            heading => heading.to_owned(),
                        },
                        state: None,
                        is_own: true,
                        is_optional: true,
                    }),
                };
                blocks.iter().filter_map(progress).collect()
            })
        })
    }

    /// The forms in document order.
    pub fn targets(self) -> Memo<Vec<Target>> {
        Memo::new(move |_| {
            let template = self.template();
            self.document.track(Part::Extras);
            self.document.with(|document| {
                let blocks = layout(document, template);
                blocks.iter().filter_map(target_of).collect()
            })
        })
    }

    /// The whole document as Markdown.
    pub fn markdown(self) -> Memo<String> {
        Memo::new(move |_| {
            self.document.track(Part::Whole);
            let (template, options) = (self.template(), self.session.write_options());
            self.document
                .with(|document| markdown::write_with(document, template, options))
        })
    }

    /// The findings of one place that may be shown now: those of a field that the person has left,
    /// or all of them once a check was asked for.
    pub fn shown_findings(self, place: Place) -> Memo<Vec<Finding>> {
        Memo::new(move |_| {
            if !self.was_checked.get() && !self.left.read().contains(&place) {
                return Vec::new();
            }
            self.findings_by_place.with(|findings| {
                let findings = of_place(findings, place).iter();
                let unwaived = findings.filter(|finding| finding.waived.is_none());
                unwaived.cloned().collect()
            })
        })
    }

    /// Whether a place is to be called invalid: only once a check was asked for.
    /// A finding about one of the inputs of a place says nothing of the others.
    pub fn is_invalid(self, place: Place, facet: Facet) -> bool {
        let has_finding = |findings: &Vec<Finding>| {
            let findings = of_place(findings, place).iter();
            let mut open = findings.filter(|finding| finding.counts());
            open.any(|finding| match finding.facet {
                Some(meant) => meant == facet,
                None => place.row.is_none() || facet == Facet::Text,
            })
        };
        self.was_checked.get() && self.findings_by_place.with(has_finding)
    }

    /// What the template asks for in an extra section; `None` for one of the person's own.
    pub fn guided(self, id: RowId) -> Option<&'static Guided> {
        let template = self.template_untracked();
        self.document.with(|document| {
            let mut guided = guided_sections(document, template);
            let is_it = |text: Option<&ExtraSection>| text.is_some_and(|extra| extra.id == id);
            guided.find_map(|(guided, text)| is_it(text).then_some(guided))
        })
    }
}

/// The findings in order of their places, for [`of_place`].
pub(super) fn by_place(findings: RwSignal<Vec<Finding>>) -> Memo<Vec<Finding>> {
    Memo::new(move |_| {
        let mut findings = findings.get();
        findings.sort_by_key(|finding| finding.place);
        findings
    })
}

/// The findings of one place, out of findings in order of their places.
fn of_place(findings: &[Finding], place: Place) -> &[Finding] {
    let from = findings.partition_point(|finding| finding.place < place);
    let findings = findings.get(from..).unwrap_or_default();
    let count = findings.partition_point(|finding| finding.place == place);
    findings.get(..count).unwrap_or_default()
}

/// How much is complete; `before` until the first answer of the checks.
pub(super) fn completeness(
    document: Document,
    template: RwSignal<TemplateId>,
    findings: RwSignal<Vec<Finding>>,
    checking: Checking,
    before: Completeness,
) -> Memo<Completeness> {
    Memo::new(move |_| {
        if !checking.is_checked() {
            return before;
        }
        let findings = findings.read();
        let template = template.get().template();
        document.with(|document| checks::completeness(document, template, &findings))
    })
}

/// The form that holds a place.
pub(super) fn target_holding(editor: Editor, place: Place) -> Option<Target> {
    if let (Field::Extra, Some(row)) = (place.field, place.row) {
        return Some(Target::Extra(row));
    }
    let part = editor.template_untracked().part_of(place.field)?;
    Some(Target::Part(part.section))
}

pub(super) fn target_of(block: &Block<'_>) -> Option<Target> {
    match block {
        Block::Part(part) => Some(Target::Part(part.section)),
        Block::Guided(_, text) => text.map(|extra| Target::Extra(extra.id)),
        Block::Extra(extra) => Some(Target::Extra(extra.id)),
    }
}
