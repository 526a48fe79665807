//! Checks on the causes.

pub(super) mod missing_root_cause;
pub(super) mod remedy_in_cause;
pub(super) mod short_chain_of_whys;
pub(super) mod single_factor;
pub(super) mod unchecked_recurrence;
pub(super) mod unnamed_trigger;
