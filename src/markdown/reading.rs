//! Which of two readers a text is read by: the one that knows what this editor writes, or the one
//! that knows what people write.

use super::read::read_own;
use super::{Given, Reading, derived, foreign, kept, recognise, waivers};
use crate::postmortem::{ExtraSection, RowId, Section};
use crate::template::Template;

/// Reads a text as a document: one that this editor has written as what was written, any other as
/// what people mean by it.
pub fn read(text: &str) -> Reading {
    read_given(text, &Given::default())
}

/// The same, with what a person says of the text. What the text says itself comes first; a text
/// that this editor has written says it all.
pub fn read_given(text: &str, given: &Given) -> Reading {
    let text = clean(text);
    let (text, found) = waivers::split(&text);
    let mut reading = read_without_waivers(&text, given);
    waivers::attach(&mut reading.document, found);
    reading
}

fn read_without_waivers(text: &str, given: &Given) -> Reading {
    let template = recognise::template_of(text);
    if recognise::is_foreign_at_sight(text, template)
        && let Some(other) = read_foreign(text, template, given)
    {
        return other;
    }
    let own = read_own(text, template);
    let written = own.written();
    let own = own.reading;
    // What this editor would write letter by letter needs no other reading, which takes longer.
    if recognise::is_written(text, &written, &own) {
        return own;
    }
    match read_foreign(text, template, given) {
        Some(other) if !recognise::is_own(text, &written, &own, &other) => other,
        _ => own,
    }
}

/// Reads a text as people write, without what this editor has written by choice below a timeline:
/// nobody means rows by it. What of it does not follow from the document is kept.
fn read_foreign(text: &str, template: &'static Template, given: &Given) -> Option<Reading> {
    let (text, found) = derived::split(text);
    let found = found.into_iter();
    let found = found.map(|(derived, block)| (derived, block, Section::Timeline));
    let mut reading = foreign::read(&text, template, given)?;
    let recognised = derived::recognise(found.collect(), || reading.document.clone());
    let mut last = reading.document.highest_row_id();
    for (body, after) in recognised.others {
        last += 1;
        let extra = ExtraSection {
            id: RowId(last),
            body,
            after,
            ..ExtraSection::default()
        };
        reading.notes.extend(kept([&extra].into_iter()));
        reading.document.extras.sections.push(extra);
    }
    Some(reading)
}

/// Reads a text as a document of one template.
pub fn read_as(text: &str, template: &'static Template) -> Reading {
    let text = clean(text);
    let (text, found) = waivers::split(&text);
    let mut reading = read_own(&text, template).reading;
    waivers::attach(&mut reading.document, found);
    reading
}

/// The text without a byte order mark and with LF line ends.
fn clean(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.replace("\r\n", "\n").replace('\r', "\n")
}
