//! What a person is told of the reading: what was placed where, and what contradicts what.
//!
//! Lengths of time are not compared with start and end here: the check on contradictory durations
//! does that for every draft, read or written.

use super::Note;
use super::names::Role;
use super::place::{Placer, section_of};
use crate::markdown::NoteKind;
use crate::postmortem::{Entered, Field, Place, Typed, one_line};

impl Placer<'_> {
    /// Says where a section went whose name is not the one that it is written under.
    pub(super) fn note_placed(&mut self, name: &str, role: Role) {
        let name = one_line(name);
        let Some(section) = section_of(role).filter(|_| !name.is_empty()) else {
            return;
        };
        if name.eq_ignore_ascii_case(section.name()) {
            return;
        }
        self.notes.push(Note {
            kind: NoteKind::Placed,
            place: None,
            message: format!("“{name}” is read as {}", section.name()),
        });
    }

    pub(super) fn note(&mut self, kind: NoteKind, field: Field, message: String) {
        self.notes.push(Note {
            kind,
            place: Some(Place::field(field)),
            message,
        });
    }

    /// Says where two places of the text tell different things.
    pub(super) fn note_contradictions(&mut self) {
        for (field, message) in self.contradictions() {
            self.note(NoteKind::Contradiction, field, message);
        }
    }

    fn contradictions(&self) -> Vec<(Field, String)> {
        let (labelled, summary) = (&self.told.labelled, &self.told.summary);
        let mut messages = Vec::new();
        for (field, word, one, other) in [
            (Field::Start, "start", &labelled.start, &summary.start),
            (Field::End, "end", &labelled.end, &summary.end),
        ] {
            if let (Some(one), Some(other)) = (known(one.as_ref()), known(other.as_ref()))
                && one != other
            {
                messages.push((
                    field,
                    format!(
                        "The text tells two times for the {word}, {one} and {other}; {one} is taken"
                    ),
                ));
            }
        }
        let zones = [&labelled.zone, &summary.zone, &self.told.heading_zone];
        let mut zones = zones.into_iter().flatten();
        if let Some(first) = zones.next()
            && let Some(other) = zones.find(|other| *other != first)
        {
            messages.push((
                Field::TimeZone,
                format!("The text tells two zones, {first} and {other}; {first} is taken"),
            ));
        }
        let best = self.shares.iter().min_by_key(|(source, _)| *source);
        if let Some((_, best)) = best
            && let Some((_, other)) = self.shares.iter().find(|(_, share)| share != best)
        {
            let (best, other) = (best.canonical(), other.canonical());
            messages.push((
                Field::AffectedShare,
                format!("The text tells two shares of users, {best} and {other}; {best} is taken"),
            ));
        }
        messages
    }
}

fn known<T: Typed>(time: Option<&Entered<T>>) -> Option<String> {
    time?.known().map(Typed::canonical)
}
