//! The second copy of each draft: compared with the first when the page starts, and written behind
//! every save. Nothing is written there before the two were compared, so that what only the second
//! place still holds is not written over.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::notice::NoticeKind;
use super::open_draft::Editor;
use super::save_state::only_once;
use super::session::{Screen, Session};
use super::words::title_or_untitled;
use crate::browser::{DraftStorage, Shelf};
use crate::copies::{Settled, WhyMirror, settle};
use crate::draft::{Draft, DraftId};

/// How it stands with the second place.
pub(super) enum Second {
    /// It is being compared with the first; who waits for it.
    Comparing(Vec<Waiting>),
    /// It is in use. Of these drafts only it holds the newer copy, which found no room in the first
    /// place: they are not written to it.
    InUse(Vec<DraftId>),
    /// It is not to be had until the page starts again; with the reason.
    Absent(String),
}

impl Default for Second {
    fn default() -> Self {
        Self::Comparing(Vec::new())
    }
}

/// A draft that is to be copied.
pub(super) struct Waiting {
    id: DraftId,
    /// Told whether it was written.
    done: Box<dyn FnOnce(bool)>,
}

impl Editor {
    /// What happened, what is safe and what to do, when the draft is not kept, or in one place only.
    pub fn save_problem(self) -> Option<String> {
        let problem = self.save_state.with(|state| state.problem());
        problem.or_else(|| {
            self.session
                .only_once
                .with(|reason| reason.as_deref().map(only_once))
        })
    }
}

impl Session {
    /// Copies the record of a draft to the second place, and says whether it is there.
    pub(super) fn copy_then(self, id: &DraftId, done: impl FnOnce(bool) + 'static) {
        self.copy(Waiting {
            id: id.clone(),
            done: Box::new(done),
        });
    }

    fn copy(self, waiting: Waiting) {
        let now = self.second.try_update_value(|second| match second {
            Second::Comparing(all) => {
                all.push(waiting);
                None
            }
            Second::InUse(untouched) if untouched.contains(&waiting.id) => Some((
                waiting,
                Some("it holds a newer copy that has no room here".to_owned()),
            )),
            Second::InUse(_) => Some((waiting, None)),
            Second::Absent(reason) => Some((waiting, Some(reason.clone()))),
        });
        if let Some((waiting, why_not)) = now.flatten() {
            self.copy_now(waiting, why_not);
        }
    }

    /// Removes a draft for good from both places.
    pub(super) fn remove(self, id: &DraftId) {
        if let Some(storage) = self.storage.get_value() {
            storage.remove(id);
            // Before the two places were compared, comparing them sees to it.
            if self
                .second
                .with_value(|second| matches!(second, Second::InUse(_)))
            {
                let id = id.clone();
                spawn_local(async move { self.remove_copy(storage, &id).await });
            }
        }
    }

    /// Compares both places and has the newer copy of each draft in both.
    pub(super) fn settle_copies(self) {
        let Some(storage) = self.storage.get_value() else {
            return;
        };
        spawn_local(async move {
            let mirror = self.mirror.get_value();
            let second = match mirror.texts(Shelf::Drafts, "").await {
                Ok(copies) => Second::InUse(self.settle_all(storage, copies).await),
                Err(reason) => Second::Absent(reason),
            };
            let before = self
                .second
                .try_update_value(|now| std::mem::replace(now, second));
            if let Some(Second::Comparing(waiting)) = before {
                waiting.into_iter().for_each(|waiting| self.copy(waiting));
            }
        });
    }

