//! The templates that a person has brought to this browser: each the text of its file, under its
//! identifier.
//!
//! A record that cannot be read is passed over and stays as it is.

use super::draft_storage::{delete, describe, get, keys_after, put};
use crate::draft::{from_json, saved_record, to_json};

const PREFIX: &str = "postmortem-editor:template:";

/// A template as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredTemplate {
    /// The name of its file.
    pub file_name: String,
    /// The text of its file.
    pub text: String,
}

saved_record!(StoredTemplate { file_name, text });

/// Every template that is kept here and can be read.
pub fn stored_templates() -> Vec<StoredTemplate> {
    let mut ids = keys_after(PREFIX);
    ids.sort_unstable();
    let records = ids.iter().filter_map(|id| get(&key(id)));
    let stored = records.map(|record| from_json::<StoredTemplate>(&record));
    stored.filter(|stored| !stored.text.is_empty()).collect()
}

/// Keeps a template.
///
/// # Errors
/// The browser's reason why it does not.
pub fn store_template(id: &str, template: &StoredTemplate) -> Result<(), String> {
    put(&key(id), &to_json(template)).map_err(|error| describe(&error))
}

/// Removes a template.
pub fn remove_stored_template(id: &str) {
    delete(&key(id));
}

fn key(id: &str) -> String {
    format!("{PREFIX}{id}")
}
