//! Sections that no template knows.

use super::{RowId, Section};

/// The extra sections, in the order in which they stand in the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extras {
    /// The sections.
    pub sections: Vec<ExtraSection>,
}

/// A section of any heading and body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExtraSection {
    /// Which section this is.
    pub id: RowId,
    /// The heading: one line of plain text.
    pub heading: String,
    /// The text below it: Markdown.
    pub body: String,
    /// It stands after the part of the document that holds this section.
    pub after: Section,
}
