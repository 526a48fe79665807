//! Texts on their way to becoming drafts: given, read, looked at, accepted or passed over.
//!
//! An import makes new drafts and changes none that is there. A text that was typed or pasted is
//! kept until it is a draft.

mod given;
mod reading;
mod work;

use leptos::prelude::*;

use super::notice::NoticeKind;
use super::session::Session;
use super::words::title_or_untitled;
use crate::browser;
use crate::markdown;
use crate::postmortem::Entered;
use crate::template::{Template, TemplateId};

use reading::Open;
pub use reading::{NoteGroup, Shown};
use work::{Incoming, Read, Work};

/// The identifier of the import dialog's element.
pub const IMPORT_DIALOG_ID: &str = "import-dialog";

/// From this length on, in bytes, reading takes long enough to say that it goes on.
const LONG_TEXT: usize = 200 * 1024;

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
    /// Shows the input for a text, with what was typed there before.
    pub fn show_typing(self) {
        self.import.step.set(Step::Typing);
        browser::show_dialog(&dialog());
        focus("#import-typed");
    }

    /// Goes back from what was made of a typed text to the text.
    pub fn change_typed(self) {
        self.import.change(|work| {
            work.pass();
            work.count = work.count.saturating_sub(1);
        });
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
        let step = self.import.work.with_value(|work| {
            let incoming = work.texts.first()?;
            Some(Step::Looking {
                number: work.number(),
                is_typed: incoming.is_typed,
            })
        });
        let Some(step) = step else {
            return;
        };
        self.import.shown.set(Shown::default());
        self.tell_position();
        self.read_again();
        self.import.step.set(step);
        focus("#import-title");
    }

    /// Says which text of how many is in hand.
    fn tell_position(self) {
        let mut shown = self.import.shown.get_untracked();
        self.import.change(|work| work.show_position(&mut shown));
        self.import.shown.set(shown);
    }

    /// Reads the text in hand with what the person says of it. Says so first when it takes long.
    fn read_again(self) {
        self.import.change(|work| work.read = None);
        let is_long = self.import.work.with_value(|work| {
            let text = work.texts.first();
            text.is_some_and(|incoming| incoming.text.len() > LONG_TEXT)
        });
        if is_long {
            self.import
                .shown
                .update(|shown| shown.status = "Reading…".to_owned());
            browser::once_seen(move || self.read_and_show());
        } else {
            self.read_and_show();
        }
    }

    fn read_and_show(self) {
        let mut shown = self.import.shown.get_untracked();
        self.import.change(|work| {
            work.read();
            let (Some(incoming), Some(read)) = (work.texts.first(), &work.read) else {
                return;
            };
            let open = work.open.get_or_insert_with(|| Open {
                twin: self.twin_of(read),
                ..Open::new(&incoming.text, read)
            });
            shown.show(read, open.clone());
        });
        // Not before the work is free again: who follows this may ask for it.
        self.import.shown.set(shown);
    }

    /// The title of a draft that has the same words as what was read.
    fn twin_of(self, read: &Read) -> Option<String> {
        let title = title_or_untitled(&read.document);
        let written = markdown::write(&read.document, read.template);
        let drafts = self.library.get_untracked().drafts.into_iter();
        let is_like = |other: &str| other == read.document.overview.title.trim();
        let mut alike = drafts
            .filter(|draft| draft.deleted.is_none() && is_like(&draft.title))
            .filter_map(|draft| self.load(&draft.id).ok());
        alike
            .any(|(draft, _)| markdown::write(&draft.postmortem, read.template) == written)
            .then_some(title)
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

    /// Makes a draft of the text in hand, and goes on to the next.
    pub fn accept_import(self) {
        self.make_draft();
        self.go_on();
    }

    /// Passes the text in hand over, and goes on to the next.
    pub fn skip_import(self) {
        self.import.change(Work::pass);
        self.go_on();
    }

    /// Makes drafts of all the texts that are left, each as it is read.
    pub fn accept_all_imports(self) {
        self.import.step.set(Step::MakingAll);
        focus("#import-title");
        self.make_next();
    }

    /// Makes a draft of one text in each turn of the page, so that it can be stopped.
    fn make_next(self) {
        let position = self.import.work.with_value(|work| {
            let is_left = !work.texts.is_empty();
            is_left.then(|| format!("Importing {} of {}…", work.number(), work.count))
        });
        let Some(position) = position else {
            self.close_import();
            return;
        };
        self.import.shown.update(|shown| shown.status = position);
        browser::once_seen(move || {
            // Closing the dialog ends it.
            if self.import.step.get_untracked() == Step::MakingAll {
                self.make_draft();
                self.make_next();
            }
        });
    }

    /// Closes the dialog. What was accepted so far stays.
    pub fn close_import(self) {
        browser::close_dialog(&dialog());
    }

    /// Ends the import once the dialog is closed: leads to the draft that it has made, or to the
    /// list of them.
    pub fn end_import(self) {
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
        match work.unsaved {
            0 => self.notify(
                NoticeKind::Done,
                format!("{count} new drafts are in the list"),
            ),
            unsaved => self.notify(
                NoticeKind::Problem,
                format!(
                    "{count} new drafts are in the list. {unsaved} of them could not be saved and \
                     are in this tab only, until you close it: open and export them"
                ),
            ),
        }
    }

    /// Makes a draft of the text in hand and takes the text off the list.
    fn make_draft(self) {
        let taken = self.import.change(|work| {
            work.read();
            let is_typed = work.texts.first().is_some_and(|text| text.is_typed);
            work.read.take().map(|read| (read, is_typed))
        });
        let Some((read, is_typed)) = taken.flatten() else {
            return;
        };
        let draft = self.fresh(read.document, TemplateId(read.template.id.to_owned()));
        let is_saved = self.keep(&draft, 0).is_ok();
        self.import.change(|work| {
            work.drafts.push(draft.id);
            work.unsaved = work.unsaved.saturating_add(usize::from(!is_saved));
            work.pass();
        });
        if is_typed {
            self.import.typed.set(String::new());
        }
    }

    fn go_on(self) {
        if self.import.work.with_value(|work| work.texts.is_empty()) {
            self.close_import();
        } else {
            self.look();
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
