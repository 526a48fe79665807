//! Texts without headings: what a paragraph tells of, by the words that it begins with.

use super::entries;
use super::lines::{Heading, PLAIN};
use super::names::Role;
use super::pieces::{BodyLine, Piece, piece};
use super::sentences::{is_closing, is_resolution, sentences};

/// How many lines with a time make a timeline.
pub(super) const FEWEST_ENTRIES: usize = 3;

/// Cuts what stands before the first heading, or below a title, where a paragraph begins to tell of
/// something else. Only for a text whose headings say nothing.
pub(super) fn unfold(pieces: Vec<Piece<'_>>) -> Vec<Piece<'_>> {
    let has_role = |piece: &Piece<'_>| {
        let heading = piece.heading.as_ref();
        heading.is_some_and(|heading| heading.role.is_some())
    };
    if pieces.iter().any(has_role) {
        return pieces;
    }
    let mut unfolded = Vec::new();
    for mut whole in pieces {
        let paragraphs = paragraphs(std::mem::take(&mut whole.body));
        let mut rest = cut(paragraphs);
        let first = rest.remove(0);
        whole.body = first.1;
        unfolded.push(whole);
        unfolded.extend(rest.into_iter().map(|(role, body)| {
            let mut piece = piece(role.map(|role| Heading {
                level: PLAIN,
                name: "",
                role: Some(role),
                rest: "",
            }));
            piece.body = body;
            piece
        }));
    }
    unfolded
}

/// The lines of paragraphs, each with the blank ones behind it. Lines with a time stand alone.
fn paragraphs(lines: Vec<BodyLine<'_>>) -> Vec<Vec<BodyLine<'_>>> {
    let mut paragraphs: Vec<Vec<BodyLine<'_>>> = Vec::new();
    let mut is_new = true;
    for line in lines {
        let begins = is_new || is_entry(&line);
        is_new = line.is_blank();
        match paragraphs.last_mut() {
            Some(last) if !begins || line.is_blank() => last.push(line),
            _ => paragraphs.push(vec![line]),
        }
    }
    paragraphs
}

fn is_entry(line: &BodyLine<'_>) -> bool {
    entries::entry(line.text).is_some_and(|entry| entry.time.is_some() && !entry.is_bare())
}

/// Stretches of paragraphs that tell of one thing; the first of what comes before any.
fn cut<'a>(paragraphs: Vec<Vec<BodyLine<'a>>>) -> Vec<(Option<Role>, Vec<BodyLine<'a>>)> {
    let starts_with_entry = |paragraph: &Vec<BodyLine<'_>>| paragraph.first().is_some_and(is_entry);
    let entries = paragraphs
        .iter()
        .filter(|one| starts_with_entry(one))
        .count();
    let mut stretches: Vec<(Option<Role>, Vec<BodyLine<'a>>)> = vec![(None, Vec::new())];
    let count = paragraphs.len();
    for (index, paragraph) in paragraphs.into_iter().enumerate() {
        let open = stretches.last().and_then(|(role, _)| *role);
        let role = if entries >= FEWEST_ENTRIES && starts_with_entry(&paragraph) {
            Some(Role::Timeline)
        } else {
            let text: Vec<&str> = paragraph.iter().map(|line| line.text).collect();
            role_of(&text.join("\n"), open, index + 1 == count)
        };
        // What no word places goes on with what it follows, but not with a timeline.
        let role = match (role, open) {
            (None, Some(Role::Timeline)) => Some(Role::Cause),
            (None, open) => open,
            (role, _) => role,
        };
        match stretches.last_mut() {
            Some((open, lines)) if *open == role => lines.extend(paragraph),
            _ => stretches.push((role, paragraph)),
        }
    }
    stretches
}

/// What a paragraph tells of, given what the one before it does.
fn role_of(text: &str, open: Option<Role>, is_last: bool) -> Option<Role> {
    // Before the first thing that has a place stands the summary, which may tell everything.
    open?;
    let lower = text.to_lowercase();
    let first = sentences(&lower).first().copied().unwrap_or_default();
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let is_on_future = has(
        first,
        &[
            "again",
            "prevent",
            "in the future",
            "in future",
            "from now on",
            "to avoid",
            "next steps",
        ],
    );
    if is_last && is_closing(text) {
        Some(Role::Conclusion)
    } else if is_on_future && has(&lower, &["will", "going to", "should", ":"]) {
        Some(Role::Measures)
    } else if has(
        first,
        &["root cause", "the cause", "the reason", "what caused"],
    ) {
        Some(Role::Cause)
    } else if open != Some(Role::Measures) && is_resolution(first) {
        Some(Role::Resolution)
    } else {
        None
    }
}
