//! Checks on the timeline, and the order of its entries.

pub(super) mod empty_entry;
pub(super) mod short_timeline;
pub(super) mod untimed_entry;
