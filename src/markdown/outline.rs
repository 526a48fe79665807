//! What stands on the top level of a Markdown text: its blocks and headings, by where they are in
//! the source.
//!
//! The one place that says how Markdown is parsed. It changes nothing and knows no document.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag};

/// The Markdown that the whole app means: CommonMark, tables, deletions and task lists.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS);

/// What a block is, as far as this app has to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Heading,
    Paragraph,
    Fence,
    Html,
    List,
    Other,
}

/// A block of the top level.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
}

/// A heading of the top level.
#[derive(Clone, Debug)]
pub(super) struct Heading<'a> {
    /// 1 to 6.
    pub(super) level: usize,
    /// Its lines, the line end included.
    pub(super) range: Range<usize>,
    /// The text in the source, without marks around it.
    pub(super) text: &'a str,
    /// Whether hashes follow the text.
    pub(super) is_closed: bool,
    /// Whether it begins with hashes, not underlined.
    pub(super) is_atx: bool,
}

/// A line that is a heading by its hashes.
pub(super) struct Atx<'a> {
    /// Where the hashes begin, in bytes.
    pub(super) indent: usize,
    pub(super) level: usize,
    pub(super) text: &'a str,
    /// How many hashes follow the text.
    pub(super) closing: usize,
}

/// The blocks of the top level, in order.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut depth = 0_usize;
    let mut blocks = Vec::new();
    for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(tag) => {
                if depth == 0 {
                    let kind = kind(&tag);
                    blocks.push(Block { kind, range });
                }
                depth += 1;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Rule if depth == 0 => blocks.push(Block {
                kind: Kind::Other,
                range,
            }),
            _ => {}
        }
    }
    blocks
}

/// The headings of the top level, in order.
pub(super) fn headings(text: &str) -> Vec<Heading<'_>> {
    blocks(text)
        .into_iter()
        .filter(|block| block.kind == Kind::Heading)
        .map(|block| heading(text, block.range))
        .collect()
}

/// Where the line that holds the byte at `at` begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.rfind('\n').map_or(0, |end| end + 1)
}

/// Where the line that holds the byte at `at` ends, without its line end.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let after = text.get(at..).unwrap_or_default();
    after.find('\n').map_or(text.len(), |end| at + end)
}

/// Reads a line as a heading with hashes.
pub(super) fn atx(line: &str) -> Option<Atx<'_>> {
    let bare = line.trim_start_matches(' ');
    let after = bare.trim_start_matches('#');
    let (indent, level) = (line.len() - bare.len(), bare.len() - after.len());
    let is_heading = indent <= 3
        && (1..=6).contains(&level)
        && (after.is_empty() || after.starts_with([' ', '\t']));
    if !is_heading {
        return None;
    }
    let text = after.trim_matches([' ', '\t']);
    let open = text.trim_end_matches('#');
    let closing = if open.is_empty() || open.ends_with([' ', '\t']) {
        text.len() - open.len()
    } else {
        0
    };
    let text = if closing > 0 { open } else { text };
    Some(Atx {
        indent,
        level,
        text: text.trim_matches([' ', '\t']),
        closing,
    })
}

fn heading(text: &str, range: Range<usize>) -> Heading<'_> {
    let start = line_start(text, range.start);
    let line = text
        .get(start..line_end(text, range.start))
        .unwrap_or_default();
    if let Some(atx) = atx(line) {
        return Heading {
            level: atx.level,
            range: start..(start + line.len() + 1).min(text.len()),
            text: atx.text,
            is_closed: atx.closing > 0,
            is_atx: true,
        };
    }
    let whole = text.get(range.clone()).unwrap_or_default().trim_end();
    let (above, underline) = whole.rsplit_once('\n').unwrap_or((whole, ""));
    let end = line_end(text, range.start + whole.len());
    Heading {
        level: if underline.contains('=') { 1 } else { 2 },
        range: start..(end + 1).min(text.len()),
        text: above.trim(),
        is_closed: false,
        is_atx: false,
    }
}

fn kind(tag: &Tag<'_>) -> Kind {
    match tag {
        Tag::Heading { .. } => Kind::Heading,
        Tag::Paragraph => Kind::Paragraph,
        Tag::CodeBlock(CodeBlockKind::Fenced(_)) => Kind::Fence,
        Tag::HtmlBlock => Kind::Html,
        Tag::List(_) => Kind::List,
        _ => Kind::Other,
    }
}

/// A heading's level as a number.
pub(super) const fn level_number(level: HeadingLevel) -> usize {
    level as usize
}
