//! HTML that people write between Markdown: made plain where it only says how a text looks.

use std::borrow::Cow;

use super::near;

/// Tags that are dropped wherever they stand, with their ends.
const DROPPED: [&str; 17] = [
    "table", "thead", "tbody", "html", "body", "span", "p", "div", "font", "center", "ul", "ol",
    "u", "section", "article", "small", "big",
];
/// Tags that Markdown has a mark for.
const MARKED: [(&str, &str); 6] = [
    ("b", "**"),
    ("strong", "**"),
    ("i", "*"),
    ("em", "*"),
    ("code", "`"),
    ("tt", "`"),
];

/// The longest tag that is looked for, in bytes.
const LONGEST_TAG: usize = 300;

/// The text with marks in place of such tags. Tags of any other kind, and text in code, stay.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at_checked(at).unwrap_or((rest, ""));
        plain.push_str(before);
        let is_code = before
            .rsplit('\n')
            .next()
            .is_some_and(|line| line.matches('`').count() % 2 == 1);
        let end = end_of_tag(tag).filter(|_| !(is_code || is_escaped(before) || is_in_tag(&plain)));
        let found = end.and_then(|end| tag.get(1..end).map(|inside| (inside, end)));
        let is_in_word = end.is_some_and(|end| {
            let next = tag.get(end + 1..).and_then(|rest| rest.chars().next());
            let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            is_word(plain.chars().next_back()) && is_word(next)
        });
        match found.and_then(|(inside, end)| Some((mark_of(inside)?, end))) {
            // Without its tag one word would be another.
            Some(("", end)) if is_in_word => {
                plain.push_str(tag.get(..=end).unwrap_or_default());
                rest = tag.get(end + 1..).unwrap_or_default();
            }
            Some((mark, end)) => {
                // An item begins a line.
                if mark == "- " && !plain.is_empty() && !plain.ends_with('\n') {
                    plain.push('\n');
                }
                plain.push_str(mark);
                rest = tag.get(end + 1..).unwrap_or_default();
            }
            None => {
                plain.push('<');
                rest = tag.get(1..).unwrap_or_default();
            }
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// Where a tag ends: in its line, before another begins.
fn end_of_tag(text: &str) -> Option<usize> {
    let near = near::after(text, 0, LONGEST_TAG);
    let inside = near.get(1..)?;
    let is_tag = inside.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    let end = inside.find(['>', '<', '\n']).map(|end| end + 1);
    end.filter(|end| is_tag && near.get(*end..).is_some_and(|end| end.starts_with('>')))
}

/// Whether a backslash takes its meaning from what stands behind a text.
fn is_escaped(text: &str) -> bool {
    let bare = text.trim_end_matches('\\');
    (text.len() - bare.len()) % 2 == 1
}

/// Whether a tag has begun in the last line that is not over: what ends the next would end it, too.
fn is_in_tag(text: &str) -> bool {
    let line = near::before(text, text.len(), LONGEST_TAG);
    let open = line.rfind(['<', '>', '\n']).and_then(|at| line.get(at..));
    let inside = open.and_then(|open| open.strip_prefix('<'));
    inside.is_some_and(|inside| inside.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'))
}

/// What stands for a tag, given what is between its brackets.
fn mark_of(inside: &str) -> Option<&'static str> {
    let bare = inside.trim().trim_start_matches('/').trim_end_matches('/');
    let name = bare
        .split(|c: char| c.is_whitespace())
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    if DROPPED.contains(&name.as_str()) {
        return Some("");
    }
    match name.as_str() {
        "li" => return Some(if inside.starts_with('/') { "" } else { "- " }),
        "br" => return Some("\n"),
        "hr" => return Some("\n\n"),
        // A table as the rows that Markdown has for it.
        "tr" => return Some(if inside.starts_with('/') { "" } else { "\n| " }),
        "td" | "th" => return Some(if inside.starts_with('/') { " | " } else { "" }),
        _ => {}
    }
    let marked = MARKED.iter().find(|(tag, _)| *tag == name);
    marked.map(|(_, mark)| *mark)
}
