//! Checks on the head of the document, and on the document as a whole.

pub(super) mod contradicted_nothing_to_say;
pub(super) mod missing_author;
pub(super) mod missing_severity;
pub(super) mod missing_status;
pub(super) mod missing_title;
pub(super) mod nondescript_title;
pub(super) mod unexplained_nothing_to_say;
pub(super) mod unfilled_placeholder;
pub(super) mod unreadable_date_or_time;
