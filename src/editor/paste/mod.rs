//! Pasted lines on their way to becoming events: given, read, looked at, added or left.
//!
//! What was typed or pasted into the dialog is kept until it is in the timeline.

mod adding;
mod read;
mod reading;
mod work;

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::open_draft::Editor;
use super::text_file::{MOST_BYTES, read as read_file, refusal};
use crate::browser::{self, GivenFile};
use crate::paste::{day_of, is_many};
use crate::postmortem::{Entered, Field, Place};

pub use reading::{DayQuestion, PastedShown, ShownRow};
use work::Work;

/// The identifier of the element of the dialog for pasted lines.
pub const PASTE_DIALOG_ID: &str = "paste-dialog";

/// Who asks the program that reads.
const ASKER: &str = "paste";

/// The state of the dialog for pasted lines. Copies share it.
#[derive(Clone, Copy)]
pub struct Paste {
    /// Whether it shows what was made of the lines, and not an input for them.
    pub is_looking: RwSignal<bool>,
    /// What was made of the lines.
    pub shown: RwSignal<PastedShown>,
    /// Which rows become events.
    pub kept: RwSignal<Vec<bool>>,
    /// Whether lines that were not understood become events too.
    pub keeps_rest: RwSignal<bool>,
    /// What was typed or pasted into the dialog and is not yet in the timeline.
    pub typed: RwSignal<String>,
    work: StoredValue<Work>,
}

impl Paste {
    pub(super) fn new(typed: RwSignal<String>) -> Self {
        Self {
            is_looking: RwSignal::new(false),
            shown: RwSignal::default(),
            kept: RwSignal::default(),
            keeps_rest: RwSignal::new(false),
            typed,
            work: StoredValue::default(),
        }
    }

    /// How many events there will be.
    pub fn count(self) -> usize {
        let rows = self
            .kept
            .with(|kept| kept.iter().filter(|kept| **kept).count());
        let rest = match self.keeps_rest.get() {
            true => self.shown.with(|shown| shown.unread),
            false => 0,
        };
        rows.saturating_add(rest)
    }

    fn change<R>(self, change: impl FnOnce(&mut Work) -> R) -> Option<R> {
        self.work.try_update_value(change)
    }
}

impl Editor {
    /// Shows the input for lines, with what was typed there before.
    pub fn show_pasting(self) {
        self.session.reader.with_value(|reader| {
            reader.forget(ASKER);
            reader.prepare();
        });
        self.paste.is_looking.set(false);
        self.paste.shown.set(PastedShown::default());
        browser::show_dialog(&dialog());
        focus("#paste-typed");
    }

    /// Takes many lines that are pasted into the time or the text of an event: they go nowhere else.
    /// Anything else is pasted as usual.
    pub fn take_pasted(self, event: &leptos::ev::Event) {
        let Some((id, text)) = browser::pasted_into(event) else {
            return;
        };
        let key = id.strip_prefix("in-").unwrap_or_default();
        let place = Place::from_key(key.strip_suffix("-time").unwrap_or(key));
        let Some(place) = place.filter(|place| place.field == Field::Timeline) else {
            return;
        };
        if text.len() <= MOST_BYTES && is_many(&text) {
            event.prevent_default();
            self.look(text, Some(place));
        }
    }

    /// Whether the dialog is open.
    pub(in crate::editor) fn is_pasting(self) -> bool {
        browser::is_dialog_open(&dialog())
    }

    /// Takes files that are dropped on the dialog behind what was typed there. Lines that are looked
    /// at stay what they are.
    pub(in crate::editor) fn take_dropped_lines(self, files: Vec<GivenFile>) {
        let say = move |words: String| self.paste.shown.update(|shown| shown.status = words);
        if self.paste.is_looking.get_untracked() {
            return say("The dropped file was not read: add or close these lines first".to_owned());
        }
        spawn_local(async move {
            for file in files {
                match read_file(&file, MOST_BYTES).await {
                    Ok(text) => self.paste.typed.update(|typed| {
                        if !typed.is_empty() && !typed.ends_with('\n') {
                            typed.push('\n');
                        }
                        typed.push_str(&text);
                    }),
                    Err(reason) => say(reason),
                }
            }
        });
    }

