//! One event of the timeline as a list item, and back; and all of them as a table.
//!
//! `- **14:31** (Detection; Detected; key) – Text`, with the evidence as an item of its own below it.
//! The plainer form without a time is written only where it reads back as the same event.

use super::dialect::{DASH, DASHES, EVENT_COLUMN, EVIDENCE, KEY, KIND_COLUMN, TIME_COLUMN};
use super::escape::{find_bare, unescape};
use super::moment;
use super::seal::unseal;
use super::sink::Sink;
use super::table::{self, Table};
use crate::postmortem::{
    Choice, Event, EventKind, Field, Milestone, NO_TIME, Place, RowId, one_line, prose,
};
use crate::template::is_same_name;

/// Writes an event.
pub(super) fn write(sink: &mut Sink, event: &Event) {
    let text = prose(&event.text);
    sink.sealed_item(&text, |sink, sealed| {
        write_sealed(sink, event, &text, sealed)
    });
}

fn write_sealed(sink: &mut Sink, event: &Event, text: &str, sealed: &str) {
    let evidence = one_line(&event.evidence);
    let last = sealed.lines().last().unwrap_or_default();
    let has_line = !evidence.is_empty() || evidence_in(last).is_some();
    let line = format!("- {EVIDENCE}: {evidence}").trim_end().to_owned();
    let below = has_line.then_some(line.as_str());
    if is_plain(event, text, &evidence, sealed, below) {
        sink.item(0, "- ", "", sealed);
    } else {
        sink.item(0, "- ", &head(event, text), sealed);
    }
    if let Some(line) = below {
        sink.push_line_indented(2, line);
    }
}

/// Reads what stands in an item.
pub(super) fn read(item: &str) -> Event {
    let (first, rest) = item.split_once('\n').unwrap_or((item, ""));
    let mut event = read_head(first);
    let (rest, evidence) = match rest.trim_end().rsplit_once('\n') {
        Some((above, last)) => match evidence_in(last) {
            Some(evidence) => (above, evidence),
            None => (rest, ""),
        },
        None => evidence_in(rest.trim_end()).map_or((rest, ""), |evidence| ("", evidence)),
    };
    event.evidence = evidence.to_owned();
    let text = format!("{}\n{rest}", event.text);
    event.text = unseal(text.trim()).into_owned();
    event
}

/// Events as a table; `None` when there are none, or when one of them says what no cell can hold.
pub(super) fn table(events: &[Event]) -> Option<Table> {
    let events: Vec<(Place, Event)> = events
        .iter()
        .filter(|event| !event.is_blank())
        .map(|event| {
            let bare = Event {
                id: RowId::default(),
                text: prose(&event.text).into_owned(),
                evidence: one_line(&event.evidence),
                ..event.clone()
            };
            (Place::row(Field::Timeline, event.id), bare)
        })
        .collect();
    let has = |is_told: &dyn Fn(&Event) -> bool| events.iter().any(|(_, event)| is_told(event));
    let has_kind = has(&|event| !kind_words(event).is_empty());
    let has_evidence = has(&|event| !event.evidence.is_empty());
    let mut columns = vec![TIME_COLUMN];
    columns.extend(has_kind.then_some(KIND_COLUMN));
    columns.push(EVENT_COLUMN);
    columns.extend(has_evidence.then_some(EVIDENCE));
    let cells = |event: &Event| {
        let mut cells = vec![moment::write(&event.when)];
        cells.extend(has_kind.then(|| kind_words(event)));
        cells.push(event.text.clone());
        cells.extend(has_evidence.then(|| event.evidence.clone()));
        cells
    };
    let rows = events.iter().map(|(place, event)| (*place, cells(event)));
    let table = Table {
        rows: rows.collect(),
        columns,
    };
    let fits = events.iter().all(|(_, event)| table::fits(&event.text));
    (fits && table.comes_back(&events, read_table)).then_some(table)
}

/// Reads the rows of a table; `None` when it has another column, or a row that is none of ours.
pub(super) fn read_table(columns: &[String], rows: &[Vec<String>]) -> Option<Vec<Event>> {
    let names = [TIME_COLUMN, KIND_COLUMN, EVENT_COLUMN, EVIDENCE];
    let place = |name: &str| columns.iter().position(|column| is_same_name(name, column));
    let known = names.iter().filter(|name| place(name).is_some()).count();
    let has_needed = place(TIME_COLUMN).is_some() && place(EVENT_COLUMN).is_some();
    if !has_needed || known != columns.len() {
        return None;
    }
    let rows = rows.iter().map(|cells| {
        let cell = |name: &str| {
            place(name)
                .and_then(|at| cells.get(at))
                .map_or("", String::as_str)
        };
        let marks = match cell(KIND_COLUMN) {
            "" => Event::default(),
            words => marks(words)?,
        };
        (cells.len() == columns.len()).then(|| Event {
            when: moment::read(cell(TIME_COLUMN)),
            text: cell(EVENT_COLUMN).to_owned(),
            evidence: one_line(cell(EVIDENCE)),
            ..marks
        })
    });
    rows.collect()
}

