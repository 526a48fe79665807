//! The facts of a postmortem: the few values that a script, a dashboard or a test wants to have
//! without reading Markdown.
//!
//! Made from a [`Reading`], which never fails, so this never fails either: what was not understood
//! is absent, and a note says what stood there. What the reader had to guess is told in a note as well.
//!
//! # Shape
//! As JSON, every key is always there, in this order:
//!
//! | Key | Value |
//! |---|---|
//! | `title`, `reference`, `status`, `severity` | text, as written |
//! | `authors`, `services` | list of texts |
//! | `date` | the day of the start, else that of the first dated event: `YYYY-MM-DD` |
//! | `start`, `end` | time of day: `HH:MM`, 24 hours, without a word on how exact it is |
//! | `end_date` | the day of the end |
//! | `time_zone` | text, as written |
//! | `affected_percent` | number from 0 to 100 |
//! | `summary` | Markdown |
//! | `impact` | Markdown: what users saw, else the sentences that tell it elsewhere |
//! | `timeline` | list of `date` (of the event, else, where it has a time, the one that follows from the events before it and the start), `time`, `kind`, `text` |
//! | `root_cause` | Markdown: the root cause, else the cause in a sentence, else the sentences that tell it elsewhere |
//! | `resolution` | Markdown: the resolution, else the sentences that tell it elsewhere, else the event at the end, if it says that it was over |
//! | `improvements` | list of Markdown texts |
//! | `action_items` | list of `text`, `owner`, `due`, `status` |
//! | `lessons` | `went_well`, `went_badly`, `lucky`: lists of Markdown texts |
//! | `conclusion` | Markdown |
//! | `extra` | list of `heading`, `body` |
//! | `notes` | list of texts: what a person should know about how the file was read, without what was placed where |
//!
//! What is absent is null, a list without rows is empty. A `kind` is the label of an
//! [`EventKind`](crate::postmortem::EventKind) in lower case: `event`, `dead end`.

mod text;
mod told;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

pub use text::visible;

use crate::markdown::{NoteKind, Reading};
use crate::postmortem::{Choice, ClockTime, Entered, Item, Postmortem, Typed};

/// What is known of one postmortem. See the module for the shape as JSON.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(
    missing_docs,
    reason = "the table at the head of the module describes every field"
)]
pub struct Facts {
    pub title: Option<String>,
    pub reference: Option<String>,
    pub status: Option<String>,
    pub severity: Option<String>,
    pub authors: Vec<String>,
    pub services: Vec<String>,
    pub date: Option<String>,
    pub start: Option<String>,
    pub end: Option<String>,
    pub end_date: Option<String>,
    pub time_zone: Option<String>,
    #[serde(serialize_with = "whole_when_whole")]
    pub affected_percent: Option<f64>,
    pub summary: Option<String>,
    pub impact: Option<String>,
    pub timeline: Vec<EventFacts>,
    pub root_cause: Option<String>,
    pub resolution: Option<String>,
    pub improvements: Vec<String>,
    pub action_items: Vec<ActionFacts>,
    pub lessons: LessonFacts,
    pub conclusion: Option<String>,
    pub extra: Vec<ExtraFacts>,
    pub notes: Vec<String>,
}

/// The facts of one file of several: the same object with the file's name in front, as `file`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FileFacts {
    /// What the file was called where it was asked for.
    pub file: String,
    /// What stands in it.
    #[serde(flatten)]
    pub facts: Facts,
}

/// One event of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(
    missing_docs,
    reason = "the table at the head of the module describes every field"
)]
pub struct EventFacts {
    pub date: Option<String>,
    pub time: Option<String>,
    pub kind: String,
    pub text: Option<String>,
}

/// One action item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(
    missing_docs,
    reason = "the table at the head of the module describes every field"
)]
pub struct ActionFacts {
    pub text: Option<String>,
    pub owner: Option<String>,
    pub due: Option<String>,
    pub status: Option<String>,
}

/// What was learned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(
    missing_docs,
    reason = "the table at the head of the module describes every field"
)]
pub struct LessonFacts {
    pub went_well: Vec<String>,
    pub went_badly: Vec<String>,
    pub lucky: Vec<String>,
}

/// One extra section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(
    missing_docs,
    reason = "the table at the head of the module describes every field"
)]
pub struct ExtraFacts {
    pub heading: Option<String>,
    pub body: Option<String>,
}

