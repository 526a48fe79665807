//! One import: the texts that are left, and what the one in hand was read as.

use super::reading::{Open, Shown};
use crate::draft::DraftId;
use crate::markdown::{self, Given, Note};
use crate::postmortem::{Entered, Postmortem};
use crate::template::{Template, normalised_for};

/// A text that is to become a draft.
#[derive(Debug)]
pub(super) struct Incoming {
    /// The file's name, or where else it is from.
    pub(super) name: String,
    pub(super) text: String,
    pub(super) is_typed: bool,
}

/// One import, from the first text given until the dialog closes.
#[derive(Debug, Default)]
pub(super) struct Work {
    /// The texts that are left, the one in hand first.
    pub(super) texts: Vec<Incoming>,
    /// How many texts there were in all.
    pub(super) count: usize,
    /// What the person says of the text in hand.
    pub(super) given: Given,
    /// The template that they have chosen for it.
    pub(super) chosen: Option<&'static Template>,
    /// What the text in hand was read as, with that.
    pub(super) read: Option<Read>,
    /// What it leaves open without.
    pub(super) open: Option<Open>,
    /// The drafts made so far.
    pub(super) drafts: Vec<DraftId>,
    /// How many of them could not be saved.
    pub(super) unsaved: usize,
}

/// What a text was read as, with what the person says of it.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) document: Postmortem,
    pub(super) template: &'static Template,
    /// The template that was recognised, whichever was chosen.
    pub(super) recognised: &'static Template,
    pub(super) notes: Vec<Note>,
}

impl Work {
    /// Adds texts behind those that are left; one that was typed is the next, as the person has
    /// just asked for it.
    pub(super) fn add(&mut self, texts: Vec<Incoming>) {
        for incoming in texts {
            self.count = self.count.saturating_add(1);
            if incoming.is_typed {
                self.texts.insert(0, incoming);
            } else {
                self.texts.push(incoming);
            }
        }
    }

    /// The number of the text in hand, from 1.
    pub(super) fn number(&self) -> usize {
        self.count.saturating_sub(self.texts.len()) + 1
    }

    /// Shows which text of how many is in hand.
    pub(super) fn show_position(&self, shown: &mut Shown) {
        if let Some(incoming) = self.texts.first() {
            shown.is_one_of_many = self.count > 1;
            shown.has_more = self.texts.len() > 1;
            shown.title = match self.count {
                1 => format!("Import {}", incoming.name),
                count => format!("Import {} of {count}: {}", self.number(), incoming.name),
            };
        }
    }

    /// Reads the text in hand, unless it is read.
    pub(super) fn read(&mut self) {
        if let (Some(incoming), None) = (self.texts.first(), &self.read) {
            self.read = Some(read(&incoming.text, &self.given, self.chosen));
        }
    }

    /// Takes the text in hand off the list, with all that is known of it.
    pub(super) fn pass(&mut self) {
        self.texts.drain(..self.texts.len().min(1));
        self.given = Given::default();
        self.chosen = None;
        self.read = None;
        self.open = None;
    }
}

/// Reads a text with what a person says of it, and writes it in the template that they chose.
fn read(text: &str, given: &Given, chosen: Option<&'static Template>) -> Read {
    let reading = markdown::read_given(text, given);
    let recognised = reading.template;
    let template = chosen.unwrap_or(recognised);
    let mut document = reading.document;
    // A text that this editor has written is taken at its word, even where that is nothing.
    let summary = &mut document.summary;
    if let (true, Some(date)) = (summary.start.date.is_empty(), given.date) {
        summary.start.date = Entered::Known(date);
    }
    if let (true, Some(zone)) = (summary.time_zone.trim().is_empty(), &given.time_zone) {
        summary.time_zone.clone_from(zone);
    }
    Read {
        document: normalised_for(document, template),
        template,
        recognised,
        notes: reading.notes,
    }
}
