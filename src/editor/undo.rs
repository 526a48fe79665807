//! Undo and redo of everything in the document, step by step. Inside a text the browser's own undo
//! comes first: its key is left to it.

use leptos::prelude::*;

use super::derived::target_holding;
use super::open_draft::Editor;
use crate::browser;
use crate::postmortem::{Facet, Field, Place, Postmortem, Spot};

/// Changes that follow each other more quickly than this are one step, in milliseconds.
const STEP_MS: u64 = 1500;

/// So many steps can be undone.
const MOST_STEPS: usize = 100;

/// What the document was, and what it was before it was undone.
#[derive(Clone, Copy)]
pub struct Undoing {
    /// Whether there is a step to undo.
    pub can_undo: RwSignal<bool>,
    /// Whether there is one to do again.
    pub can_redo: RwSignal<bool>,
    steps: StoredValue<Steps>,
}

#[derive(Default)]
struct Steps {
    past: Vec<Postmortem>,
    now: Postmortem,
    future: Vec<Postmortem>,
    /// When the last change was noticed.
    changed: u64,
}

impl Undoing {
    pub(super) fn new(now: Postmortem) -> Self {
        Self {
            can_undo: RwSignal::new(false),
            can_redo: RwSignal::new(false),
            steps: StoredValue::new(Steps {
                now,
                ..Steps::default()
            }),
        }
    }

    fn change<R>(self, change: impl FnOnce(&mut Steps) -> R) -> Option<R> {
        let answer = self.steps.try_update_value(change)?;
        self.steps.with_value(|steps| {
            self.can_undo.set(!steps.past.is_empty());
            self.can_redo.set(!steps.future.is_empty());
        });
        Some(answer)
    }
}

impl Steps {
    /// Takes the document as it is at that time, in milliseconds; nought is a time apart from all
    /// others.
    fn note(&mut self, document: &Postmortem, at: u64) {
        if self.now == *document {
            return;
        }
        let is_new_step = self.past.is_empty() || at.abs_diff(self.changed) > STEP_MS;
        let before = std::mem::replace(&mut self.now, document.clone());
        if is_new_step {
            if self.past.len() >= MOST_STEPS {
                self.past.remove(0);
            }
            self.past.push(before);
        }
        self.changed = at;
        self.future.clear();
    }

    fn step(&mut self, is_back: bool) -> Option<Postmortem> {
        let (from, to) = match is_back {
            true => (&mut self.past, &mut self.future),
            false => (&mut self.future, &mut self.past),
        };
        let other = from.pop()?;
        to.push(std::mem::replace(&mut self.now, other));
        // What comes next is a step of its own.
        self.changed = 0;
        Some(self.now.clone())
    }
}

impl Editor {
    /// Undoes the last step.
    pub fn undo(self) {
        self.step(true);
    }

    /// Does again what was undone last.
    pub fn redo(self) {
        self.step(false);
    }

    /// Takes the document as it is for what can be undone from now on.
    pub(super) fn note_step(self) {
        self.note_step_at(browser::now().0);
    }

    /// The same for what a button has just done: a step of its own, whatever was typed a moment ago.
    pub(super) fn note_deed(self) {
        self.note_step_at(0);
    }

    fn note_step_at(self, at: u64) {
        self.undoing.change(|steps| {
            self.document.with(|document| steps.note(document, at));
        });
    }

    /// Forgets all steps: what another tab wrote is not undone here.
    pub(super) fn forget_steps(self) {
        let now = self.document.with(Postmortem::clone);
        self.undoing.change(|steps| {
            *steps = Steps {
                now,
                ..Steps::default()
            };
        });
    }

    fn step(self, is_back: bool) {
        self.note_step();
        let stepped = self.undoing.change(|steps| steps.step(is_back)).flatten();
        let Some(document) = stepped else { return };
        let changed = self
            .document
            .with(|before| changed_field(before, &document));
        self.document.replace(document);
        self.leave_what_is_gone();
        // What changed is shown.
        if let Some(target) = changed.and_then(|field| target_holding(self, Place::field(field))) {
            self.target.set(target);
        }
    }
}

/// The first field that differs; extra sections, of which there are several, aside.
fn changed_field(one: &Postmortem, other: &Postmortem) -> Option<Field> {
    let differs = |field: Field| {
        let place = Place::field(field);
        let text = |document: &Postmortem, facet| document.text_at(Spot { place, facet });
        let facets = [Facet::Text, Facet::Date, Facet::Time];
        one.items(field) != other.items(field)
            || one.row_ids(field) != other.row_ids(field)
            || match field {
                Field::Timeline => one.timeline != other.timeline,
                Field::ActionItems => one.follow_up.action_items != other.follow_up.action_items,
                _ => facets
                    .iter()
                    .any(|facet| text(one, *facet) != text(other, *facet)),
            }
    };
    let mut fields = Field::ALL.iter().copied();
    fields.find(|field| *field != Field::Extra && differs(*field))
}
