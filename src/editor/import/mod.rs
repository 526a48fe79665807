//! Texts on their way to becoming drafts: given, read, looked at, accepted or passed over.
//!
//! An import makes new drafts and changes none that is there. A text that was typed or pasted is
//! kept until it is a draft.

mod given;
mod read;
mod reading;
mod work;

use leptos::prelude::*;

use super::notice::NoticeKind;
use super::session::Session;
use crate::browser::{self, Beside};
use crate::postmortem::Entered;
use crate::template::Template;

pub use reading::{NoteGroup, Shown};
use work::{Incoming, Next, Work};

/// The identifier of the import dialog's element.
pub const IMPORT_DIALOG_ID: &str = "import-dialog";

/// Who asks the program that reads.
const ASKER: &str = "import";

/// What the import dialog shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing but what was refused.
    Idle,
    /// An input for a text.
    Typing,
    /// A text, and what was made of it.
    Looking {
        /// Which text of this import, from 1.
        number: usize,
        /// Whether it was typed or pasted.
        is_typed: bool,
    },
    /// How far it is with making drafts of all that is left.
    MakingAll,
}

/// The state of the import dialog. Copies share it.
#[derive(Clone, Copy)]
pub struct Import {
    /// What the dialog shows.
    pub step: RwSignal<Step>,
    /// What was made of the text in hand, and what is going on.
    pub shown: RwSignal<Shown>,
    /// What was given and is not imported: a sentence each.
    pub refused: RwSignal<Vec<String>>,
    /// Whether files are held over the page.
    pub is_hovered: RwSignal<bool>,
    /// What was typed or pasted and is not yet a draft.
    pub typed: RwSignal<String>,
    work: StoredValue<Work>,
}

impl Import {
    pub(super) fn new() -> Self {
        Self {
            step: RwSignal::new(Step::Idle),
            shown: RwSignal::default(),
            refused: RwSignal::default(),
            is_hovered: RwSignal::new(false),
            typed: RwSignal::default(),
            work: StoredValue::default(),
        }
    }

    /// The text in hand, as it is.
    pub fn text(self) -> String {
        let text = |work: &Work| Some(work.texts.first()?.text.clone());
        self.work.with_value(text).unwrap_or_default()
    }

    fn change<R>(self, change: impl FnOnce(&mut Work) -> R) -> Option<R> {
        self.work.try_update_value(change)
    }
}

impl Session {
    /// Something will be read soon: what reads it is loaded while the person chooses it.
    pub fn prepare_import(self) {
        self.reader.with_value(Beside::prepare);
    }

    /// Shows the input for a text, with what was typed there before.
    pub fn show_typing(self) {
        self.prepare_import();
        self.import.step.set(Step::Typing);
        browser::show_dialog(&dialog());
        focus("#import-typed");
    }

    /// Goes back from what was made of a typed text to the text.
    pub fn change_typed(self) {
        self.pass();
        self.import
            .change(|work| work.count = work.count.saturating_sub(1));
        self.show_typing();
    }

    /// Adds texts to the import; shows the first when it is not looking at one.
    fn give(self, texts: Vec<Incoming>) {
        self.import.change(|work| work.add(texts));
        browser::show_dialog(&dialog());
        match self.import.step.get_untracked() {
            Step::Idle | Step::Typing => self.look(),
            Step::Looking { .. } | Step::MakingAll => self.tell_position(),
        }
    }

    /// Shows the text in hand and what is made of it.
    fn look(self) {
        self.import.shown.set(Shown::default());
        self.tell_position();
        if let Some(step) = self.looking() {
            self.read_again();
            self.import.step.set(step);
            focus("#import-title");
        }
    }

    fn looking(self) -> Option<Step> {
        self.import.work.with_value(|work| {
            let incoming = work.texts.first()?;
            Some(Step::Looking {
                number: work.number(),
                is_typed: incoming.is_typed,
            })
        })
    }

    /// Says which text of how many is in hand.
    fn tell_position(self) {
        let mut shown = self.import.shown.get_untracked();
        self.import.change(|work| work.show_position(&mut shown));
        self.import.shown.set(shown);
    }

    /// Chooses the template of the draft to be.
    pub fn choose_import_template(self, template: &'static Template) {
        self.import.change(|work| work.chosen = Some(template));
        self.read_again();
    }

    /// Says on which day the incident began, for a text that does not.
    pub fn say_import_date(self, typed: &str) {
        let date = Entered::from(typed);
        self.import
            .change(|work| work.given.date = date.known().copied());
        self.import
            .shown
            .update(|shown| shown.is_date_unclear = matches!(date, Entered::AsTyped(_)));
        self.read_again();
    }

