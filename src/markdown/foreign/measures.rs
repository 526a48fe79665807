//! What is to be done: items out of bullets, numbered lines, plain lines, tables and prose.

use std::borrow::Cow;

use super::attributes::{attribute, set};
use super::labels::bold_start;
use super::markers::{is_marked, without_marker};
use super::pieces::{BodyKind, BodyLine};
use super::sentences::{is_closing, is_plan, sentences};
use super::tables::{cells, is_rule, named_cell};
use super::wrapped::joined;
use crate::postmortem::ActionItem;

/// One thing to do, or a text around such things.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Measure {
    Item(ActionItem),
    /// Words above or below a list.
    Loose(String),
    /// The name of the items that follow.
    Group(String),
}

/// How the items of a section are told from what stands around them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// By bullets, numbers, boxes or rows.
    Marked,
    /// Each paragraph begins with bold words.
    BoldParagraphs,
    /// One a line, below a line that ends in a colon.
    LinesBelowLabel,
    /// One a line.
    Lines,
    /// Sentences of a text.
    Prose,
}

/// Reads the lines of a section on measures.
pub(super) fn measures(lines: &[BodyLine<'_>]) -> Vec<Measure> {
    let joined = joined(lines);
    let lines: Vec<BodyLine<'_>> = joined
        .iter()
        .map(|(text, kind)| BodyLine { text, kind: *kind })
        .collect();
    let lines = lines.as_slice();
    let mut reader = Reader {
        shape: shape(lines),
        measures: Vec::new(),
        columns: None,
        after_blank: true,
        indent_of_item: None,
        is_below_label: false,
        is_closing: false,
        can_close: false,
    };
    let is_item = |line: &BodyLine<'_>| {
        line.kind == BodyKind::Row || (is_marked(line.text) && !is_signature(line.text))
    };
    let last_item = lines.iter().rposition(is_item).unwrap_or(0);
    for (index, line) in lines.iter().enumerate() {
        reader.can_close = index > last_item;
        reader.line(line, lines.get(index + 1));
    }
    reader.measures
}

