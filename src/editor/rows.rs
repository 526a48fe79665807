//! Rows of lists: add, move, remove with undo.

use leptos::prelude::*;

use super::open_draft::{Editor, Target};
use crate::browser;
use crate::postmortem::{ActionItem, Event, ExtraSection, Field, Item, Place, RowId, Section};
use crate::template::guide;

/// A type of row.
trait Row: Clone + Send + Sync + 'static {
    fn id(&self) -> RowId;
    fn with_id(self, id: RowId) -> Self;
    fn is_blank(&self) -> bool;
}

impl Row for Item {
    fn id(&self) -> RowId {
        self.id
    }
    fn with_id(self, id: RowId) -> Self {
        Self { id, ..self }
    }
    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl Row for Event {
    fn id(&self) -> RowId {
        self.id
    }
    fn with_id(self, id: RowId) -> Self {
        Self { id, ..self }
    }
    fn is_blank(&self) -> bool {
        self.is_blank()
    }
}

impl Row for ActionItem {
    fn id(&self) -> RowId {
        self.id
    }
    fn with_id(self, id: RowId) -> Self {
        Self { id, ..self }
    }
    fn is_blank(&self) -> bool {
        self.is_blank()
    }
}

impl Row for ExtraSection {
    fn id(&self) -> RowId {
        self.id
    }
    fn with_id(self, id: RowId) -> Self {
        Self { id, ..self }
    }
    fn is_blank(&self) -> bool {
        self.is_blank()
    }
}

impl Editor {
    /// Adds an empty row behind `after`, or at the end, and moves the focus to it. An empty row that
    /// is there already is used again.
    pub fn add_row(self, field: Field, after: Option<RowId>) {
        let id = self.new_row_id();
        let added = match field {
            Field::Timeline => self.edit_events(|rows| {
                insert(
                    rows,
                    after,
                    Event {
                        id,
                        ..Event::default()
                    },
                )
            }),
            Field::ActionItems => self.edit_actions(|rows| {
                insert(
                    rows,
                    after,
                    ActionItem {
                        id,
                        ..ActionItem::default()
                    },
                )
            }),
            _ => {
                let item = Item {
                    id,
                    text: String::new(),
                };
                self.edit_items(field, |rows| insert(rows, after, item))
            }
        };
        if let Some(id) = added {
            self.wanted.set(added);
            browser::after_paint(move || {
                browser::focus_place(Place::row(field, id));
            });
        }
    }

    /// Moves a row one place up (-1) or down (+1), where its time allows; the focus stays on the
    /// row's button.
    pub fn move_row(self, field: Field, id: RowId, by: isize) {
        if !self.may_shift(field, id, by) {
            return;
        }
        self.wanted.set(Some(id));
        self.shift_row(field, id, by);
        self.focus_moved_row(field, id, by);
    }

    /// Moves a row, where its time allows, and keeps the focus in the input where it is.
    pub fn move_row_by_key(self, field: Field, id: RowId, by: isize) {
        if !self.may_shift(field, id, by) {
            return;
        }
        self.wanted.set(Some(id));
        let keep_focus = browser::keep_focus();
        self.shift_row(field, id, by);
        browser::after_paint(keep_focus);
    }

    /// Removes a row; a notice offers to take it back.
    pub fn remove_row(self, field: Field, id: RowId) {
        match field {
            Field::Timeline => {
                let removed = self.edit_events(|rows| take(rows, id));
                self.offer_back(field, removed, move |editor, at, row: Event| {
                    editor.edit_events(|rows| put_back(rows, at, row));
                });
            }
            Field::ActionItems => {
                let removed = self.edit_actions(|rows| take(rows, id));
                self.offer_back(field, removed, move |editor, at, row: ActionItem| {
                    editor.edit_actions(|rows| put_back(rows, at, row));
                });
            }
            _ => {
                let removed = self.edit_items(field, |rows| take(rows, id));
                self.offer_back(field, removed, move |editor, at, row: Item| {
                    editor.edit_items(field, |rows| put_back(rows, at, row));
                });
            }
        }
    }

    /// Adds an extra section behind the form in hand and opens it.
    pub fn add_extra_section(self) {
        let id = self.new_row_id();
        let here = self.target.get_untracked();
        self.edit_extras(|sections| {
            let mut others = sections.iter();
            let (after, at) = match here {
                Target::Part(section) => {
                    let first = others.position(|other| other.after == section);
                    (section, first.unwrap_or(sections.len()))
                }
                Target::Extra(other) => {
                    let at = others.position(|section| section.id == other)?;
                    (sections.get(at)?.after, at.saturating_add(1))
                }
            };
            let section = ExtraSection {
                id,
                after,
                ..ExtraSection::default()
            };
            sections.insert(at, section);
            Some(())
        });
        self.go_to(Place::row(Field::Extra, id));
    }

