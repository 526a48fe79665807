//! Ways out of the page.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::document::Part;
use super::notice::NoticeKind;
use super::open_draft::{Editor, Tab};
use crate::{browser, markdown};

const MARKDOWN: &str = "text/markdown;charset=utf-8";

/// The identifier of the export dialog's element.
pub const EXPORT_DIALOG_ID: &str = "export-dialog";

/// Something that a person may choose about exported files, besides the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportChoice {
    /// A table of the response times below the timeline.
    ResponseTimes,
    /// A Mermaid diagram below the timeline.
    Diagram,
    /// Only the key events of the timeline.
    Short,
}

impl ExportChoice {
    /// Every choice, in the order of the dialog.
    pub const ALL: &'static [Self] = &[Self::ResponseTimes, Self::Diagram, Self::Short];

    /// The choice as it is remembered: one word.
    pub fn key(self) -> &'static str {
        match self {
            Self::ResponseTimes => "response-times",
            Self::Diagram => "diagram",
            Self::Short => "short",
        }
    }

    /// The choice in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::ResponseTimes => "Table of response times",
            Self::Diagram => "Diagram (Mermaid)",
            Self::Short => "Only key events (short)",
        }
    }
}

impl Editor {
    /// The name that the exported file has.
    pub fn file_name(self) -> String {
        self.document.track(Part::Whole);
        self.document.with(markdown::file_name)
    }

    /// What a short text leaves out, in words; empty while it was not chosen. As of the last pause in
    /// typing.
    pub fn shortness(self) -> String {
        self.settled.track();
        if !self.session.has_chosen(ExportChoice::Short) {
            return String::new();
        }
        match self.document.with(markdown::left_out) {
            None => "Nothing is left out: mark the events to keep as “Key event”".to_owned(),
            Some(1) => "1 event is left out. It stays in this draft".to_owned(),
            Some(count) => format!("{count} events are left out. They stay in this draft"),
        }
    }

    /// Opens the export dialog.
    pub fn show_export(self) {
        self.session.start_ways_out();
        self.is_exporting.set(true);
        browser::show_dialog(&format!("#{EXPORT_DIALOG_ID}"));
        browser::focus_selector("#export-download");
    }

    /// Offers the Markdown as a file.
    pub fn download(self) {
        let name = self.file_name();
        let session = self.session;
        match browser::download_text(&name, MARKDOWN, &self.finished()) {
            Ok(()) => self.tell_exported(format!("{name} is on its way to your downloads")),
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
                Ok(()) => self.tell_exported("The Markdown is on the clipboard".to_owned()),
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

    /// Offers the public version as a file. The draft stays as it is.
    pub fn download_public(self) {
        self.before_publishing(move |_, public| {
            let name = format!("public-{}", markdown::file_name(&public));
            let options = self.session.write_options();
            let text = markdown::write_with(&public, self.template_untracked(), options);
            let (kind, words) = match browser::download_text(&name, MARKDOWN, &text) {
                Ok(()) => (
                    NoticeKind::Done,
                    format!(
                        "{name} is on its way to your downloads. Read it once before you publish it"
                    ),
                ),
                Err(reason) => (
                    NoticeKind::Problem,
                    format!("The file was not saved ({reason}). The draft is safe here"),
                ),
            };
            self.session.notify(kind, words);
        });
    }

    /// Prints the document.
    pub fn print(self) {
        self.tab.set(Tab::Preview);
        browser::after_paint(browser::print_page);
    }

    fn tell_exported(self, words: String) {
        let words = self.count_as_exported(words);
        // Else there was more important news, on two versions of the draft.
        if self.is_open() {
            self.session.notify(NoticeKind::Done, words);
        }
    }

    /// Records the draft as exported; gives the words back with what more there is to say. A short
    /// text is no copy of the draft, which is not called exported for it.
    pub(super) fn count_as_exported(self, mut words: String) -> String {
        let is_short = self.session.write_options().is_short;
        match self.document.with(markdown::left_out).filter(|_| is_short) {
            None => self.mark_exported(),
            Some(1) => words.push_str(". It is short: 1 event is left out"),
            Some(count) => words.push_str(&format!(". It is short: {count} events are left out")),
        }
        words
    }

    /// The Markdown as it was chosen.
    pub(super) fn finished(self) -> String {
        let template = self.template_untracked();
        let options = self.session.write_options();
        self.document
            .with(|document| markdown::write_with(document, template, options))
    }
}
