//! Other people's Markdown to a document. It never fails and drops no text: what has no place
//! becomes an extra section where it stood, word for word.
//!
//! A text is taken apart by lines: headings of every kind cut it into pieces, and the name of a
//! piece says what it tells of. What is told in running text (when, whom, how many) is looked for
//! in the pieces that tell it, and stays where it stands.

mod attributes;
mod clock;
mod entries;
mod entry_table;
mod finish;
mod follow_up;
mod front_matter;
mod html;
mod labels;
mod lines;
mod markers;
mod measures;
mod names;
mod near;
mod neighbours;
mod period;
mod pieces;
mod place;
mod prose;
mod remarks;
mod sentences;
mod share;
mod stated;
mod tables;
mod timeline;
mod titles;
mod told;
mod unplaced;
mod when;
mod words;
mod wrapped;
mod zones;

use place::Placer;

use super::{Given, Note, NoteKind, Reading, kept, write};
use crate::postmortem::{ExtraSection, Section};
use crate::template::{Template, normalised_for};

/// The sentences of a text that tell what users saw.
pub fn impact_in(text: &str) -> String {
    told_in(text, share::is_impact)
}

/// The sentences of a text that tell why it happened.
pub fn cause_in(text: &str) -> String {
    told_in(text, sentences::is_cause)
}

/// The sentences of a text that tell how it was put right.
pub fn resolution_in(text: &str) -> String {
    told_in(text, sentences::is_resolution)
}

/// Whether a text says that something was over, or works again.
pub fn tells_the_end(text: &str) -> bool {
    static WORDS: words::Words = words::Words::of(
        "over|end|again|back|normal|green|works|working|resolved|restored|confirm|clear|stable|\
        fixed|closed|complete|correct|healthy|recover|removed|done|up to date|gone|published|reverted|zero|flush|empty",
    );
    WORDS.are_in(&text.to_lowercase())
}

fn told_in(text: &str, is_told: fn(&str) -> bool) -> String {
    let told = sentences::sentences(text).into_iter();
    told.filter(|sentence| is_told(sentence))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Reads a text that this editor has not written; `None` where it has neither sections that people
/// give a postmortem nor entries of a timeline.
pub(super) fn read(text: &str, template: &'static Template, given: &Given) -> Option<Reading> {
    let (front, body) = front_matter::split(text);
    let body = html::plain(body);
    let lines = lines::lines(&body);
    if !is_postmortem(&lines) {
        return None;
    }
    let mut placer = Placer::new(front, given.clone());
    for piece in pieces::pieces(&lines) {
        placer.piece(&piece);
    }
    let Placer {
        document,
        mut notes,
        is_order_open,
        ..
    } = placer.finish();
    let mut document = normalised_for(document, template);
    let lost = unplaced::unplaced(&lines, &write(&document, template));
    if !lost.is_empty() {
        document.extras.sections.push(ExtraSection {
            body: lost.join("\n"),
            after: Section::Conclusion,
            ..ExtraSection::default()
        });
        document = normalised_for(document, template);
    }
    notes.extend(kept(document.extras.sections.iter()));
    notes.sort_by_key(|note| note.kind);
    Some(Reading {
        document,
        template,
        notes,
        is_order_open,
    })
}

fn is_postmortem(lines: &[lines::Line<'_>]) -> bool {
    let is_named = |line: &lines::Line<'_>| match &line.kind {
        lines::LineKind::Heading(heading) => heading.role.is_some(),
        _ => false,
    };
    let is_entry = |line: &&lines::Line<'_>| {
        line.kind == lines::LineKind::Text && entries::starts_with_time(line.text)
    };
    lines.iter().any(is_named)
        || lines
            .iter()
            .filter(is_entry)
            .take(prose::FEWEST_ENTRIES)
            .count()
            == prose::FEWEST_ENTRIES
}
