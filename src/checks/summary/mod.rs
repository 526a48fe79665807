//! Checks on the summary: what happened, and from when to when.

pub(super) mod contradictory_duration;
pub(super) mod contradictory_end;
pub(super) mod contradictory_start;
pub(super) mod end_before_start;
pub(super) mod long_summary;
pub(super) mod missing_end;
pub(super) mod missing_start;
pub(super) mod missing_summary;
pub(super) mod missing_time_zone;
pub(super) mod undated_incident;
pub(super) mod unmentioned_cause;
