//! The templates that a person has brought to this browser: each the text of its file, under its
//! identifier.
//!
//! A record that cannot be read is passed over and stays as it is.

use super::draft_storage::{delete, describe, get, keys_after, put};
use crate::draft::{from_json, to_json};
use crate::template::Source;

const PREFIX: &str = "postmortem-editor:template:";

/// Every template that is kept here and can be read.
pub fn stored_templates() -> Vec<Source> {
    let mut ids = keys_after(PREFIX);
    ids.sort_unstable();
    let records = ids.iter().filter_map(|id| get(&key(id)));
    records.filter_map(|record| from_json(&record)).collect()
}

/// Keeps a template.
///
/// # Errors
/// The browser's reason why it does not.
pub fn store_template(id: &str, template: &Source) -> Result<(), String> {
    put(&key(id), &to_json(template)).map_err(|error| describe(&error))
}

/// Removes a template.
pub fn remove_stored_template(id: &str) {
    delete(&key(id));
}

fn key(id: &str) -> String {
    format!("{PREFIX}{id}")
}
