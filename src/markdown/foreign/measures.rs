//! What is to be done: items out of bullets, numbered lines, plain lines, tables and prose.

use super::entries::{cells, without_marker};
use crate::postmortem::ActionItem;

/// One thing to do, or a text around such things.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Measure {
    Item(ActionItem),
    /// Words above or below a list.
    Loose(String),
    /// The name of the items that follow.
    Group(String),
}

/// Reads the lines of a section on measures.
pub(super) fn measures(lines: &[&str]) -> Vec<Measure> {
    let has_items = lines.iter().any(|line| is_item(line) || is_row(line));
    let mut measures: Vec<Measure> = Vec::new();
    let mut table: Option<Vec<String>> = None;
    let mut after_blank = true;
    let mut indent_of_item = None;
    for line in lines {
        if line.trim().is_empty() {
            after_blank = true;
            table = None;
            continue;
        }
        let was_blank = std::mem::replace(&mut after_blank, false);
        if is_row(line) {
            row(line, &mut table, &mut measures);
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        if is_item(line) {
            let (text, _) = without_marker(line);
            let is_nested = indent_of_item.is_some_and(|of| indent >= of + 2);
            if is_nested {
                nested(text, &mut measures);
            } else if !text.trim().is_empty() {
                indent_of_item = Some(indent);
                let is_done = line.contains("[x]") || line.contains("[X]");
                let mut item = item(text);
                if is_done && item.status.is_empty() {
                    item.status = "Done".into();
                }
                measures.push(Measure::Item(item));
            }
            continue;
        }
        let text = line.trim();
        if has_items {
            if !was_blank && append_to_last(&mut measures, text) {
                continue;
            }
            indent_of_item = None;
            let is_label = text.ends_with(':') && text.len() <= 60;
            measures.push(if is_label {
                Measure::Group(text.trim_end_matches(':').trim_matches('*').to_owned())
            } else {
                Measure::Loose(text.to_owned())
            });
        } else if text.ends_with(':') {
            measures.push(Measure::Loose(text.to_owned()));
        } else {
            plain(text, lines, &mut measures);
        }
    }
    measures
}

fn is_item(line: &str) -> bool {
    without_marker(line).1
}

fn is_row(line: &str) -> bool {
    line.trim_start().starts_with('|') && line.matches('|').count() >= 2
}

/// A line without any mark: an item of its own, or a sentence of a paragraph.
fn plain(text: &str, lines: &[&str], measures: &mut Vec<Measure>) {
    let count = lines.iter().filter(|line| !line.trim().is_empty()).count();
    if count > 1 && text.len() <= 240 {
        measures.push(Measure::Item(item(text)));
        return;
    }
    for sentence in super::sentences::sentences(text) {
        measures.push(Measure::Item(item(sentence)));
    }
}

fn append_to_last(measures: &mut [Measure], text: &str) -> bool {
    match measures.last_mut() {
        Some(Measure::Item(item)) => {
            item.text.push('\n');
            item.text.push_str(text);
            true
        }
        Some(Measure::Loose(loose)) => {
            loose.push('\n');
            loose.push_str(text);
            true
        }
        _ => false,
    }
}

/// A line below an item: one of its attributes, an item under a label, or more of its text.
fn nested(text: &str, measures: &mut Vec<Measure>) {
    if let Some(Measure::Item(last)) = measures.last_mut() {
        if attribute(last, text) {
            return;
        }
        let above = last.text.trim();
        let is_label = above.trim_end_matches('*').ends_with(':') || above.ends_with(":**");
        if is_label && !above.contains('\n') {
            let label = above.trim_matches(['*', ':', ' ']).to_owned();
            measures.pop();
            measures.push(Measure::Group(label));
            measures.push(Measure::Item(item(text)));
            return;
        }
        // Under a group the siblings of its first item are items as well.
        let is_in_group = measures
            .iter()
            .rev()
            .find(|measure| !matches!(measure, Measure::Item(_)))
            .is_some_and(|measure| matches!(measure, Measure::Group(_)));
        if is_in_group {
            measures.push(Measure::Item(item(text)));
            return;
        }
        if let Some(Measure::Item(last)) = measures.last_mut() {
            last.text.push_str("\n- ");
            last.text.push_str(text);
        }
        return;
    }
    measures.push(Measure::Item(item(text)));
}

fn item(text: &str) -> ActionItem {
    ActionItem {
        text: text.trim().to_owned(),
        ..ActionItem::default()
    }
}

/// Takes a line such as "Owner: Ana"; false when it is none.
fn attribute(item: &mut ActionItem, line: &str) -> bool {
    let bare = line.trim().trim_start_matches(['*', '_']);
    let Some((name, value)) = bare.split_once(':') else {
        return false;
    };
    let value = value.trim_matches(['*', '_', ' ']);
    set(item, name.trim_matches(['*', '_', ' ']), value)
}

fn set(item: &mut ActionItem, name: &str, value: &str) -> bool {
    let name = super::names::normal(name);
    let words: Vec<&str> = name.split(' ').collect();
    let has = |wanted: &[&str]| words.len() <= 3 && wanted.iter().any(|word| words.contains(word));
    if has(&["owner", "assignee", "responsible", "who", "assigned"]) && item.owner.is_empty() {
        item.owner = value.to_owned();
    } else if has(&["due", "deadline", "eta", "date", "when"]) && item.due.is_empty() {
        item.due = value.into();
    } else if has(&["status", "state"]) && item.status.is_empty() {
        item.status = value.into();
    } else if has(&["priority", "prio"]) && item.priority.is_empty() {
        item.priority = value.into();
    } else if has(&["bug", "ticket", "tracking", "jira", "pr", "link"]) && item.ticket.is_empty() {
        item.ticket = value.to_owned();
    } else if has(&["type", "kind"]) && item.kind.is_empty() {
        item.kind = value.into();
    } else {
        return false;
    }
    true
}

/// A row of a table: its head names the columns.
fn row(line: &str, table: &mut Option<Vec<String>>, measures: &mut Vec<Measure>) {
    let cells = cells(line);
    if cells
        .iter()
        .all(|cell| cell.chars().all(|c| "-: ".contains(c)))
    {
        return;
    }
    let Some(names) = table else {
        *table = Some(cells.iter().map(|cell| (*cell).to_owned()).collect());
        return;
    };
    let mut action = ActionItem::default();
    let mut texts: Vec<&str> = Vec::new();
    for (index, cell) in cells.iter().enumerate() {
        let name = names.get(index).map_or("", String::as_str);
        if !cell.is_empty() && !set(&mut action, name, cell) {
            texts.push(cell);
        }
    }
    action.text = texts.join(" – ");
    if !action.text.is_empty() {
        measures.push(Measure::Item(action));
    }
}
