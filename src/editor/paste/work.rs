//! The lines in hand, and what the person says of them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::paste::{FEWEST_LINES, Given, OpenDay, Ready};
use crate::postmortem::{Entered, Place};
use crate::reader::{LinesAnswer, LinesRequest, Message};

/// The lines in hand, and what the person says of them.
#[derive(Default)]
pub(super) struct Work {
    pub(super) text: String,
    /// The event that they were pasted into.
    pub(super) place: Option<Place>,
    /// The identifier of where they come from, where the person has said so.
    pub(super) source: Option<String>,
    /// The day on which they were copied.
    pub(super) copied: Entered<NaiveDate>,
    /// A day of the document that they go into.
    pub(super) near: Option<NaiveDate>,
    pub(super) is_day_first: Option<bool>,
    /// The zone of the times, where the person has said one, or none.
    pub(super) zone: Option<String>,
    /// The dates of open days, as far as the person has said them.
    pub(super) days: Vec<(Option<OpenDay>, Entered<NaiveDate>)>,
    pub(super) has_no_names: bool,
    /// What the person has said of rows, by the lines that they begin at.
    pub(super) said_kept: BTreeMap<usize, bool>,
    /// What the lines were read as, with what the person says of them; nothing until they are read.
    pub(super) pasted: Option<LinesAnswer>,
    /// The rows as events, in their order.
    pub(super) ready: Vec<Ready>,
    /// The zone that the document takes over from the lines.
    pub(super) takes_zone: Option<String>,
}

impl Work {
    /// What to ask of the reader about the lines.
    pub(super) fn request(&self) -> Message {
        let request = LinesRequest {
            source: self.source.clone(),
            given: Given {
                today: self.copied.known().copied(),
                near: self.near,
                is_day_first: self.is_day_first,
            },
        };
        request.encode(self.text.clone())
    }

    /// Whether the lines were pasted into an event, and are not lines of their own.
    pub(super) fn is_plain_text(&self, pasted: &LinesAnswer) -> bool {
        let timed = pasted.rows.iter().filter(|row| !row.time.is_empty());
        self.place.is_some() && timed.count() < FEWEST_LINES
    }

    pub(super) fn say_kept(&mut self, row: usize, is_kept: bool) {
        let rows = self.pasted.as_ref().map(|pasted| &pasted.rows);
        if let Some(row) = rows.and_then(|rows| rows.get(row)) {
            self.said_kept.insert(row.line, is_kept);
        }
    }
}
