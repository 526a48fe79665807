//! In other forms than Markdown: formatted text, a page, rows for a tracker, the draft itself, paper.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::refused;
use crate::browser;
use crate::delivery::{CsvCells, action_items_csv};
use crate::editor::export::EXPORT_DIALOG_ID;
use crate::editor::open_draft::Editor;
use crate::markdown;

/// A form to take the document out in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherWay {
    /// Formatted text on the clipboard, for a wiki or a mail.
    RichText,
    /// A page that shows itself.
    Page,
    /// The action items as CSV.
    ActionItems,
    /// The draft as it is saved.
    Json,
    /// Paper, or PDF.
    Print,
}

impl OtherWay {
    /// Every way that this browser has, in the order of the dialog.
    pub fn offered() -> Vec<Self> {
        let all = [
            Self::RichText,
            Self::Page,
            Self::ActionItems,
            Self::Json,
            Self::Print,
        ];
        let has_rich = browser::has_rich_clipboard();
        let is_offered = |way: &Self| *way != Self::RichText || has_rich;
        all.into_iter().filter(is_offered).collect()
    }

    /// What stands on its button.
    pub fn label(self) -> &'static str {
        match self {
            Self::RichText => "Copy as formatted text",
            Self::Page => "Download as HTML",
            Self::ActionItems => "Download action items as CSV",
            Self::Json => "Download as JSON",
            Self::Print => "Print…",
        }
    }
}

impl Editor {
    /// Takes the document out in that form. None of them counts as an export: only Markdown is read
    /// back with every field in its place.
    pub fn take_out(self, way: OtherWay) {
        let taken = match way {
            OtherWay::RichText => {
                self.copy_formatted();
                Ok(String::new())
            }
            OtherWay::Page => self.download_page(),
            OtherWay::ActionItems => self.download_action_items(),
            OtherWay::Json => self.download_json(),
            OtherWay::Print => {
                browser::close_dialog(&format!("#{EXPORT_DIALOG_ID}"));
                self.print();
                Ok(String::new())
            }
        };
        let words = taken.map(|name| match name.as_str() {
            "" => name,
            name => format!("{name} is on its way to your downloads"),
        });
        self.session
            .ways_out
            .tell(words.unwrap_or_else(|problem| problem));
    }

    fn copy_formatted(self) {
        let template = self.template_untracked();
        let html = self
            .document
            .with(|document| markdown::to_fragment(document, template));
        let text = self.finished();
        spawn_local(async move {
            let words = match browser::copy_rich(&html, &text).await {
                Ok(()) => "The formatted text is on the clipboard".to_owned(),
                Err(reason) => refused(&reason),
            };
            self.session.ways_out.tell(words);
        });
    }

    fn download_page(self) -> Result<String, String> {
        let template = self.template_untracked();
        let page = self
            .document
            .with(|document| markdown::to_page(document, template));
        let name = format!("{}.html", self.stem());
        self.offer_file(&name, "text/html;charset=utf-8", &page)?;
        Ok(name)
    }

    fn download_action_items(self) -> Result<String, String> {
        let csv = self
            .document
            .with(|document| action_items_csv(document, CsvCells::Safe));
        if csv.lines().nth(1).is_none() {
            return Err("There are no action items yet, so there is no file of them".to_owned());
        }
        let name = format!("{}-action-items.csv", self.stem());
        self.offer_file(&name, "text/csv;charset=utf-8", &csv)?;
        Ok(name)
    }

    fn download_json(self) -> Result<String, String> {
        let draft = self.current_draft(self.base.get_value());
        let name = format!("{}.json", self.stem());
        self.offer_file(&name, "application/json", &draft.encode())?;
        Ok(name)
    }
}
