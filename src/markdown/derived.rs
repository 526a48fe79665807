//! What stands below the rows of the timeline by choice and follows from the document: the table of
//! response times, and the diagram. Both ways: what is written, and where it is found again.
//!
//! Nothing that a person typed stands in the table, and nothing but safe words of it in the diagram
//! (see `diagram`), so that neither can be mistaken for a row of the timeline.

use std::borrow::Cow;

use chrono::{NaiveDateTime, Timelike};

use super::{WriteOptions, diagram};
use crate::postmortem::{Postmortem, ResponseTime, Section, response_times};

/// The line above the table.
const LABEL: &str = "**Response times**";
const COLUMNS: &str = "| Measure | Length | From | To | Definition |";

/// Something that is written below the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Derived {
    ResponseTimes,
    Diagram,
}

impl Derived {
    const ALL: [Self; 2] = [Self::ResponseTimes, Self::Diagram];

    /// The block as it follows from a document; `None` where nothing does.
    fn write(self, document: &Postmortem, is_short: bool) -> Option<String> {
        match self {
            Self::ResponseTimes => table(document),
            Self::Diagram => diagram::write(document, is_short),
        }
    }

    fn is_chosen(self, options: WriteOptions) -> bool {
        match self {
            Self::ResponseTimes => options.has_response_times,
            Self::Diagram => options.has_diagram,
        }
    }

    fn choose(self, options: &mut WriteOptions) {
        match self {
            Self::ResponseTimes => options.has_response_times = true,
            Self::Diagram => options.has_diagram = true,
        }
    }

    /// How many of some lines, from the first on, are such a block, if perhaps not of this document.
    fn length(self, lines: &[&str]) -> Option<usize> {
        let mut bare = lines.iter().map(|line| line.trim_end());
        match self {
            Self::ResponseTimes => {
                let head = [LABEL, "", COLUMNS];
                let has_head = head.iter().all(|line| bare.next() == Some(line));
                let rows = bare.take_while(|line| line.starts_with('|')).count();
                has_head.then_some(rows + head.len())
            }
            Self::Diagram => {
                let has_head = diagram::HEAD.iter().all(|line| bare.next() == Some(line));
                has_head.then_some(())?;
                let fence = bare
                    .clone()
                    .position(|line| line.starts_with(diagram::CLOSE))?;
                let is_closed = bare.nth(fence) == Some(diagram::CLOSE);
                is_closed.then_some(diagram::HEAD.len() + fence + 1)
            }
        }
    }
}

/// What a person chose to stand below the rows of a document's timeline, in order.
pub(super) fn below(document: &Postmortem, options: WriteOptions) -> Vec<String> {
    let left_out = left_out(document).filter(|_| options.is_short);
    let line = left_out.map(|count| match count {
        1 => "*1 other entry is left out of this short text.*".to_owned(),
        _ => format!("*{count} other entries are left out of this short text.*"),
    });
    let chosen = Derived::ALL.into_iter();
    let chosen = chosen.filter(|derived| derived.is_chosen(options));
    let blocks = chosen.filter_map(|derived| derived.write(document, options.is_short));
    line.into_iter().chain(blocks).collect()
}

/// Leaves out the rows that are not key; none where none is. What is left needs no mark.
pub(super) fn shorten(document: &mut Postmortem) {
    if left_out(document).is_some() {
        let events = &mut document.timeline.events;
        events.retain(|event| event.is_key);
        events.iter_mut().for_each(|event| event.is_key = false);
        let mut waivers = std::mem::take(&mut document.waivers);
        // What is waived of a row goes with the row.
        let stays = |place| document.position_of(place) != Some(0);
        waivers.retain(|waiver| waiver.place.is_none_or(stays));
        document.waivers = waivers;
    }
}

/// How many rows of the timeline a short text leaves out, where it leaves out any.
pub fn left_out(document: &Postmortem) -> Option<usize> {
    let rows = document.timeline.events.iter();
    let (key, others): (Vec<_>, Vec<_>) = rows
        .filter(|event| !event.is_blank())
        .partition(|event| event.is_key);
    (!key.is_empty() && !others.is_empty()).then_some(others.len())
}

/// The text without such blocks in its first column, and the blocks.
pub(super) fn split(text: &str) -> (Cow<'_, str>, Vec<(Derived, String)>) {
    if !text.contains(LABEL) && !text.contains(diagram::OPEN) {
        return (Cow::Borrowed(text), Vec::new());
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let (mut rest, mut found) = (String::new(), Vec::new());
    let mut at = 0;
    while let Some((line, below)) = lines.get(at..).and_then(<[&str]>::split_first) {
        let here = lines.get(at..).unwrap_or_default();
        let block = Derived::ALL
            .into_iter()
            .find_map(|derived| Some((derived, derived.length(here)?)));
        match block {
            Some((derived, length)) => {
                let block = here.get(..length).unwrap_or_default();
                found.push((derived, block.concat().trim_end().to_owned()));
                at += length;
            }
            None => {
                rest.push_str(line);
                at = lines.len() - below.len();
            }
        }
    }
    (Cow::Owned(rest), found)
}

/// What of the blocks in a text follows from the document that the text was read as.
#[derive(Debug, Default)]
pub(super) struct Recognised {
    /// What was chosen when the text was written.
    pub(super) options: WriteOptions,
    /// Those that do not, each with the section it stood in: a person's, or of another document.
    pub(super) others: Vec<(String, Section)>,
}

/// Tells the blocks that follow from a document from the others. A second one of a kind is a
/// person's.
pub(super) fn recognise(
    found: Vec<(Derived, String, Section)>,
    document: impl FnOnce() -> Postmortem,
) -> Recognised {
    let mut recognised = Recognised::default();
    if found.is_empty() {
        return recognised;
    }
    let document = document();
    for (derived, text, after) in found {
        let is_new = !derived.is_chosen(recognised.options);
        if is_new && derived.write(&document, false).as_ref() == Some(&text) {
            derived.choose(&mut recognised.options);
        } else {
            recognised.others.push((text, after));
        }
    }
    recognised
}

fn table(document: &Postmortem) -> Option<String> {
    let times = response_times(document).into_iter().flatten();
    let rows: String = times.map(|time| row(&time)).collect();
    (!rows.is_empty()).then(|| format!("{LABEL}\n\n{COLUMNS}\n|---|---|---|---|---|{rows}"))
}

fn row(time: &ResponseTime) -> String {
    let has_days = time.from.at.date() != time.to.at.date();
    let (from, to) = (time.from.words(has_days), time.to.words(has_days));
    let (name, length, definition) = (time.name(), time.length(), time.definition());
    format!("\n| {name} | {length} | {from} | {to} | {definition} |")
}

/// `HH:MM`.
pub(super) fn clock(at: NaiveDateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}