    /// The drafts whose newer copy stays in the second place only.
    async fn settle_all(
        self,
        storage: DraftStorage,
        mut copies: Vec<(String, String)>,
    ) -> Vec<DraftId> {
        for id in storage.gone() {
            copies.retain(|(key, _)| *key != id.0);
            if storage.record(&id).is_none() {
                self.remove_copy(storage, &id).await;
            } else {
                storage.gone_everywhere(&id);
            }
        }
        let mut all = storage.ids();
        all.extend(copies.iter().map(|(key, _)| DraftId(key.clone())));
        all.sort_unstable();
        all.dedup();

        let (mut news, mut changed, mut untouched) = (Vec::new(), Vec::new(), Vec::new());
        for id in all {
            let copy = copies.iter().find(|(key, _)| *key == id.0);
            let first = storage.record(&id);
            match settle(first.as_deref(), copy.map(|(_, text)| text.as_str())) {
                Settled::Nothing => {}
                // The list knows it by its length, and may show it still.
                Settled::Unreadable => storage.forget(&id),
                Settled::ToMirror => self.copy_then(&id, |_| {}),
                Settled::FromMirror { draft, why } => {
                    if self.put_back(storage, &draft, why, &mut news) {
                        changed.push(id);
                    } else {
                        untouched.push(id);
                    }
                }
                Settled::Both {
                    newer_in_mirror,
                    other,
                } => {
                    news.push(self.keep_other(&other));
                    match newer_in_mirror {
                        None => self.copy_then(&id, |_| {}),
                        Some(draft) => {
                            if self.put_back(storage, &draft, WhyMirror::Older, &mut news) {
                                changed.push(id);
                            } else {
                                untouched.push(id);
                            }
                        }
                    }
                }
            }
        }
        self.show_settled(&changed, &news);
        untouched
    }

    /// Writes the mirror's copy to the first place; false when there is no room.
    fn put_back(
        self,
        storage: DraftStorage,
        draft: &Draft,
        why: WhyMirror,
        news: &mut Vec<String>,
    ) -> bool {
        let title = title_or_untitled(&draft.postmortem);
        let is_back = storage.write(&draft.id, &draft.encode()).is_ok();
        news.push(match (is_back, why) {
            (false, _) => format!(
                "A newer copy of “{title}” is safe in this browser, but there is no room to open it: \
                 delete drafts for good, and reload the page"
            ),
            (true, WhyMirror::Lost) => {
                format!("“{title}” was missing, and is back from its second copy")
            }
            (true, WhyMirror::Damaged) => {
                format!("The record of “{title}” was damaged, and is whole again from its second copy")
            }
            (true, WhyMirror::Older) => format!(
                "The browser was stopped before it had kept all of “{title}”. Nothing is missing: the \
                 rest came from its second copy"
            ),
        });
        is_back
    }

    /// Makes a draft of its own of a copy that went its own way.
    fn keep_other(self, other: &Draft) -> String {
        let title = title_or_untitled(&other.postmortem);
        let mut copy = self.fresh(other.postmortem.clone(), other.template.clone());
        copy.deleted = other.deleted;
        copy.postmortem.overview.title = format!("{title} (recovered)");
        // Not kept is not lost: it is held, and the list says so.
        let _ = self.keep(&copy, 0);
        format!(
            "There were two versions of “{title}”. The other one is kept as “{title} (recovered)”"
        )
    }

    /// Shows what comparing has changed.
    fn show_settled(self, changed: &[DraftId], news: &[String]) {
        self.refresh();
        if !news.is_empty() {
            self.notify(NoticeKind::Done, news.join(". "));
        }
        let Screen::Draft(id) = self.screen.get_untracked() else {
            return;
        };
        if changed.contains(&id) {
            match self.open.get_value() {
                Some(editor) => editor.stored_elsewhere(None),
                // It did not open before.
                None => self.screen.update(|_| {}),
            }
        }
    }

    fn copy_now(self, Waiting { id, done }: Waiting, why_not: Option<String>) {
        let storage = self.storage.get_value();
        let record = storage.and_then(|storage| storage.record(&id));
        spawn_local(async move {
            let copied = match (why_not, record) {
                (Some(reason), _) => Err(reason),
                (None, Some(record)) => {
                    let mirror = self.mirror.get_value();
                    mirror.put(Shelf::Drafts, &id.0, &record).await
                }
                // Removed in this instant.
                (None, None) => Ok(()),
            };
            let is_copied = copied.is_ok();
            if self.only_once.get_untracked() != copied.clone().err() {
                self.only_once.set(copied.err());
            }
            done(is_copied);
        });
    }

    async fn remove_copy(self, storage: DraftStorage, id: &DraftId) {
        let mirror = self.mirror.get_value();
        let prefix = format!("{}:", id.0);
        let is_gone = mirror.remove_all(Shelf::Versions, &prefix).await.is_ok();
        let copy = mirror
            .remove(Shelf::Drafts, std::slice::from_ref(&id.0))
            .await;
        if is_gone && copy.is_ok() {
            storage.gone_everywhere(id);
        }
    }
}
