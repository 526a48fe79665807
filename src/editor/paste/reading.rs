//! What was made of the lines in hand, in words.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::work::Work;
use crate::browser::TimeZones;
use crate::editor::open_draft::Editor;
use crate::editor::times::{explain, zone};
use crate::paste::{Answers, Known, OpenDay, PastedRow, Ready, Rest, Why, as_events};
use crate::postmortem::{Context, Entered, Postmortem, RowId};
use crate::reader::LinesAnswer;

/// So many rows are shown at most.
const MOST_SHOWN: usize = 300;

/// So many open days are asked for at most.
const MOST_DAYS: usize = 6;

/// What the dialog shows of the lines in hand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PastedShown {
    /// What is going on, or what was read, in a sentence.
    pub status: String,
    /// Why the lines could not be read; empty when they could.
    pub problem: String,
    /// Whether they are being read.
    pub is_reading: bool,
    /// The sources that can be chosen, each by its identifier and its name; none until the lines are
    /// read.
    pub sources: Vec<(String, String)>,
    /// The identifier of what the lines are read as.
    pub source: String,
    /// What lines of it look like.
    pub about: String,
    /// The identifier of what they were recognised as.
    pub recognised: String,
    /// The first rows.
    pub rows: Vec<ShownRow>,
    /// What to say of the rows that are not shown; empty where all are.
    pub more: String,
    /// The lines that are in no row, each with why; the first of them.
    pub rest: Vec<(String, &'static str)>,
    /// How many there are, in words; empty where there is none.
    pub rest_title: String,
    /// How many of them were not understood.
    pub unread: usize,
    /// Whether the day of copying matters.
    pub is_relative: bool,
    /// The day of copying, as it stands in its input.
    pub copied: String,
    /// Whether the order of day and month is open.
    pub is_order_open: bool,
    /// The days that are asked for.
    pub days: Vec<DayQuestion>,
    /// The zone of the times, as it stands in its input.
    pub zone: String,
    /// What to say of it.
    pub zone_note: String,
    /// Whether the zone is none that can be taken.
    pub is_zone_unclear: bool,
    /// Whether the lines can be typed into the dialog, and are not those of an event.
    pub is_typed: bool,
    /// Whether some row says who said it.
    pub has_names: bool,
}

/// A row of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShownRow {
    /// Its day.
    pub day: String,
    /// Its time.
    pub time: String,
    /// The time as pasted, and what to know about it; empty where there is nothing to say.
    pub was: String,
    /// Who said it.
    pub who: String,
    /// What was said.
    pub text: String,
    /// Why it may not be wanted; empty where it is.
    pub mark: &'static str,
}

/// A day that the lines leave open.
#[derive(Clone, Debug, PartialEq)]
pub struct DayQuestion {
    /// The day as the lines tell it, if they do.
    pub day: Option<OpenDay>,
    /// The date as it stands in the input.
    pub value: String,
    /// Whether that was not understood.
    pub is_unclear: bool,
}

impl DayQuestion {
    /// What is asked.
    pub fn label(&self) -> String {
        match &self.day {
            Some(day) => format!("Day of “{}”", day.words()),
            None => "Day of lines without one".to_owned(),
        }
    }
}

impl Editor {
    /// Shows what is made of the lines, if they are read.
    pub(super) fn show_lines(self) {
        let zones = self.session.zones;
        let shown = zones.with_value(|zones| {
            self.document.with(|document| {
                self.paste
                    .change(|work| work.show(document, zones))
                    .flatten()
            })
        });
        if let Some((shown, kept)) = shown {
            self.paste.kept.set(kept);
            self.paste.shown.set(shown);
        }
    }
}

impl PastedShown {
    /// Forgets what was made of the lines, and keeps what the person says of them.
    pub(super) fn forget_rows(&mut self) {
        self.status = String::new();
        self.is_reading = false;
        self.rows = Vec::new();
        self.more = String::new();
        self.rest = Vec::new();
        self.unread = 0;
    }
}

impl Work {
    /// Makes events of the rows; gives what there is to see of them, and which are kept.
    fn show(
        &mut self,
        document: &Postmortem,
        zones: &TimeZones,
    ) -> Option<(PastedShown, Vec<bool>)> {
        let pasted = self.pasted.take()?;
        let shown = self.shown(&pasted, document, zones);
        self.pasted = Some(pasted);
        Some(shown)
    }

