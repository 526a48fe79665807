//! What views need to know of lists as a whole: which rows there are, in what order.

use leptos::prelude::*;

use super::open_draft::Editor;
use crate::postmortem::{Field, Place, RowId};
use crate::template;

impl Editor {
    /// Whether a list has rows.
    pub fn has_rows(self, field: Field) -> bool {
        self.document.track(Place::field(field));
        self.document
            .with(|postmortem| !postmortem.row_ids(field).is_empty())
    }

    /// Whether a row is still there.
    pub fn has_row(self, field: Field, id: RowId) -> bool {
        self.document
            .with(|postmortem| postmortem.row_ids(field).contains(&id))
    }

    /// Whether the events stand in order of time, as of the last pause in typing.
    pub fn is_timeline_in_order(self) -> Memo<bool> {
        Memo::new(move |_| {
            self.settled.track();
            self.document
                .with(crate::postmortem::Postmortem::is_in_order)
        })
    }

    /// The people whom the document names already, as of the last pause in typing: authors and
    /// owners.
    pub fn people(self) -> Vec<String> {
        self.settled.track();
        self.document.with(|postmortem| {
            let authors = postmortem.overview.author_names().into_iter();
            let actions = postmortem.follow_up.action_items.iter();
            let mut people: Vec<String> = authors
                .chain(actions.map(|action| action.owner.as_str()))
                .map(|name| name.trim().to_owned())
                .filter(|name| !name.is_empty())
                .collect();
            people.sort_unstable();
            people.dedup();
            people
        })
    }

    /// Whether nothing stands in a part, as of the last pause in typing.
    pub fn is_part_empty(self, part: &'static template::Part) -> Memo<bool> {
        Memo::new(move |_| {
            self.settled.track();
            self.document.with(|postmortem| {
                let mut slots = part.slots.iter();
                slots.all(|slot| postmortem.is_empty(slot.field))
            })
        })
    }
}
