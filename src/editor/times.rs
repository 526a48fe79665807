//! The times of events as people type them, and the zones that they are in.

use std::collections::BTreeMap;

use chrono::{NaiveDateTime, Timelike};
use leptos::prelude::*;

use super::document::Document;
use super::notice::NoticeKind;
use super::open_draft::Editor;
use super::session::Session;
use crate::browser::TimeZones;
use crate::postmortem::{
    Context, Day, Entered, Field, Moment, MoveRemark, Moved, Place, Postmortem, RowId, Typed,
    TypedMoment, move_timeline,
};
use crate::zone::{Caution, Local, Zone, ZoneReading, ZoneRules, convert};

/// What a typed time comes to.
struct Understood {
    typed: TypedMoment,
    /// What to say of it.
    words: String,
}

/// Why a time that is understood cannot be taken yet, and what to do.
pub(super) struct Advice(pub(super) String);

impl Editor {
    /// What there is to say of a text while it is typed into the time of a row.
    pub fn note_on_time(self, id: RowId, typed: &str) -> String {
        let zones = self.session.zones;
        let understood = zones.with_value(|zones| {
            self.document
                .with(|document| Some(understand(document, id, typed, zones)))
        });
        match understood.flatten() {
            Some(Ok(understood)) => {
                let is_plain = Entered::from(typed) == understood.typed.moment.time
                    && understood.words == understood.typed.moment.time.text();
                if is_plain && understood.words == typed.trim() {
                    String::new()
                } else {
                    format!("Understood as {}", understood.words)
                }
            }
            Some(Err(Advice(words))) => words,
            None => String::new(),
        }
    }

    /// Takes what was typed into the time of a row as what it means next to the row above. What is
    /// not understood stays.
    pub fn settle_time(self, id: RowId, typed: &str) {
        let zones = self.session.zones;
        let understood = zones.with_value(|zones| {
            self.document
                .with(|document| understand(document, id, typed, zones).map(Result::ok))
        });
        let Some(Some(Understood { typed, .. })) = understood else {
            return;
        };
        self.keep_in_order(id);
        let place = Place::row(Field::Timeline, id);
        let before = self.document.edit(place, |document| {
            let events = &mut document.timeline.events;
            let event = events.iter_mut().find(|event| event.id == id)?;
            let before = event.when.clone();
            let found = typed.moment;
            if !found.date.is_empty() {
                event.when.date = found.date;
            }
            event.when.time = found.time;
            (event.when != before).then_some(before)
        });
        if let (Some(before), Day::RolledOver) = (before, typed.day)
            && let Some(date) = self.date_of(id)
        {
            let words = format!("This event is on {date}: its time is earlier than the row above");
            self.session.notify_undo(words, move || {
                let date = before.date.clone();
                self.document.edit(place, |document| {
                    let events = &mut document.timeline.events;
                    let event = events.iter_mut().find(|event| event.id == id)?;
                    event.when.date.clone_from(&date);
                    Some(())
                });
            });
        }
    }

    fn date_of(self, id: RowId) -> Option<String> {
        self.document.with(|document| {
            let events = &document.timeline.events;
            let event = events.iter().find(|event| event.id == id)?;
            event.when.date.known().map(Typed::canonical)
        })
    }

    /// The times of a row in the second zone that the person wants to see; nothing while there is
    /// none. As of the last pause in typing.
    pub fn time_elsewhere(self, id: RowId) -> String {
        let elsewhere = self.elsewhere.read();
        let found = elsewhere.binary_search_by_key(&id, |(id, _)| *id);
        let row = found.ok().and_then(|at| elsewhere.get(at));
        row.map(|(_, words)| words.clone()).unwrap_or_default()
    }

    /// The zones that this browser knows by name.
    pub fn zone_names(self) -> Vec<String> {
        self.session.zones.with_value(ZoneRules::names)
    }

