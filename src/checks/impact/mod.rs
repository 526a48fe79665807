//! Checks on the impact: what users felt, and how much of it.

pub(super) mod missing_impact;
pub(super) mod unquantified_impact;
