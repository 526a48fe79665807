//! Checks on what will be done.

pub(super) mod action_item_due_before_incident;
pub(super) mod empty_action_item;
pub(super) mod missing_action_items;
pub(super) mod undated_action_item;
pub(super) mod unowned_action_item;

use super::wording::quoted;
use crate::postmortem::ActionItem;

/// An action item as a message names it, at the beginning of a sentence.
fn named(action: &ActionItem) -> String {
    if action.text.trim().is_empty() {
        "An action item".to_owned()
    } else {
        quoted(&action.text)
    }
}
