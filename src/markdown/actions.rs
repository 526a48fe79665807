//! One action item as a task, and back; and all of them as a table.
//!
//! `- [ ] Text`, with owner, date and the rest in one line below it. Status is written unless the
//! box says it.

use super::dialect::{ACTION_COLUMN, Attribute};
use super::escape::{escape, split_bare, unescape};
use super::seal::unseal;
use super::sink::Sink;
use super::table::{self, Table};
use crate::postmortem::{ActionItem, ActionStatus, Entered, Field, Place, RowId, one_line, prose};
use crate::template::is_same_name;

/// Writes an action item.
pub(super) fn write(sink: &mut Sink, action: &ActionItem) {
    let text = prose(&action.text);
    sink.sealed_item(&text, |sink, sealed| write_sealed(sink, action, sealed));
}

fn write_sealed(sink: &mut Sink, action: &ActionItem, sealed: &str) {
    let is_done = action.status.known() == Some(&ActionStatus::Done);
    sink.item(0, "- ", if is_done { "[x]" } else { "[ ]" }, sealed);
    let attributes: Vec<String> = Attribute::ALL
        .into_iter()
        .filter(|attribute| !(is_done && *attribute == Attribute::Status))
        .map(|attribute| (attribute.name(), value(action, attribute)))
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}: {}", escape(&value, &[';'])))
        .collect();
    if !attributes.is_empty() {
        sink.push_line_indented(2, &format!("- {}", attributes.join("; ")));
    } else if sealed
        .lines()
        .last()
        .is_some_and(|last| attributes_in(last).is_some())
    {
        // The text's own last line looks like this one: an empty one says that it is text.
        sink.push_line_indented(2, &format!("- {}:", Attribute::Owner.name()));
    }
}

/// Reads what stands in an item.
pub(super) fn read(item: &str) -> ActionItem {
    let (first, rest) = item.split_once('\n').unwrap_or((item, ""));
    let (is_done, first) = unbox(first);
    let mut action = ActionItem::default();
    let (above, last) = match rest.trim_end().rsplit_once('\n') {
        Some((above, last)) => (above, last),
        None => ("", rest.trim_end()),
    };
    let rest = match attributes_in(last) {
        Some(attributes) => {
            for (attribute, value) in attributes {
                set(&mut action, attribute, &value);
            }
            above
        }
        None => rest,
    };
    if is_done && action.status.is_empty() {
        action.status = Entered::Known(ActionStatus::Done);
    }
    let text = format!("{first}\n{rest}");
    action.text = unseal(text.trim()).into_owned();
    action
}

/// Action items as a table; `None` when there are none, or when one of them says what no cell can
/// hold.
pub(super) fn table(actions: &[ActionItem]) -> Option<Table> {
    let actions: Vec<(Place, ActionItem)> = actions
        .iter()
        .filter(|action| !action.is_blank())
        .map(|action| {
            let bare = ActionItem {
                id: RowId::default(),
                text: prose(&action.text).into_owned(),
                owner: one_line(&action.owner),
                ticket: one_line(&action.ticket),
                ..action.clone()
            };
            (Place::row(Field::ActionItems, action.id), bare)
        })
        .collect();
    let has = |attribute| {
        let mut values = actions.iter().map(|(_, action)| value(action, attribute));
        values.any(|value| !value.is_empty())
    };
    let shown: Vec<(Attribute, &'static str)> = Attribute::COLUMNS
        .into_iter()
        .filter(|(attribute, _, is_always)| *is_always || has(*attribute))
        .map(|(attribute, name, _)| (attribute, name))
        .collect();
    let cells = |action: &ActionItem| {
        let values = shown
            .iter()
            .map(|(attribute, _)| escape(&value(action, *attribute), &[]));
        std::iter::once(action.text.clone()).chain(values).collect()
    };
    let rows = actions
        .iter()
        .map(|(place, action)| (*place, cells(action)));
    let names = shown.iter().map(|(_, name)| *name);
    let table = Table {
        rows: rows.collect(),
        columns: std::iter::once(ACTION_COLUMN).chain(names).collect(),
    };
    let fits = actions.iter().all(|(_, action)| table::fits(&action.text));
    (fits && table.comes_back(&actions, read_table)).then_some(table)
}

/// Reads the rows of a table; `None` when it has another column, or a row that is none of ours.
pub(super) fn read_table(columns: &[String], rows: &[Vec<String>]) -> Option<Vec<ActionItem>> {
    let text = columns
        .iter()
        .position(|column| is_same_name(ACTION_COLUMN, column))?;
    let place = |name: &str| columns.iter().position(|column| is_same_name(name, column));
    let attributes: Vec<(Attribute, usize)> = Attribute::COLUMNS
        .into_iter()
        .filter_map(|(attribute, name, _)| Some((attribute, place(name)?)))
        .collect();
    if attributes.len() + 1 != columns.len() {
        return None;
    }
    let rows = rows.iter().map(|cells| {
        let mut action = ActionItem {
            text: cells.get(text)?.clone(),
            ..ActionItem::default()
        };
        for (attribute, at) in &attributes {
            set(&mut action, *attribute, &unescape(cells.get(*at)?));
        }
        (cells.len() == columns.len()).then_some(action)
    });
    rows.collect()
}

/// Whether the box at the start of a line is ticked, and what follows it.
fn unbox(line: &str) -> (bool, &str) {
    [("[ ]", false), ("[x]", true), ("[X]", true)]
        .into_iter()
        .find_map(|(mark, is_done)| {
            let rest = line.strip_prefix(mark)?;
            (rest.is_empty() || rest.starts_with([' ', '\t'])).then_some((is_done, rest))
        })
        .unwrap_or((false, line))
}

/// The attributes that a line of nothing else holds, each at most once.
fn attributes_in(line: &str) -> Option<Vec<(Attribute, String)>> {
    let mut rest = Some(line.strip_prefix("- ")?);
    let mut found: Vec<(Attribute, String)> = Vec::new();
    while let Some(markdown) = rest {
        let (one, more) =
            split_bare(markdown, ";").map_or((markdown, None), |(one, more)| (one, Some(more)));
        let (name, value) = one.split_once(':')?;
        let attribute = Attribute::named(name)?;
        if found.iter().any(|(known, _)| *known == attribute) {
            return None;
        }
        found.push((attribute, unescape(value.trim())));
        rest = more;
    }
    Some(found)
}

fn value(action: &ActionItem, attribute: Attribute) -> String {
    match attribute {
        Attribute::Owner => one_line(&action.owner),
        Attribute::Due => action.due.text(),
        Attribute::Kind => action.kind.text(),
        Attribute::Priority => action.priority.text(),
        Attribute::Status => action.status.text(),
        Attribute::Ticket => one_line(&action.ticket),
    }
}

fn set(action: &mut ActionItem, attribute: Attribute, value: &str) {
    match attribute {
        Attribute::Owner => action.owner = value.to_owned(),
        Attribute::Due => action.due = value.into(),
        Attribute::Kind => action.kind = value.into(),
        Attribute::Priority => action.priority = value.into(),
        Attribute::Status => action.status = value.into(),
        Attribute::Ticket => action.ticket = value.to_owned(),
    }
}
