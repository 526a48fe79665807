//! Into a folder of the person's machine, such as a clone of the repo. Nothing that is there is
//! written over before they have said so, and then only if it is still what they were told of.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{self, Folder};
use crate::delivery::RepoPath;
use crate::editor::open_draft::Editor;
use crate::editor::session::Session;

/// The identifier of the element that asks about a file that is there.
const CONFLICT: &str = "#export-conflict";
/// How many files beside one another are tried before giving up.
const MOST_NUMBERS: u32 = 99;

/// A file that stands where the document would go.
#[derive(Clone, Debug)]
pub(super) struct Conflict {
    folder: Folder,
    path: RepoPath,
    /// What is to be written.
    text: String,
    /// What the file held when the person was told of it.
    held: Vec<u8>,
}

/// What to do about a file that stands where the document would go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConflictAnswer {
    /// Write over it.
    Replace,
    /// Write a second file beside it.
    KeepBoth,
    /// Do nothing.
    Leave,
}

impl ConflictAnswer {
    /// Every answer, in the order of the buttons.
    pub const ALL: &'static [Self] = &[Self::KeepBoth, Self::Replace, Self::Leave];

    /// What stands on its button.
    pub fn label(self) -> &'static str {
        match self {
            Self::Replace => "Replace that file",
            Self::KeepBoth => "Save beside it",
            Self::Leave => "Save nothing",
        }
    }
}

impl Session {
    /// Whether this browser can save into folders.
    pub fn has_folders(self) -> bool {
        browser::has_folders()
    }

    pub(super) fn find_kept_folder(self) {
        let is_unknown = self.ways_out.folder.with_value(Option::is_none);
        if browser::has_folders() && is_unknown {
            spawn_local(async move {
                if let Some(folder) = browser::kept_folder().await {
                    self.use_folder(folder);
                }
            });
        }
    }

    /// Forgets the question about a file.
    pub(super) fn settle_conflict(self) -> Option<Conflict> {
        self.ways_out.conflict.set(String::new());
        self.ways_out.conflicting.try_update_value(Option::take)?
    }

    fn use_folder(self, folder: Folder) {
        self.ways_out.folder_name.set(folder.name());
        self.ways_out.folder.set_value(Some(folder));
    }
}

impl Editor {
    /// Saves the Markdown into the folder that is known, or into one that the person picks.
    pub fn save_into_folder(self, is_another: bool) {
        let session = self.session;
        session.settle_conflict();
        let path = match self.repo_path() {
            Ok(path) => path,
            Err(problem) => return session.ways_out.tell(problem),
        };
        let text = self.finished();
        spawn_local(async move {
            if let Some(folder) = self.folder(is_another).await {
                self.save(folder, path, text, None).await;
            }
        });
    }

    /// Does what the person has said about the file that is there.
    pub fn answer_conflict(self, answer: ConflictAnswer) {
        let Some(conflict) = self.session.settle_conflict() else {
            return;
        };
        browser::focus_selector("#export-folder");
        spawn_local(async move {
            let Conflict {
                folder,
                path,
                text,
                held,
            } = conflict;
            match answer {
                ConflictAnswer::Replace => self.save(folder, path, text, Some(held)).await,
                ConflictAnswer::KeepBoth => self.save_beside(folder, &path, text).await,
                ConflictAnswer::Leave => {
                    let words = format!("{} is as it was. Nothing was saved", path.as_str());
                    self.session.ways_out.tell(words);
                }
            }
        });
    }

    /// The folder to save into; `None` when there is none, which was told then.
    async fn folder(self, is_another: bool) -> Option<Folder> {
        let ways = self.session.ways_out;
        let known = match ways.folder.get_value() {
            _ if is_another => None,
            // The person may be faster than the database.
            None => browser::kept_folder().await,
            known => known,
        };
        let folder = match known {
            Some(folder) => folder,
            None => match browser::pick_folder().await {
                Ok(Some(folder)) => {
                    folder.keep().await;
                    self.session.use_folder(folder.clone());
                    folder
                }
                Ok(None) => {
                    ways.tell("No folder was chosen. Nothing was saved");
                    return None;
                }
                Err(reason) => {
                    ways.tell(format!(
                        "The browser opened no folder ({reason}). Nothing was saved: use Download"
                    ));
                    return None;
                }
            },
        };
        if folder.is_allowed().await {
            return Some(folder);
        }
        ways.tell(format!(
            "The browser may not write into “{}”. Nothing was saved: allow it when it asks, or \
             choose another folder",
            folder.name()
        ));
        None
    }

    /// Saves where nothing is, or what is there is what the person agreed to lose.
    async fn save(self, folder: Folder, path: RepoPath, text: String, agreed: Option<Vec<u8>>) {
        let place = format!("{} in “{}”", path.as_str(), folder.name());
        match folder.read(&path.parts()).await {
            Err(reason) => self.tell_unsaved(&place, &reason),
            Ok(Some(held)) if held == text.as_bytes() => {
                self.tell_way(format!("{place} holds this text already"));
            }
            Ok(Some(held)) if agreed.as_ref() != Some(&held) => {
                let lines = |bytes: &[u8]| bytes.iter().filter(|byte| **byte == b'\n').count();
                let words = format!(
                    "{place} is there already and holds another text: {} lines, and this one has {}",
                    lines(&held),
                    lines(text.as_bytes()),
                );
                let ways = self.session.ways_out;
                ways.tell("");
                ways.conflicting.set_value(Some(Conflict {
                    folder,
                    path,
                    text,
                    held,
                }));
                ways.conflict.set(words);
                browser::after_paint(|| {
                    browser::focus_selector(CONFLICT);
                });
            }
            Ok(_) => self.write(&folder, &path, &text, &place).await,
        }
    }

    async fn save_beside(self, folder: Folder, path: &RepoPath, text: String) {
        for number in 2..=MOST_NUMBERS {
            let path = path.numbered(number);
            let place = format!("{} in “{}”", path.as_str(), folder.name());
            match folder.read(&path.parts()).await {
                Ok(Some(held)) if held != text.as_bytes() => {}
                Ok(_) => return self.write(&folder, &path, &text, &place).await,
                Err(reason) => return self.tell_unsaved(&place, &reason),
            }
        }
        self.tell_unsaved(path.as_str(), "there are too many beside it");
    }

    async fn write(self, folder: &Folder, path: &RepoPath, text: &str, place: &str) {
        let parts = path.parts();
        let written = folder.write(&parts, text).await;
        // Only what is read back is called saved.
        let held = match written {
            Ok(()) => folder.read(&parts).await,
            Err(reason) => Err(reason),
        };
        match held {
            Ok(Some(held)) if held == text.as_bytes() => {
                self.tell_way(format!("Saved as {place}. Add and commit it there"));
            }
            Ok(_) => self.tell_unsaved(place, "something else changed it meanwhile"),
            Err(reason) => self.tell_unsaved(place, &reason),
        }
    }

    fn tell_unsaved(self, place: &str, reason: &str) {
        self.session.ways_out.tell(format!(
            "{place} could not be saved ({reason}). The draft is safe here: choose another folder, \
             or use Download"
        ));
    }
}
