//! The rows that are kept become events; a notice offers to take them back.

use leptos::prelude::*;

use super::work::Work;
use crate::browser;
use crate::draft::DraftId;
use crate::editor::open_draft::Editor;
use crate::editor::session::Session;
use crate::paste::{Ready, Why, add, without_time};
use crate::postmortem::{Entered, Field, Place};

impl Session {
    /// What was typed into the dialog of a draft.
    pub(in crate::editor) fn typed_lines(self, id: &DraftId) -> RwSignal<String> {
        let typed = self
            .lines
            .try_update_value(|lines| lines.entry(id.clone()).or_default().clone());
        typed.unwrap_or_default().into()
    }
}

impl Editor {
    /// Adds what is kept to the timeline, leads to the first of it, and closes the dialog.
    pub fn add_lines(self) {
        let kept = self.paste.kept.get_untracked();
        let keeps_rest = self.paste.keeps_rest.get_untracked();
        let taken = self.paste.change(|work| {
            let zone = work.takes_zone.clone();
            (work.wanted(&kept, keeps_rest), zone, work.text.clone())
        });
        let Some((mut events, zone, text)) = taken.filter(|(events, ..)| !events.is_empty()) else {
            return;
        };
        for ready in &mut events {
            ready.event.id = self.new_row_id();
        }
        let mut ids: Vec<_> = events.iter().map(|ready| ready.event.id).collect();
        let place = Place::field(Field::Timeline);
        let Some(added) = self
            .document
            .edit(place, |document| Some(add(document, events)))
        else {
            return;
        };
        if let Some(zone) = &zone {
            self.set_zone("", zone);
        }
        if self.paste.typed.with_untracked(|typed| *typed == text) {
            self.paste.typed.set(String::new());
        }
        self.close_paste();
        if let Some(first) = added.first {
            self.go_to_input(Place::row(Field::Timeline, first), browser::focus_text);
        }
        let words = match ids.len() {
            1 => "1 event is added".to_owned(),
            count => format!("{count} events are added"),
        };
        let words = match &zone {
            Some(zone) => format!("{words}, and the time zone of the document is {zone}"),
            None => words,
        };
        ids.sort_unstable();
        let mut dated = added.dated;
        dated.sort_unstable();
        self.session.notify_undo(words, move || {
            self.document.edit(place, |document| {
                let events = &mut document.timeline.events;
                events.retain(|event| ids.binary_search(&event.id).is_err());
                for event in events {
                    if dated.binary_search(&event.id).is_ok() {
                        event.when.date = Entered::Empty;
                    }
                }
                Some(())
            });
            if let Some(zone) = &zone {
                self.set_zone(zone, "");
            }
            browser::after_paint(move || {
                browser::focus_place(place);
            });
        });
    }

    /// Names the document's zone, where it is `from` so far.
    fn set_zone(self, from: &str, to: &str) {
        self.document
            .edit(Place::field(Field::TimeZone), |document| {
                let zone = &mut document.summary.time_zone;
                (zone.trim() == from).then(|| to.clone_into(zone))
            });
    }
}

impl Work {
    /// The events that are wanted, in the order of the lines.
    fn wanted(&self, kept: &[bool], keeps_rest: bool) -> Vec<Ready> {
        let Some(pasted) = &self.pasted else {
            return Vec::new();
        };
        let rows = pasted.rows.iter().zip(&self.ready).zip(kept);
        let mut events: Vec<(usize, Ready)> = rows
            .filter(|(_, is_kept)| **is_kept)
            .map(|((row, ready), _)| (row.line, ready.clone()))
            .collect();
        if keeps_rest {
            let rest = pasted.rest.iter().filter(|rest| rest.why == Why::NoTime);
            events.extend(rest.map(|rest| {
                let ready = Ready {
                    event: without_time(rest),
                    ..Ready::default()
                };
                (rest.line, ready)
            }));
        }
        events.sort_by_key(|(line, _)| *line);
        events.into_iter().map(|(_, ready)| ready).collect()
    }
}
