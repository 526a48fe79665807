//! The saved form of a draft: versioned JSON, and the migrations between versions.
//!
//! Knows neither clock nor storage: times come in as milliseconds, texts go out as strings. A record
//! that cannot be read is an error that keeps nothing and changes nothing: whoever holds the text
//! keeps it.

mod migrate;

use serde::{Deserialize, Serialize};

use crate::postmortem::Postmortem;
use crate::template::TemplateId;

/// The version of the saved form that this build writes.
pub const SCHEMA: u32 = 1;

/// What identifies a draft in this browser.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DraftId(pub String);

/// Milliseconds since the start of 1970 in UTC. For people only: nothing is decided by it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Millis(pub u64);

/// A postmortem kept in this browser.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// The version of the saved form.
    pub schema: u32,
    /// Which draft this is.
    pub id: DraftId,
    /// Counts the saves: of two copies the one with the higher revision is the newer, whatever
    /// the clock says.
    #[serde(default)]
    pub revision: u64,
    /// When it was made.
    #[serde(default)]
    pub created: Millis,
    /// When it was last changed.
    #[serde(default)]
    pub edited: Millis,
    /// When it was last exported, and never since when absent.
    #[serde(default)]
    pub exported: Option<Millis>,
    /// When it was deleted; it can be restored for thirty days.
    #[serde(default)]
    pub deleted: Option<Millis>,
    /// The template it is written in.
    #[serde(default)]
    pub template: TemplateId,
    /// The document.
    pub postmortem: Postmortem,
}

/// Why a record could not be read as a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftError {
    /// It is not JSON, or not the JSON of a draft; with the parser's words.
    Damaged(String),
    /// A newer version of the editor wrote it.
    Newer {
        /// The version of the saved form found.
        schema: u32,
    },
}

impl Draft {
    /// Reads a record of this or any earlier version.
    ///
    /// # Errors
    /// [`DraftError`] says why it could not be read; the record itself is untouched.
    pub fn decode(record: &str) -> Result<Self, DraftError> {
        let damaged = |error: serde_json::Error| DraftError::Damaged(error.to_string());
        let value: serde_json::Value = serde_json::from_str(record).map_err(damaged)?;
        let schema = value.get("schema").and_then(serde_json::Value::as_u64);
        let schema = schema
            .and_then(|schema| u32::try_from(schema).ok())
            .ok_or_else(|| DraftError::Damaged("it names no schema".to_owned()))?;
        if schema > SCHEMA {
            return Err(DraftError::Newer { schema });
        }
        let mut draft: Self =
            serde_json::from_value(migrate::to_current(value, schema)).map_err(damaged)?;
        draft.schema = SCHEMA;
        draft.postmortem.make_row_ids_unique();
        Ok(draft)
    }

    /// The record of the draft.
    ///
    /// # Errors
    /// The serialiser's words; no draft is known to cause one.
    pub fn encode(&self) -> Result<String, String> {
        serde_json::to_string(self).map_err(|error| error.to_string())
    }
}

/// What the list of drafts shows of one draft without reading it whole.
///
/// Derived from the draft, and kept beside it only so that the list opens at once; it is made anew
/// from the record whenever it is missing or of another revision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DraftSummary {
    /// Which draft.
    pub id: DraftId,
    /// The revision that this describes.
    pub revision: u64,
    /// The document's title; may be empty.
    pub title: String,
    /// The day the incident started, as shown; may be empty.
    pub date: String,
    /// The severity, as shown; may be empty.
    pub severity: String,
    /// The template's identifier.
    pub template: TemplateId,
    /// Sections that are complete.
    pub complete: usize,
    /// Sections that count.
    pub of: usize,
    /// When it was last changed.
    pub edited: Millis,
    /// When it was last exported.
    pub exported: Option<Millis>,
    /// When it was deleted.
    pub deleted: Option<Millis>,
}

impl DraftSummary {
    /// The summary of a draft that has `complete` sections `of` those that count.
    pub fn new(draft: &Draft, complete: usize, of: usize) -> Self {
        let overview = &draft.postmortem.overview;
        Self {
            id: draft.id.clone(),
            revision: draft.revision,
            title: overview.title.trim().to_owned(),
            date: draft.postmortem.summary.start.date.text(),
            severity: overview.severity.text(),
            template: draft.template.clone(),
            complete,
            of,
            edited: draft.edited,
            exported: draft.exported,
            deleted: draft.deleted,
        }
    }
}
