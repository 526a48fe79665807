//! The files of the editor itself: kept for times without a network, renewed on demand, in one file.

use leptos::prelude::*;

use super::notice::NoticeKind;
use super::save_state::SaveState;
use super::session::Session;
use crate::browser::{self, Offline};

impl Session {
    /// Follows how it stands with the files of the editor.
    pub(super) fn follow_offline(self) {
        self.offline.set(browser::offline());
        browser::on_offline_change(move || {
            let now = browser::offline();
            if now == Offline::OneFileFailed {
                self.notify(
                    NoticeKind::Problem,
                    "The file was not made: some file of the editor could not be loaded. Check that you \
                     are online, then try again. Your drafts are safe",
                );
            }
            self.offline.set(now);
        });
    }

    /// Saves what is open and begins anew with the version that waits; not while something cannot be
    /// saved.
    pub fn update_editor(self) {
        self.flush();
        let open = self.open.get_value();
        // A reload finds what is in the first place; the second gets what it lacks at the next start.
        let is_saved =
            open.is_none_or(|editor| editor.save_state.with_untracked(SaveState::is_stored));
        if is_saved && self.held.with_value(Vec::is_empty) {
            browser::take_update();
        } else {
            self.notify(
                NoticeKind::Problem,
                "The editor is not updated, because what you typed could not be saved. Export it first",
            );
        }
    }

    /// Downloads the editor as one file.
    pub fn download_editor(self) {
        browser::download_one_file();
    }
}
