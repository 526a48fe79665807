//! The normal form of a document: what remains the same when it is written down and read again.
//!
//! Two documents with one normal form look the same to a person. It takes away: carriage returns,
//! control characters, blank ends of texts, blank rows, and the identities of rows (numbered from
//! one again).

use std::borrow::Cow;

use super::{ActionItem, Event, ExtraSection, Postmortem};

impl Postmortem {
    /// The document in its normal form.
    #[must_use]
    pub fn normalised(mut self) -> Self {
        for field in super::Field::ALL {
            if let Some(text) = self.prose_mut(*field) {
                tidy(text);
            }
            if let Some(line) = self.line(*field) {
                self.set_line(*field, &one_line(&line));
            }
            if let Some(items) = self.items_mut(*field) {
                items.iter_mut().for_each(|item| tidy(&mut item.text));
                items.retain(|item| !item.text.is_empty());
            }
        }
        for event in &mut self.timeline.events {
            tidy(&mut event.text);
            event.evidence = one_line(&event.evidence);
        }
        for action in &mut self.follow_up.action_items {
            tidy(&mut action.text);
            action.owner = one_line(&action.owner);
            action.ticket = one_line(&action.ticket);
        }
        for section in &mut self.extras.sections {
            section.heading = one_line(&section.heading);
            tidy(&mut section.body);
        }
        self.timeline.events.retain(|event| !event.is_blank());
        self.follow_up
            .action_items
            .retain(|action| !action.is_blank());
        self.extras.sections.retain(|section| !section.is_blank());
        for reason in self.nothing_to_say.values_mut() {
            *reason = one_line(reason);
        }
        self.tidy_waivers();
        self.renumber();
        self
    }

    /// Numbers every row from one, in document order. A waiver stays with its row.
    pub fn renumber(&mut self) {
        let waived = self.waived_positions();
        let mut next = 0;
        self.for_each_row_id(|id| {
            next += 1;
            id.0 = next;
        });
        self.waive_at(waived);
    }
}

impl Event {
    /// Whether nothing was entered in the row.
    pub fn is_blank(&self) -> bool {
        self.when.is_empty()
            && self.kind == super::EventKind::default()
            && self.milestone.is_none()
            && !self.is_key
            && [&self.text, &self.evidence]
                .iter()
                .all(|text| text.trim().is_empty())
    }
}

impl ActionItem {
    /// Whether nothing was entered in the row.
    pub fn is_blank(&self) -> bool {
        self.due.is_empty()
            && self.kind.is_empty()
            && self.priority.is_empty()
            && self.status.is_empty()
            && [&self.text, &self.owner, &self.ticket]
                .iter()
                .all(|text| text.trim().is_empty())
    }
}

impl ExtraSection {
    /// Whether nothing was entered in the section.
    pub fn is_blank(&self) -> bool {
        self.heading.trim().is_empty() && self.body.trim().is_empty()
    }
}

/// The text as one line: every run of white space and control characters is one space.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        let c = printable(c);
        if !c.is_whitespace() {
            line.push(c);
        } else if !line.ends_with(' ') && !line.is_empty() {
            line.push(' ');
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// The text with LF line ends, without control characters but tabs, without blank ends and
/// without white space on otherwise empty lines.
pub(crate) fn prose(text: &str) -> Cow<'_, str> {
    let is_blank = |line: &str| line.trim_start().is_empty();
    // Nearly every text is so already.
    let keeps = |c: char| matches!(c, '\n' | '\t') || printable(c) == c;
    let is_ascii = |byte: &u8| matches!(byte, b'\n' | b'\t' | b' '..=b'~');
    if text.trim().len() == text.len()
        && (text.as_bytes().iter().all(is_ascii) || text.chars().all(keeps))
        && text
            .split('\n')
            .all(|line| line.is_empty() || !is_blank(line))
    {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut prose = String::with_capacity(text.len());
    for line in text.split('\n') {
        let start = prose.len();
        prose.extend(
            line.chars()
                .map(|c| if c == '\t' { c } else { printable(c) }),
        );
        if prose.get(start..).is_some_and(is_blank) {
            prose.truncate(start);
        }
        prose.push('\n');
    }
    Cow::Owned(prose.trim().to_owned())
}

/// Puts a text in its normal form.
fn tidy(text: &mut String) {
    if let Cow::Owned(tidied) = prose(text) {
        *text = tidied;
    }
}

/// NUL shows as the replacement character, every other control character and the two Unicode
/// line separators as a space.
fn printable(c: char) -> char {
    match c {
        '\0' => char::REPLACEMENT_CHARACTER,
        '\u{2028}' | '\u{2029}' => ' ',
        c if c.is_control() => ' ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::{Item, RowId};

    #[test]
    fn texts_lose_only_what_nobody_sees() {
        assert_eq!(one_line("  a\tb\r\nc\u{0} "), "a b c\u{fffd}");
        assert_eq!(prose("\n  a\r\n \t\n\tb  \n\n"), "a\n\n\tb");
    }

    #[test]
    fn blank_rows_go_and_the_rest_is_numbered() {
        let mut document = Postmortem::default();
        for (id, text) in [(7, " "), (9, "one"), (9, "two")] {
            let item = Item {
                id: RowId(id),
                text: text.to_owned(),
            };
            document.analysis.factors.push(item);
        }
        let factors = document.normalised().analysis.factors;
        let rows: Vec<_> = factors
            .iter()
            .map(|row| (row.id.0, row.text.as_str()))
            .collect();
        assert_eq!(rows, [(1, "one"), (2, "two")]);
    }
}
