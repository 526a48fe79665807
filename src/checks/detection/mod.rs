//! Checks on how the incident was learned of.

pub(super) mod missing_detection;
pub(super) mod unstated_detection;
