//! What views need to know of lists as a whole: which rows there are, in what order.

use leptos::prelude::*;
use reactive_stores::{AtKeyed, Field as StoreField};

use super::open_draft::Editor;
use crate::postmortem::{
    ActionItem, Event, ExtraSection, ExtraSectionStoreFields, ExtrasStoreFields,
    FollowUpStoreFields, PostmortemStoreFields, RowId, TimelineStoreFields, chronological_order,
};
use crate::template::Part;

/// The texts of an extra section.
#[derive(Clone, Copy)]
pub struct ExtraText {
    /// The heading.
    pub heading: StoreField<String>,
    /// The text.
    pub body: StoreField<String>,
}

impl Editor {
    /// The timeline's rows in order.
    pub fn event_ids(self) -> Memo<Vec<RowId>> {
        let events = self.document.timeline().events();
        Memo::new(move |_| {
            events
                .try_with(|rows| rows.iter().map(|row| row.id).collect())
                .unwrap_or_default()
        })
    }

    /// The action items' rows in order.
    pub fn action_item_ids(self) -> Memo<Vec<RowId>> {
        let actions = self.document.follow_up().action_items();
        Memo::new(move |_| {
            actions
                .try_with(|rows| rows.iter().map(|row| row.id).collect())
                .unwrap_or_default()
        })
    }

    /// Whether the events stand in order of time, as of the last pause in typing.
    pub fn is_timeline_in_order(self) -> Memo<bool> {
        let events = self.document.timeline().events();
        Memo::new(move |_| {
            self.settled.track();
            events.with_untracked(|rows| chronological_order(rows).is_sorted())
        })
    }

    /// A row of the timeline.
    pub fn event(self, id: RowId) -> StoreField<Event> {
        AtKeyed::new(self.document.timeline().events(), id).into()
    }

    /// A row of the action items.
    pub fn action_item(self, id: RowId) -> StoreField<ActionItem> {
        AtKeyed::new(self.document.follow_up().action_items(), id).into()
    }

    /// The people whom the document names already: authors and owners.
    pub fn people(self) -> Memo<Vec<String>> {
        Memo::new(move |_| {
            self.settled.track();
            let document = self.document.read_untracked();
            let authors = document
                .overview
                .author_names()
                .into_iter()
                .map(str::to_owned);
            let owners = document
                .follow_up
                .action_items
                .iter()
                .map(|action| action.owner.clone());
            let mut people: Vec<String> = authors
                .chain(owners)
                .map(|name| name.trim().to_owned())
                .filter(|name| !name.is_empty())
                .collect();
            people.sort_unstable();
            people.dedup();
            people
        })
    }

    /// The texts of an extra section; `None` when there is no such section.
    pub fn extra_section(self, id: RowId) -> Option<ExtraText> {
        let sections = self.document.extras().sections();
        let is_there =
            sections.with_untracked(|rows| rows.iter().any(|row: &ExtraSection| row.id == id));
        if !is_there {
            return None;
        }
        let section = AtKeyed::new(sections, id);
        Some(ExtraText {
            heading: section.heading().into(),
            body: section.body().into(),
        })
    }

    /// Whether nothing stands in a part, as of the last pause in typing.
    pub fn is_part_empty(self, part: &'static Part) -> Memo<bool> {
        Memo::new(move |_| {
            self.settled.track();
            let document = self.document.read_untracked();
            part.slots.iter().all(|slot| document.is_empty(slot.field))
        })
    }
}
