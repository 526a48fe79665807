//! Checks on the timeline, and the order of its entries.

pub(super) mod empty_entry;
pub(super) mod entry_far_from_incident;
pub(super) mod partial_timeline;
pub(super) mod short_timeline;
pub(super) mod timeline_out_of_order;
pub(super) mod untimed_entry;
