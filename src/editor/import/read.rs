//! The text in hand is read, beside the page.

use leptos::prelude::*;

use super::reading::Open;
use super::work::{Next, Read, Work};
use super::{ASKER, Step};
use crate::browser::BesideProblem;
use crate::editor::session::Session;
use crate::editor::words::title_or_untitled;
use crate::markdown;
use crate::reader::Message;

impl Session {
    /// Has the text in hand read with what the person says of it. What was asked before is of no
    /// interest any more.
    pub fn read_again(self) {
        let is_making_all = self.import.step.get_untracked() == Step::MakingAll;
        self.import.shown.update(|shown| {
            shown.problem = String::new();
            if !is_making_all {
                "Reading…".clone_into(&mut shown.status);
            }
        });
        self.import.change(|work| work.read = None);
        if let Some(message) = self.import.work.with_value(Work::request) {
            let take = move |answer| self.take_answer(answer);
            self.reader
                .with_value(|reader| reader.ask(ASKER, message, take));
        }
    }

    /// Does what is asked for as soon as the text in hand is read.
    pub(super) fn once_read(self, next: Next) {
        self.import.change(|work| work.next = Some(next));
        if !self.reader.with_value(|reader| reader.is_busy(ASKER)) {
            self.read_again();
        }
    }

    /// Takes the text in hand off the list, and gives its name: no answer about it comes any more.
    pub(super) fn pass(self) -> String {
        self.reader.with_value(|reader| reader.forget(ASKER));
        self.import.change(Work::pass).unwrap_or_default()
    }

    fn take_answer(self, answer: Result<Message, BesideProblem>) {
        let read = answer.and_then(|message| Read::decode(message).ok_or(BesideProblem::Stopped));
        let next = self.import.change(|work| work.next.take()).flatten();
        match (read, next) {
            (Err(problem), next) => self.show_problem(problem, next),
            (Ok(read), None) => self.show_read(read),
            (Ok(read), Some(next)) => {
                self.import.change(|work| work.read = Some(read));
                match next {
                    Next::Accept => self.accept_import(),
                    Next::MakeAll => self.make_next(),
                }
            }
        }
    }

    fn show_read(self, read: Read) {
        let twin = self.twin_of(&read);
        let mut shown = self.import.shown.get_untracked();
        self.import.change(|work| {
            let open = work.open.get_or_insert_with(|| Open {
                twin,
                ..Open::new(&read)
            });
            shown.show(&read, open.clone());
            work.read = Some(read);
        });
        // Not before the work is free again: who follows this may ask for it.
        self.import.shown.set(shown);
    }

    /// Says why the text in hand was not read. One of many that are made into drafts is passed over,
    /// unless none of the others could be read either.
    fn show_problem(self, problem: BesideProblem, next: Option<Next>) {
        if (next, problem) == (Some(Next::MakeAll), BesideProblem::Stopped) {
            let reason = format!("{}: {}", self.pass(), explain(problem));
            self.import.refused.update(|all| all.push(reason));
            self.import.change(|work| work.has_unread = true);
            return self.make_next();
        }
        if let Some(step) = self.looking() {
            self.import.step.set(step);
        }
        self.import.shown.update(|shown| {
            shown.status = String::new();
            shown.problem = explain(problem).to_owned();
        });
    }

    /// The title of a draft that has the same words as what was read.
    pub(super) fn twin_of(self, read: &Read) -> Option<String> {
        let (document, template) = (&read.answer.document, read.template());
        let title = document.overview.title.trim();
        let drafts = self.library.get_untracked().drafts.into_iter();
        let mut alike = drafts
            .filter(|draft| draft.deleted.is_none() && draft.title == title)
            .filter_map(|draft| self.load(&draft.id).ok())
            .peekable();
        alike.peek()?;
        let written = markdown::write(document, template);
        alike
            .any(|(draft, _)| markdown::write(&draft.postmortem, template) == written)
            .then(|| title_or_untitled(document))
    }
}

/// What is the matter, what is safe, and what to do.
fn explain(problem: BesideProblem) -> &'static str {
    match problem {
        BesideProblem::NotLoaded => {
            "The part of this page that reads Markdown could not be loaded. Nothing has changed, and \
             the text is safe. Check that you are online, then try again"
        }
        BesideProblem::Stopped => {
            "This text could not be read because of a fault in the editor. The text is safe and no \
             draft has changed. Copy it section by section into a new draft"
        }
    }
}
