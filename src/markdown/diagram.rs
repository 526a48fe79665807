//! The incident as a Mermaid diagram, which hosts of repositories draw.
//!
//! A `gantt`, and not a `timeline`: it is drawn to scale, it has been drawn for as long as Mermaid
//! has, and a time of day in a `timeline` is cut at its colon. What a person typed stands in it as
//! letters, digits and a few marks that its grammar has no use for, always behind a time of day, so
//! that no text begins a word of that grammar. It is drawn, never read.

use chrono::{NaiveDateTime, TimeDelta};
use pulldown_cmark::{Event as Piece, Parser, TagEnd};

use super::derived::clock;
use super::outline::OPTIONS;
use crate::postmortem::{Choice, Event, Phase, Postmortem, Sequence, Typed, phases};

/// The first lines, by which it is known, and the last.
pub(super) const HEAD: [&str; 3] = [OPEN, "gantt", "    accTitle: Timeline of the incident"];
pub(super) const OPEN: &str = "```mermaid";
pub(super) const CLOSE: &str = "```";

/// More rows than this are too many to read in one picture.
const MOST_ROWS: usize = 24;
/// How much of a row's text is shown, in characters.
const MOST_LETTERS: usize = 56;
/// What takes longer is told in days.
const LONG: TimeDelta = TimeDelta::hours(48);

/// A row of the timeline at its time.
struct Mark<'a> {
    event: &'a Event,
    at: NaiveDateTime,
}

/// The diagram; `None` where less than two moments are known.
pub(super) fn write(document: &Postmortem, is_short: bool) -> Option<String> {
    let sequence = Sequence::of(document);
    let phases = phases(document);
    let all: Vec<Mark<'_>> = sequence
        .entries
        .iter()
        .filter(|entry| entry.has_day)
        .filter_map(|entry| {
            let (event, at) = (entry.event, entry.when?);
            Some(Mark { event, at })
        })
        .collect();
    let count = all.len();
    let marks = chosen(all, &phases, is_short);
    let ends = phases.iter().flat_map(|phase| [phase.from.at, phase.to.at]);
    let moments = ends.chain(marks.iter().map(|mark| mark.at));
    let (first, last) = (moments.clone().min()?, moments.max()?);
    if first == last {
        return None;
    }
    let axis = if sequence.is_dated && last - first > LONG {
        "%d %b"
    } else {
        "%H:%M"
    };
    let mut lines = vec![
        HEAD.join("\n"),
        "dateFormat YYYY-MM-DD HH:mm".to_owned(),
        format!("axisFormat {axis}"),
        "todayMarker off".to_owned(),
    ];
    if !phases.is_empty() {
        lines.push("section Phases".to_owned());
        lines.extend(phases.iter().map(phase_line));
    }
    if !marks.is_empty() {
        lines.push(match marks.len() {
            shown if shown == count => "section Entries".to_owned(),
            shown => format!("section Entries ({shown} of {count})"),
        });
        lines.extend(marks.iter().map(mark_line));
    }
    Some(format!("{}\n{CLOSE}", lines.join("\n    ")))
}

/// The rows that the diagram shows: of many, or in a short text, the key ones or those that mark a
/// milestone; none that lies so far off that the rest would be a line.
fn chosen<'a>(all: Vec<Mark<'a>>, phases: &[Phase], is_short: bool) -> Vec<Mark<'a>> {
    let mut marks = all;
    let is_near = |at: NaiveDateTime| {
        let (Some(first), Some(last)) = (phases.first(), phases.last()) else {
            return true;
        };
        let (from, to) = (first.from.at, last.to.at);
        let most = (to - from).max(TimeDelta::hours(1));
        from - at <= most && at - to <= most
    };
    marks.retain(|mark| is_near(mark.at));
    let has_key = marks.iter().any(|mark| mark.event.is_key);
    if has_key && (is_short || marks.len() > MOST_ROWS) {
        marks.retain(|mark| mark.event.is_key);
    }
    let has_milestone = marks.iter().any(|mark| mark.event.milestone.is_some());
    if has_milestone && marks.len() > MOST_ROWS {
        marks.retain(|mark| mark.event.milestone.is_some());
    }
    marks.truncate(MOST_ROWS);
    marks
}

fn phase_line(phase: &Phase) -> String {
    let (name, length) = (phase.name(), phase.length());
    let (from, to) = (moment(phase.from.at), moment(phase.to.at));
    format!("{name}, {length} :{from}, {to}")
}

fn mark_line(mark: &Mark<'_>) -> String {
    let (at, event) = (moment(mark.at), mark.event);
    let time = event.when.time.known().copied();
    let is_approximate = time.is_some_and(|time| time.is_approximate());
    let about = if is_approximate { "~" } else { "" };
    let clock = safe(&clock(mark.at));
    let text = match safe(&plain(&event.text)) {
        text if text.is_empty() => event.kind.label().to_owned(),
        text => text,
    };
    format!("{about}{clock} {text} :milestone, {at}, 0m")
}

fn moment(at: NaiveDateTime) -> String {
    format!("{} {}", at.date().canonical(), clock(at))
}

/// What prose says, without its marks, on one line.
fn plain(markdown: &str) -> String {
    let mut text = String::new();
    for piece in Parser::new_ext(markdown, OPTIONS) {
        match piece {
            Piece::Text(words) | Piece::Code(words) => text.push_str(&words),
            Piece::SoftBreak | Piece::HardBreak => text.push(' '),
            Piece::End(TagEnd::Link | TagEnd::Emphasis | TagEnd::Strong) => {}
            Piece::End(TagEnd::Strikethrough | TagEnd::Image) => {}
            Piece::End(_) => text.push(' '),
            _ => {}
        }
    }
    text
}

/// A text of letters, digits, spaces and marks that mean nothing to Mermaid; what means something is
/// a mark that looks alike, or a space.
fn safe(text: &str) -> String {
    let alike = text.chars().map(|letter| match letter {
        ':' => '∶',
        ';' => ',',
        '%' => '％',
        '&' => '＆',
        '$' => '＄',
        '"' | '`' | '“' | '”' | '’' => '\'',
        '<' => '‹',
        '>' => '›',
        '{' | '[' => '(',
        '}' | ']' => ')',
        '\\' | '|' => '/',
        // Mermaid's own marks for a reference that it has put aside.
        'ﬂ' | '¶' => ' ',
        letter if letter.is_alphanumeric() => letter,
        letter if " .,-–—()/'+=?!~@€£_*°…→−∶％＆＄‹›".contains(letter) => {
            letter
        }
        _ => ' ',
    });
    let text: String = alike.collect();
    let mut line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = line.char_indices().nth(MOST_LETTERS) {
        line.truncate(end);
        line = format!("{}…", line.trim_end());
    }
    line
}
