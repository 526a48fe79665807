//! What a person may choose about the text that a document is written as.

use crate::template::Header;

/// What is written besides what stands in the document, and what is left out of it.
///
/// A header, the response times and the diagram say nothing that the document does not say: reading
/// the text gives the document without them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WriteOptions {
    /// What stands above the document.
    pub header: Header,
    /// Whether a table of the response times ends the timeline.
    pub has_response_times: bool,
    /// Whether a Mermaid diagram of the incident ends the timeline.
    pub has_diagram: bool,
    /// Whether only the key rows of the timeline are written, and a line that says how many others
    /// there are; all of them where none is key.
    pub is_short: bool,
}

impl From<Header> for WriteOptions {
    /// Everything, below that header.
    fn from(header: Header) -> Self {
        Self {
            header,
            ..Self::default()
        }
    }
}
