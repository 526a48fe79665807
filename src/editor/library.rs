//! The drafts of this browser: made, copied, deleted, restored, kept.

use leptos::prelude::*;

use super::notice::NoticeKind;
use super::open_draft::Editor;
use super::session::Session;
use super::words::{explain, title_or_untitled};
use crate::browser::{self, Library, LoadProblem, SaveProblem};
use crate::checks::Completeness;
use crate::draft::{Draft, DraftId, DraftSummary, Millis, SCHEMA};
use crate::postmortem::{self, DocumentStatus, Entered, Postmortem};
use crate::template::TemplateId;

/// How long a deleted draft can be restored: thirty days, in milliseconds.
const KEPT_AFTER_DELETE_MS: u64 = 30 * 24 * 60 * 60 * 1000;

impl Session {
    /// Makes an empty draft and opens it.
    pub fn new_draft(self, template: TemplateId) {
        let mut postmortem = Postmortem::default();
        postmortem.overview.status = Entered::Known(DocumentStatus::Draft);
        self.add_and_open(postmortem, template);
    }

    /// Makes a draft of the finished example and opens it.
    pub fn open_example(self) {
        self.add_and_open(postmortem::example(), TemplateId::default());
    }

    /// Makes a copy of a draft.
    pub fn duplicate(self, id: &DraftId) {
        let Some(draft) = self.load_or_explain(id) else {
            return;
        };
        let mut copy = draft.postmortem;
        if !copy.overview.title.trim().is_empty() {
            copy.overview.title.push_str(" (copy)");
        }
        let draft = self.fresh(copy, draft.template);
        match self.keep(&draft, 0) {
            Ok(()) => self.notify(NoticeKind::Done, "The copy is the first in the list"),
            Err(_) => self.notify(
                NoticeKind::Problem,
                "The copy could not be saved: it is in this tab only, until you close it",
            ),
        }
    }

    /// Deletes a draft; it can be restored for thirty days.
    pub fn delete(self, id: &DraftId) {
        let name = self.mark_deleted(id, Some(browser::now()));
        let id = id.clone();
        if let Some(name) = name {
            self.notify_undo(format!("“{name}” is deleted"), move || {
                self.restore(&id)
            });
        }
    }

    /// Takes a deletion back.
    pub fn restore(self, id: &DraftId) {
        self.mark_deleted(id, None);
    }

    /// Deletes a draft for good, once the person has said so again: nothing brings it back, and the
    /// room that it took is free.
    pub fn delete_for_good(self, id: &DraftId, name: &str) {
        let question = format!("Delete “{name}” for good? Nothing brings it back.");
        if browser::confirm(&question) {
            self.held
                .update_value(|held| held.retain(|draft| draft.id != *id));
            self.remove(id);
            self.refresh();
        }
    }

    /// Offers the record of a draft that cannot be read as a file.
    pub fn download_record(self, id: &DraftId) {
        let record = self
            .storage
            .get_value()
            .and_then(|storage| storage.record(id));
        let name = format!("postmortem-draft-{}.json", id.0);
        match browser::download_text(&name, "application/json", &record.unwrap_or_default()) {
            Ok(()) => self.notify(NoticeKind::Done, format!("{name} is in your downloads")),
            Err(reason) => {
                self.notify(
                    NoticeKind::Problem,
                    format!("The file was not saved ({reason})"),
                );
            }
        }
    }

    /// Reads the list of drafts again.
    pub fn refresh(self) {
        let Some(storage) = self.storage.get_value() else {
            let held = self
                .held
                .with_value(|held| held.iter().map(summarise).collect());
            self.library.set(Library {
                drafts: held,
                damaged: Vec::new(),
            });
            return;
        };
        let mut library = storage.library(summarise);
        self.held.with_value(|held| {
            for draft in held {
                library.drafts.retain(|summary| summary.id != draft.id);
                library.drafts.push(summarise(draft));
            }
        });
        self.library.set(library);
    }

    /// The draft, from storage or from what could not be saved, with the revision that it was made
    /// from: when another is stored by now, saving it finds that out.
    pub(super) fn load(self, id: &DraftId) -> Result<(Draft, u64), LoadProblem> {
        let stored = match self.storage.get_value() {
            Some(storage) => storage.load(id),
            None => Err(LoadProblem::Absent),
        };
        match self.held_draft(id) {
            Some(draft) => {
                let base = draft.revision.saturating_sub(1);
                Ok((draft, base))
            }
            None => stored.map(|draft| {
                let base = draft.revision;
                (draft, base)
            }),
        }
    }

    /// How complete the list calls a draft.
    pub(super) fn listed_completeness(self, id: &DraftId) -> Completeness {
        self.library.with_untracked(|library| {
            let mut drafts = library.drafts.iter();
            let listed = drafts.find(|draft| draft.id == *id);
            listed.map_or_else(Completeness::default, |draft| Completeness {
                complete: draft.complete,
                of: draft.of,
            })
        })
    }