impl Facts {
    /// The facts of what a text was read as.
    pub fn new(reading: &Reading) -> Self {
        let mut notes = Notes(
            reading
                .notes
                .iter()
                // What went well is no news.
                .filter(|note| note.kind != NoteKind::Placed)
                .map(|note| note.message.clone())
                .collect(),
        );
        let Postmortem {
            overview,
            summary,
            impact,
            timeline: _,
            analysis,
            detection: _,
            resolution,
            follow_up,
            lessons,
            conclusion,
            extras,
            nothing_to_say: _,
            waivers: _,
        } = &reading.document;
        let start_date = notes.date("The start date", &summary.start.date);
        let start = notes.time("The start time", &summary.start.time);
        let end_date = notes.date("The end date", &summary.end.date);
        let end = notes.time("The end time", &summary.end.time);
        let affected_percent = notes
            .known("The share of users affected", &impact.affected_share)
            .map(|share| share.value());
        let timeline = events(&reading.document, &mut notes);
        let first_date = || timeline.iter().find_map(|event| event.date.clone());
        Self {
            title: text(&overview.title),
            reference: text(&overview.reference),
            status: text(&overview.status.text()),
            severity: text(&overview.severity.text()),
            authors: owned(&overview.author_names()),
            services: owned(&overview.service_names()),
            date: start_date.or_else(first_date),
            start,
            end,
            end_date,
            time_zone: text(&summary.time_zone),
            affected_percent,
            summary: text(&summary.text),
            impact: settled(&impact.what_users_saw, || told::impact(&reading.document)),
            timeline,
            root_cause: settled(&analysis.root_cause, || {
                text(&summary.cause).or_else(|| told::cause(&reading.document))
            }),
            resolution: settled(&resolution.text, || told::resolution(&reading.document)),
            improvements: texts(&follow_up.improvements),
            action_items: actions(&reading.document, &mut notes),
            lessons: LessonFacts {
                went_well: texts(&lessons.went_well),
                went_badly: texts(&lessons.went_badly),
                lucky: texts(&lessons.lucky),
            },
            conclusion: text(&conclusion.text),
            extra: extras
                .sections
                .iter()
                .filter(|section| !section.is_blank())
                .map(|section| ExtraFacts {
                    heading: text(&section.heading),
                    body: text(&section.body),
                })
                .collect(),
            notes: notes.0,
        }
    }
}

fn events(document: &Postmortem, notes: &mut Notes) -> Vec<EventFacts> {
    let mut date = None;
    let mut events = Vec::new();
    let rows = document.timeline.events.iter().zip(document.event_times());
    for ((event, when), number) in rows.filter(|(event, _)| !event.is_blank()).zip(1..) {
        // A date left out is found as everywhere else; one that was not understood is nobody's.
        if !event.when.date.is_empty() {
            date = notes.date(&format!("The date of event {number}"), &event.when.date);
        }
        if let Some(when) = when {
            date = Some(Typed::canonical(&when.date()));
        }
        // A row that says nothing of when has no day either.
        let has_digit = event
            .when
            .time
            .text()
            .contains(|c: char| c.is_ascii_digit());
        let is_named = event.when.time.known().is_some();
        let is_timed = !event.when.date.is_empty() || is_named || has_digit;
        events.push(EventFacts {
            date: date.clone().filter(|_| is_timed),
            time: notes
                .time(&format!("The time of event {number}"), &event.when.time)
                .or_else(|| with_needless_half(&event.when.time.text())),
            kind: event.kind.label().to_lowercase(),
            text: text(&event.text),
        });
    }
    events
}

fn actions(document: &Postmortem, notes: &mut Notes) -> Vec<ActionFacts> {
    let rows = document.follow_up.action_items.iter();
    rows.filter(|action| !action.is_blank())
        .zip(1..)
        .map(|(action, number)| ActionFacts {
            text: text(&action.text),
            owner: text(&action.owner),
            due: notes.date(
                &format!("The due date of action item {number}"),
                &action.due,
            ),
            status: text(&action.status.text()),
        })
        .collect()
}

/// What a person should know, collected while values are looked at.
struct Notes(Vec<String>);

impl Notes {
    /// The value when it was understood; else a note says what was typed.
    fn known<'a, T: Typed>(&mut self, name: &str, entered: &'a Entered<T>) -> Option<&'a T> {
        if let Entered::AsTyped(typed) = entered {
            self.0.push(format!(
                "{name} was not understood: \u{201c}{typed}\u{201d}"
            ));
        }
        entered.known()
    }

    fn date(&mut self, name: &str, entered: &Entered<NaiveDate>) -> Option<String> {
        self.known(name, entered).map(Typed::canonical)
    }

    fn time(&mut self, name: &str, entered: &Entered<ClockTime>) -> Option<String> {
        self.known(name, entered)
            .map(|time| time.hours_and_minutes())
    }
}

/// What stands in a field, or else what is told elsewhere; nothing where the field says that it is
/// still to be written.
fn settled(field: &str, elsewhere: impl FnOnce() -> Option<String>) -> Option<String> {
    const OPEN: [&str; 9] = [
        "tbd",
        "tba",
        "todo",
        "to follow",
        "to be completed",
        "to be determined",
        "to be filled",
        "to be added",
        "to be written",
    ];
    let bare = field
        .trim()
        .trim_start_matches(['*', '_', '(', '['])
        .to_lowercase();
    let comment = bare.strip_prefix("<!--");
    if comment
        .and_then(|comment| comment.split_once("-->"))
        .is_some_and(|(_, rest)| rest.is_empty())
    {
        return None;
    }
    if OPEN.iter().any(|start| bare.starts_with(start)) {
        return None;
    }
    text(field).or_else(elsewhere)
}

/// "14:15pm": a time of 24 hours, whatever stands behind it. The note beside it says what was typed.
fn with_needless_half(typed: &str) -> Option<String> {
    let lower = typed.trim().to_lowercase();
    let bare = lower.strip_suffix("pm").or(lower.strip_suffix("p.m."))?;
    let time = ClockTime::parse(bare.trim_end())?;
    Some(time.hours_and_minutes())
}

fn text(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn texts(items: &[Item]) -> Vec<String> {
    items.iter().filter_map(|item| text(&item.text)).collect()
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// `80` rather than `80.0`, so that the number reads as it was written.
fn whole_when_whole<S: Serializer>(number: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match number {
        None => serializer.serialize_none(),
        // A share is from 0 to 100, so the cast loses nothing.
        Some(number) if number.fract() == 0.0 => serializer.serialize_u8(*number as u8),
        Some(number) => serializer.serialize_f64(*number),
    }
}
