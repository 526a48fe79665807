//! The lines in hand, and what the person says of them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::paste::{Given, OpenDay, Pasted, Ready, Source, read, read_as};
use crate::postmortem::{Entered, Place};

/// The lines in hand, and what the person says of them.
#[derive(Default)]
pub(super) struct Work {
    pub(super) text: String,
    /// The event that they were pasted into.
    pub(super) place: Option<Place>,
    /// Where they come from, where the person has said so.
    pub(super) source: Option<&'static Source>,
    /// The day on which they were copied.
    pub(super) copied: Entered<NaiveDate>,
    pub(super) is_day_first: Option<bool>,
    /// The zone of the times, where the person has said one, or none.
    pub(super) zone: Option<String>,
    /// The dates of open days, as far as the person has said them.
    pub(super) days: Vec<(Option<OpenDay>, Entered<NaiveDate>)>,
    pub(super) has_no_names: bool,
    /// What the person has said of rows, by the lines that they begin at.
    pub(super) said_kept: BTreeMap<usize, bool>,
    /// What was read.
    pub(super) pasted: Option<Pasted>,
    /// The rows as events, in their order.
    pub(super) ready: Vec<Ready>,
    /// Whether some line can only be read once the order of day and month is known.
    pub(super) is_order_open: bool,
    /// Whether the day of copying says which day some line is of.
    pub(super) is_relative: bool,
    /// What the lines were recognised as.
    pub(super) recognised: &'static str,
    /// The zone that the document takes over from the lines.
    pub(super) takes_zone: Option<String>,
}

impl Work {
    /// Reads the lines with what the person says of them.
    pub(super) fn read(&mut self) {
        let read_with = |given: &Given| match self.source {
            Some(source) => read_as(&self.text, source, given),
            None => read(&self.text, given),
        };
        // First as they are: what the person is asked for must not go once it is answered.
        let bare = read_with(&Given::default());
        let days = || bare.rows.iter().filter_map(|row| row.open_day.as_ref());
        self.is_order_open = days().any(OpenDay::is_in_either_order);
        self.is_relative = days().any(OpenDay::is_relative);
        if self.source.is_none() {
            self.recognised = bare.source.id;
        }
        self.pasted = Some(if self.is_order_open || self.is_relative {
            read_with(&Given {
                today: self.copied.known().copied(),
                is_day_first: self.is_day_first,
            })
        } else {
            bare
        });
    }

    /// The zone that the rows name, where they name one; whether they name several.
    pub(super) fn zones_said(&self) -> (Option<String>, bool) {
        let rows = self.pasted.iter().flat_map(|pasted| &pasted.rows);
        let mut zones = rows.filter_map(|row| row.zone.as_ref());
        let first = zones.next();
        let is_one = first.is_some_and(|first| zones.all(|zone| zone == first));
        (
            first.filter(|_| is_one).cloned(),
            first.is_some() && !is_one,
        )
    }

    pub(super) fn say_kept(&mut self, row: usize, is_kept: bool) {
        let rows = self.pasted.as_ref().map(|pasted| &pasted.rows);
        if let Some(row) = rows.and_then(|rows| rows.get(row)) {
            self.said_kept.insert(row.line, is_kept);
        }
    }
}
