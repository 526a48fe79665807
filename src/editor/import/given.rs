//! What is given to import: files that were picked, dropped or pasted, and text. Says of everything
//! that is no text why it is not imported.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::IMPORT_DIALOG_ID;
use super::work::Incoming;
use crate::browser::{self, GivenFile};
use crate::editor::session::{Screen, Session};
use crate::editor::text_file::{MOST_BYTES, read, refusal};

/// How much is read at a time, in bytes: what waits in the dialog is held in memory.
const MOST_AT_A_TIME: usize = 10 * MOST_BYTES;

/// What a pasted text is called.
const PASTED: &str = "Pasted text";

impl Session {
    /// Takes files that are dropped on the page, and what is pasted into the list of drafts.
    pub(in crate::editor) fn follow_given(self) {
        let is_hovered = self.import.is_hovered;
        let hover = move |is_over| {
            if is_over != is_hovered.get_untracked() {
                if is_over {
                    self.prepare_import();
                }
                is_hovered.set(is_over);
            }
        };
        browser::on_drop(hover, move |files| self.take_dropped(files));
        browser::on_paste(move |files, text| self.import_pasted(files, text));
    }

    /// A file that is dropped on a dialog for lines is lines.
    fn take_dropped(self, files: Vec<GivenFile>) {
        match self.open.get_value().filter(|editor| editor.is_pasting()) {
            Some(editor) => editor.take_dropped_lines(files),
            None => {
                // Else they would stand over another draft than the one that they are about.
                if !browser::is_dialog_open(&format!("#{IMPORT_DIALOG_ID}")) {
                    browser::close_dialogs();
                }
                self.import_files(files);
            }
        }
    }

    /// Imports the files that were picked in the input of `event`.
    pub fn import_picked(self, event: &leptos::ev::Event) {
        self.import_files(browser::picked_files(event));
    }

    /// Takes what was typed or pasted into the dialog as a text to import.
    pub fn import_typed(self) {
        let text = self.import.typed.get_untracked();
        self.give_text(text, true);
    }

    fn give_text(self, text: String, is_typed: bool) {
        let reason = refusal(PASTED, &text);
        let texts = reason.is_none().then(|| Incoming {
            name: PASTED.to_owned(),
            text,
            is_typed,
        });
        self.import.refused.set(reason.into_iter().collect());
        self.give(texts.into_iter().collect());
    }

    fn import_pasted(self, files: Vec<GivenFile>, text: String) -> bool {
        let is_home = self.screen.with_untracked(|screen| *screen == Screen::Home);
        if !is_home || (files.is_empty() && text.trim().is_empty()) {
            return false;
        }
        if files.is_empty() {
            let typed = self.import.typed;
            if typed.with_untracked(|typed| typed.trim().is_empty()) {
                typed.set(text);
                self.import_typed();
            } else {
                // What was typed before stays; this is on the clipboard still.
                self.give_text(text, false);
            }
        } else {
            self.import_files(files);
        }
        true
    }

    fn import_files(self, files: Vec<GivenFile>) {
        if files.is_empty() {
            return;
        }
        spawn_local(async move {
            let mut texts = Vec::new();
            let mut refused = Vec::new();
            let mut room = MOST_AT_A_TIME;
            for file in files {
                match read(&file, room).await {
                    Ok(text) => {
                        room = room.saturating_sub(text.len());
                        texts.push(Incoming {
                            name: file.name,
                            text,
                            is_typed: false,
                        });
                    }
                    Err(reason) => refused.push(reason),
                }
            }
            self.import.refused.update(|all| all.extend(refused));
            self.give(texts);
        });
    }
}