    /// What the list shows of a draft that is saved now.
    fn summary_of(self, draft: &Draft) -> DraftSummary {
        let id = |editor: &Editor| editor.draft.try_with_value(|draft| draft.id.clone());
        let open = self.open.get_value();
        let open = open.filter(|editor| id(editor).as_ref() == Some(&draft.id));
        let known = open.and_then(Editor::current_completeness);
        let known = known.unwrap_or_default();
        DraftSummary::new(draft, known.complete, known.of)
    }

    fn held_draft(self, id: &DraftId) -> Option<Draft> {
        let find = |held: &Vec<Draft>| held.iter().find(|draft| draft.id == *id).cloned();
        self.held.with_value(find)
    }

    /// Whether a draft could not be saved and is held in memory only.
    pub fn holds(self, id: &DraftId) -> bool {
        self.held_draft(id).is_some()
    }

    /// Saves a draft over revision `base` in both places; holds it in memory when it cannot be saved.
    pub(super) fn keep(self, draft: &Draft, base: u64) -> Result<(), KeepProblem> {
        let kept = self.store(draft, base);
        if kept.is_ok() {
            self.copy_then(&draft.id, |_| {});
        }
        kept
    }

    /// The same, in the first place only: the caller sees to the second.
    pub(super) fn store(self, draft: &Draft, base: u64) -> Result<(), KeepProblem> {
        let result = match self.storage.get_value() {
            Some(storage) => storage
                .save(draft, base, self.summary_of(draft))
                .map_err(KeepProblem::Save),
            None => Err(KeepProblem::NoStorage(
                self.storage_problem.get_value().unwrap_or_default(),
            )),
        };
        self.held.update_value(|held| {
            held.retain(|held| held.id != draft.id);
            if !matches!(
                result,
                Ok(()) | Err(KeepProblem::Save(SaveProblem::ChangedElsewhere))
            ) {
                held.push(draft.clone());
            }
        });
        self.refresh();
        result
    }

    /// A new draft of that document.
    pub(super) fn fresh(self, postmortem: Postmortem, template: TemplateId) -> Draft {
        let now = browser::now();
        let mut draft = Draft {
            schema: SCHEMA,
            id: browser::new_draft_id(),
            created: now,
            edited: now,
            template,
            postmortem,
            ..Draft::default()
        };
        self.sign(&mut draft, 1);
        draft
    }

    /// Gives a draft its next revision, saved by this run of the page.
    pub(super) fn sign(self, draft: &mut Draft, revision: u64) {
        self.writer
            .with_value(|writer| draft.sign(revision, writer));
    }

    /// The draft, or a notice that says why not.
    pub(super) fn load_or_explain(self, id: &DraftId) -> Option<Draft> {
        match self.load(id) {
            Ok((draft, _)) => Some(draft),
            Err(problem) => {
                self.notify(NoticeKind::Problem, explain(&problem));
                None
            }
        }
    }

    fn add_and_open(self, postmortem: Postmortem, template: TemplateId) {
        let draft = self.fresh(postmortem, template);
        // Not kept is not lost: the editor says so, and holds it.
        let _ = self.keep(&draft, 0);
        self.go_to_draft(&draft.id);
    }

    fn mark_deleted(self, id: &DraftId, deleted: Option<Millis>) -> Option<String> {
        let (mut draft, base) = match self.load(id) {
            Ok(found) => found,
            Err(problem) => {
                self.notify(NoticeKind::Problem, explain(&problem));
                return None;
            }
        };
        let held = self.held_draft(id);
        let before = draft.deleted;
        draft.deleted = deleted;
        self.sign(&mut draft, base.saturating_add(1));
        match self.keep(&draft, base) {
            Ok(()) | Err(KeepProblem::NoStorage(_)) => Some(title_or_untitled(&draft.postmortem)),
            Err(KeepProblem::Save(problem)) => {
                // What is held is what was held before, if anything: not what was refused here.
                self.held.update_value(|drafts| {
                    drafts.retain(|draft| draft.id != *id);
                    drafts.extend(held);
                });
                self.refresh();
                let verb = if before.is_none() {
                    "deleted"
                } else {
                    "restored"
                };
                let reason = match problem {
                    SaveProblem::ChangedElsewhere => {
                        "another tab has changed it, open it to keep both versions"
                    }
                    SaveProblem::Full => "the browser’s room for this page is used up",
                    SaveProblem::Refused(_) => "the browser refused",
                };
                self.notify(
                    NoticeKind::Problem,
                    format!("The draft was not {verb}: {reason}. It is as it was"),
                );
                None
            }
        }
    }

    pub(super) fn purge_old_deletions(self) {
        let Some(storage) = self.storage.get_value() else {
            return;
        };
        let now = browser::now();
        for summary in storage.library(summarise).drafts {
            let is_old = summary
                .deleted
                .is_some_and(|deleted| now.0.saturating_sub(deleted.0) > KEPT_AFTER_DELETE_MS);
            if is_old {
                self.remove(&summary.id);
            }
        }
    }
}

/// Why a draft was not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum KeepProblem {
    /// This browser keeps nothing; with its reason.
    NoStorage(String),
    /// It keeps drafts, but not this one now.
    Save(SaveProblem),
}

/// What the list shows of a draft of which nobody has counted the sections yet.
fn summarise(draft: &Draft) -> DraftSummary {
    DraftSummary::new(draft, 0, 0)
}
