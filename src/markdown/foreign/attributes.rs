//! What is said of a thing to do besides what it is: who, until when, how far.

use super::names::normal;
use super::words::Words;
use crate::postmortem::ActionItem;

static OWNER: Words = Words::of("owner|owners|assignee|responsible|who|assigned");
static DUE: Words = Words::of("due|deadline|eta|date|when");
static STATUS: Words = Words::of("status|state");
static PRIORITY: Words = Words::of("priority|prio");
static TICKET: Words = Words::of("bug|ticket|tracking|jira|pr|link|issue");
static KIND: Words = Words::of("type|kind");

/// Whether a word names such a thing.
pub(super) fn is_name(word: &str) -> bool {
    [&OWNER, &DUE, &STATUS, &PRIORITY, &TICKET, &KIND]
        .into_iter()
        .any(|names| names.has(word))
}

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
    let has = |wanted: &Words| words.len() <= 3 && words.iter().any(|word| wanted.has(word));
    if has(&OWNER) && item.owner.is_empty() {
        item.owner = value.to_owned();
    } else if has(&DUE) && item.due.is_empty() {
        item.due = value.into();
    } else if has(&STATUS) && item.status.is_empty() {
        item.status = value.into();
    } else if has(&PRIORITY) && item.priority.is_empty() {
        item.priority = value.into();
    } else if has(&TICKET) && item.ticket.is_empty() {
        // "Bug 5554823 **DONE**"
        let marked = [("**DONE**", "Done"), ("**TODO**", "Open")]
            .iter()
            .find_map(|(mark, status)| Some((value.strip_suffix(mark)?, *status)));
        let (ticket, status) = marked.unwrap_or((value, ""));
        item.ticket = ticket.trim_end().to_owned();
        if item.status.is_empty() {
            item.status = status.into();
        }
    } else if has(&KIND) && item.kind.is_empty() {
        item.kind = value.into();
    } else {
        return false;
    }
    true
}
