//! Checks on the head of the document, and on the document as a whole.

pub(super) mod missing_author;
pub(super) mod missing_severity;
pub(super) mod missing_status;
pub(super) mod missing_title;
pub(super) mod nondescript_title;