    /// The zones that the text of the document's time zone may mean, where it may mean several, as of
    /// the last pause in typing.
    pub fn zones_meant(self) -> Vec<String> {
        self.settled.track();
        let text = self
            .document
            .with(|document| document.summary.time_zone.clone());
        let reading = self
            .session
            .zones
            .with_value(|zones| Zone::read(&text, zones));
        match reading {
            ZoneReading::Several(several) => {
                several.iter().map(|zone| zone.text().to_owned()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What to say of the zone that somebody wants to see or to move to; nothing when it is known.
    pub fn advice_on_zone(self, text: &str) -> String {
        if text.trim().is_empty() {
            return String::new();
        }
        self.session
            .zones
            .with_value(|zones| zone(text, zones).err().map(|Advice(words)| words))
            .unwrap_or_default()
    }

    /// Rewrites all times of the document as times of another zone; a notice offers to take it back.
    pub fn move_to_zone(self, to: &str) {
        let here = self
            .document
            .with(|document| document.summary.time_zone.clone());
        let before = self.document.with(Postmortem::clone);
        let moved = self.session.zones.with_value(|zones| {
            let (from, to) = (zone(&here, zones), zone(to, zones));
            match (from, to) {
                (Ok(from), Ok(to)) => {
                    let mut document = before.clone();
                    let moved = move_timeline(&mut document, &from, &to, zones);
                    moved.map(|moved| (document, moved)).ok_or_else(|| {
                        Advice("This browser does not know the rules of that zone".to_owned())
                    })
                }
                (Err(_), _) => Err(Advice(
                    "Say first which zone the times are in now: fill in “Time zone”".to_owned(),
                )),
                (_, Err(advice)) => Err(advice),
            }
        });
        match moved {
            Ok((document, moved)) => {
                let words = words_of(&moved, &document.summary.time_zone);
                self.document.replace(document);
                self.session.notify_undo(words, move || {
                    let mut document = self.document.with(Postmortem::clone);
                    put_times_back(&mut document, &before);
                    self.document.replace(document);
                });
            }
            Err(Advice(words)) => self.session.notify(NoticeKind::Problem, words),
        }
    }
}

/// The times of all rows in a second zone; computed anew at each pause in typing.
pub(super) fn elsewhere_of(
    session: Session,
    document: Document,
    second_zone: RwSignal<String>,
    settled: RwSignal<u32>,
) -> Memo<Vec<(RowId, String)>> {
    Memo::new(move |_| {
        settled.track();
        let zone = second_zone.read();
        if zone.trim().is_empty() {
            return Vec::new();
        }
        session
            .zones
            .with_value(|zones| document.with(|document| elsewhere(document, &zone, zones)))
    })
}

/// The times of all rows in another zone, in order of their identities.
fn elsewhere(document: &Postmortem, text: &str, zones: &TimeZones) -> Vec<(RowId, String)> {
    let (Ok(here), Ok(there)) = (zone(&document.summary.time_zone, zones), zone(text, zones))
    else {
        return Vec::new();
    };
    let mut day = None;
    let events = document.timeline.events.iter();
    let mut all: Vec<(RowId, String)> = events
        .zip(document.event_times())
        .filter_map(|(event, when)| {
            let local = convert(when?, &here, &there, zones)?.local;
            let is_new_day = day.replace(local.date()) != Some(local.date());
            Some((event.id, shown(local, is_new_day)))
        })
        .collect();
    all.sort_unstable_by_key(|(id, _)| *id);
    all
}

fn shown(local: NaiveDateTime, has_date: bool) -> String {
    // By hand: chrono's `format` brings all of strftime into the page.
    let time = format!("{:02}:{:02}", local.hour(), local.minute());
    match has_date {
        true => format!("{} {time}", local.date().canonical()),
        false => time,
    }
}

fn understand(
    document: &Postmortem,
    id: RowId,
    text: &str,
    zones: &TimeZones,
) -> Option<Result<Understood, Advice>> {
    let mut context = document.typing_context(id);
    let events = &document.timeline.events;
    let event = events.iter().find(|event| event.id == id)?;
    if let Some(date) = event.when.date.known() {
        // The day of a row that has one is not to be found by order.
        let before = context.before;
        context = Context {
            date: Some(*date),
            before: before.filter(|_| text.trim_start().starts_with('+')),
            clock_before: None,
        };
    }
    let typed = TypedMoment::read(text, &context)?;
    if typed.moment.time.is_empty() && typed.moment.date.is_empty() {
        return None;
    }
    let Some(written) = &typed.zone else {
        let mut words = typed.words();
        let date = typed.moment.date.known().copied().or(context.date);
        let time = typed.moment.time.known();
        if let (Some(date), Some(time)) = (date, time) {
            words.push_str(clocks_at(document, date.and_time(time.naive()), zones));
        }
        return Some(Ok(Understood { typed, words }));
    };
    let from = match zone(written, zones) {
        Ok(from) => from,
        Err(advice) => return Some(Err(advice)),
    };
    let Ok(to) = zone(&document.summary.time_zone, zones) else {
        return Some(Err(Advice(
            "Kept as typed: say first which time zone the document is in".to_owned(),
        )));
    };
    let converted = typed.in_zone(&from, &to, &context, zones)?;
    let caution = converted.caution.map(explain).unwrap_or_default();
    let words = format!("{} ({}){caution}", converted.typed.words(), typed.words());
    let typed = converted.typed;
    Some(Ok(Understood { typed, words }))
}

/// What to say of a time of the document in a night in which the clocks were changed.
fn clocks_at(document: &Postmortem, at: NaiveDateTime, zones: &TimeZones) -> &'static str {
    let zone = zone(&document.summary.time_zone, zones).ok();
    match zone.and_then(|zone| zone.to_utc(at, zones)) {
        Some(Local::Gap { .. }) => explain(Caution::Skipped),
        Some(Local::Fold { .. }) => explain(Caution::CameTwice),
        Some(Local::One { .. }) | None => "",
    }
}

pub(super) fn zone(text: &str, zones: &TimeZones) -> Result<Zone, Advice> {
    match Zone::read(text, zones) {
        ZoneReading::One(zone) => Ok(zone),
        ZoneReading::Unknown => Err(Advice(format!(
            "“{text}” is no zone that is known here. Write a city’s such as Europe/Berlin, or an \
             offset such as UTC+2"
        ))),
        ZoneReading::Several(several) => {
            let names: Vec<&str> = several.iter().map(Zone::text).collect();
            Err(Advice(format!(
                "“{text}” is several zones. Write one of them: {}",
                names.join(", ")
            )))
        }
    }
}

pub(super) fn explain(caution: Caution) -> &'static str {
    match caution {
        Caution::Skipped => ", a time that the clocks skipped that day",
        Caution::CameTwice => ", the first of two such times that day",
        Caution::FirstOfTwo => ", the first time that it was so late that day",
        Caution::SecondOfTwo => ", the second time that it was so late that day",
    }
}

fn words_of(moved: &Moved, zone: &str) -> String {
    let left = |wanted: fn(&MoveRemark) -> bool| {
        moved.notes.iter().filter(|note| wanted(&note.what)).count()
    };
    let stayed = left(|what| !matches!(what, MoveRemark::Moved(_)));
    let unclear = left(|what| matches!(what, MoveRemark::Moved(_)));
    let mut words = format!("All times are in {zone} now");
    if stayed > 0 {
        words.push_str(&format!(
            ". {stayed} stayed as they were: without a day or a time that is understood, they cannot \
             be moved"
        ));
    }
    if unclear > 0 {
        words.push_str(&format!(
            ". Look at {unclear} in the night when the clocks were changed"
        ));
    }
    words
}

/// Puts back when everything happened, and leaves what was written since.
fn put_times_back(document: &mut Postmortem, from: &Postmortem) {
    let (summary, old) = (&mut document.summary, &from.summary);
    summary.start.clone_from(&old.start);
    summary.end.clone_from(&old.end);
    summary.time_zone.clone_from(&old.time_zone);
    let old = from.timeline.events.iter();
    let old: BTreeMap<RowId, &Moment> = old.map(|event| (event.id, &event.when)).collect();
    for event in &mut document.timeline.events {
        if let Some(old) = old.get(&event.id) {
            event.when.clone_from(old);
        }
    }
}
