//! Takes a list apart into its items, by the markers in the first column.
//!
//! Not by a parser: what stands in an item is indented, whatever it is, so the first column alone
//! tells where an item begins. It never drops a line.

use super::dialect::BULLETS;

/// A stretch of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Chunk<'a> {
    /// An item.
    Item(Item<'a>),
    /// Lines that belong to no item.
    Loose(&'a str),
}

/// An item as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item<'a> {
    /// What stands in it: without the marker, the indent and blank ends.
    pub(super) text: String,
    /// The lines in the source.
    pub(super) source: &'a str,
}

/// The chunks of a text, in order. No chunk is blank.
pub(super) fn chunks(text: &str) -> Vec<Chunk<'_>> {
    let mut chunks = Vec::new();
    let mut open = Open::default();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.strip_suffix('\n').unwrap_or(line);
        let is_blank = bare.trim().is_empty();
        let width = marker_width(bare);
        let begins = width.is_some()
            || (open.width.is_some() && !is_blank && !open.holds(bare))
            || (open.width.is_none() && open.start == at);
        if begins && !is_blank {
            open.finish(text, at, &mut chunks);
            open = Open {
                start: at,
                width,
                ..Open::default()
            };
        }
        open.push(bare, width.filter(|_| begins));
        open.after_blank = is_blank;
        at += line.len();
    }
    open.finish(text, at, &mut chunks);
    chunks
}

/// How wide the marker at the start of a line is, the space after it included.
pub(super) fn marker_width(line: &str) -> Option<usize> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mark = line.get(digits..)?.chars().next()?;
    let is_marker = match digits {
        0 => BULLETS.contains(&mark) && !is_rule(line),
        1..=9 => mark == '.' || mark == ')',
        _ => false,
    };
    let rest = line.get(digits + 1..).filter(|_| is_marker)?;
    (rest.is_empty() || rest.starts_with([' ', '\t'])).then_some(digits + 2)
}

fn is_rule(line: &str) -> bool {
    let mut marks = line.chars().filter(|c| !matches!(c, ' ' | '\t'));
    let Some(first) = marks.next() else {
        return false;
    };
    let mut others = 0;
    marks.all(|mark| {
        others += 1;
        mark == first
    }) && others >= 2
}

/// The chunk that is being read.
#[derive(Debug, Default)]
struct Open {
    start: usize,
    /// The width of the marker; `None` outside an item.
    width: Option<usize>,
    text: String,
    after_blank: bool,
}

impl Open {
    /// Whether an unmarked line goes on with the item: an indented one, or one right below its text.
    fn holds(&self, line: &str) -> bool {
        line.starts_with([' ', '\t']) || (!self.after_blank && !line.starts_with('#'))
    }

    fn push(&mut self, line: &str, marker: Option<usize>) {
        let Some(width) = self.width else { return };
        if let Some(marker) = marker {
            self.text.push_str(line.get(marker..).unwrap_or_default());
            return;
        }
        self.text.push('\n');
        if line.starts_with('\t') {
            self.text.push_str(line.strip_prefix('\t').unwrap_or(line));
        } else {
            let indent = line.len() - line.trim_start_matches(' ').len();
            self.text
                .push_str(line.get(indent.min(width)..).unwrap_or_default());
        }
    }

    fn finish<'a>(&self, text: &'a str, end: usize, chunks: &mut Vec<Chunk<'a>>) {
        let source = text.get(self.start..end).unwrap_or_default();
        if self.width.is_some() {
            chunks.push(Chunk::Item(Item {
                text: self.text.trim().to_owned(),
                source: source.trim_end(),
            }));
        } else if !source.trim().is_empty() {
            chunks.push(Chunk::Loose(source.trim_matches('\n')));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_comes_apart_and_no_line_is_lost() {
        let text = "before\n\n- one\n  more\n\n  and\nlazy\n* two\n10. three\n    deep\n\nafter\n";
        let found: Vec<String> = chunks(text)
            .into_iter()
            .map(|chunk| match chunk {
                Chunk::Item(item) => format!("item {:?}", item.text),
                Chunk::Loose(text) => format!("loose {text:?}"),
            })
            .collect();
        assert_eq!(
            found,
            [
                "loose \"before\"",
                "item \"one\\nmore\\n\\nand\\nlazy\"",
                "item \"two\"",
                "item \"three\\ndeep\"",
                "loose \"after\"",
            ]
        );
    }
}
