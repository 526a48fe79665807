//! One event of the timeline as a list item, and back.
//!
//! `- **14:31** (Detection; Detected) – Text`, with the evidence as an item of its own below it.
//! The plainer form without a time is written only where it reads back as the same event.

use super::dialect::{DASH, DASHES, EVIDENCE};
use super::escape::{find_bare, unescape};
use super::moment;
use super::seal::unseal;
use super::sink::Sink;
use crate::postmortem::{Choice, Event, EventKind, Milestone, NO_TIME, one_line, prose};

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

/// Whether the item needs no time in front to be read as this event.
fn is_plain(event: &Event, text: &str, evidence: &str, sealed: &str, below: Option<&str>) -> bool {
    let is_bare = event.when.is_empty()
        && event.kind == EventKind::default()
        && event.milestone.is_none()
        && !text.is_empty();
    if !is_bare {
        return false;
    }
    let again = match below {
        Some(line) => read(&format!("{sealed}\n{line}")),
        None => read(sealed),
    };
    again.when.is_empty()
        && again.kind == event.kind
        && again.milestone.is_none()
        && again.text == text
        && again.evidence == evidence
}

fn head(event: &Event, text: &str) -> String {
    let when = moment::write(&event.when);
    let when = if when.is_empty() { NO_TIME } else { &when };
    let kind = event.kind.label();
    let clause = match event.milestone {
        Some(milestone) => format!(" ({kind}; {})", milestone.label()),
        None if event.kind == EventKind::default() => String::new(),
        None => format!(" ({kind})"),
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
    let (kind, milestone, rest) = clause(rest).unwrap_or((EventKind::default(), None, rest));
    match after_dash(rest) {
        Some(text) => Event {
            when: moment::read(when),
            kind,
            milestone,
            text: text.to_owned(),
            ..Event::default()
        },
        None if rest.trim().is_empty() || is_known => Event {
            when: moment::read(when),
            kind,
            milestone,
            text: rest.to_owned(),
            ..Event::default()
        },
        None => as_text(),
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

/// The kind and the milestone in parentheses, and what follows.
fn clause(rest: &str) -> Option<(EventKind, Option<Milestone>, &str)> {
    let (words, rest) = rest.strip_prefix(" (")?.split_once(')')?;
    let (kind, milestone) = match words.split_once(';') {
        Some((kind, milestone)) => (kind, Some(Milestone::from_label(milestone)?)),
        None => (words, None),
    };
    Some((EventKind::from_label(kind)?, milestone, rest))
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
}
