//! Ways out of the page.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::document::Part;
use super::notice::NoticeKind;
use super::open_draft::{Editor, Tab};
use crate::{browser, markdown};

/// The identifier of the export dialog's element.
pub const EXPORT_DIALOG_ID: &str = "export-dialog";

impl Editor {
    /// The name that the exported file has.
    pub fn file_name(self) -> String {
        self.document.track(Part::Whole);
        self.document.with(markdown::file_name)
    }

    /// Opens the export dialog.
    pub fn show_export(self) {
        self.is_exporting.set(true);
        browser::show_dialog(&format!("#{EXPORT_DIALOG_ID}"));
        browser::focus_selector("#export-download");
    }

    /// Offers the Markdown as a file.
    pub fn download(self) {
        let name = self.file_name();
        let session = self.session;
        match browser::download_text(&name, "text/markdown;charset=utf-8", &self.finished()) {
            Ok(()) => {
                self.mark_exported();
                // Else there was more important news, on two versions of the draft.
                if self.is_open() {
                    session.notify(
                        NoticeKind::Done,
                        format!("{name} is on its way to your downloads"),
                    );
                }
            }
            Err(reason) => session.notify(
                NoticeKind::Problem,
                format!(
                    "The file was not saved ({reason}). The draft is safe here; copy it instead"
                ),
            ),
        }
    }

    /// Puts the Markdown on the clipboard.
    pub fn copy(self) {
        let text = self.finished();
        spawn_local(async move {
            match browser::copy_text(&text).await {
                Ok(()) => {
                    self.mark_exported();
                    self.session
                        .notify(NoticeKind::Done, "The Markdown is on the clipboard");
                }
                Err(reason) => self.session.notify(
                    NoticeKind::Problem,
                    format!(
                        "The clipboard was refused ({reason}). Select the text in the Markdown tab \
                         and copy it there"
                    ),
                ),
            }
        });
    }

    /// Prints the document.
    pub fn print(self) {
        self.tab.set(Tab::Preview);
        browser::after_paint(browser::print_page);
    }

    fn finished(self) -> String {
        let template = self.template_untracked();
        let header = self.session.header();
        self.document
            .with(|document| markdown::write_with(document, template, header))
    }
}
