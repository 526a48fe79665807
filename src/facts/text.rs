//! Facts for a person at a terminal: short lines, names on the left, then the notes.
//!
//! Shows the shape of the document, not all of its words: those stand in the file.

use std::fmt;

use super::{ActionFacts, EventFacts, Facts, FileFacts};

/// Longer texts are cut here, in characters.
const WIDTH: usize = 72;

impl fmt::Display for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = [
            ("Title", self.title.clone()),
            ("Reference", self.reference.clone()),
            ("Status", self.status.clone()),
            ("Severity", self.severity.clone()),
            ("Authors", list(&self.authors)),
            ("Services", list(&self.services)),
            ("Start", moment([&self.date, &self.start, &self.time_zone])),
            ("End", moment([&self.end_date, &self.end, &self.time_zone])),
            (
                "Users affected",
                self.affected_percent.map(|share| format!("{share}%")),
            ),
            ("Summary", opening(self.summary.as_deref())),
            ("Impact", opening(self.impact.as_deref())),
            ("Root cause", opening(self.root_cause.as_deref())),
            ("Resolution", opening(self.resolution.as_deref())),
            ("Timeline", count(self.timeline.len(), "event")),
            (
                "Improvements",
                count(self.improvements.len(), "improvement"),
            ),
            (
                "Action items",
                count(self.action_items.len(), "action item"),
            ),
            ("Went well", count(self.lessons.went_well.len(), "lesson")),
            ("Went badly", count(self.lessons.went_badly.len(), "lesson")),
            ("Got lucky", count(self.lessons.lucky.len(), "lesson")),
            ("Conclusion", opening(self.conclusion.as_deref())),
            ("Extra sections", headings(self)),
        ];
        for (name, value) in rows {
            writeln!(f, "{name:<16}{}", visible(value.as_deref().unwrap_or("–")))?;
        }
        block(f, "Timeline", self.timeline.iter().map(event_line))?;
        block(f, "Action items", self.action_items.iter().map(action_line))?;
        block(f, "Notes", self.notes.iter().cloned())
    }
}

impl fmt::Display for FileFacts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "==> {} <==\n\n{}", visible(&self.file), self.facts)
    }
}

/// A titled list; nothing at all when it has no rows.
fn block(
    f: &mut fmt::Formatter<'_>,
    title: &str,
    rows: impl Iterator<Item = String>,
) -> fmt::Result {
    let mut rows = rows.peekable();
    if rows.peek().is_some() {
        writeln!(f, "\n{title}")?;
    }
    rows.try_for_each(|row| writeln!(f, "  {}", visible(&row)))
}

fn event_line(event: &EventFacts) -> String {
    let or_dashes = |part: &Option<String>, dashes: &str| part.clone().unwrap_or(dashes.to_owned());
    format!(
        "{:<10} {:<5}  {:<13}  {}",
        or_dashes(&event.date, "–"),
        or_dashes(&event.time, "–"),
        event.kind,
        opening(event.text.as_deref()).unwrap_or_default()
    )
}

fn action_line(action: &ActionFacts) -> String {
    let terms = [&action.owner, &action.due, &action.status];
    let terms: Vec<&str> = terms.iter().filter_map(|term| term.as_deref()).collect();
    let text = opening(action.text.as_deref()).unwrap_or_default();
    if terms.is_empty() {
        text
    } else {
        format!("{text} ({})", terms.join(", "))
    }
}

fn headings(facts: &Facts) -> Option<String> {
    let headings: Vec<String> = facts
        .extra
        .iter()
        .map(|extra| extra.heading.clone().unwrap_or("–".to_owned()))
        .collect();
    list(&headings)
}

fn list(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| names.join(", "))
}

/// Date, time and zone; a zone alone says nothing.
fn moment([date, time, zone]: [&Option<String>; 3]) -> Option<String> {
    let zone = time.as_ref().and(zone.as_ref());
    let parts: Vec<&str> = [date.as_ref(), time.as_ref(), zone]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn count(number: usize, name: &str) -> Option<String> {
    match number {
        0 => None,
        1 => Some(format!("1 {name}")),
        _ => Some(format!("{number} {name}s")),
    }
}

/// Without control characters: a terminal obeys them, and a file may come from anywhere.
pub fn visible(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_control() {
                char::REPLACEMENT_CHARACTER
            } else {
                c
            }
        })
        .collect()
}

/// The beginning of a text on one line.
fn opening(text: Option<&str>) -> Option<String> {
    let line = text?.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= WIDTH {
        return Some(line);
    }
    let cut: String = line.chars().take(WIDTH - 1).collect();
    let at_word = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(words, _)| words);
    Some(format!("{at_word}…"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::Reading;
    use crate::postmortem::{Event, EventKind, Postmortem};
    use crate::template::TemplateId;

    #[test]
    fn facts_are_aligned_and_notes_come_last() {
        let mut document = Postmortem::default();
        document.overview.title = "Search \u{1b}[2Jslow".to_owned();
        document.summary.start.date = "2024-05-03".into();
        document.summary.start.time = "14:30".into();
        document.summary.end.time = "14:15pm".into();
        document.summary.time_zone = "UTC".to_owned();
        document.timeline.events = vec![Event {
            kind: EventKind::DeadEnd,
            text: "word ".repeat(30),
            ..Event::default()
        }];
        let template = TemplateId::default().template();
        let shown = Facts::new(&Reading {
            document,
            template,
            notes: Vec::new(),
            is_order_open: false,
        })
        .to_string();
        let lines: Vec<&str> = shown.lines().collect();
        assert_eq!(lines[0], "Title           Search \u{fffd}[2Jslow");
        assert_eq!(lines[6], "Start           2024-05-03 14:30 UTC");
        assert_eq!(lines[7], "End             –");
        assert!(lines.contains(&"Timeline        1 event"), "{shown}");
        let event = lines.iter().find(|line| line.contains("dead end")).unwrap();
        assert!(
            event.ends_with("word…") && event.chars().count() < 110,
            "{event}"
        );
        assert_eq!(
            lines[lines.len() - 2..],
            ["Notes", "  The end time was not understood: “14:15pm”"]
        );
    }
}