    /// Removes an extra section; a notice offers to take it back.
    pub fn remove_extra_section(self, id: RowId) {
        self.target.set(Target::Part(Section::Overview));
        let removed = self.edit_extras(|sections| take(sections, id));
        self.offer_back(
            Field::Extra,
            removed,
            move |editor, at, row: ExtraSection| {
                let id = row.id;
                editor.edit_extras(|sections| put_back(sections, at, row));
                editor.target.set(Target::Extra(id));
            },
        );
    }

    fn shift_row(self, field: Field, id: RowId, by: isize) {
        match field {
            Field::Timeline => self.edit_events(|rows| shift(rows, id, by)),
            Field::ActionItems => self.edit_actions(|rows| shift(rows, id, by)),
            _ => self.edit_items(field, |rows| shift(rows, id, by)),
        };
    }

    /// Offers to put a removed row back; a blank one is not worth the words.
    fn offer_back<R: Row>(
        self,
        field: Field,
        removed: Option<(usize, R)>,
        put_back: impl Fn(Self, usize, R) + Send + Sync + 'static,
    ) {
        let Some((at, row)) = removed else { return };
        let rows = self.document.with(|document| document.row_ids(field));
        let neighbour = rows.get(at).or(rows.last()).copied();
        browser::after_paint(move || {
            let is_focused = neighbour.is_some_and(|id| browser::focus_text(Place::row(field, id)));
            if !is_focused {
                browser::focus_place(Place::field(field));
            }
        });
        if row.is_blank() {
            return;
        }
        let what = match field {
            Field::Extra => "The section is removed".to_owned(),
            _ => format!(
                "Row {} is removed from “{}”",
                at.saturating_add(1),
                guide(field).label
            ),
        };
        self.session.notify_undo(what, move || {
            // Another tab may have given the old identity to a row of its own meanwhile.
            let id = self.new_row_id();
            put_back(self, at, row.clone().with_id(id));
            self.go_to_input(Place::row(field, id), browser::focus_text);
        });
    }

    pub(super) fn edit_events<T>(
        self,
        edit: impl FnOnce(&mut Vec<Event>) -> Option<T>,
    ) -> Option<T> {
        self.document
            .edit(Place::field(Field::Timeline), |document| {
                edit(&mut document.timeline.events)
            })
    }

    fn edit_actions<T>(self, edit: impl FnOnce(&mut Vec<ActionItem>) -> Option<T>) -> Option<T> {
        self.document
            .edit(Place::field(Field::ActionItems), |document| {
                edit(&mut document.follow_up.action_items)
            })
    }

    fn edit_items<T>(
        self,
        field: Field,
        edit: impl FnOnce(&mut Vec<Item>) -> Option<T>,
    ) -> Option<T> {
        self.document.edit(Place::field(field), |document| {
            edit(document.items_mut(field)?)
        })
    }

    fn edit_extras<T>(self, edit: impl FnOnce(&mut Vec<ExtraSection>) -> Option<T>) -> Option<T> {
        self.document.edit(Place::field(Field::Extra), |document| {
            edit(&mut document.extras.sections)
        })
    }

    fn focus_moved_row(self, field: Field, id: RowId, by: isize) {
        let key = Place::row(field, id).key();
        let which = if by < 0 { "up" } else { "down" };
        let other = if by < 0 { "down" } else { "up" };
        browser::after_paint(move || {
            // At the end of the list the button in hand is disabled; its twin is beside it.
            if !browser::focus_selector(&format!(
                "#f-{key} [data-verb={which}]:not([aria-disabled])"
            )) {
                browser::focus_selector(&format!("#f-{key} [data-verb={other}]"));
            }
        });
    }
}

/// Inserts `row` behind `after` (or at the end); gives the identity of the row to write in, which is
/// that of a blank row already there.
fn insert<R: Row>(rows: &mut Vec<R>, after: Option<RowId>, row: R) -> Option<RowId> {
    let at = match after {
        Some(after) => rows
            .iter()
            .position(|row| row.id() == after)?
            .saturating_add(1),
        None => rows.len(),
    };
    let neighbour = if after.is_some() {
        rows.get(at)
    } else {
        rows.last()
    };
    if let Some(blank) = neighbour.filter(|row| row.is_blank()) {
        return Some(blank.id());
    }
    let id = row.id();
    rows.insert(at.min(rows.len()), row);
    Some(id)
}

fn shift<R: Row>(rows: &mut [R], id: RowId, by: isize) -> Option<()> {
    let at = rows.iter().position(|row| row.id() == id)?;
    let to = at.checked_add_signed(by).filter(|to| *to < rows.len())?;
    rows.swap(at, to);
    Some(())
}

fn take<R: Row>(rows: &mut Vec<R>, id: RowId) -> Option<(usize, R)> {
    let at = rows.iter().position(|row| row.id() == id)?;
    Some((at, rows.remove(at)))
}

fn put_back<R: Row>(rows: &mut Vec<R>, at: usize, row: R) -> Option<()> {
    rows.insert(at.min(rows.len()), row);
    Some(())
}
