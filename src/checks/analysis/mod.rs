//! Checks on the causes.

pub(super) mod missing_root_cause;
