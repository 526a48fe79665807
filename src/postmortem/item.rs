//! Rows of a list: an identity that lasts while the document is open, and a text.

/// Tells one row of a document from every other. Dealt by one counter a document, never reused
/// while the document is open; not written to Markdown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(pub u64);

/// One row of a list of texts: an improvement, a contributing factor, a lesson, a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Which row this is.
    pub id: RowId,
    /// What it says: Markdown.
    pub text: String,
}
