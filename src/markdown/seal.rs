//! Keeps what a person typed inside its place in the document, and gives it back as it was.
//!
//! Prose is Markdown of its own. As a part of a document it could end its section (a heading), or
//! swallow what follows (a fence or a comment left open). Sealing changes that and nothing else;
//! `unseal(seal(text)) == text` for every text that is trimmed, because `seal` looks whether it
//! holds and takes the block quote, which holds everything, where it does not.

use std::borrow::Cow;
use std::ops::Range;

use super::dialect::{CLOSED, QUOTED};
use super::outline::{self, Block, Kind, atx, line_end};
use super::waivers::{mark, unmark};

/// The highest heading that prose may hold: three levels belong to the document.
pub(super) const TOP: usize = 4;
/// How much longer than the fence that opened it a fence is that was closed here.
const LONGER: usize = 3;
/// HTML that goes on over blank lines: how it begins, how it ends.
const OPEN_ENDED: [(&str, &str); 8] = [
    ("<!--", "-->"),
    ("<![cdata[", "]]>"),
    ("<!", ">"),
    ("<?", "?>"),
    ("<script", "</script>"),
    ("<pre", "</pre>"),
    ("<style", "</style>"),
    ("<textarea", "</textarea>"),
];

/// The text as it stands in the document.
pub(super) fn seal(text: &str) -> Cow<'_, str> {
    if is_harmless(text) {
        return Cow::Borrowed(text);
    }
    let sealed = mark(&apply(text, &edits(text, Way::In))).into_owned();
    if unseal(&sealed) == text && is_contained(&sealed) {
        Cow::Owned(sealed)
    } else {
        Cow::Owned(quote(text))
    }
}

/// The text that was sealed.
pub(super) fn unseal(sealed: &str) -> Cow<'_, str> {
    if is_harmless(sealed) {
        return Cow::Borrowed(sealed);
    }
    if let Some(text) = unquote(sealed) {
        return Cow::Owned(text);
    }
    let sealed = unmark(sealed);
    Cow::Owned(apply(&sealed, &edits(&sealed, Way::Out)))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    In,
    Out,
}

/// What to put in the place of a stretch of the source.
type Edit = (Range<usize>, String);

/// Whether nothing in the text can be changed by sealing or unsealing: a quick look that spares
/// most texts the parser.
pub(super) fn is_harmless(text: &str) -> bool {
    let is_harmless_line = |line: &str| {
        let line = line.trim_matches([' ', '\t']);
        !line.starts_with(['#', '<']) && underline(line).is_none()
    };
    !text.contains("```") && !text.contains("~~~") && text.lines().all(is_harmless_line)
}

/// Whether the text ends where it ends, whatever follows, and holds no heading of the document's.
fn is_contained(sealed: &str) -> bool {
    let followed = format!("{sealed}\n\n# x\n");
    let headings = outline::headings(&followed);
    headings.split_last().is_some_and(|(last, own)| {
        last.range.start == sealed.len() + 2
            && own
                .iter()
                .all(|heading| heading.is_atx && heading.level >= TOP)
    })
}

/// Whether what is written as an item of a list ends where it ends, whatever follows.
///
/// Indentation alone should hold everything. The parser has its own mind in rare corners, and what
/// it finds decides what is read back.
pub(super) fn is_held_by_item(item: &str) -> bool {
    let followed = format!("{item}\n\n# x\n");
    let headings = outline::headings(&followed);
    headings.len() == 1
        && headings
            .iter()
            .all(|last| last.range.start == item.len() + 2)
}

fn edits(text: &str, way: Way) -> Vec<Edit> {
    let blocks = outline::blocks(text);
    let mut edits = Vec::new();
    for block in &blocks {
        match block.kind {
            Kind::Heading => edits.extend(heading_edits(text, block, way)),
            Kind::Paragraph => underline_edits(text, block, way, &mut edits),
            _ => {}
        }
    }
    if let Some(last) = blocks.last() {
        match last.kind {
            Kind::Fence => edits.extend(fence_edit(text, last, way)),
            Kind::Html => edits.extend(html_edit(text, last, way)),
            _ => {}
        }
    }
    edits
}