    fn shown(
        &mut self,
        pasted: &LinesAnswer,
        document: &Postmortem,
        zones: &TimeZones,
    ) -> (PastedShown, Vec<bool>) {
        let source = &pasted.source;
        let sources = pasted.sources.iter();
        let mut shown = PastedShown {
            sources: sources
                .map(|source| (source.id.clone(), source.name.clone()))
                .collect(),
            source: source.id.clone(),
            about: source.about.clone(),
            recognised: pasted.recognised.clone(),
            is_relative: pasted.is_relative,
            copied: self.copied.text(),
            is_order_open: pasted.is_order_open,
            is_typed: self.place.is_none(),
            has_names: pasted.rows.iter().any(|row| !row.who.is_empty()),
            ..PastedShown::default()
        };
        self.ask_for_days(pasted, document, &mut shown);
        let dates = shown.days.iter().filter_map(|question| {
            let date: Entered<NaiveDate> = Entered::from(question.value.as_str());
            Some((question.day.clone(), *date.known()?))
        });
        let (said, is_several) = pasted.zones();
        let said = || said.map(str::to_owned);
        shown.zone = self.zone.clone().or_else(said).unwrap_or_default();
        let answers = Answers {
            zone: shown.zone.clone(),
            is_zone_of_all: !is_several,
            days: dates.collect(),
            has_names: !self.has_no_names,
        };
        let own = document.summary.time_zone.trim();
        // Where no time is in any zone so far, the lines say which one the document is in.
        let takes_zone = own.is_empty()
            && !is_several
            && document.event_times().is_empty()
            && document.summary.start.time.is_empty();
        let from = zone(&shown.zone, zones);
        self.takes_zone = from
            .as_ref()
            .ok()
            .filter(|_| takes_zone)
            .map(|zone| zone.text().to_owned());
        let to = self.takes_zone.as_deref().unwrap_or(own);
        let to_zone = zone(to, zones).ok();
        (shown.zone_note, shown.is_zone_unclear) = match &from {
            _ if self.takes_zone.is_some() => ("Becomes that of the document".to_owned(), false),
            _ if shown.zone.is_empty() && !is_several => match own {
                "" => ("Empty: not known".to_owned(), false),
                own => (format!("Empty: that of the document, {own}"), false),
            },
            Err(advice) if !shown.zone.is_empty() => (advice.0.clone(), true),
            _ if to_zone.is_none() => (
                "Kept with the times as typed: say first which zone the document is in".to_owned(),
                true,
            ),
            _ if is_several => (
                format!("The lines name several, which are taken to {to}. This is for the others"),
                false,
            ),
            _ if shown.zone == to => ("That of the document".to_owned(), false),
            _ => (format!("Taken to that of the document, {to}"), false),
        };
        self.ready = as_events(&pasted.rows, &answers, to_zone.as_ref(), zones);
        let known = Known::of(document);
        let (mut duplicates, mut there) = (0_usize, 0_usize);
        let mut was_guessed = false;
        let mut kept = Vec::with_capacity(pasted.rows.len());
        for (row, ready) in pasted.rows.iter().zip(&self.ready) {
            let is_there = known.has(row, ready);
            let mark = match (row.is_duplicate, is_there) {
                (_, true) => "Already in the timeline",
                (true, _) => "Duplicate",
                _ if row.is_next_day_guessed && !was_guessed => "Next day: the time goes back",
                _ => "",
            };
            was_guessed = row.is_next_day_guessed;
            there = there.saturating_add(usize::from(is_there));
            duplicates = duplicates.saturating_add(usize::from(row.is_duplicate && !is_there));
            let is_wanted = !is_there && !row.is_duplicate;
            kept.push(self.said_kept.get(&row.line).copied().unwrap_or(is_wanted));
            if shown.rows.len() < MOST_SHOWN {
                shown.rows.push(shown_row(row, ready, mark));
            }
        }
        if pasted.rows.len() > MOST_SHOWN {
            shown.more = format!(
                "The first {MOST_SHOWN} of {} are shown. What you choose above is for the others \
                 too; of those, duplicates are left out",
                counted(pasted.rows.len(), "row")
            );
        }
        show_rest(&pasted.rest, &mut shown);
        let count = pasted.rows.len();
        shown.status = match self.is_plain_text(pasted) {
            true => plain_text(count),
            false => status(count, &source.name, duplicates, there),
        };
        (shown, kept)
    }

