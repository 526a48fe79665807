//! The saved form of a draft: versioned JSON, and the migrations between versions.
//!
//! Knows neither clock nor storage: times come in as milliseconds, texts go out as strings. A record
//! that cannot be read is an error that keeps nothing and changes nothing: whoever holds the text
//! keeps it.

mod checksum;
mod form;
mod lineage;
mod migrate;
mod records;

pub use form::{Saved, WrongKind};
pub(crate) use form::{Value, read_record, saved_record, write_record};
pub use lineage::Writer;

use crate::postmortem::Postmortem;
use crate::template::TemplateId;

/// The version of the saved form that this build writes.
pub const SCHEMA: u32 = 3;

/// What identifies a draft in this browser.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(pub String);

/// Milliseconds since the start of 1970 in UTC. For people only: nothing is decided by it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Millis(pub u64);

/// A postmortem kept in this browser.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The version of the saved form.
    pub schema: u32,
    /// Which draft this is.
    pub id: DraftId,
    /// Counts the saves: of two copies the one with the higher revision is the newer, whatever
    /// the clock says.
    pub revision: u64,
    /// When it was made.
    pub created: Millis,
    /// When it was last changed.
    pub edited: Millis,
    /// When it was last exported, and never since when absent.
    pub exported: Option<Millis>,
    /// When it was deleted; it can be restored for thirty days.
    pub deleted: Option<Millis>,
    /// The template it is written in.
    pub template: TemplateId,
    /// The document.
    pub postmortem: Postmortem,
    /// Who has saved it, the latest last, so that of two copies it can be told whether one was made
    /// from the other. Empty in records of before.
    pub writers: Vec<Writer>,
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
        let damaged = |reason: &str| DraftError::Damaged(reason.to_owned());
        let value: Value =
            serde_json::from_str(record).map_err(|error| damaged(&error.to_string()))?;
        let schema = value.get("schema").and_then(Value::as_u64);
        let schema = schema
            .and_then(|schema| u32::try_from(schema).ok())
            .ok_or_else(|| damaged("it names no schema"))?;
        if schema > SCHEMA {
            return Err(DraftError::Newer { schema });
        }
        if !checksum::is_kept(record) {
            return Err(damaged("its text is not the one that was saved"));
        }
        let value = migrate::to_current(value, schema);
        for key in ["id", "postmortem"] {
            value
                .get(key)
                .ok_or_else(|| damaged(&format!("it has no {key}")))?;
        }
        let mut draft = Self::default();
        draft
            .read(value)
            .map_err(|wrong| damaged(&format!("{} is not what belongs there", wrong.key)))?;
        draft.schema = SCHEMA;
        draft.postmortem.make_row_ids_unique();
        Ok(draft)
    }

    /// The record of the draft, with a checksum in front.
    pub fn encode(&self) -> String {
        checksum::with_checksum(&to_json(self))
    }
}

/// A value as JSON.
pub fn to_json(value: &dyn Saved) -> String {
    let mut json = String::new();
    value.write(&mut json);
    json
}

/// The value that `json` holds; `None` when it holds none.
pub fn from_json<T: Saved + Default>(json: &str) -> Option<T> {
    let mut value = T::default();
    value.read(serde_json::from_str(json).ok()?).ok()?;
    Some(value)
}

/// What the list of drafts shows of one draft without reading it whole.
///
/// Derived from the draft, and kept beside it only so that the list opens at once; it is made anew
/// from the record whenever it is missing or of another revision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
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
    /// When it was made.
    pub created: Millis,
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
            created: draft.created,
            edited: draft.edited,
            exported: draft.exported,
            deleted: draft.deleted,
        }
    }
}
