//! What the timeline comes to: the picture, the response times, its days. Computed at each pause in
//! typing, and only while something on the screen asks for it.

use chrono::Datelike;
use leptos::prelude::*;

use super::document::Document;
use super::open_draft::Editor;
use super::times::zone;
use crate::browser::TimeZones;
use crate::picture;
use crate::postmortem::{
    Facet, Origin, Postmortem, ResponseTime, RowId, Untold, length_in_words, response_times,
    short_date,
};

/// The incident at a glance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    /// The picture, safe to show; empty where there is none.
    pub svg: String,
    /// The picture in words, a sentence on each line.
    pub words: String,
    /// The response times that the document tells.
    pub times: Vec<ResponseTime>,
    /// That the clocks were changed in between, which lengths by the clock do not know; empty where
    /// they were not.
    pub clocks: String,
    /// The others, each with what to do about it. None while nothing else is there to show.
    pub untold: Vec<String>,
}

impl Glance {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.svg.is_empty() && self.times.is_empty()
    }

    fn of(document: &Postmortem) -> Self {
        let mut glance = Self::default();
        if let Some(picture) = picture::picture(document, "picture") {
            (glance.svg, glance.words) = (picture.svg, picture.text);
        }
        let mut untold = Vec::new();
        for time in response_times(document) {
            match time {
                Ok(time) => glance.times.push(time),
                Err(reason) => untold.push(reason),
            }
        }
        if !glance.is_empty() {
            glance.untold = in_words(&untold);
        }
        glance
    }
}

impl Editor {
    /// The incident at a glance, as of the last pause in typing.
    pub fn glance(self) -> Memo<Glance> {
        Memo::new(move |_| {
            self.settled.track();
            self.session.zones.with_value(|zones| {
                self.document.with(|document| {
                    let mut glance = Glance::of(document);
                    glance.clocks = clocks_changed(document, zones);
                    glance
                })
            })
        })
    }

    /// Goes to where the document says when something was.
    pub fn go_to_origin(self, origin: Origin) {
        self.go_to_facet(origin.place(), Some(Facet::Time));
    }

    /// The day that begins with a row, in words, where the timeline is of several; else nothing. As
    /// of the last pause in typing.
    pub fn day_of(self, id: RowId) -> String {
        let days = self.days.read();
        let day = days.iter().find(|(row, _)| *row == id);
        day.map(|(_, words)| words.clone()).unwrap_or_default()
    }
}

/// That the clocks of the document's zone were changed between its first and its last time, and what
/// that does to lengths.
fn clocks_changed(document: &Postmortem, zones: &TimeZones) -> String {
    let name = document.summary.time_zone.trim();
    let changes = match zone(name, zones) {
        Ok(zone) => document.clock_changes(&zone, zones),
        Err(_) => Vec::new(),
    };
    let words = changes.iter().map(|change| {
        let seconds = i64::from(change.after.seconds()) - i64::from(change.before.seconds());
        let length = length_in_words(seconds.abs());
        let (way, really) = match seconds > 0 {
            true => ("forward", "shorter"),
            false => ("back", "longer"),
        };
        format!(
            "The clocks in {name} were put {way} by {length} in between: what lasted beyond that was \
             {length} {really} than the clock says."
        )
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The rows with which another day begins, where there are several days, and which day it is.
pub(super) fn days_of(document: Document, settled: RwSignal<u32>) -> Memo<Vec<(RowId, String)>> {
    Memo::new(move |_| {
        settled.track();
        let days = document.with(days);
        if days.len() > 1 { days } else { Vec::new() }
    })
}

fn days(document: &Postmortem) -> Vec<(RowId, String)> {
    let mut days = Vec::new();
    let mut last = None;
    let events = document.timeline.events.iter();
    for (event, when) in events.zip(document.event_times()) {
        let typed = event.when.date.known().copied();
        let Some(date) = when.map(|when| when.date()).or(typed) else {
            continue;
        };
        if last.replace(date) != Some(date) {
            let words = format!("{} {} {}", date.weekday(), short_date(date), date.year());
            days.push((event.id, words));
        }
    }
    days
}

/// What is not told, with those together that lack the same.
fn in_words(untold: &[Untold]) -> Vec<String> {
    let mut lines: Vec<(String, String)> = Vec::new();
    for untold in untold {
        let (name, words) = (untold.measure.name(), untold.words());
        match lines.iter_mut().find(|(_, other)| *other == words) {
            Some((names, _)) => {
                names.push_str(", ");
                names.push_str(&name.to_lowercase());
            }
            None => lines.push((name.to_owned(), words)),
        }
    }
    let lines = lines.into_iter();
    lines
        .map(|(names, words)| format!("{names}: {words}"))
        .collect()
}
