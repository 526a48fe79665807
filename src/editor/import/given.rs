//! What is given to import: files that were picked, dropped or pasted, and text. Says of everything
//! that is no text why it is not imported.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::work::Incoming;
use crate::browser::{self, FileProblem, GivenFile};
use crate::editor::session::{Screen, Session};
use crate::markdown;

/// The largest text that is read, in bytes.
const MOST_BYTES: usize = 2 * 1024 * 1024;
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
                is_hovered.set(is_over);
            }
        };
        browser::on_drop(hover, move |files| self.import_files(files));
        browser::on_paste(move |files, text| self.import_pasted(files, text));
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

/// The text of a file, or a sentence on why it is not imported.
async fn read(file: &GivenFile, room: usize) -> Result<String, String> {
    let name = &file.name;
    #[expect(clippy::cast_precision_loss, reason = "two mebibytes")]
    let bytes = match file.read(MOST_BYTES as f64).await {
        Ok(bytes) if bytes.len() > room => {
            return Err(format!(
                "{name}: there is too much to import at once. Import this file once the others are \
                 done"
            ));
        }
        Ok(bytes) => bytes,
        Err(problem) => return Err(explain(name, problem)),
    };
    let Ok(text) = markdown::decode(&bytes) else {
        return Err(format!(
            "{name} is not a text file. Save the document as Markdown or plain text, and import that"
        ));
    };
    refusal(name, &text).map_or(Ok(text), Err)
}

/// Why a text is not imported, if it is not.
fn refusal(name: &str, text: &str) -> Option<String> {
    if text.trim().is_empty() {
        Some(format!("{name} is empty. There is nothing to import"))
    } else if text.len() > MOST_BYTES {
        #[expect(clippy::cast_precision_loss, reason = "only to be shown, in megabytes")]
        let bytes = text.len() as f64;
        Some(explain(name, FileProblem::TooLarge(bytes)))
    } else {
        None
    }
}

fn explain(name: &str, problem: FileProblem) -> String {
    match problem {
        FileProblem::TooLarge(bytes) => format!(
            "{name} has {} MB, and 2 MB is the most. Take out what is no text, such as embedded \
             pictures, or split it",
            tenths_of_megabytes(bytes)
        ),
        FileProblem::Folder => {
            format!("{name} is a folder. Open it and pick or drop the files in it")
        }
        FileProblem::Unreadable => format!(
            "{name} could not be read: the browser was refused, or the file has changed or moved. \
             Pick it again"
        ),
    }
}

/// `2.1`, rounded up, so that what is too large never looks as if it were not.
fn tenths_of_megabytes(bytes: f64) -> String {
    const TENTH: f64 = 1024.0 * 1024.0 / 10.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "saturates, and no size is below zero"
    )]
    let tenths = (bytes / TENTH).ceil() as u64;
    format!("{}.{}", tenths / 10, tenths % 10)
}
