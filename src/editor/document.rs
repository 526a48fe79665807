//! The open document, and who is told when a part of it has changed.
//!
//! One lock around the whole, and one trigger for each part that something follows. A store with a
//! getter and a type for each field (`reactive_stores`) did the same; it made a seventh of the
//! page's code, because each of its getters compiles anew all that stands between a field and the
//! reactive graph. Here every field takes the same path.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use leptos::prelude::*;

use crate::postmortem::{Field, Place, Postmortem, RowId, Section};

/// A part of the document that something on the page follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Anything in it.
    Whole,
    /// Any field of a section. Extra sections are no field of a section.
    Section(Section),
    /// Anything in the extra sections.
    Extras,
    /// The marks "nothing to say".
    NothingToSay,
    /// A field; of a list, which rows there are and in what order.
    Field(Field),
    /// What stands in a row.
    Row(RowId),
}

impl From<Place> for Part {
    fn from(place: Place) -> Self {
        place.row.map_or(Self::Field(place.field), Self::Row)
    }
}

/// The document of the open draft. Copies share it.
#[derive(Clone, Copy)]
pub struct Document(StoredValue<Arc<Shared>>);

struct Shared {
    postmortem: RwLock<Postmortem>,
    /// Made when first followed. A row's stays until the draft is closed, so that undoing its
    /// removal reaches whoever followed it.
    triggers: Mutex<BTreeMap<Part, ArcTrigger>>,
}

impl Document {
    /// The document of a draft that was just opened.
    pub(super) fn new(postmortem: Postmortem) -> Self {
        Self(StoredValue::new(Arc::new(Shared {
            postmortem: RwLock::new(postmortem),
            triggers: Mutex::default(),
        })))
    }

    /// Runs whatever asks for this again when that part of the document has changed.
    pub fn track(self, part: impl Into<Part>) {
        self.follow(part.into());
    }

    /// Shows the document as it is now, following nothing. The default answer when the draft was
    /// closed.
    pub fn with<R: Default>(self, read: impl FnOnce(&Postmortem) -> R) -> R {
        let Some(shared) = self.0.try_get_value() else {
            return R::default();
        };
        // A panic ends the page, so no lock outlives one in a state of being half written.
        let postmortem = shared.postmortem.read();
        read(&postmortem.unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes what stands at a place. `None` from `change` says that it has left everything as it
    /// was, and nobody is told.
    pub fn edit<R>(
        self,
        place: Place,
        change: impl FnOnce(&mut Postmortem) -> Option<R>,
    ) -> Option<R> {
        let answer = self.write(change)?;
        let around = match place.field {
            Field::Extra => Part::Extras,
            field => Part::Section(field.section()),
        };
        self.tell(&[place.into(), around, Part::Whole]);
        Some(answer)
    }

    /// Changes the marks "nothing to say".
    pub(super) fn edit_nothing_to_say(self, change: impl FnOnce(&mut BTreeMap<Section, String>)) {
        self.write(|postmortem| {
            change(&mut postmortem.nothing_to_say);
            Some(())
        });
        self.tell(&[Part::NothingToSay, Part::Whole]);
    }

    /// Puts another document in its place.
    pub(super) fn replace(self, with: Postmortem) {
        self.write(|postmortem| {
            *postmortem = with;
            Some(())
        });
        if let Some(shared) = self.0.try_get_value() {
            let all: Vec<Part> = shared.triggers().keys().copied().collect();
            self.tell(&all);
        }
    }

    fn write<R>(self, change: impl FnOnce(&mut Postmortem) -> Option<R>) -> Option<R> {
        let shared = self.0.try_get_value()?;
        let postmortem = shared.postmortem.write();
        change(&mut postmortem.unwrap_or_else(PoisonError::into_inner))
    }

    fn follow(self, part: Part) {
        if let Some(shared) = self.0.try_get_value() {
            let trigger = shared.triggers().entry(part).or_default().clone();
            trigger.track();
        }
    }

    fn tell(self, parts: &[Part]) {
        let Some(shared) = self.0.try_get_value() else {
            return;
        };
        for part in parts {
            // Out of the lock: who is told may follow another part at once.
            let trigger = shared.triggers().get(part).cloned();
            if let Some(trigger) = trigger {
                trigger.notify();
            }
        }
    }
}

impl Shared {
    fn triggers(&self) -> std::sync::MutexGuard<'_, BTreeMap<Part, ArcTrigger>> {
        self.triggers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
