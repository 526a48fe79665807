//! Checks on the impact: what users felt, and how much of it.

pub(super) mod contradictory_share;
pub(super) mod missing_impact;
pub(super) mod share_without_base;
pub(super) mod uncounted_support_cases;
pub(super) mod unmentioned_service_level;
pub(super) mod unquantified_impact;
pub(super) mod unstated_data_loss;
