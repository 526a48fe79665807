//! What is said of a thing to do besides what it is: who, until when, how far.

use super::names::normal;
use crate::postmortem::ActionItem;

/// Takes a line such as "Owner: Ana"; false when it is none.
pub(super) fn attribute(item: &mut ActionItem, line: &str) -> bool {
    let bare = line.trim().trim_start_matches(['*', '_']);
    let Some((name, value)) = bare.split_once(':') else {
        return false;
    };
    let value = value.trim_matches(['*', '_', ' ']);
    set(item, name.trim_matches(['*', '_', ' ']), value)
}

/// Takes a value by its name; false when nobody knows the name, or it was told before.
pub(super) fn set(item: &mut ActionItem, name: &str, value: &str) -> bool {
    let name = normal(name);
    let words: Vec<&str> = name.split(' ').collect();
    let has = |wanted: &[&str]| words.len() <= 3 && wanted.iter().any(|word| words.contains(word));
    if has(&[
        "owner",
        "owners",
        "assignee",
        "responsible",
        "who",
        "assigned",
    ]) && item.owner.is_empty()
    {
        item.owner = value.to_owned();
    } else if has(&["due", "deadline", "eta", "date", "when"]) && item.due.is_empty() {
        item.due = value.into();
    } else if has(&["status", "state"]) && item.status.is_empty() {
        item.status = value.into();
    } else if has(&["priority", "prio"]) && item.priority.is_empty() {
        item.priority = value.into();
    } else if has(&["bug", "ticket", "tracking", "jira", "pr", "link", "issue"])
        && item.ticket.is_empty()
    {
        item.ticket = value.to_owned();
    } else if has(&["type", "kind"]) && item.kind.is_empty() {
        item.kind = value.into();
    } else {
        return false;
    }
    true
}
