//! Lists of things to do, and other lists of rows, put into a document.

use super::labels::label_of;
use super::measures::{Measure, is_text, measures};
use super::names::{self, Role};
use super::pieces::Piece;
use super::place::{Placer, append};
use super::titles::text_of;
use crate::postmortem::{ActionItem, Field, Item};

/// The most words that a name of a group has; what is longer is a sentence.
const MOST_WORDS_OF_A_GROUP: usize = 5;

impl Placer<'_> {
    /// Takes a section on what is to be done.
    pub(super) fn follow_up(&mut self, mut role: Role, piece: &Piece<'_>) {
        let mut group = None::<String>;
        let mut is_group_empty = true;
        if piece.list_follows && role == Role::Measures && is_text(&piece.body) {
            self.extra("", &text_of(&piece.body));
            return;
        }
        let (measures, closing) = apart(measures(&piece.body), piece.is_last);
        for measure in measures {
            match measure {
                Measure::Group(name) => match role_of_group(&name) {
                    Some(known) => {
                        role = known;
                        group = None;
                        if names::role(&name).is_none() {
                            self.extra("", &name);
                        }
                    }
                    None if name.split_whitespace().count() <= MOST_WORDS_OF_A_GROUP => {
                        self.keep_empty_group(group.replace(name), is_group_empty);
                        is_group_empty = true;
                    }
                    None => {
                        group = None;
                        self.extra("", &name);
                    }
                },
                Measure::Loose(text) => {
                    role = role_of_group(&text).unwrap_or(role);
                    self.extra("", &text);
                }
                Measure::Item(mut item) => {
                    is_group_empty = false;
                    if let Some(group) = &group {
                        item.text = format!("**{group}:** {}", item.text);
                    }
                    self.measure(role, item);
                }
            }
        }
        self.keep_empty_group(group, is_group_empty);
        append(&mut self.document.conclusion.text, &closing);
    }

    /// A name of a group that nothing stands under names nothing else.
    fn keep_empty_group(&mut self, group: Option<String>, is_empty: bool) {
        if let Some(name) = group.filter(|_| is_empty) {
            self.extra("", &name);
        }
    }

    fn measure(&mut self, role: Role, item: ActionItem) {
        let is_assigned = !item.owner.is_empty()
            || !item.due.is_empty()
            || !item.status.is_empty()
            || !item.ticket.is_empty()
            || !item.kind.is_empty()
            || !item.priority.is_empty();
        let follow_up = &mut self.document.follow_up;
        if role == Role::Tasks || is_assigned {
            follow_up.action_items.push(item);
        } else {
            follow_up.improvements.push(Item {
                text: item.text,
                ..Item::default()
            });
        }
    }

    /// Takes a section that is a list of texts.
    pub(super) fn rows(&mut self, field: Field, piece: &Piece<'_>) {
        let (measures, closing) = apart(measures(&piece.body), piece.is_last);
        for measure in measures {
            let text = match measure {
                Measure::Item(item) if item.status.is_empty() => item.text,
                Measure::Item(item) => format!("[x] {}", item.text),
                Measure::Loose(text) | Measure::Group(text) => text,
            };
            if let Some(rows) = self.document.items_mut(field) {
                rows.push(Item {
                    text,
                    ..Item::default()
                });
            }
        }
        append(&mut self.document.conclusion.text, &closing);
    }
}

/// Which kind of measures a name or a sentence announces.
fn role_of_group(name: &str) -> Option<Role> {
    let is_of_measures =
        |role: &Role| matches!(role, Role::Improvements | Role::Tasks | Role::Measures);
    if let Some(role) = names::role(name).filter(is_of_measures) {
        return Some(role);
    }
    let normal = names::normal(name);
    let has = |wanted: &[&str]| normal.split(' ').any(|word| wanted.contains(&word));
    if has(&["task", "tasks", "todo", "todos"]) {
        Some(Role::Tasks)
    } else if has(&["improvement", "improvements", "improved"]) {
        Some(Role::Improvements)
    } else {
        None
    }
}

/// Measures without the last words on the whole, and these: what stands below the last item of the
/// last section.
fn apart(mut measures: Vec<Measure>, is_last: bool) -> (Vec<Measure>, String) {
    let last_item = measures
        .iter()
        .rposition(|measure| matches!(measure, Measure::Item(_)));
    let mut closing = String::new();
    if let Some(last_item) = last_item.filter(|_| is_last) {
        let is_word = |measure: &Measure| match measure {
            Measure::Loose(text) => {
                let name = label_of(text).and_then(|(name, _)| names::role(name));
                !text.starts_with('[') && !text.starts_with("![") && name != Some(Role::Authors)
            }
            _ => false,
        };
        let behind = measures.split_off(last_item + 1);
        if behind.iter().any(is_word) {
            for measure in behind {
                if let Measure::Loose(text) | Measure::Group(text) = measure {
                    append(&mut closing, &text);
                }
            }
        } else {
            measures.extend(behind);
        }
    }
    (measures, closing)
}
