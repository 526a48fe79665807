//! What the writer writes into: the text so far, and which field each stretch of it shows.
//!
//! It knows blocks and list items, and no document.

use super::Written;
use super::dialect::BULLETS;
use super::outline;
use super::seal::{TOP, is_harmless, is_held_by_item, quote, seal};
use crate::postmortem::Place;

/// The text so far.
#[derive(Debug, Default)]
pub(super) struct Sink {
    written: Written,
    /// Where the headings begin that were written as such.
    headings: Vec<usize>,
    /// Whether anything was written that could be more than a paragraph or a list.
    has_risk: bool,
    /// Whether such texts stand in block quotes, and items apart.
    is_wary: bool,
}

impl Sink {
    /// A sink that leaves the parser no room for a mind of its own.
    pub(super) fn wary() -> Self {
        Self {
            is_wary: true,
            ..Self::default()
        }
    }

    /// An empty sink of the same kind.
    pub(super) fn another(&self) -> Self {
        Self {
            is_wary: self.is_wary,
            ..Self::default()
        }
    }

    /// Whether the parser finds the headings that were written, no other, and the end.
    pub(super) fn is_sound(&self) -> bool {
        if !self.has_risk {
            return true;
        }
        let followed = format!("{}\n\n# x\n", self.written.markdown);
        let found = outline::headings(&followed).into_iter();
        let wanted = self.headings.iter().copied().chain([self.len() + 2]);
        found
            .filter(|heading| heading.level < TOP)
            .map(|heading| heading.range.start)
            .eq(wanted)
    }

    /// Begins a heading.
    pub(super) fn begin_heading(&mut self, hashes: &str) {
        self.headings.push(self.len());
        self.push(hashes);
    }

    pub(super) fn finish(self) -> Written {
        self.written
    }

    /// How long the text is.
    pub(super) fn len(&self) -> usize {
        self.written.markdown.len()
    }

    /// The text from a length on.
    pub(super) fn since(&self, start: usize) -> &str {
        self.written.markdown.get(start..).unwrap_or_default()
    }

    /// Begins a block: one blank line after what stands above.
    pub(super) fn begin_block(&mut self) {
        if !self.written.markdown.is_empty() {
            self.written.markdown.push_str("\n\n");
        }
    }

    /// Begins a line: of a list that goes on.
    pub(super) fn begin_line(&mut self) {
        let gap = if self.is_wary { "\n\n" } else { "\n" };
        self.push(gap);
    }

    /// Writes what another sink holds, its places with it.
    pub(super) fn append(&mut self, other: Self) {
        let start = self.len();
        self.push(&other.written.markdown);
        self.has_risk |= other.has_risk;
        let places = other.written.places.into_iter();
        self.written
            .places
            .extend(places.map(|(range, place)| (start + range.start..start + range.end, place)));
    }

    pub(super) fn push(&mut self, text: &str) {
        self.written.markdown.push_str(text);
    }

    /// Writes a stretch that shows one place.
    pub(super) fn at(&mut self, place: Place, write: impl FnOnce(&mut Self)) {
        let start = self.len();
        write(self);
        if self.len() > start {
            self.written.places.push((start..self.len(), place));
        }
    }

    /// Writes an item that holds prose: `write` is shown the sealed text, and shown it once more, in
    /// a block quote, if the item does not hold it.
    pub(super) fn sealed_item(&mut self, text: &str, write: impl Fn(&mut Self, &str)) {
        let start = self.len();
        if is_harmless(text) {
            return write(self, text);
        }
        self.has_risk = true;
        if self.is_wary {
            return write(self, &quote(text));
        }
        write(self, &seal(text));
        if !is_held_by_item(self.since(start)) {
            self.written.markdown.truncate(start);
            write(self, &quote(text));
        }
    }

    /// Writes an item of a list: the marker, the head, the text, whose further lines are indented
    /// so that nothing in it can leave the item.
    pub(super) fn item(&mut self, indent: usize, marker: &str, head: &str, text: &str) {
        let margin = indent + marker.len();
        self.push(&" ".repeat(indent));
        self.push(own_marker(marker, head, text));
        self.push(head);
        if text.is_empty() {
            return;
        }
        if head.is_empty() {
            self.push_indented(margin, text);
        } else if begins_a_block(text) {
            self.push("\n");
            self.push_line_indented(margin, text);
        } else {
            self.push(" ");
            self.push_indented(margin, text);
        }
    }

    /// Writes text below what stands in an item.
    pub(super) fn push_line_indented(&mut self, margin: usize, text: &str) {
        self.push("\n");
        self.push(&" ".repeat(margin));
        self.push_indented(margin, text);
    }

    fn push_indented(&mut self, margin: usize, text: &str) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.push("\n");
                if !line.is_empty() {
                    self.push(&" ".repeat(margin));
                }
            }
            self.push(line);
        }
    }
}

/// `- ---` is no item but a rule; with another bullet it is one.
fn own_marker<'a>(marker: &'a str, head: &str, text: &str) -> &'a str {
    let bullet = BULLETS.first().copied().unwrap_or('-');
    let line = text.split('\n').next().unwrap_or_default();
    let is_rule = !line.is_empty() && line.chars().all(|c| c == bullet || c == ' ' || c == '\t');
    if marker.starts_with(bullet) && head.is_empty() && is_rule {
        "* "
    } else {
        marker
    }
}

/// Whether text begins with something that is only itself at the start of a line.
fn begins_a_block(text: &str) -> bool {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    let second = lines.next().unwrap_or_default().trim();
    let digits = first.len() - first.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after_digits = first.get(digits..).unwrap_or_default();
    let starts_with_bullet = first.starts_with(BULLETS)
        && (first.len() == 1
            || first
                .get(1..)
                .is_some_and(|rest| rest.starts_with([' ', '\t'])));
    let is_delimiter_row = second.contains('-')
        && (second.contains('|') || first.contains('|'))
        && second.chars().all(|c| "|:- ".contains(c));
    starts_with_bullet
        || is_delimiter_row
        || first.starts_with(['#', '>', '|'])
        || ["```", "~~~", "---", "***", "___", "<!"]
            .iter()
            .any(|mark| first.starts_with(mark))
        || first.starts_with('<') && !first.starts_with("<http")
        || (digits > 0 && after_digits.starts_with(['.', ')']))
}