/// Whether nothing in a section is marked as an item.
pub(super) fn is_text(lines: &[BodyLine<'_>]) -> bool {
    shape(lines) == Shape::Prose
}

fn shape(lines: &[BodyLine<'_>]) -> Shape {
    let texts = || {
        let texts = lines.iter().filter(|line| line.kind == BodyKind::Text);
        texts
            .map(|line| line.text)
            .filter(|text| text.contains(char::is_alphanumeric) && !is_closing(text))
    };
    let is_row = |line: &BodyLine<'_>| line.kind == BodyKind::Row;
    let bold = texts().filter(|text| bold_start(text).is_some()).count();
    let sentence_lines = texts().filter(|text| sentences(text).len() > 1).count();
    if texts().any(is_marked) || lines.iter().any(is_row) {
        Shape::Marked
    } else if bold >= 2 {
        Shape::BoldParagraphs
    } else if texts().any(is_label) {
        Shape::LinesBelowLabel
    } else if texts().count() > 1 && sentence_lines * 2 < texts().count() {
        Shape::Lines
    } else {
        Shape::Prose
    }
}

/// "— Runa"
fn is_signature(text: &str) -> bool {
    const MOST_WORDS: usize = 4;
    text.starts_with('—') && text.split_whitespace().count() <= MOST_WORDS
}

/// "Tasks to address the issue:"
fn is_label(text: &str) -> bool {
    const LONGEST: usize = 80;
    text.trim().trim_end_matches('*').ends_with(':') && text.trim().len() <= LONGEST
}

struct Reader {
    shape: Shape,
    measures: Vec<Measure>,
    /// The names of the columns of the table that is open.
    columns: Option<Vec<String>>,
    after_blank: bool,
    indent_of_item: Option<usize>,
    is_below_label: bool,
    /// Whether no item that is marked as one follows.
    can_close: bool,
    /// Whether the last words on the whole have begun.
    is_closing: bool,
}

impl Reader {
    fn line(&mut self, line: &BodyLine<'_>, next: Option<&BodyLine<'_>>) {
        if line.is_blank() {
            self.after_blank = true;
            self.columns = None;
            return;
        }
        // A rule, or a mark without a word. What stands below a rule is no longer of the list.
        if line.kind == BodyKind::Text && !line.text.contains(char::is_alphanumeric) {
            let is_rule = ["---", "***", "___"]
                .iter()
                .any(|rule| line.text.trim().starts_with(rule));
            self.is_closing |= is_rule && self.can_close && !self.measures.is_empty();
            return;
        }
        let was_blank = std::mem::replace(&mut self.after_blank, false);
        match line.kind {
            BodyKind::Row => self.row(line.text, next.is_some_and(|next| is_rule(next.text))),
            BodyKind::Code => {
                if !self.append_to_last(line.text) {
                    self.measures.push(Measure::Loose(line.text.to_owned()));
                }
            }
            BodyKind::Heading => {
                let name = line.text.trim().trim_matches(['*', '_', ':', ' ']);
                self.measures.push(Measure::Group(name.to_owned()));
                self.indent_of_item = None;
                self.is_below_label = true;
            }
            // A name below a dash is a signature.
            BodyKind::Text if is_marked(line.text) && !self.is_closing => {
                self.marked(line.text, next);
            }
            BodyKind::Text => self.unmarked(line.text, was_blank),
        }
    }

    fn marked(&mut self, line: &str, next: Option<&BodyLine<'_>>) {
        let indent = width(line);
        let (text, _) = without_marker(line);
        if self.indent_of_item.is_some_and(|of| indent >= of + 2) {
            self.nested(text);
            return;
        }
        if !text.chars().any(char::is_alphanumeric) {
            return;
        }
        self.indent_of_item = Some(indent);
        let has_nested = next.is_some_and(|next| {
            is_marked(next.text) && width(next.text) >= indent + 2 && !is_attribute(next.text)
        });
        if has_nested && names_a_group(text) {
            let name = text.trim_matches(['*', '_', ':', ' ']).to_owned();
            self.measures.push(Measure::Group(name));
            return;
        }
        let mut item = item(text);
        if line.contains("[x]") || line.contains("[X]") {
            item.status = "Done".into();
        }
        self.measures.push(Measure::Item(item));
    }

    /// A line below an item: one of its attributes, an item under a label, or more of its text.
    fn nested(&mut self, text: &str) {
        let is_in_group = self.is_in_group_of_nested();
        if let Some(Measure::Item(last)) = self.measures.last_mut() {
            if attribute(last, text) {
                return;
            }
            if !is_in_group {
                last.text.push_str("\n- ");
                last.text.push_str(text);
                return;
            }
        }
        self.measures.push(Measure::Item(item(text)));
    }

    /// Whether the items at hand are nested ones, below an item that only names them.
    fn is_in_group_of_nested(&self) -> bool {
        let above = self.measures.iter().rev();
        let mut above = above.skip_while(|measure| matches!(measure, Measure::Item(_)));
        matches!(above.next(), Some(Measure::Group(_))) && !self.is_below_label
    }

    fn unmarked(&mut self, line: &str, was_blank: bool) {
        let text = line.trim();
        if text.starts_with("![") && text.ends_with(')') {
            self.measures.push(Measure::Loose(text.to_owned()));
            return;
        }
        if is_label(text) && (was_blank || self.shape != Shape::Marked) {
            let name = text.trim_matches(['*', '_', ':', ' ']).to_owned();
            self.measures.push(Measure::Group(name));
            self.indent_of_item = None;
            self.is_below_label = true;
            return;
        }
        self.is_closing |= was_blank && self.can_close && is_closing(text);
        match self.shape {
            _ if self.is_closing => self.measures.push(Measure::Loose(text.to_owned())),
            Shape::Marked => {
                if !was_blank && !self.is_forgotten_bullet(line) && self.append_to_last(text) {
                    return;
                }
                let is_item = !was_blank && self.is_forgotten_bullet(line);
                self.measures.push(if is_item {
                    Measure::Item(item(text))
                } else {
                    Measure::Loose(text.to_owned())
                });
                if !is_item {
                    self.indent_of_item = None;
                }
            }
            Shape::BoldParagraphs => {
                if bold_start(text).is_some() {
                    self.measures.push(Measure::Item(item(text)));
                } else if was_blank || !self.append_to_last(text) {
                    self.measures.push(Measure::Loose(text.to_owned()));
                }
            }
            // "In detail the following will be done:" at the end of a paragraph.
            Shape::Lines if text.ends_with(':') => {
                self.measures.push(Measure::Loose(text.to_owned()));
            }
            Shape::LinesBelowLabel if !self.is_below_label => {
                self.measures.push(Measure::Loose(text.to_owned()));
            }
            Shape::Lines | Shape::LinesBelowLabel => self.measures.push(Measure::Item(item(text))),
            // A later paragraph that plans nothing is no plan.
            Shape::Prose if was_blank && !self.measures.is_empty() && !is_plan(text) => {
                self.measures.push(Measure::Loose(text.to_owned()));
            }
            Shape::Prose => {
                for sentence in sentences(text) {
                    self.measures.push(Measure::Item(item(sentence)));
                }
            }
        }
    }

    /// A line right below a short item that begins like an item itself.
    fn is_forgotten_bullet(&self, line: &str) -> bool {
        const WRAPS_AT: usize = 90;
        const SHORT: usize = 60;
        let is_upper = line.starts_with(|c: char| c.is_uppercase() || c == '*');
        let Some(Measure::Item(last)) = self.measures.last() else {
            return false;
        };
        let above = last.text.lines().last().unwrap_or_default();
        let most = if is_upper { WRAPS_AT } else { SHORT };
        let is_whole = line.starts_with(char::is_alphanumeric) || is_upper;
        is_whole && above.len() < most && !above.ends_with([',', ':'])
    }

    fn append_to_last(&mut self, text: &str) -> bool {
        match self.measures.last_mut() {
            Some(Measure::Item(ActionItem { text: last, .. }) | Measure::Loose(last)) => {
                last.push('\n');
                last.push_str(text);
                true
            }
            _ => false,
        }
    }

    /// A row of a table: its head, which a rule follows, names the columns.
    fn row(&mut self, line: &str, is_head: bool) {
        if is_rule(line) {
            return;
        }
        let cells = cells(line);
        if is_head {
            self.columns = Some(cells.iter().map(|cell| (*cell).to_owned()).collect());
            return;
        }
        let columns = self.columns.as_deref().unwrap_or_default();
        let mut action = ActionItem::default();
        let mut texts: Vec<Cow<'_, str>> = Vec::new();
        for (index, cell) in cells.iter().enumerate() {
            let name = columns.get(index).map_or("", String::as_str);
            let is_number = index == 0
                && !columns.is_empty()
                && !name.contains(char::is_alphabetic)
                && cell.chars().all(|c| c.is_ascii_digit() || c == '.');
            if !cell.is_empty() && !is_number && !set(&mut action, name, cell) {
                texts.push(named_cell(name, cell));
            }
        }
        action.text = texts.join(" – ");
        if action != ActionItem::default() {
            self.measures.push(Measure::Item(action));
        }
    }
}

/// How far a line is indented.
fn width(line: &str) -> usize {
    let blank = line.len() - line.trim_start().len();
    let tabs = line.bytes().take(blank).filter(|b| *b == b'\t').count();
    blank + tabs * 3
}

fn is_attribute(line: &str) -> bool {
    let (text, _) = without_marker(line);
    attribute(&mut ActionItem::default(), text)
}

/// Whether an item with others below it says no more than what they are about.
fn names_a_group(text: &str) -> bool {
    const MOST_WORDS: usize = 4;
    let bare = text.trim();
    let is_bold = bare.starts_with("**") && bare.trim_end_matches(':').ends_with("**");
    let words = bare.split_whitespace().count();
    is_label(bare) || is_bold || (words <= MOST_WORDS && !bare.ends_with('.'))
}

fn item(text: &str) -> ActionItem {
    ActionItem {
        text: text.trim().to_owned(),
        ..ActionItem::default()
    }
}
