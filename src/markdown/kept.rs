//! Notes on what has no field.

use super::{Note, NoteKind};
use crate::postmortem::{ExtraSection, Field, Place, one_line};

/// A note for each section that is kept because no field takes it.
pub(super) fn kept<'a>(
    sections: impl Iterator<Item = &'a ExtraSection>,
) -> impl Iterator<Item = Note> {
    sections.map(|extra| Note {
        kind: NoteKind::Kept,
        place: Some(Place::row(Field::Extra, extra.id)),
        message: match extra.heading.as_str() {
            "" => format!(
                "Text that no field takes is kept as a section of its own: {}",
                start_of(&extra.body)
            ),
            heading => format!("“{heading}” is kept as a section of its own"),
        },
    })
}

/// The first words of a text.
fn start_of(text: &str) -> String {
    const MOST: usize = 60;
    let line = one_line(text);
    let start: String = line.chars().take(MOST).collect();
    if start.len() < line.len() {
        format!("{start}…")
    } else {
        start
    }
}
