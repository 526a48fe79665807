//! The document is checked beside the page, after each pause in typing.

use leptos::prelude::*;

use super::open_draft::Editor;
use super::session::Session;
use crate::browser::BesideProblem;
use crate::checks::{Completeness, Finding, completeness};
use crate::draft::{DraftId, DraftSummary};
use crate::postmortem::Postmortem;
use crate::reader::{CheckAnswer, CheckRequest, Message};

/// Who asks for the findings of the open draft, what is private in it, and those of a draft in the
/// list.
const FINDINGS: &str = "findings";
const PUBLISHING: &str = "publishing";
const LISTED: &str = "listed";

/// How it stands with the checks of the open draft.
#[derive(Clone, Copy)]
pub struct Checking {
    /// Counts the answers.
    answers: RwSignal<u32>,
    /// Why there is none to the last question; `None` when there is.
    problem: RwSignal<Option<BesideProblem>>,
    /// Counts the changes of the document.
    changes: StoredValue<u32>,
    /// The change that the last answer is about.
    checked: StoredValue<Option<u32>>,
}

impl Checking {
    pub(super) fn new() -> Self {
        Self {
            answers: RwSignal::new(0),
            problem: RwSignal::new(None),
            changes: StoredValue::new(0),
            checked: StoredValue::new(None),
        }
    }

    /// Whether the findings are known, as of some pause.
    pub(super) fn is_checked(self) -> bool {
        self.answers.get() > 0
    }

    /// Notes that the document has changed.
    pub(super) fn note_change(self) {
        let _ = self
            .changes
            .try_update_value(|changes| *changes = changes.wrapping_add(1));
    }

    /// Whether the last answer is about the document as it is.
    fn is_current(self) -> bool {
        self.checked.try_get_value().flatten() == self.changes.try_get_value()
    }
}

/// What is to be looked at before a document leaves the house.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Publishing {
    /// What is not for everyone's eyes.
    pub private: Vec<Finding>,
    /// What the public version does not have, in words.
    pub left_out: Vec<String>,
    /// Whether the two above are known.
    pub is_known: bool,
    /// Why they are not.
    pub problem: Option<&'static str>,
}

impl Editor {
    /// Has the document checked as it is now.
    pub fn check_again(self) {
        let asked_at = self.checking.changes.get_value();
        self.ask(FINDINGS, false, move |answer| match answer {
            Ok(answer) => self.take_findings(answer, asked_at),
            Err(problem) => {
                let _ = self.checking.problem.try_set(Some(problem));
            }
        });
    }

    /// Why the findings are not known, or not as of now: what is the matter, and what is safe.
    pub fn check_problem(self) -> Option<&'static str> {
        self.checking.problem.get().map(explain)
    }

    /// Whether the first answer is still to come.
    pub fn is_first_check(self) -> bool {
        !self.checking.is_checked() && self.checking.problem.get().is_none()
    }

    fn take_findings(self, answer: CheckAnswer, asked_at: u32) {
        // The draft may have been closed meanwhile.
        let Some(is_news) = self
            .findings
            .try_with_untracked(|now| *now != answer.findings)
        else {
            return;
        };
        self.checking.checked.set_value(Some(asked_at));
        if is_news {
            self.findings.set(answer.findings);
        }
        if self.checking.problem.get_untracked().is_some() {
            self.checking.problem.set(None);
        }
        self.checking
            .answers
            .update(|answers| *answers = answers.saturating_add(1));
        if self.checking.is_current() && self.is_open() {
            let id = self.draft.with_value(|draft| draft.id.clone());
            let done = self.completeness.get_untracked();
            self.session.note_completeness(&id, done);
        }
    }

    /// How complete the draft is, where the checks have seen it as it is.
    pub(super) fn current_completeness(self) -> Option<Completeness> {
        let is_known = self.checking.is_current();
        is_known.then(|| self.completeness.get_untracked())
    }

    /// Runs whatever asks for this again after each pause in typing, and when the template changes.
    pub fn follow_pauses(self) {
        self.settled.track();
        self.template_id.track();
    }

    /// Looks for what is private, and for what the public version leaves out, once the person is
    /// about to export.
    pub fn look_before_publishing(self) {
        self.ask(PUBLISHING, true, move |answer| {
            let _ = self.publishing.try_set(match answer {
                Ok(answer) => Publishing {
                    private: unwaived(answer.findings),
                    left_out: answer.left_out,
                    is_known: true,
                    problem: None,
                },
                Err(problem) => Publishing {
                    problem: Some(explain(problem)),
                    ..Publishing::default()
                },
            });
        });
    }

    /// Does something with what is private in the document as it is now, and its public version.
    pub(super) fn before_publishing(self, act: impl FnOnce(Vec<Finding>, Postmortem) + 'static) {
        self.ask(PUBLISHING, true, move |answer| match answer {
            Ok(CheckAnswer {
                findings,
                public: Some(public),
                ..
            }) => act(unwaived(findings), *public),
            Ok(_) => {}
            Err(problem) => self
                .session
                .notify(super::NoticeKind::Problem, explain(problem).to_owned()),
        });
    }

    fn ask(
        self,
        from: &'static str,
        is_publishing: bool,
        take: impl FnOnce(Result<CheckAnswer, BesideProblem>) + 'static,
    ) {
        let template = self.template_id.get_untracked();
        let request = CheckRequest::new(template, is_publishing);
        let message = self.document.with(|document| request.encode(document));
        self.session.ask_checker(from, message, take);
    }
}

