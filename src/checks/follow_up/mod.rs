//! Checks on what will be done.

pub(super) mod action_item_due_before_incident;
pub(super) mod duplicate_action_item;
pub(super) mod empty_action_item;
pub(super) mod late_action_item;
pub(super) mod many_action_items;
pub(super) mod missing_action_items;
pub(super) mod one_sided_action_items;
pub(super) mod repeated_measure;
pub(super) mod undated_action_item;
pub(super) mod unexplained_decline;
pub(super) mod unowned_action_item;
pub(super) mod unowned_improvement;
pub(super) mod unprioritised_action_item;
pub(super) mod unticketed_action_item;
pub(super) mod untyped_action_item;

use super::wording::quoted;
use super::{Flaw, Subject};
use crate::postmortem::{ActionItem, ActionStatus, Facet, Field, Place};

/// How many rows are compared with one another: of each pair of more it would take too long.
const MOST_COMPARED: usize = 60;

/// An action item as a message names it, at the beginning of a sentence.
fn named(action: &ActionItem) -> String {
    if action.text.trim().is_empty() {
        "An action item".to_owned()
    } else {
        quoted(&action.text)
    }
}

/// The action items that say what is still to be done.
fn to_do<'a>(subject: &Subject<'a>) -> impl Iterator<Item = &'a ActionItem> {
    subject.action_items().filter(|item| {
        let is_closed = matches!(
            item.status.known(),
            Some(ActionStatus::Done | ActionStatus::Declined)
        );
        !is_closed && !item.text.trim().is_empty()
    })
}

/// A flaw of each item to be done that has not what it should have; one of them all, where none has.
fn lacking(
    subject: &Subject<'_>,
    facet: Facet,
    name: &str,
    has: impl Fn(&ActionItem) -> bool,
) -> Vec<Flaw> {
    let (with, without): (Vec<_>, Vec<_>) = to_do(subject).partition(|item| has(item));
    if with.is_empty() && without.len() > 1 {
        let message = format!("No action item has a {name}");
        return vec![Flaw::at(Place::field(Field::ActionItems), message)];
    }
    let flaws = without.into_iter().map(|item| {
        let message = format!("{} has no {name}", named(item));
        Flaw::at(Place::row(Field::ActionItems, item.id), message).in_facet(facet)
    });
    flaws.collect()
}