fn kind_words(event: &Event) -> String {
    let milestone = event.milestone.map(Choice::label);
    let key = event.is_key.then_some(KEY);
    if event.kind == EventKind::default() && milestone.or(key).is_none() {
        return String::new();
    }
    let words = [Some(event.kind.label()), milestone, key];
    words.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// Whether the item needs no time in front to be read as this event.
fn is_plain(event: &Event, text: &str, evidence: &str, sealed: &str, below: Option<&str>) -> bool {
    let is_bare = event.when.is_empty() && kind_words(event).is_empty() && !text.is_empty();
    if !is_bare {
        return false;
    }
    let again = match below {
        Some(line) => read(&format!("{sealed}\n{line}")),
        None => read(sealed),
    };
    again.when.is_empty()
        && kind_words(&again).is_empty()
        && again.text == text
        && again.evidence == evidence
}

fn head(event: &Event, text: &str) -> String {
    let when = moment::write(&event.when);
    let when = if when.is_empty() { NO_TIME } else { &when };
    let clause = match kind_words(event).as_str() {
        "" => String::new(),
        words => format!(" ({words})"),
    };
    let dash = if text.is_empty() { "" } else { " " };
    let mark = if text.is_empty() { "" } else { DASH };
    format!("**{when}**{clause}{dash}{mark}")
}

/// Reads the first line of an item; its text holds what comes after the head.
fn read_head(line: &str) -> Event {
    let as_text = || Event {
        text: line.to_owned(),
        ..Event::default()
    };
    let Some((when, rest)) = bold(line) else {
        return read_bare_time(line).unwrap_or_else(as_text);
    };
    // Others write the colon inside the stars; it belongs to the time only as typed text.
    let uncolonned = when.trim_end_matches([' ', ':']);
    let is_known = moment::understood(&unescape(uncolonned)).is_some();
    let when = if is_known { uncolonned } else { when };
    let (marks, rest) = clause(rest).unwrap_or((Event::default(), rest));
    let text = match after_dash(rest) {
        Some(text) => text,
        None if rest.trim().is_empty() || is_known => rest,
        None => return as_text(),
    };
    Event {
        when: moment::read(when),
        text: text.to_owned(),
        ..marks
    }
}

/// A line that begins with a time, without stars around it.
fn read_bare_time(line: &str) -> Option<Event> {
    [" – ", " — ", " - ", ": "].iter().find_map(|dash| {
        let (when, text) = line.split_once(dash)?;
        // "503 - errors" tells of a status, not of five o'clock.
        let is_number = when.trim().bytes().all(|byte| byte.is_ascii_digit());
        (!is_number).then_some(())?;
        Some(Event {
            when: moment::understood(when)?,
            text: text.to_owned(),
            ..Event::default()
        })
    })
}

/// What stands between the stars at the start of a line, and what follows.
pub(super) fn bold(line: &str) -> Option<(&str, &str)> {
    let inside = line.strip_prefix("**")?;
    let end = find_bare(inside, "**").filter(|end| *end > 0)?;
    let (bold, rest) = inside.split_at_checked(end)?;
    Some((bold, rest.strip_prefix("**")?))
}

/// What stands in parentheses, and what follows.
fn clause(rest: &str) -> Option<(Event, &str)> {
    let (words, rest) = rest.strip_prefix(" (")?.split_once(')')?;
    Some((marks(words)?, rest))
}

/// An event of a kind, a milestone and whether it is key: what the words in parentheses tell, each
/// of them once and in this order.
fn marks(words: &str) -> Option<Event> {
    let words: Vec<&str> = words.split(';').map(str::trim).collect();
    let (kind, rest) = words.split_first()?;
    let (rest, is_key) = match rest.split_last() {
        Some((last, rest)) if last.eq_ignore_ascii_case(KEY) => (rest, true),
        _ => (rest, false),
    };
    let milestone = match rest {
        [] => None,
        [label] => Some(Milestone::from_label(label)?),
        _ => return None,
    };
    Some(Event {
        kind: EventKind::from_label(kind)?,
        milestone,
        is_key,
        ..Event::default()
    })
}

fn after_dash(rest: &str) -> Option<&str> {
    let rest = rest.trim_start();
    DASHES.iter().find_map(|dash| rest.strip_prefix(dash))
}

fn evidence_in(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("- ")?.strip_prefix(EVIDENCE)?;
    Some(rest.strip_prefix(':')?.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_read_as_others_write_it() {
        for line in [
            "**14:31** – Alert",
            "**14:31:** Alert",
            "**14:31** Alert",
            "**14:31**: Alert",
            "14:31 - Alert",
            "14:31: Alert",
            "2:31 pm — Alert",
        ] {
            let event = read(line);
            let shown = (moment::write(&event.when), event.text.as_str().to_owned());
            assert_eq!(shown, ("14:31".to_owned(), "Alert".to_owned()), "{line}");
        }
        assert_eq!(read("**Note** well").text, "**Note** well");
    }

    #[test]
    fn the_words_in_parentheses_are_a_kind_a_milestone_and_whether_it_is_key() {
        use EventKind::{Detection, Event as Plain};
        for (words, expected) in [
            ("Detection", Some((Detection, None, false))),
            ("Detection; key", Some((Detection, None, true))),
            ("event;KEY", Some((Plain, None, true))),
            (
                "Detection; Detected",
                Some((Detection, Some(Milestone::Detected), false)),
            ),
            (
                "Detection; Detected; key",
                Some((Detection, Some(Milestone::Detected), true)),
            ),
            ("Detection;", None),
            ("Detection; Detected;", None),
            ("Detection; Detected; keys", None),
            ("Detection; key; Detected", None),
            ("Detection; key; key", None),
            ("Detection; ; key", None),
            ("key", None),
            ("key; Detected", None),
        ] {
            let found = marks(words);
            let found = found.map(|event| (event.kind, event.milestone, event.is_key));
            assert_eq!(found, expected, "{words}");
            let line = format!("**14:31** ({words}) – Alert");
            assert_eq!(read(&line).text == "Alert", expected.is_some(), "{line}");
        }
        let event = read("**14:31** (Event; key) – Alert");
        assert_eq!(kind_words(&event), "Event; key");
    }
}