fn apply(text: &str, edits: &[Edit]) -> String {
    let mut written = String::with_capacity(text.len() + 16);
    let mut done = 0;
    for (range, instead) in edits {
        written.push_str(text.get(done..range.start).unwrap_or_default());
        written.push_str(instead);
        done = range.end.max(done);
    }
    written.push_str(text.get(done..).unwrap_or_default());
    written
}

/// `## X` stands as `#### X ##`: the closing hashes remember the level. A lower heading with
/// closing hashes of its own gets as many as its level behind them.
fn heading_edits(text: &str, block: &Block, way: Way) -> Vec<Edit> {
    let start = outline::line_start(text, block.range.start);
    let end = line_end(text, block.range.start);
    let Some(found) = text.get(start..end).and_then(atx) else {
        return match way {
            Way::In => underlined_edit(text, block).into_iter().collect(),
            Way::Out => Vec::new(),
        };
    };
    let hashes = start + found.indent;
    let level = found.level;
    match way {
        Way::In if level < TOP => vec![
            (hashes..hashes, "#".repeat(TOP - level)),
            (end..end, format!(" {}", "#".repeat(level))),
        ],
        Way::In if found.closing > 0 => vec![(end..end, format!(" {}", "#".repeat(level)))],
        Way::Out => {
            let closing = found.closing;
            let is_raised = level == TOP && (1..TOP).contains(&closing);
            let run = format!(" {}", "#".repeat(closing));
            let is_ours = (is_raised || (level >= TOP && closing == level))
                && text
                    .get(start..end)
                    .is_some_and(|line| line.ends_with(&run));
            let mut edits = Vec::new();
            if is_ours && is_raised {
                edits.push((hashes..hashes + TOP - closing, String::new()));
            }
            if is_ours {
                edits.push((end - run.len()..end, String::new()));
            }
            edits
        }
        Way::In => Vec::new(),
    }
}

/// The backslash that makes a line of `=` or `-` an ordinary one.
fn underlined_edit(text: &str, block: &Block) -> Option<Edit> {
    let source = text.get(block.range.clone())?.trim_end();
    let line = block.range.start + source.rfind('\n')? + 1;
    let indent = text.get(line..)?.find(['=', '-'])?;
    Some((line + indent..line + indent, "\\".to_owned()))
}

/// Lines of a paragraph that look like such an ordinary one: one backslash was ours, and the
/// author's own are two more, so that both stay literal and apart.
fn underline_edits(text: &str, block: &Block, way: Way, edits: &mut Vec<Edit>) {
    let mut at = block.range.start;
    let source = text.get(block.range.clone()).unwrap_or_default();
    for (index, whole) in source.split_inclusive('\n').enumerate() {
        let line = whole.trim_start_matches(' ');
        let start = at + whole.len() - line.len();
        let has_room = index > 0 && whole.len() - line.len() <= 3;
        at += whole.len();
        let Some(backslashes) = underline(line.trim_end()).filter(|_| has_room) else {
            continue;
        };
        match (way, backslashes) {
            (Way::In, 1..) => edits.push((start..start, "\\\\".to_owned())),
            (Way::Out, 1) => edits.push((start..start + 1, String::new())),
            (Way::Out, 3..) => edits.push((start..start + 2, String::new())),
            _ => {}
        }
    }
}

