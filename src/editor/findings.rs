//! What a person does about a finding: goes to its words, takes other words, or says why it does not
//! apply.

use leptos::prelude::*;

use super::open_draft::Editor;
use crate::browser;
use crate::checks::{self, Finding};
use crate::postmortem::{Facet, Postmortem};

/// How many findings there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FindingCount {
    /// Those that somebody has to look at.
    pub open: usize,
    /// Those that may well be right as they stand.
    pub hints: usize,
}

impl Editor {
    /// How many findings there are, as of the last pause in typing.
    pub fn finding_count(self) -> FindingCount {
        self.findings.with(|findings| {
            let unwaived = findings.iter().filter(|finding| finding.waived.is_none());
            let hints = unwaived.clone().filter(|finding| finding.is_hint).count();
            FindingCount {
                open: unwaived.count().saturating_sub(hints),
                hints,
            }
        })
    }

    /// Moves the focus to the input that a finding is about, with its words selected.
    pub fn go_to_finding(self, finding: &Finding) {
        self.go_to_facet(finding.place, finding.facet);
        let Some(span) = finding.span.clone() else {
            return;
        };
        let facet = finding.facet.unwrap_or(Facet::Text);
        let text = self
            .document
            .with(|document| checks::text_at(document, finding.place, facet));
        let before = text.get(..span.start).unwrap_or_default().to_owned();
        let words = text.get(span).unwrap_or_default().to_owned();
        // Once the input has the focus.
        browser::after_paint(move || {
            browser::after_paint(move || browser::select_in_focus(&before, &words))
        });
    }

    /// Puts the words in place that a finding offers; a notice offers to take it back.
    pub fn mend(self, finding: &Finding) {
        let before = self.document.with(Postmortem::clone);
        let mut document = before.clone();
        if !checks::apply(&mut document, finding) {
            return;
        }
        self.replace_with_undo(document, before, "The words are replaced");
    }

    /// Masks everything private that is found; a notice offers to take it back.
    pub fn mask_all(self) {
        self.before_publishing(move |private, _| {
            let before = self.document.with(Postmortem::clone);
            let mut document = before.clone();
            let words = match checks::apply_all(&mut document, private) {
                1 => "1 place is masked".to_owned(),
                count => format!("{count} places are masked"),
            };
            self.replace_with_undo(document, before, words);
        });
    }

    /// Says why a finding does not apply. It is kept in the draft and in its Markdown.
    pub fn waive(self, finding: &Finding, reason: &str) {
        let waiver = finding.waiver(reason.trim());
        self.change_waivers(move |document| document.waivers.push(waiver));
    }

    /// Takes back that a finding does not apply.
    pub fn unwaive(self, finding: &Finding) {
        let finding = finding.clone();
        self.change_waivers(move |document| {
            document
                .waivers
                .retain(|waiver| !finding.is_covered_by(waiver));
        });
    }

    fn change_waivers(self, change: impl FnOnce(&mut Postmortem)) {
        let mut document = self.document.with(Postmortem::clone);
        change(&mut document);
        self.document.replace(document);
        self.check_again();
        browser::after_paint(|| {
            browser::focus_selector("#findings-heading");
        });
    }

    fn replace_with_undo(self, document: Postmortem, before: Postmortem, words: impl Into<String>) {
        let after = document.clone();
        self.document.replace(document);
        self.check_again();
        self.session.notify_undo(words.into(), move || {
            // What was written since stays.
            let is_untouched = self.document.with(|now| *now == after);
            if is_untouched {
                self.document.replace(before.clone());
            } else {
                self.session.notify(
                    super::NoticeKind::Problem,
                    "Not taken back, because the document was changed since. Take the words back by hand",
                );
            }
        });
    }
}
