//! Several events at once: which are selected, and what can be done to them.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use super::notice::NoticeKind;
use super::open_draft::Editor;
use crate::browser;
use crate::postmortem::{Choice, Event, EventKind, Field, Place, Postmortem, RowId, typed_length};

/// The selected events.
#[derive(Clone, Copy)]
pub struct Selection {
    /// Whether events are being selected.
    pub is_on: RwSignal<bool>,
    ids: RwSignal<BTreeSet<RowId>>,
    /// The row that was ticked last, from which a range reaches.
    anchor: StoredValue<Option<RowId>>,
}

impl Selection {
    pub(super) fn new() -> Self {
        Self {
            is_on: RwSignal::new(false),
            ids: RwSignal::default(),
            anchor: StoredValue::new(None),
        }
    }

    /// Whether an event is selected.
    pub fn has(self, id: RowId) -> bool {
        self.ids.with(|ids| ids.contains(&id))
    }

    /// How many are.
    pub fn count(self) -> usize {
        self.ids.with(BTreeSet::len)
    }
}

impl Editor {
    /// Begins to select events, or ends it.
    pub fn toggle_selecting(self) {
        self.selection.is_on.update(|is_on| *is_on = !*is_on);
        self.selection.ids.set(BTreeSet::new());
        self.selection.anchor.set_value(None);
    }

    /// Selects an event, or not; with `is_range` all from the one that was ticked before.
    pub fn select(self, id: RowId, is_selected: bool, is_range: bool) {
        let Selection { ids, anchor, .. } = self.selection;
        let from = anchor.get_value().filter(|_| is_range).unwrap_or(id);
        anchor.set_value(Some(id));
        let rows = self
            .document
            .with(|document| document.row_ids(Field::Timeline));
        let at = |wanted| rows.iter().position(|row| *row == wanted);
        let (Some(from), Some(to)) = (at(from), at(id)) else {
            return;
        };
        let range = rows.get(from.min(to)..=from.max(to)).unwrap_or_default();
        ids.update(|ids| match is_selected {
            true => ids.extend(range),
            false => ids.retain(|id| !range.contains(id)),
        });
    }

    /// Selects all events.
    pub fn select_all(self) {
        let all = self
            .document
            .with(|document| document.row_ids(Field::Timeline));
        self.selection.ids.set(all.into_iter().collect());
    }

    /// Removes the selected events; a notice offers to take it back.
    pub fn remove_selected(self) {
        self.change_selected(
            |count| format!("{} removed", events(count)),
            |document, ids| {
                let rows = &mut document.timeline.events;
                let before = rows.len();
                rows.retain(|row| !ids.contains(&row.id));
                before.saturating_sub(rows.len())
            },
        );
        self.selection.ids.set(BTreeSet::new());
        browser::after_paint(move || {
            browser::focus_place(Place::field(Field::Timeline));
        });
    }

    /// Gives the selected events a kind, by its name.
    pub fn set_kind_of_selected(self, kind: &str) {
        let mut kinds = EventKind::ALL.iter();
        let Some(kind) = kinds.find(|known| known.label() == kind).copied() else {
            return;
        };
        self.change_selected(
            |count| format!("{} of the kind {} now", events(count), kind.label()),
            |document, ids| each(document, ids, |row| row.kind = kind),
        );
    }

    /// Marks the selected events as key events, or none of them where all are.
    pub fn toggle_key_of_selected(self) {
        let are_key = self.document.with(|document| {
            let rows = document.timeline.events.iter();
            let ids = self.selection.ids.read_untracked();
            rows.filter(|row| ids.contains(&row.id))
                .all(|row| row.is_key)
        });
        self.change_selected(
            |count| match are_key {
                true => format!("{} no longer key", events(count)),
                false => format!("{} marked as key", events(count)),
            },
            |document, ids| each(document, ids, |row| row.is_key = !are_key),
        );
    }

    /// Makes the selected events later, or earlier, by a length of time as people type it: "+5m",
    /// "-1h", "10 min".
    pub fn delay_selected(self, typed: &str) {
        let typed = typed.trim();
        let length = typed_length(typed).or_else(|| typed_length(&format!("+{typed}")));
        let Some(by) = length else {
            self.session.notify(
                NoticeKind::Problem,
                "Write how much later, such as +5m or 1h 30m; -5m is earlier. No event was changed",
            );
            return;
        };
        self.change_selected(
            |count| match count {
                0 => {
                    "No event was moved: those selected have no time that is understood".to_owned()
                }
                count => format!("{} moved in time", events(count)),
            },
            |document, ids| document.delay(ids, by),
        );
    }

    /// Changes the selected events; a notice, in these words, offers to take it back.
    fn change_selected(
        self,
        words: impl FnOnce(usize) -> String,
        change: impl FnOnce(&mut Postmortem, &BTreeSet<RowId>) -> usize,
    ) {
        let ids = self.selection.ids.get_untracked();
        if ids.is_empty() {
            self.session.notify(NoticeKind::Done, "Select events first");
            return;
        }
        let before = self
            .document
            .with(|document| document.timeline.events.clone());
        let mut document = self.document.with(Postmortem::clone);
        let count = change(&mut document, &ids);
        self.document.replace(document);
        self.session.notify_undo(words(count), move || {
            let mut document = self.document.with(Postmortem::clone);
            put_back(&mut document.timeline.events, &before, &ids);
            self.document.replace(document);
        });
    }
}

/// Puts those events back as they were, each where it stood, and leaves what was written in others.
fn put_back(events: &mut Vec<Event>, before: &[Event], ids: &BTreeSet<RowId>) {
    let mut now: BTreeMap<RowId, Event> = BTreeMap::new();
    let mut new = Vec::new();
    let old: BTreeSet<RowId> = before.iter().map(|event| event.id).collect();
    for event in events.drain(..) {
        match old.contains(&event.id) {
            true => _ = now.insert(event.id, event),
            false => new.push(event),
        }
    }
    for old in before {
        match ids.contains(&old.id) {
            true => events.push(old.clone()),
            // Removed since by other means, else still there.
            false => events.extend(now.remove(&old.id)),
        }
    }
    events.append(&mut new);
}

fn each(document: &mut Postmortem, ids: &BTreeSet<RowId>, change: impl Fn(&mut Event)) -> usize {
    let rows = document.timeline.events.iter_mut();
    rows.filter(|row| ids.contains(&row.id)).map(change).count()
}

fn events(count: usize) -> String {
    match count {
        1 => "1 event is".to_owned(),
        count => format!("{count} events are"),
    }
}