impl Session {
    fn ask_checker(
        self,
        from: &'static str,
        message: Message,
        take: impl FnOnce(Result<CheckAnswer, BesideProblem>) + 'static,
    ) {
        let decoded =
            move |answer: Result<Message, BesideProblem>| {
                take(answer.and_then(|message| {
                    CheckAnswer::decode(&message).ok_or(BesideProblem::Stopped)
                }));
            };
        self.checker
            .with_value(|checker| checker.ask_in_turn(from, message, decoded));
    }

    /// Has the sections of the next draft of the list counted whose count is not known, as long as
    /// the list is on the screen.
    pub fn count_sections(self) {
        // The answer brings the next one.
        self.library.track();
        if self.checker.with_value(|checker| checker.is_busy(LISTED)) {
            return;
        }
        let is_unknown = |draft: &&DraftSummary| draft.of == 0 && draft.deleted.is_none();
        let next = self.library.with_untracked(|library| {
            let mut unknown = library.drafts.iter().filter(is_unknown);
            let state = |draft: &DraftSummary| (draft.id.clone(), draft.revision);
            let is_untried = |draft: &&DraftSummary| {
                self.counted
                    .with_value(|tried| !tried.contains(&state(draft)))
            };
            unknown.find(is_untried).map(state)
        });
        let Some((id, revision)) = next else { return };
        // Each is tried once: what cannot be counted is shown without a count.
        self.counted
            .update_value(|tried| tried.push((id.clone(), revision)));
        let Ok((draft, _)) = self.load(&id) else {
            return self.library.notify();
        };
        let template = draft.template.clone();
        let message = CheckRequest::new(template.clone(), false).encode(&draft.postmortem);
        self.ask_checker(LISTED, message, move |answer| {
            let Ok(answer) = answer else { return };
            let document = &draft.postmortem;
            let done = completeness(document, template.template(), &answer.findings);
            let listed = self.load(&id).map(|(draft, _)| draft.revision);
            if listed == Ok(draft.revision) && done.of > 0 {
                self.note_completeness(&id, done);
            } else {
                self.library.notify();
            }
        });
    }

    /// Shows in the list how complete a draft is.
    fn note_completeness(self, id: &DraftId, done: Completeness) {
        let is_news = self.library.with_untracked(|library| {
            let mut drafts = library.drafts.iter();
            let known = drafts.find(|draft| draft.id == *id);
            known.is_some_and(|known| (known.complete, known.of) != (done.complete, done.of))
        });
        if !is_news {
            return;
        }
        if let Some(storage) = self.storage.get_value() {
            storage.note_sections(id, done.complete, done.of);
        }
        self.library.update(|library| {
            let drafts = library.drafts.iter_mut();
            for draft in drafts.filter(|draft| draft.id == *id) {
                (draft.complete, draft.of) = (done.complete, done.of);
            }
        });
    }
}

fn unwaived(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.retain(|finding| finding.waived.is_none());
    findings
}

/// What is the matter, what is safe, and what to do.
fn explain(problem: BesideProblem) -> &'static str {
    match problem {
        BesideProblem::NotLoaded => {
            "The part of this page that checks could not be loaded. What you write is kept all the \
             same. Check that you are online, then try again"
        }
        BesideProblem::Stopped => {
            "The checks stopped over this document because of a fault in the editor. What you write \
             is kept all the same, and you can export it"
        }
    }
}
