//! Saving the open draft, and what other tabs do to it.

use leptos::prelude::*;

use super::library::KeepProblem;
use super::notice::NoticeKind;
use super::open_draft::Editor;
use super::save_state::SaveState;
use super::session::Screen;
use super::template_choice::offer_sections;
use crate::browser::{self, Debounce, DraftStorage, LoadProblem};
use crate::draft::Draft;
use crate::postmortem::Postmortem;

/// After how long a save that failed is tried again, in milliseconds.
const RETRY_MS: u32 = 5000;

impl Editor {
    /// Saves at once what is not saved yet.
    pub fn save_now(self) {
        // A timer may fire after the draft was closed; it was saved when it was.
        let Some(is_unsaved) = self
            .save_state
            .try_with_untracked(|state| !state.is_stored())
        else {
            return;
        };
        self.autosave.with_value(Debounce::cancel);
        if !is_unsaved {
            return;
        }
        let base = self.base.get_value();
        let draft = self.current_draft(base.saturating_add(1));
        // What came from another tab is stored already; to save it back would wake that tab in turn.
        let is_stored = self.draft.with_value(|stored| {
            let same = stored.postmortem == draft.postmortem && stored.template == draft.template;
            same && stored.revision == base
        });
        if is_stored {
            self.save_state.set(SaveState::Saved);
            return;
        }
        match self.session.store(&draft, base) {
            Ok(()) => {
                let (id, revision) = (draft.id.clone(), draft.revision);
                self.base.set_value(revision);
                self.draft.set_value(draft);
                self.save_state.set(SaveState::Copying);
                self.session
                    .copy_then(&id, move |is_copied| self.copied(revision, is_copied));
                self.keep_version_in_time();
            }
            Err(KeepProblem::NoStorage(reason)) => {
                self.save_state.set(SaveState::Unavailable(reason));
            }
            Err(KeepProblem::Save(problem)) => match SaveState::of_problem(problem) {
                Some(state) => {
                    self.save_state.set(state);
                    self.autosave
                        .with_value(|autosave| autosave.restart_after(RETRY_MS));
                }
                None => self.keep_as_copy(),
            },
        }
    }

    /// Says that a revision is in the second place too, or is not, where nothing was typed since.
    fn copied(self, revision: u64, is_copied: bool) {
        let is_waiting = self
            .save_state
            .try_with_untracked(|state| *state == SaveState::Copying);
        if is_waiting == Some(true) && self.base.try_get_value() == Some(revision) {
            self.save_state.set(if is_copied {
                SaveState::Saved
            } else {
                SaveState::Once
            });
        }
    }

    /// What another tab did to the storage entry `key` (all of them when `None`).
    pub(super) fn stored_elsewhere(self, key: Option<&str>) {
        let id = self.draft.with_value(|draft| draft.id.clone());
        if key.is_some_and(|key| !DraftStorage::is_key_of(key, &id)) {
            return;
        }
        match self.session.load(&id) {
            Ok((mut draft, revision)) if revision != self.base.get_value() => {
                if self.save_state.with_untracked(SaveState::is_stored) {
                    self.base.set_value(revision);
                    if draft.deleted.take().is_some() {
                        self.session.notify(
                            NoticeKind::Problem,
                            "This draft was deleted in another tab. Your next change here brings \
                             it back; without one it can be restored for thirty days",
                        );
                    }
                    self.use_template(draft.template.clone());
                    // Rows that the other tab has added have identities by now.
                    let free = offer_sections(&mut draft);
                    self.next_row.update_value(|next| *next = free.max(*next));
                    self.document.replace(draft.postmortem.clone());
                    self.forget_steps();
                    self.leave_what_is_gone();
                    self.draft.set_value(draft);
                    self.save_state.set(SaveState::Unchanged);
                }
                // Otherwise the next save finds out, and keeps both versions.
            }
            // Two tabs saved in one instant, each before it could see the other's record: the later
            // one stands, and this is the other.
            Ok((draft, _))
                if self
                    .draft
                    .with_value(|mine| mine.postmortem != draft.postmortem) =>
            {
                self.keep_as_copy();
            }
            // Of what this build cannot read, too, the next save makes a second version.
            Ok(_) | Err(LoadProblem::Unreadable(_)) => {}
            Err(LoadProblem::Absent) => {
                self.base.set_value(0);
                self.save_state.set(SaveState::Pending);
                self.save_now();
                self.session.notify(
                    NoticeKind::Problem,
                    "This draft was removed outside this page; what is on the screen is saved again",
                );
            }
        }
    }

    /// The draft as it is on the screen.
    pub(super) fn current_draft(self, revision: u64) -> Draft {
        let mut draft = self.draft.get_value();
        let (template, postmortem) = (
            self.template_id.get_untracked(),
            self.document.with(Postmortem::clone),
        );
        // Exporting saves too, and is no edit.
        if draft.template != template || draft.postmortem != postmortem {
            draft.edited = browser::now();
        }
        draft.template = template;
        draft.postmortem = postmortem;
        self.session.sign(&mut draft, revision);
        draft
    }

    /// Records the draft as exported.
    pub(super) fn mark_exported(self) {
        // First what was typed, so that the export counts as later than it.
        self.save_now();
        if !self.is_open() {
            return;
        }
        self.keep_version();
        self.draft.update_value(|draft| {
            draft.exported = Some(browser::now());
            // No longer what is stored.
            draft.revision = 0;
        });
        self.save_state.set(SaveState::Pending);
        self.save_now();
    }

    /// Another tab saved this draft since it was opened here: what is here becomes a draft of its
    /// own, so that both versions are kept.
    fn keep_as_copy(self) {
        let here = self.current_draft(1);
        let copy = self.session.fresh(here.postmortem, here.template);
        let _ = self.session.keep(&copy, 0);
        self.session.set_open(None);
        browser::set_address(&format!("/draft/{}", copy.id.0), false);
        self.session.screen.set(Screen::Draft(copy.id));
        self.session.notify(
            NoticeKind::Problem,
            "Another tab changed this draft too. Both versions are kept: what you typed here is now \
             a draft of its own",
        );
    }
}
