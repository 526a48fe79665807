//! The timeline in order of time: by itself as times are typed, and all at once.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::notice::NoticeKind;
use super::open_draft::Editor;
use crate::browser;
use crate::postmortem::{Entered, Event, Field, Place, RowId};

impl Editor {
    /// Moves an event whose time or date was typed to where it belongs among the others; the focus
    /// stays where it went. A notice offers to take it back.
    pub fn keep_in_order(self, id: RowId) {
        // The focus is on its way from the input that was left to the next.
        browser::after_paint(move || {
            let sorted = self.document.with(|document| {
                let mut sorted = document.clone();
                sorted.put_in_order(id).then_some(sorted.timeline.events)
            });
            let Some(sorted) = sorted else { return };
            let restore_focus = browser::keep_focus();
            self.wanted.set(Some(id));
            let number = sorted.iter().position(|row| row.id == id).unwrap_or(0) + 1;
            let before = self.edit_events(|rows| Some(std::mem::replace(rows, sorted)));
            browser::after_paint(restore_focus);
            let words = format!("Moved to its place by time: it is event {number} now");
            self.session.notify_undo(words, move || {
                self.put_back(before.as_deref().unwrap_or_default())
            });
        });
    }

    /// Whether a row may be moved up (-1) or down (+1): events only within a minute, else it is said
    /// what decides.
    pub(super) fn may_shift(self, field: Field, id: RowId, by: isize) -> bool {
        if field != Field::Timeline {
            return true;
        }
        let may = self.document.with(|document| {
            let rows = &document.timeline.events;
            let at = rows.iter().position(|row| row.id == id)?;
            let other = rows.get(at.checked_add_signed(by)?)?.id;
            let (upper, lower) = if by < 0 { (other, id) } else { (id, other) };
            Some(document.may_swap(upper, lower))
        });
        if may == Some(false) {
            self.session.notify(
                NoticeKind::Done,
                "Events stand in order of time: change the time of this one to move it".to_owned(),
            );
        }
        may != Some(false)
    }

    /// Puts the events in order of date and time; a notice offers to take it back. An event without
    /// a time stays behind the one before it.
    pub fn sort_timeline(self) {
        let before = self
            .document
            .edit(Place::field(Field::Timeline), |document| {
                let before = document.timeline.events.clone();
                document.sort_by_time();
                Some(before)
            })
            .unwrap_or_default();
        // The button goes away with the disorder.
        browser::after_paint(move || {
            browser::focus_place(Place::field(Field::Timeline));
        });
        self.session
            .notify_undo("The events are sorted by time", move || {
                self.put_back(&before)
            });
    }

    /// Puts the events back as they were: in their order, and without the dates that were written only
    /// to keep their days.
    fn put_back(self, before: &[Event]) {
        let order: Vec<RowId> = before.iter().map(|row| row.id).collect();
        self.order_as(&order);
        self.edit_events(|rows| {
            let dates: BTreeMap<RowId, _> = before.iter().map(|row| (row.id, &row.when)).collect();
            for row in rows {
                if let Some(old) = dates.get(&row.id)
                    && old.date.is_empty()
                    && old.time == row.when.time
                {
                    row.when.date = Entered::Empty;
                }
            }
            Some(())
        });
    }

    /// Puts the events in an order that they had; new ones come behind the others.
    fn order_as(self, before: &[RowId]) {
        let places: BTreeMap<RowId, usize> = before.iter().copied().zip(0..).collect();
        self.edit_events(|rows| {
            rows.sort_by_key(|row| places.get(&row.id).copied().unwrap_or(usize::MAX));
            Some(())
        });
    }
}
