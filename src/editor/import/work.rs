//! One import: the texts that are left, and what the one in hand was read as.

use super::reading::{Open, Shown};
use crate::draft::DraftId;
use crate::markdown::Given;
use crate::reader::{Answer, Message, Request};
use crate::template::{self, Template, TemplateId};

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
    /// What is to be done as soon as it is read.
    pub(super) next: Option<Next>,
    /// What it leaves open without.
    pub(super) open: Option<Open>,
    /// The drafts made so far.
    pub(super) drafts: Vec<DraftId>,
    /// How many of them could not be saved.
    pub(super) unsaved: usize,
    /// How many of them have the words of a draft that was there.
    pub(super) twins: usize,
    /// Whether a text was passed over because it could not be read.
    pub(super) has_unread: bool,
}

/// What the text in hand was read as, with what the person says of it.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) answer: Answer,
    /// The document, as safe HTML.
    pub(super) html: String,
}

/// What a person has asked for that needs the text in hand to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// A draft of it.
    Accept,
    /// A draft of it and of all that are left.
    MakeAll,
}

impl Read {
    pub(super) fn decode(message: Message) -> Option<Self> {
        let (answer, html) = Answer::decode(message)?;
        Some(Self { answer, html })
    }

    /// The template of the draft to be.
    pub(super) fn template(&self) -> &'static Template {
        self.answer.template.template()
    }
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

    /// What to ask of the reader about the text in hand.
    pub(super) fn request(&self) -> Option<Message> {
        let text = self.texts.first()?.text.clone();
        let request = Request {
            given: self.given.clone(),
            chosen: self
                .chosen
                .map(|template| TemplateId(template.id.to_owned())),
            brought: template::offered_sources(),
        };
        Some(request.encode(text))
    }

    /// Takes the text in hand off the list, with all that is known of it; gives its name.
    pub(super) fn pass(&mut self) -> String {
        let mut taken = self.texts.drain(..self.texts.len().min(1));
        let name = taken
            .next()
            .map(|incoming| incoming.name)
            .unwrap_or_default();
        drop(taken);
        self.given = Given::default();
        self.chosen = None;
        self.read = None;
        self.next = None;
        self.open = None;
        name
    }
}