    /// Says in which zone the times of a text are that does not say so.
    pub fn say_import_zone(self, typed: &str) {
        let zone = Some(typed.trim().to_owned()).filter(|zone| !zone.is_empty());
        self.import.change(|work| work.given.time_zone = zone);
        self.read_again();
    }

    /// Says whether `04/05/2024` is 4 May.
    pub fn say_import_order(self, is_day_first: Option<bool>) {
        self.import
            .change(|work| work.given.is_day_first = is_day_first);
        self.read_again();
    }

    /// Makes a draft of the text in hand, as soon as it is read, and goes on to the next.
    pub fn accept_import(self) {
        if self.make_draft() {
            self.go_on();
        } else {
            self.once_read(Next::Accept);
        }
    }

    /// Passes the text in hand over, and goes on to the next.
    pub fn skip_import(self) {
        self.pass();
        self.go_on();
    }

    /// Makes drafts of all the texts that are left, each as it is read.
    pub fn accept_all_imports(self) {
        self.import.step.set(Step::MakingAll);
        focus("#import-title");
        self.make_next();
    }

    /// Goes on with making drafts of all that is left. Closing the dialog ends it.
    fn make_next(self) {
        self.make_draft();
        let position = self.import.work.with_value(|work| {
            let is_left = !work.texts.is_empty();
            is_left.then(|| format!("Importing {} of {}…", work.number(), work.count))
        });
        match position {
            Some(position) => {
                self.import.shown.update(|shown| shown.status = position);
                self.once_read(Next::MakeAll);
            }
            None => self.end_texts(),
        }
    }

    /// There is no text left: closes the dialog, unless it has just said which ones were passed over.
    fn end_texts(self) {
        if !self.import.work.with_value(|work| work.has_unread) {
            return self.close_import();
        }
        self.import.shown.set(Shown::default());
        self.import.step.set(Step::Idle);
        focus("#import-title");
    }

    /// Closes the dialog. What was accepted so far stays.
    pub fn close_import(self) {
        browser::close_dialog(&dialog());
    }

    /// Ends the import once the dialog is closed: leads to the draft that it has made, or to the
    /// list of them.
    pub fn end_import(self) {
        self.reader.with_value(|reader| reader.leave(ASKER));
        let work = self.import.change(std::mem::take).unwrap_or_default();
        self.import.step.set(Step::Idle);
        self.import.shown.set(Shown::default());
        self.import.refused.set(Vec::new());
        let count = match work.drafts.as_slice() {
            [] => return,
            [only] => return self.go_to_draft(only),
            several => several.len(),
        };
        self.go_to_drafts();
        let twins = match work.twins {
            0 => String::new(),
            1 => ". 1 of them has the words of a draft that was there".to_owned(),
            twins => format!(". {twins} of them have the words of drafts that were there"),
        };
        let news = format!("{count} new drafts are in the list{twins}");
        match work.unsaved {
            0 => self.notify(NoticeKind::Done, news),
            unsaved => self.notify(
                NoticeKind::Problem,
                format!(
                    "{news}. {unsaved} of them could not be saved and are in this tab only, until \
                     you close it: open and export them"
                ),
            ),
        }
    }

    /// Makes a draft of the text in hand and takes the text off the list; false when it is not
    /// read yet.
    fn make_draft(self) -> bool {
        let taken = self.import.change(|work| {
            let is_typed = work.texts.first().is_some_and(|text| text.is_typed);
            work.read.take().map(|read| (read, is_typed))
        });
        let Some((read, is_typed)) = taken.flatten() else {
            return false;
        };
        let is_twin = self.twin_of(&read).is_some();
        let draft = self.fresh(read.answer.document, read.answer.template);
        let is_saved = self.keep(&draft, 0).is_ok();
        self.import.change(|work| {
            work.drafts.push(draft.id);
            work.unsaved = work.unsaved.saturating_add(usize::from(!is_saved));
            work.twins = work.twins.saturating_add(usize::from(is_twin));
            work.pass();
        });
        if is_typed {
            self.import.typed.set(String::new());
        }
        true
    }

    fn go_on(self) {
        if self.looking().is_some() {
            self.look();
        } else {
            self.end_texts();
        }
    }
}

fn dialog() -> String {
    format!("#{IMPORT_DIALOG_ID}")
}

/// Moves the focus there once what has just changed is in the page.
fn focus(selector: &'static str) {
    browser::after_paint(move || {
        browser::focus_selector(selector);
    });
}