    /// Reads what was typed or pasted into the dialog.
    pub fn read_typed_lines(self) {
        let text = self.paste.typed.get_untracked();
        if let Some(problem) = refusal("The text", &text) {
            self.paste.shown.update(|shown| shown.status = problem);
            return focus("#paste-typed");
        }
        self.look(text, None);
    }

    /// Puts the lines as they are into the event that they were pasted into.
    pub fn insert_lines_as_text(self) {
        let taken = self
            .paste
            .change(|work| Some((work.place?, std::mem::take(&mut work.text))));
        if let Some((place, text)) = taken.flatten() {
            self.close_paste();
            browser::type_into(&format!("#in-{}", place.key()), &text);
        }
    }

    /// Closes the dialog. What was typed into it stays there.
    pub fn close_paste(self) {
        browser::close_dialog(&dialog());
    }

    /// Lets go of what was made of the lines, once the dialog is closed. No answer about them comes
    /// any more.
    pub fn end_paste(self) {
        self.session.reader.with_value(|reader| reader.leave(ASKER));
        self.clear_paste();
    }

    fn clear_paste(self) {
        self.paste.change(std::mem::take);
        self.paste.is_looking.set(false);
        self.paste.shown.set(PastedShown::default());
        self.paste.kept.set(Vec::new());
        self.paste.keeps_rest.set(false);
    }

    /// Says where the lines come from, by the identifier of the source.
    pub fn choose_source(self, id: &str) {
        self.paste.change(|work| {
            work.source = Some(id.to_owned());
            work.said_kept.clear();
        });
        self.read_lines();
    }

    /// Says on which day the lines were copied.
    pub fn say_copied(self, typed: &str) {
        self.paste.change(|work| work.copied = Entered::from(typed));
        self.read_lines();
    }

    /// Says whether 03/05 is the third of May.
    pub fn say_paste_order(self, is_day_first: Option<bool>) {
        self.paste.change(|work| work.is_day_first = is_day_first);
        self.read_lines();
    }

    /// Says in which zone the times are; that of the document where nothing is said.
    pub fn say_paste_zone(self, typed: &str) {
        self.paste
            .change(|work| work.zone = Some(typed.trim().to_owned()));
        self.show_lines();
    }

    /// Says which date a day has that the lines leave open.
    pub fn say_day(self, question: &DayQuestion, typed: &str) {
        let date: Entered<NaiveDate> = Entered::from(typed);
        let day = question.day.clone();
        self.paste.change(|work| {
            work.days.retain(|(other, _)| *other != day);
            work.days.push((day, date));
        });
        self.show_lines();
    }

    /// Says whether who said it stands before the text.
    pub fn say_names(self, has_names: bool) {
        self.paste.change(|work| work.has_no_names = !has_names);
        self.show_lines();
    }

    /// Keeps a row, or leaves it out.
    pub fn keep_line(self, row: usize, is_kept: bool) {
        self.paste.change(|work| work.say_kept(row, is_kept));
        self.paste.kept.update(|kept| {
            if let Some(kept) = kept.get_mut(row) {
                *kept = is_kept;
            }
        });
    }

    /// Keeps every row, or none.
    pub fn keep_all_lines(self, is_kept: bool) {
        let count = self.paste.kept.with_untracked(Vec::len);
        self.paste
            .change(|work| (0..count).for_each(|row| work.say_kept(row, is_kept)));
        self.paste.kept.set(vec![is_kept; count]);
    }

    fn look(self, text: String, place: Option<Place>) {
        self.clear_paste();
        let near = self.document.with(day_of);
        self.paste.change(|work| {
            work.text = text;
            work.place = place;
            work.near = near;
            work.copied = browser::today().map_or(Entered::Empty, Entered::Known);
        });
        self.paste
            .shown
            .update(|shown| shown.is_typed = place.is_none());
        self.read_lines();
        self.paste.is_looking.set(true);
        browser::show_dialog(&dialog());
        focus("#paste-title");
    }
}

fn dialog() -> String {
    format!("#{PASTE_DIALOG_ID}")
}

/// Moves the focus there once what has just changed is in the page.
fn focus(selector: &'static str) {
    browser::after_paint(move || {
        browser::focus_selector(selector);
    });
}
