//! What differs between two versions of a document: field by field, row by row, word by word.

use std::collections::BTreeMap;

use super::words::{Piece, PieceKind, compare_words};
use crate::postmortem::{ActionItem, Choice, Event, EventKind, Field, Postmortem, RowId, Section};
use crate::template::guide;

/// One field or row that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is called.
    pub label: String,
    /// What has become of it.
    pub kind: ChangeKind,
    /// Its words, in order.
    pub pieces: Vec<Piece>,
}

/// What has become of a field or row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// It was empty or not there before.
    Added,
    /// It is empty or not there any more.
    Removed,
    /// Its words differ.
    Changed,
    /// The rows of a list stand in another order.
    Moved,
}

/// What has changed from `before` to `after`, in the order of fields.
pub fn difference(before: &Postmortem, after: &Postmortem) -> Vec<Change> {
    let mut changes = Vec::new();
    for field in Field::ALL {
        let (old, new) = (rows(before, *field), rows(after, *field));
        let label = guide(*field).label;
        compare_rows(label, &old, &new, &mut changes);
    }
    let sections: BTreeMap<Section, ()> = before
        .nothing_to_say
        .keys()
        .chain(after.nothing_to_say.keys())
        .map(|section| (*section, ()))
        .collect();
    for section in sections.into_keys() {
        let mark = |document: &Postmortem| match document.nothing_to_say.get(&section) {
            None => String::new(),
            Some(reason) => format!("Nothing to say here {reason}")
                .trim_end()
                .to_owned(),
        };
        let label = section.name();
        compare_row(label, &mark(before), &mark(after), &mut changes);
    }
    changes
}

/// The texts of a field: one for each row of a list, else one alone.
fn rows(document: &Postmortem, field: Field) -> Vec<(RowId, String)> {
    let one = |text: String| vec![(RowId(0), text)];
    match field {
        Field::Timeline => {
            let events = document.timeline.events.iter();
            let text = |event: &Event| {
                joined(&[
                    &event.when.date.text(),
                    &event.when.time.text(),
                    match event.kind {
                        EventKind::Event => "",
                        kind => kind.label(),
                    },
                    &event.text,
                    event.milestone.map_or("", |milestone| milestone.label()),
                    if event.is_key { "key event" } else { "" },
                    &event.evidence,
                ])
            };
            events.map(|event| (event.id, text(event))).collect()
        }
        Field::ActionItems => {
            let actions = document.follow_up.action_items.iter();
            let text = |action: &ActionItem| {
                joined(&[
                    &action.text,
                    &action.owner,
                    &action.due.text(),
                    &action.kind.text(),
                    &action.priority.text(),
                    &action.status.text(),
                    &action.ticket,
                ])
            };
            actions.map(|action| (action.id, text(action))).collect()
        }
        Field::Extra => {
            let sections = document.extras.sections.iter();
            sections
                .map(|extra| (extra.id, joined(&[&extra.heading, &extra.body])))
                .collect()
        }
        _ => {
            if let Some(items) = document.items(field) {
                let texts = items.iter().map(|item| (item.id, item.text.clone()));
                return texts.collect();
            }
            if let Some(moment) = document.moment(field) {
                return one(joined(&[&moment.date.text(), &moment.time.text()]));
            }
            let prose = document.prose(field).map(str::to_owned);
            one(prose.or_else(|| document.line(field)).unwrap_or_default())
        }
    }
}

fn joined(parts: &[&str]) -> String {
    let parts = parts.iter().map(|part| part.trim());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

fn compare_rows(
    label: &str,
    old: &[(RowId, String)],
    new: &[(RowId, String)],
    changes: &mut Vec<Change>,
) {
    let texts =
        |rows: &[(RowId, String)]| -> BTreeMap<RowId, String> { rows.iter().cloned().collect() };
    let (before, after) = (texts(old), texts(new));
    for (id, text) in new {
        let was = before.get(id).map_or("", String::as_str);
        compare_row(label, was, text, changes);
    }
    for (_, text) in old.iter().filter(|(id, _)| !after.contains_key(id)) {
        compare_row(label, text, "", changes);
    }
    let kept = |rows: &[(RowId, String)], other: &BTreeMap<RowId, String>| -> Vec<RowId> {
        let ids = rows.iter().map(|(id, _)| *id);
        ids.filter(|id| other.contains_key(id)).collect()
    };
    if kept(old, &after) != kept(new, &before) {
        changes.push(Change {
            label: label.to_owned(),
            kind: ChangeKind::Moved,
            pieces: Vec::new(),
        });
    }
}

fn compare_row(label: &str, old: &str, new: &str, changes: &mut Vec<Change>) {
    if old == new {
        return;
    }
    let kind = match (old.trim().is_empty(), new.trim().is_empty()) {
        // Blanks came or went, and nobody sees them.
        (true, true) => return,
        (true, false) => ChangeKind::Added,
        (false, true) => ChangeKind::Removed,
        (false, false) => ChangeKind::Changed,
    };
    let whole = |kind, text: &str| {
        vec![Piece {
            kind,
            text: text.to_owned(),
        }]
    };
    changes.push(Change {
        label: label.to_owned(),
        kind,
        pieces: match kind {
            ChangeKind::Added => whole(PieceKind::Added, new),
            ChangeKind::Removed => whole(PieceKind::Removed, old),
            ChangeKind::Changed | ChangeKind::Moved => compare_words(old, new),
        },
    });
}
