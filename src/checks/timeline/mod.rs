//! Checks on the timeline, and the order of its entries.

pub(super) mod empty_entry;
pub(super) mod entry_far_from_incident;
pub(super) mod gap_in_timeline;
pub(super) mod long_entry;
pub(super) mod milestone_without_evidence;
pub(super) mod partial_timeline;
pub(super) mod short_timeline;
pub(super) mod timeline_begins_at_detection;
pub(super) mod timeline_out_of_order;
pub(super) mod unmarked_milestone;
pub(super) mod unmentioned_communication;
pub(super) mod unnamed_escalation;
pub(super) mod untimed_entry;
