//! Titles and names: what a line has to look like to be one, and what it is without its marks.

use super::labels::label;
use super::pieces::{BodyKind, BodyLine};
use crate::markdown::escape::unescape;
use crate::postmortem::one_line;

/// A name without the marks around it.
pub(super) fn plain_name(name: &str) -> String {
    decoded(&unescape(&marked_name(name)))
}

/// The same as Markdown, for a place that holds some.
pub(super) fn marked_name(name: &str) -> String {
    let bare = name.trim().trim_matches(['*', '_', '#']).trim();
    without_stars(&one_line(bare.trim_end_matches(':').trim_end()))
}

/// A name without the marks of bold words in it, which keep words apart.
fn without_stars(name: &str) -> String {
    let mut parts = name.split("**");
    let mut bare = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        if bare.ends_with(char::is_alphanumeric) && part.starts_with(char::is_alphanumeric) {
            bare.push(' ');
        }
        bare.push_str(part);
    }
    bare
}

/// Characters by the commonest of their names.
pub(super) const ENTITIES: [(&str, &str); 6] = [
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&nbsp;", " "),
    // Last, so that what it uncovers is not decoded again.
    ("&amp;", "&"),
];

/// A text with the characters that the commonest entities stand for.
fn decoded(text: &str) -> String {
    let mut text = text.to_owned();
    for (entity, character) in ENTITIES {
        text = text.replace(entity, character);
    }
    text
}

pub(super) fn text_of(body: &[BodyLine<'_>]) -> String {
    let lines: Vec<String> = body
        .iter()
        .map(|line| match line.kind {
            BodyKind::Heading => format!("**{}**", line.text.trim_matches(['*', ' '])),
            _ => line.text.to_owned(),
        })
        .collect();
    lines.join("\n").trim().to_owned()
}

pub(super) fn is_title(line: &str) -> bool {
    let bare = line.trim();
    let words = bare.split_whitespace().count();
    words <= 16
        && bare.len() <= 120
        && !bare.ends_with(['.', ';'])
        && !bare.contains("://")
        && !bare.starts_with(['!', '|', '<', '-', '>', '`', '{'])
        && label(bare, None).is_none()
}

/// A sentence that was pasted along with the document.
pub(super) fn is_chatter(line: &str) -> bool {
    let lower = line.to_lowercase();
    let bare = lower.trim();
    !bare.contains(char::is_alphanumeric)
        || is_picture(bare)
        || ((bare.starts_with("certainly")
            || bare.starts_with("sure")
            || bare.starts_with("of course")
            || bare.contains("here's")
            || bare.contains("here’s")
            || bare.contains("here is"))
            && bare.ends_with([':', '!', '.']))
}

/// Whether a line begins with a picture, or an address.
pub(super) fn is_picture(line: &str) -> bool {
    let bare = line.trim_start();
    ["![", "[![", "<img", "http"]
        .iter()
        .any(|start| bare.starts_with(start))
}
