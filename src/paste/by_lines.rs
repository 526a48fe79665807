//! Lines of which some begin a row and the others go on with it.

use std::borrow::Cow;

use super::Why;
use super::stamp::Stamp;
use super::written::{Found, OpenDay, Piece, shown};
use crate::postmortem::one_line;

/// What a line is to the reader of a source.
pub(super) enum Line<'a> {
    /// It begins a row.
    Head(Box<Head<'a>>),
    /// It says the day of the rows after it.
    Day(OpenDay),
    /// It and those behind it, so many together, are what a program shows around messages.
    Note(usize),
    /// It is none of these: what it belongs to is the row above.
    More,
    /// It belongs to no row, and none goes on behind it.
    Apart,
}

/// The beginning of a row.
pub(super) struct Head<'a> {
    /// How many lines it takes, from one.
    pub(super) lines: usize,
    /// Who said it; nothing where whoever spoke before goes on.
    pub(super) who: Option<String>,
    pub(super) stamp: Stamp,
    /// What stands behind it in its last line.
    pub(super) text: Cow<'a, str>,
}

impl<'a> Head<'a> {
    /// A head of one line, or one with its text behind it.
    pub(super) fn line(stamp: Stamp, who: &str, text: impl Into<Cow<'a, str>>) -> Line<'a> {
        Self::lines(1, stamp, Some(who.to_owned()), text)
    }

    /// A head of several lines.
    pub(super) fn lines(
        lines: usize,
        stamp: Stamp,
        who: Option<String>,
        text: impl Into<Cow<'a, str>>,
    ) -> Line<'a> {
        Line::Head(Box::new(Self {
            lines,
            who,
            stamp,
            text: text.into(),
        }))
    }
}

/// Says what the first of some lines is. There always is a first one, and it is not blank.
pub(super) type Judge = for<'a> fn(&[&'a str]) -> Line<'a>;

/// How a row goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Plain text; blank lines are part of a message.
    Plain,
    /// Plain text; what stands behind a blank line belongs to nothing.
    Paragraph,
    /// Markdown, which is kept as it is; what stands behind a blank line belongs to nothing.
    Markdown,
}

/// The pieces of a text that is read line by line.
pub(super) fn by_lines(lines: &[&str], judge: Judge, style: Style) -> Vec<Piece> {
    let mut reader = Reader {
        pieces: Vec::new(),
        row: None,
        said: Vec::new(),
        who: String::new(),
        style,
    };
    let mut at = 0;
    while let Some(left) = lines.get(at..).filter(|left| !left.is_empty()) {
        at += reader.take(left, at + 1, judge);
    }
    reader.end();
    reader.pieces
}

struct Reader<'a> {
    pieces: Vec<Piece>,
    /// The row that is open, and the lines of its text.
    row: Option<Found>,
    said: Vec<Cow<'a, str>>,
    who: String,
    style: Style,
}

impl<'a> Reader<'a> {
    /// Takes the first of the lines that are left, or a few of them, and says how many.
    fn take(&mut self, left: &[&'a str], number: usize, judge: Judge) -> usize {
        let Some(first) = left.first().copied() else {
            return 1;
        };
        if bare(first).is_empty() {
            if self.style == Style::Plain || self.said.iter().all(|line| line.is_empty()) {
                self.said.push(Cow::Borrowed(""));
            } else {
                self.end();
            }
            return 1;
        }
        match judge(left) {
            Line::Head(head) => {
                self.end();
                if let Some(who) = head.who {
                    self.who = one_line(&who);
                }
                let mut row = Found::at(number, head.stamp);
                row.who.clone_from(&self.who);
                self.row = Some(row);
                self.said.push(head.text);
                head.lines.max(1)
            }
            Line::Day(day) => {
                self.end();
                self.who.clear();
                self.pieces.push(Piece::Day(number, day));
                1
            }
            Line::Note(count) => {
                // A note in the middle of a message ends nothing, and keeps its place in the text.
                let count = count.clamp(1, left.len());
                for more in 0..count {
                    let line = left.get(more).copied().unwrap_or_default();
                    if !bare(line).is_empty() {
                        self.pieces.push(Piece::Rest(number + more, Why::Note));
                    }
                }
                count
            }
            Line::More if self.row.is_some() => {
                self.said.push(Cow::Borrowed(first));
                1
            }
            Line::More | Line::Apart => {
                self.end();
                self.pieces.push(Piece::Rest(number, Why::NoTime));
                1
            }
        }
    }

    /// Closes the row that is open.
    fn end(&mut self) {
        let text = self.said.join("\n");
        self.said.clear();
        if let Some(mut row) = self.row.take() {
            row.text = match self.style {
                Style::Markdown => crate::postmortem::prose(&dedented(&text)).into_owned(),
                Style::Plain | Style::Paragraph => shown(&text),
            };
            self.pieces.push(Piece::Row(Box::new(row)));
        }
    }
}

/// The text without the spaces that its lines after the first have in common.
fn dedented(text: &str) -> String {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let rest = || {
        text.split('\n')
            .skip(1)
            .filter(|line| !line.trim().is_empty())
    };
    let least = rest().map(indent).min().unwrap_or_default();
    let mut lines = text.split('\n');
    let first = lines.next().unwrap_or_default().to_owned();
    lines.fold(first, |all, line| {
        all + "\n" + line.get(least..).unwrap_or_default()
    })
}

/// A line without white space and marks of direction around it.
pub(super) fn bare(line: &str) -> &str {
    line.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}')
    })
}

/// How many lines are looked at to recognise a source.
const SAMPLE: usize = 200;

/// How well a reader knows some lines: a share of them, weighed by how seldom anything else looks
/// so. What the text begins with counts most: a message may hold a log.
pub(super) fn score(lines: &[&str], judge: Judge, weight: usize) -> usize {
    let (mut heads, mut is_first, mut is_begun) = (0, false, false);
    let mut at = 0;
    while let Some(left) = lines
        .get(at..)
        .filter(|left| !left.is_empty() && at < SAMPLE)
    {
        at += 1;
        if left.first().is_none_or(|line| bare(line).is_empty()) {
            continue;
        }
        match judge(left) {
            Line::Head(head) => {
                // Where nobody has spoken yet, nobody goes on: that could be anything with a time.
                heads += usize::from(head.who.is_some() || heads > 0);
                is_first |= !is_begun && head.who.is_some();
                at += head.lines.max(1) - 1;
                is_begun = true;
            }
            // A day is a day in every source.
            Line::Day(_) | Line::Note(_) => {}
            Line::More | Line::Apart => is_begun = true,
        }
    }
    heads * weight * if is_first { 4 } else { 1 }
}
