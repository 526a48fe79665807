//! Many lines that were copied from somewhere, as rows for the timeline.
//!
//! One reader for each source, listed in one table; the one that understands most of the lines
//! reads them. Reading never fails and loses no line: each is in a row or in the rest, with why.
//! Nothing here knows today's date or guesses at the order of day and month: both are given, or
//! the day stays open.

mod by_lines;
mod cells;
mod chat;
mod clock;
mod columns;
mod days;
mod discord;
mod epoch_logs;
mod events;
mod fields;
mod git_log;
mod irc;
mod iso_logs;
mod many;
mod markdown_list;
mod markdown_table;
mod meetings;
mod messengers;
mod placing;
mod plain;
mod slack;
mod stamp;
mod syslog;
mod teams;
mod written;

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use events::{Answers, Ready, as_events, without_time};
pub use many::{FEWEST_LINES, is_many};
pub use placing::{Added, Known, add, day_of};
pub use written::{Found, OpenDay, Piece};

use crate::postmortem::{ClockTime, Entered};

/// What the lines cannot say: the person who pastes does, or the document that they go into.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The date of today where they are: it says which days "Yesterday" and "May 3" are.
    pub today: Option<NaiveDate>,
    /// A day of the document that they go into (`day_of`): it says which year "May 3" is of.
    pub near: Option<NaiveDate>,
    /// Whether 03/05 is the third of May, where no line of the text decides it.
    pub is_day_first: Option<bool>,
}

/// What was read of a text.
#[derive(Clone, Debug)]
pub struct Pasted {
    /// What it was taken for.
    pub source: &'static Source,
    /// The rows, in the order of the text.
    pub rows: Vec<PastedRow>,
    /// The lines that are in no row, in the order of the text; blank ones are in neither.
    pub rest: Vec<Rest>,
    /// Both readings of the first day whose order of day and month is open: first the one with the
    /// day in front. Nothing where some line, or the person, has decided it.
    pub readings: Option<(NaiveDate, NaiveDate)>,
}

/// One row for the timeline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastedRow {
    /// The line that it begins at, counted from one.
    pub line: usize,
    /// Who said it, or what: a person, a host and its program; empty where nothing says so.
    pub who: String,
    /// The day, where it is beyond doubt or follows from what was given.
    pub date: Option<NaiveDate>,
    /// The day as far as the text tells it, where it has no date yet.
    pub open_day: Option<OpenDay>,
    /// How many midnights have gone by since that open day, or since the first row where no day is
    /// told at all.
    pub days_after: u32,
    /// The time of day, with its seconds and without fractions of them.
    pub time: Entered<ClockTime>,
    /// The zone of the time: its name as written, or the hours and minutes ahead of UTC as
    /// "+02:00".
    pub zone: Option<String>,
    /// What was said: Markdown that shows the text as it was.
    pub text: String,
    /// Whether an earlier row has the same day, time, person and text.
    pub is_duplicate: bool,
    /// Whether the day is the next one only because times went back across midnight.
    pub is_next_day_guessed: bool,
    /// A link to the message, or the hash of the commit; empty where there is none.
    pub evidence: String,
}

/// A line that is in no row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rest {
    /// Which line it is, counted from one.
    pub line: usize,
    /// The line as it stands.
    pub text: String,
    /// Why it is in no row.
    pub why: Why,
}

/// Why a line is in no row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Why {
    /// It says which day the rows after it are of.
    Day,
    /// It names the columns of a table.
    Header,
    /// What a program shows around messages: reactions, counts of replies, who has joined.
    Note,
    /// No time was found in it, and it stands behind no row that it could belong to.
    #[default]
    NoTime,
}

/// Where lines are copied from, and how they are read.
#[derive(Debug)]
pub struct Source {
    /// Its name in code and addresses: lower case, with hyphens.
    pub id: &'static str,
    /// Its name for people.
    pub name: &'static str,
    /// What its lines look like, in a sentence without a full stop.
    pub about: &'static str,
    /// How well it knows the lines; nought where it knows none.
    pub recognise: fn(&[&str]) -> usize,
    /// The pieces of the lines: every line that is not blank is in one of them.
    pub read: fn(&[&str]) -> Vec<Piece>,
}

/// Every source. Of those that know a text equally well the first one reads it.
pub const SOURCES: &[&Source] = &[
    &slack::SOURCE,
    &discord::SOURCE,
    &messengers::SOURCE,
    &teams::SOURCE,
    &meetings::SOURCE,
    &irc::SOURCE,
    &syslog::SOURCE,
    &iso_logs::SOURCE,
    &epoch_logs::SOURCE,
    &fields::SOURCE,
    &cells::SOURCE,
    &git_log::SOURCE,
    &markdown_table::SOURCE,
    &markdown_list::SOURCE,
    &plain::SOURCE,
];

/// Reads a text as what knows it best.
pub fn read(text: &str, given: &Given) -> Pasted {
    read_as(text, recognised(text), given)
}

/// What knows a text best.
pub fn recognised(text: &str) -> &'static Source {
    let lines = lines(text);
    let mut best = (0, &plain::SOURCE);
    for source in SOURCES {
        let score = (source.recognise)(&lines);
        if score > best.0 {
            best = (score, source);
        }
    }
    best.1
}

/// Reads a text as what the person says it is.
pub fn read_as(text: &str, source: &'static Source, given: &Given) -> Pasted {
    pasted(&lines(text), source, given)
}

fn pasted(lines: &[&str], source: &'static Source, given: &Given) -> Pasted {
    let (mut rows, rest, readings) = days::settle((source.read)(lines), lines, given);
    let mut seen: BTreeMap<_, Vec<Option<OpenDay>>> = BTreeMap::new();
    for row in &mut rows {
        let said = (row.time.text(), row.who.clone(), row.text.clone());
        // Open days have no order, and there are few of them.
        let days = seen.entry((row.date, row.days_after, said)).or_default();
        row.is_duplicate = days.contains(&row.open_day);
        if !row.is_duplicate {
            days.push(row.open_day.clone());
        }
    }
    Pasted {
        source,
        rows,
        rest,
        readings,
    }
}

/// The lines of a text, whatever ends them.
fn lines(text: &str) -> Vec<&str> {
    text.split('\n')
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .flat_map(|line| line.split('\r'))
        .collect()
}