    fn ask_for_days(&self, pasted: &LinesAnswer, document: &Postmortem, shown: &mut PastedShown) {
        for row in pasted.rows.iter().filter(|row| row.date.is_none()) {
            let is_asked = matches!(row.open_day, None | Some(OpenDay::Words(_)))
                && !row.time.is_empty()
                && shown
                    .days
                    .iter()
                    .all(|question| question.day != row.open_day);
            if !is_asked || shown.days.len() >= MOST_DAYS {
                continue;
            }
            let mut said = self.days.iter();
            let said = said.find(|(day, _)| *day == row.open_day);
            let date = match (said, &row.open_day) {
                (Some((_, date)), _) => date.clone(),
                (None, Some(_)) => Entered::Empty,
                (None, None) => day_of(document),
            };
            shown.days.push(DayQuestion {
                day: row.open_day.clone(),
                value: date.text(),
                is_unclear: matches!(date, Entered::AsTyped(_)),
            });
        }
    }
}

/// The day of the incident, as far as the document tells it.
fn day_of(document: &Postmortem) -> Entered<NaiveDate> {
    if document.summary.start.date.known().is_some() {
        return document.summary.start.date.clone();
    }
    // A row that is not there stands behind the last.
    let Context { date, .. } = document.typing_context(RowId(u64::MAX));
    date.map_or(Entered::Empty, Entered::Known)
}

fn shown_row(row: &PastedRow, ready: &Ready, mark: &'static str) -> ShownRow {
    let caution = ready.caution.map(explain).unwrap_or_default();
    let when = &ready.event.when;
    ShownRow {
        day: match when.date.is_empty() {
            true if row.days_after > 0 => "Next day".to_owned(),
            _ => when.date.text(),
        },
        time: when.time.text(),
        was: format!("{}{caution}", ready.was),
        who: row.who.clone(),
        text: row.text.clone(),
        mark,
    }
}

fn show_rest(rest: &[Rest], shown: &mut PastedShown) {
    let is_unread = |rest: &&Rest| rest.why == Why::NoTime;
    shown.unread = rest.iter().filter(is_unread).count();
    let others = rest.len().saturating_sub(shown.unread);
    shown.rest_title = match (shown.unread, others) {
        (0, 0) => String::new(),
        (0, others) => format!("{} no event", verbed(others, "is", "are")),
        (unread, 0) => format!("{} not understood", verbed(unread, "was", "were")),
        (unread, others) => format!(
            "{} not understood, {others} more {} no event",
            verbed(unread, "was", "were"),
            if others == 1 { "is" } else { "are" }
        ),
    };
    let why = |rest: &Rest| match rest.why {
        Why::Day => "says which day it is",
        Why::Header => "names the columns",
        Why::Note => "is added by the program",
        Why::NoTime => "no time found",
    };
    // Those that the person has to look at first.
    let (unread, others): (Vec<&Rest>, Vec<&Rest>) = rest.iter().partition(is_unread);
    let all = unread.into_iter().chain(others).take(MOST_SHOWN);
    shown.rest = all
        .map(|rest| (rest.text.trim().to_owned(), why(rest)))
        .collect();
}

/// What to say of a text in which hardly a line has a time, once somebody has pasted it into an event.
fn plain_text(rows: usize) -> String {
    let found = match rows {
        0 => "No line",
        _ => "Only one line",
    };
    format!(
        "{found} with a time was found. Insert the text into the event as it is, or say where it is \
         copied from"
    )
}

fn status(count: usize, source: &str, duplicates: usize, there: usize) -> String {
    let mut status = match count {
        0 => "No line with a time was found".to_owned(),
        count => format!("{} from {source}", counted(count, "event")),
    };
    if duplicates > 0 {
        status.push_str(&format!(", {}", counted(duplicates, "duplicate")));
    }
    if there > 0 {
        status.push_str(&format!(", {there} already in the timeline"));
    }
    status
}

fn counted(count: usize, what: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {what}{s}")
}

fn verbed(count: usize, one: &str, several: &str) -> String {
    let verb = if count == 1 { one } else { several };
    format!("{} {verb}", counted(count, "line"))
}
