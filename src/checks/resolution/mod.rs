//! Checks on how the incident ended.

pub(super) mod missing_resolution;
pub(super) mod terse_resolution;
