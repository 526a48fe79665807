//! The lines in hand are read, beside the page.

use leptos::prelude::*;

use super::ASKER;
use super::work::Work;
use crate::browser::BesideProblem;
use crate::editor::open_draft::Editor;
use crate::reader::{LinesAnswer, Message};

impl Editor {
    /// Has the lines read with what the person says of them. What was asked before is of no interest
    /// any more.
    pub fn read_lines(self) {
        self.paste.shown.update(|shown| {
            shown.problem = String::new();
            shown.is_reading = true;
            "Reading…".clone_into(&mut shown.status);
        });
        let request = self.paste.change(|work| {
            work.pasted = None;
            work.request()
        });
        if let Some(message) = request {
            let take = move |answer| self.take_lines(answer);
            self.session
                .reader
                .with_value(|reader| reader.ask(ASKER, message, take));
        }
    }

    fn take_lines(self, answer: Result<Message, BesideProblem>) {
        let read =
            answer.and_then(|message| LinesAnswer::decode(&message).ok_or(BesideProblem::Stopped));
        match read {
            Ok(read) => {
                self.paste.change(|work| work.pasted = Some(read));
                self.show_lines();
            }
            Err(problem) => self.show_lines_problem(problem),
        }
    }

    fn show_lines_problem(self, problem: BesideProblem) {
        let words = self.paste.change(|work| explain(problem, work));
        self.paste.kept.set(Vec::new());
        self.paste.shown.update(|shown| {
            shown.forget_rows();
            shown.problem = words.unwrap_or_default();
        });
    }
}

/// What is the matter, what is safe, and what to do.
fn explain(problem: BesideProblem, work: &Work) -> String {
    let what = match problem {
        BesideProblem::NotLoaded => {
            "The part of this page that reads lines could not be loaded. Nothing has changed, and \
             the text is safe. Check that you are online, then try again"
        }
        BesideProblem::Stopped => {
            "These lines could not be read because of a fault in the editor. Nothing has changed, \
             and the text is safe."
        }
    };
    let otherwise = match (problem, work.place.is_some()) {
        (BesideProblem::NotLoaded, true) => ", or insert it as text into the event",
        (BesideProblem::NotLoaded, false) => "",
        (BesideProblem::Stopped, true) => " Insert it as text into the event",
        (BesideProblem::Stopped, false) => " Add the events one by one",
    };
    format!("{what}{otherwise}")
}
