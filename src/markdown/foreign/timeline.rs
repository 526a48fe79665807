//! A timeline out of its lines.

use super::entries::{Entry, entry, starts_with_time};
use super::entry_table::Table;
use super::markers::{is_marked, without_marker};
use super::pieces::{BodyKind, BodyLine};
use super::sentences::sentences;
use super::tables::is_rule;
use super::wrapped::joined;

/// Reads the lines of a timeline. Nothing is dropped: what is no entry goes on with the one before,
/// or is an entry without a time.
pub(super) fn entries(lines: &[BodyLine<'_>]) -> Vec<Entry> {
    let joined = joined(lines);
    let lines: Vec<BodyLine<'_>> = joined
        .iter()
        .flat_map(|(text, kind)| {
            let texts = told_in_sentences(text, *kind).unwrap_or_else(|| vec![text]);
            texts.into_iter().map(|text| BodyLine { text, kind: *kind })
        })
        .collect();
    let mut entries: Vec<Entry> = Vec::new();
    let mut table = Table::default();
    let mut after_blank = true;
    // Whether text below belongs to the last entry: behind a time that stands alone.
    let mut is_open = false;
    for (index, line) in lines.iter().enumerate() {
        let text = line.text;
        if text.trim().is_empty() {
            after_blank = true;
            table = Table::default();
            if let Some(last) = entries.last_mut().filter(|last| is_open && !last.is_bare()) {
                last.text.push('\n');
            }
            continue;
        }
        let was_blank = std::mem::replace(&mut after_blank, false);
        if line.kind == BodyKind::Code {
            append(&mut entries, text);
            continue;
        }
        if line.kind == BodyKind::Row {
            let next = lines.get(index + 1);
            if let Some(row) = table.row(text, next.is_some_and(|next| is_rule(next.text))) {
                entries.push(row);
            }
            is_open = false;
            continue;
        }
        let (bare, is_item) = without_marker(text);
        if let Some(found) = entry(text) {
            is_open = found.is_bare() || (line.kind == BodyKind::Heading);
            entries.push(found);
            continue;
        }
        let indent = text.len() - text.trim_start().len();
        let goes_on = !(line.kind == BodyKind::Heading)
            && !entries.is_empty()
            && (is_open
                || (indent >= 2 && entries.last().is_some_and(|last| last.time.is_some()))
                || (!was_blank && !is_item));
        if goes_on {
            append(
                &mut entries,
                if is_item {
                    text.trim_end()
                } else {
                    text.trim()
                },
            );
        } else if bare.chars().any(char::is_alphanumeric) || bare.starts_with('!') {
            entries.push(Entry {
                text: bare.to_owned(),
                ..Entry::default()
            });
            is_open = line.kind == BodyKind::Heading;
        }
    }
    for entry in &mut entries {
        entry.text = entry.text.trim().to_owned();
    }
    entries
}

/// The sentences of a paragraph, where several of them begin with a time.
pub(super) fn told_in_sentences(text: &str, kind: BodyKind) -> Option<Vec<&str>> {
    const FEWEST: usize = 3;
    if kind != BodyKind::Text || is_marked(text) {
        return None;
    }
    let sentences = sentences(text);
    if sentences.len() < FEWEST {
        return None;
    }
    let is_timed = |text: &&&str| starts_with_time(text);
    let count = sentences.iter().filter(is_timed).count();
    (count >= FEWEST).then_some(sentences)
}

fn append(entries: &mut Vec<Entry>, text: &str) {
    let Some(last) = entries.last_mut() else {
        entries.push(Entry {
            text: text.to_owned(),
            ..Entry::default()
        });
        return;
    };
    if !last.text.is_empty() {
        last.text.push('\n');
    }
    last.text.push_str(text);
}
