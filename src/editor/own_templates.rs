//! The templates that a person has brought to this browser: read from files, kept, removed.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::notice::NoticeKind;
use super::session::Session;
use super::text_file::{MOST_BYTES, read};
use crate::browser;
use crate::template::{self, MOST_HEADINGS, Source, Template, TemplateId, Unfit};

impl Session {
    /// Every template that can be chosen.
    pub fn templates(self) -> Vec<&'static Template> {
        self.own_templates.track();
        template::all_templates()
    }

    /// Whether a person has brought that template, and can take it away.
    pub fn is_own(self, id: &TemplateId) -> bool {
        template::TEMPLATES.iter().all(|ours| ours.id != id.0)
    }

    /// Reads the files that were picked in the input of `event`, each as a template.
    pub fn add_templates(self, event: leptos::ev::Event) {
        spawn_local(async move {
            for file in browser::picked_files(&event) {
                match read(&file, MOST_BYTES).await {
                    Ok(text) => self.add_template(&Source {
                        file_name: file.name,
                        text,
                    }),
                    Err(reason) => self.notify(NoticeKind::Problem, reason),
                }
            }
        });
    }

    /// Takes a template off the list; drafts in it keep every word.
    pub fn remove_template(self, id: &TemplateId) {
        let Some(template) = template::by_id(&id.0) else {
            return;
        };
        let source = template::source_of(template);
        browser::remove_stored_template(template.id);
        self.offer_template(template, false);
        let words = format!(
            "The template {} is removed. Drafts in it open in Classic and keep every word",
            template.name
        );
        self.notify_undo(words, move || {
            if let Some(source) = &source {
                // Not kept is not lost: it is on the list until the page is closed.
                let _ = browser::store_template(template.id, source);
            }
            self.offer_template(template, true);
        });
    }

    /// Reads what is kept in this browser; another tab may have added to it.
    pub(super) fn load_templates(self) {
        for stored in browser::stored_templates() {
            if let Ok(brought) = template::from_markdown(&stored) {
                self.offer_template(brought.template, true);
            }
        }
    }

    pub(super) fn add_template(self, file: &Source) {
        let name = &file.file_name;
        let brought = match template::from_markdown(file) {
            Ok(brought) => brought,
            Err(reason) => {
                let why = match reason {
                    Unfit::NoHeadings => {
                        "it has no heading. Nothing has changed. Write each section \
                                          as a line with ## in front and add the file again"
                            .to_owned()
                    }
                    Unfit::TooManyHeadings(count) => format!(
                        "it has {count} headings, and a template has {MOST_HEADINGS} at most. Nothing \
                         has changed. Leave out what few need and add the file again"
                    ),
                };
                return self.notify(
                    NoticeKind::Problem,
                    format!("{name} makes no template: {why}"),
                );
            }
        };
        self.offer_template(brought.template, true);
        let notes: String = brought
            .notes
            .iter()
            .map(|note| format!(". {note}"))
            .collect();
        match browser::store_template(brought.template.id, file) {
            Ok(()) => self.notify(
                NoticeKind::Done,
                format!("The template {} can be chosen now{notes}", brought.template.name),
            ),
            Err(reason) => self.notify(
                NoticeKind::Problem,
                format!(
                    "The template {} can be chosen until you close this page, but this browser does \
                     not keep it ({reason}). Keep its file{notes}",
                    brought.template.name
                ),
            ),
        }
    }

    fn offer_template(self, template: &'static Template, is_offered: bool) {
        template::offer(template, is_offered);
        self.own_templates
            .update(|count| *count = count.wrapping_add(1));
    }
}