/// A fence left open is closed by a longer one; one that is as long as that grows.
fn fence_edit(text: &str, block: &Block, way: Way) -> Option<Edit> {
    let opener = text
        .get(block.range.start..)?
        .lines()
        .next()?
        .trim_start_matches(' ');
    let mark = opener.chars().next().filter(|mark| "`~".contains(*mark))?;
    let length = opener.len() - opener.trim_start_matches(mark).len();
    let last = outline::line_start(text, text.len());
    let line = text.get(last..)?.trim_start_matches(' ');
    let closer = line.len() - line.trim_start_matches(mark).len();
    let is_closed = last > block.range.start
        && text.len() - last - line.len() <= 3
        && closer >= length
        && closer == line.len();
    let more = mark.to_string().repeat(LONGER);
    let end = text.len();
    match (way, is_closed) {
        (Way::In, false) => Some((
            end..end,
            format!("\n{}{more}", mark.to_string().repeat(length)),
        )),
        (Way::In, true) => (closer >= length + LONGER).then_some((end..end, more)),
        (Way::Out, true) if closer == length + LONGER => {
            Some((last.checked_sub(1)?..end, String::new()))
        }
        (Way::Out, true) => {
            (closer >= length + 2 * LONGER).then(|| (end - LONGER..end, String::new()))
        }
        (Way::Out, false) => None,
    }
}

/// A comment, a script or the like that is left open is closed by a line that says so.
fn html_edit(text: &str, block: &Block, way: Way) -> Option<Edit> {
    let source = text
        .get(block.range.start..)?
        .trim_start()
        .to_ascii_lowercase();
    let (opener, closer) = OPEN_ENDED
        .iter()
        .find(|(opener, _)| source.starts_with(opener))?;
    let end = text.len();
    let line = format!("\n{closer}{CLOSED}");
    match way {
        Way::In => {
            let is_open = !source.get(opener.len()..)?.contains(closer);
            is_open.then_some((end..end, line))
        }
        Way::Out => {
            let start = text.strip_suffix(line.as_str())?.len();
            Some((start..end, String::new()))
        }
    }
}

/// How many backslashes stand before a line of nothing but `=` or nothing but `-`; `None` for any
/// other line.
fn underline(line: &str) -> Option<usize> {
    let bare = line.trim_start_matches('\\');
    let first = bare.chars().next().filter(|c| "=-".contains(*c))?;
    bare.trim_start_matches(first)
        .is_empty()
        .then(|| line.len() - bare.len())
}

/// The text in a block quote, which holds everything.
pub(super) fn quote(text: &str) -> String {
    let mut quoted = QUOTED.to_owned();
    for line in text.split('\n') {
        quoted.push_str(if line.is_empty() { "\n>" } else { "\n> " });
        quoted.push_str(line);
    }
    quoted
}

fn unquote(sealed: &str) -> Option<String> {
    let lines = sealed.strip_prefix(QUOTED)?.strip_prefix('\n')?;
    let lines: Option<Vec<&str>> = lines
        .split('\n')
        .map(|line| line.strip_prefix("> ").or_else(|| line.strip_prefix('>')))
        .collect();
    lines.map(|lines| lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_leave_its_place_is_sealed_and_comes_back() {
        for (text, sealed) in [
            ("plain\n\n- a\n- b", "plain\n\n- a\n- b"),
            ("## X", "#### X ##"),
            ("# X #\ntext", "#### X # #\ntext"),
            ("#### X", "#### X"),
            ("#### X ##", "#### X ## ####"),
            ("##", "#### ##"),
            ("```\n# comment\n---\n```", "```\n# comment\n---\n```"),
            ("```\nopen", "```\nopen\n``````"),
            ("~~~\na\n~~~~~~", "~~~\na\n~~~~~~~~~"),
            ("a\n===", "a\n\\==="),
            ("a\n\\===", "a\n\\\\\\==="),
            ("- a\n---", "- a\n---"),
            (
                "<details>\n\nmore\n\n</details>",
                "<details>\n\nmore\n\n</details>",
            ),
            ("<!-- open", "<!-- open\n--><!-- closed -->"),
            ("<div>\n# x\n</div>", "<div>\n# x\n</div>"),
            (
                "<!-- postmortem: allow x: y -->",
                "<!-- postmortem: text: allow x: y -->",
            ),
            ("a\n===\n===", "<!-- quoted -->\n> a\n> ===\n> ==="),
        ] {
            assert_eq!(seal(text), sealed);
            assert_eq!(unseal(sealed), text);
        }
    }
}
