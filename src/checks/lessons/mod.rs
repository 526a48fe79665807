//! Checks on what was learned.

pub(super) mod unanswered_lessons;
